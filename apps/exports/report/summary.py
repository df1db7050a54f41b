"""The first page: how it stands, in sentences. Every number in them stands in the figures too."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.dashboards.measures import WAITING, year_before
from apps.exports.paper.model import Block, Heading, Link, Paragraph, Points
from apps.reporting.models import TimingState

from .asked import Report
from .figures import DAYS_AHEAD, Totals
from .links import page_of
from .words import counted_cycles, counted_days, counted_obligations, day


def summary(report: Report, totals: Totals) -> Iterator[Block]:
    yield Heading(_("Summary"))
    yield Paragraph(_scope(totals))
    if totals.cycles:
        yield Points(list(_points(report, totals)))
        if report.states:
            words = _("The filter keeps to some states: how the others stand is not told here.")
            yield Paragraph(words, is_muted=True)


def _scope(totals: Totals) -> str:
    if not totals.cycles:
        return _("Nothing in scope: no cycle matches the filter.")
    words = _(
        "The report covers %(obligations)s with %(cycles)s: dates or periods for which an answer is due."
    )
    return words % {
        "obligations": counted_obligations(totals.obligations),
        "cycles": counted_cycles(totals.cycles),
    }


def _points(report: Report, totals: Totals) -> Iterator[str | list[str | Link]]:
    """What the states asked for can say something about."""
    if tells(report, TimingState.OVERDUE):
        yield _overdue(report, totals)
    if tells(report, *WAITING):
        yield _ahead(report.on, totals)
    if not report.states:
        yield _year(report.on, totals)
    if tells(report, TimingState.NO_DATE) and totals.undated:
        yield _undated(totals.undated)


def tells(report: Report, *states: str) -> bool:
    """Whether the filter leaves all of these states in."""
    return not report.states or report.states.issuperset(states)


def _overdue(report: Report, totals: Totals) -> str | list[str | Link]:
    if totals.oldest is None:
        return _("Nothing is overdue.")
    words = ngettext(
        "%(number)d cycle is overdue: it was due on %(day)s, %(days)s ago:",
        "%(number)d cycles are overdue; the oldest was due on %(day)s, %(days)s ago:",
        totals.overdue,
    )
    late = counted_days((report.on - totals.oldest).days)
    values = {"number": totals.overdue, "day": day(totals.oldest), "days": late}
    first = report.cycles.filter(state=TimingState.OVERDUE).order_by(report.day.at.due, "pk")[0]
    return [words % values, page_of(report, first.obligation)]


def _ahead(on: dt.date, totals: Totals) -> str:
    last = day(on + dt.timedelta(days=DAYS_AHEAD))
    if not totals.due:
        return _("Nothing falls due by %(day)s, in the thirty days ahead.") % {"day": last}
    words = ngettext(
        "%(number)d cycle falls due by %(day)s, in the thirty days ahead.",
        "%(number)d cycles fall due by %(day)s, in the thirty days ahead.",
        totals.due,
    )
    return words % {"number": totals.due, "day": last}


def _year(on: dt.date, totals: Totals) -> str:
    fell = totals.on_time + totals.late + totals.unanswered
    first, last = map(day, year_before(on))
    if not fell:
        return _("Nothing fell due from %(first)s to %(last)s.") % {"first": first, "last": last}
    words = ngettext(
        "%(number)d cycle fell due from %(first)s to %(last)s: answered on time %(on_time)d, "
        "answered late %(late)d, not answered %(unanswered)d.",
        "%(number)d cycles fell due from %(first)s to %(last)s: answered on time %(on_time)d, "
        "answered late %(late)d, not answered %(unanswered)d.",
        fell,
    )
    values = {"number": fell, "first": first, "last": last, "on_time": totals.on_time}
    return words % {**values, "late": totals.late, "unanswered": totals.unanswered}


def _undated(number: int) -> str:
    words = ngettext(
        "%(number)d cycle has no date, for the decision gives none: it is never counted as overdue.",
        "%(number)d cycles have no date, for the decision gives none: they are never counted as overdue.",
        number,
    )
    return words % {"number": number}
