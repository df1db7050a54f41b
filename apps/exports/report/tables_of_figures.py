"""The figures as tables, each small."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.actors.models import ActorKind
from apps.dashboards.measures import OPEN_STATES, WAITING
from apps.exports.paper.model import Block, Cell, Column, Heading, Paragraph, Table
from apps.reporting.models import TimingState

from . import figures
from .asked import Report
from .charts import charts
from .figures import Groups, Totals
from .summary import tells
from .words import percent


def tables_of_figures(report: Report, totals: Totals) -> Iterator[Block]:
    """What is nowhere but nought is left out."""
    yield Heading(_("Figures"))
    yield _key_figures(report, totals)
    if not totals.cycles:
        return
    if len(report.states) != 1:
        yield _by_state(report, totals)
    yield from charts(report)
    groups = figures.by_lead(report.cycles, report.day)
    names = {group.key: group.key or _("No lead office") for group in groups.shown}
    yield from _grouped(report, _("By lead office"), _("Lead office"), groups, names)
    groups = figures.by_addressee(report.cycles, report.day)
    names = {group.key: str(ActorKind(group.key).label) for group in groups.shown}
    yield from _grouped(report, _("By addressee"), _("Addressee"), groups, names)
    if sum(group.numbers[0] for group in groups.shown) > totals.open:
        words = _("A cycle whose obligation is addressed to two counts for both.")
        yield Paragraph(words, is_muted=True)


def _key_figures(report: Report, totals: Totals) -> Table:
    """All that the summary says, and nothing that the filter keeps from being known."""
    all_of_it = not report.states
    numbers = [
        (_("Obligations"), totals.obligations, True),
        (_("Cycles"), totals.cycles, True),
        (_("Open"), totals.open, tells(report, *OPEN_STATES)),
        (_("Overdue"), totals.overdue, tells(report, TimingState.OVERDUE)),
        (_("Due in thirty days"), totals.due, tells(report, *WAITING)),
        (_("Without a date"), totals.undated, tells(report, TimingState.NO_DATE)),
        (
            _("Answered on time, of those due in the twelve months before"),
            totals.on_time,
            all_of_it,
        ),
        (_("Answered late, of those due in the twelve months before"), totals.late, all_of_it),
        (_("Not answered, of those due in the twelve months before"), totals.unanswered, all_of_it),
    ]
    rows = [[label, str(number)] for label, number, is_told in numbers if is_told]
    columns = [Column(_("Figure"), 40), Column(_("Number"), 10, is_number=True)]
    return Table(_("Key figures"), columns, rows)


def _by_state(report: Report, totals: Totals) -> Table:
    rows = [
        [str(TimingState(state).label), str(number), percent(number, totals.cycles)]
        for state, number in figures.by_state(report.cycles).items()
    ]
    columns = [
        Column(_("State"), 30),
        Column(_("Cycles"), 10, is_number=True),
        Column(_("Share"), 10, is_number=True),
    ]
    return Table(_("By state"), columns, rows)


def _grouped(
    report: Report, caption: str, first: str, groups: Groups, names: dict[object, str]
) -> Iterator[Block]:
    """Only with the columns of which the filter leaves anything."""
    shown = _columns(report)
    columns = [Column(first, 28), *(Column(words, 12, is_number=True) for words, _place in shown)]
    rows: list[list[Cell]] = [
        [names[group.key], *(str(group.numbers[place]) for _words, place in shown)]
        for group in groups.shown
    ]
    if not rows or not shown:
        return
    yield Table(caption, columns, rows)
    if groups.left_out:
        words = ngettext(
            "%(number)d more is not shown.", "%(number)d more are not shown.", groups.left_out
        )
        yield Paragraph(words % {"number": groups.left_out}, is_muted=True)


def _columns(report: Report) -> list[tuple[str, int]]:
    """Headings, each with the place of its number in a group."""
    told = [
        (_("Open"), tells(report, *OPEN_STATES)),
        (_("Overdue"), tells(report, TimingState.OVERDUE)),
        (_("Due in 30 days"), tells(report, *WAITING)),
        (_("No date"), tells(report, TimingState.NO_DATE)),
        (_("Answered on time"), not report.states),
        (_("Answered late"), not report.states),
    ]
    return [(words, place) for place, (words, is_told) in enumerate(told) if is_told]
