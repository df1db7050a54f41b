"""Put a status report together: facts first, then the parts, each asked for only as it is written."""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _

from apps.exports.make import Asked, NotUnderstood, TooLong
from apps.exports.paper.model import Block, Cell, Paper, Paragraph

from . import figures
from .annex import annex
from .asked import Report
from .derivations import derivations
from .follow_ups import follow_ups
from .form import Part
from .links import page
from .overdue import overdue
from .summary import summary
from .table import table
from .tables_of_figures import tables_of_figures
from .words import day

OF_ROWS: dict[Part, Callable[[Report], Iterator[Block]]] = {
    Part.OVERDUE: overdue,
    Part.FOLLOW_UPS: follow_ups,
    Part.TABLE: table,
    Part.DERIVATIONS: derivations,
    Part.ANNEX: annex,
}
LONGEST_SUBTITLE = 120
WIDE = {Part.OVERDUE, Part.FOLLOW_UPS, Part.TABLE}


def paper_of(asked: Asked) -> Paper:
    """The report that `asked.query` asks for. Write it in the language of `asked`, as this is called.

    Raises NotUnderstood and TooLong.
    """
    return paper(report_of(asked), language=asked.language)


def report_of(asked: Asked) -> Report:
    """What `asked.query` asks for; it may have problems."""
    return Report(
        QueryDict(asked.query),
        today=asked.on,
        language=asked.language,
        person=asked.person,
        root=asked.root,
    )


def paper(report: Report, *, language: str) -> Paper:
    """The same of a report that was asked for already."""
    if not report.is_valid:
        raise NotUnderstood("\n".join(problem.words for problem in report.problems))
    if report.most is None:
        fits(report)
    return Paper(
        title=report.title,
        subtitle=_subtitle(report),
        language=language,
        facts=_facts(report),
        blocks=_blocks(report),
        has_contents=len(report.parts) > 2,
        is_wide=not WIDE.isdisjoint(report.parts),
        authors=[str(report.person)] if report.person else [],
        as_at=day(report.on),
        filter=report.filter_in_words,
        person=str(report.person or ""),
        organization=settings.ORGANIZATION,
        address=page(report).address,
    )


def fits(report: Report) -> None:
    """Raise TooLong where it would list more than a document takes."""
    most = settings.EXPORT_PAPER_ROWS
    if report.has_rows and report.number > most:
        words = _(
            "This report would list %(number)d cycles; a document takes %(most)d. Narrow the filter, "
            "or keep to the summary and the figures; the register of cycles exports all as XLSX."
        )
        raise TooLong(words % {"number": report.number, "most": most})


def _subtitle(report: Report) -> str:
    """What it is about, where a line can say it, and as at which day."""
    as_at = _("As at %(day)s") % {"day": day(report.on)}
    about = report.filter_in_words
    is_short = report.is_narrowed and len(about) <= LONGEST_SUBTITLE
    return f"{about}. {as_at}" if is_short else as_at


def _facts(report: Report) -> list[tuple[str, Cell]]:
    facts: list[tuple[str, Cell]] = [
        (_("As at"), day(report.on)),
        (_("Filter"), report.filter_in_words),
    ]
    if report.taken_over:
        facts.append((_("Saved view"), str(report.taken_over)))
    facts.append((_("Organization"), settings.ORGANIZATION))
    if report.person:
        facts.append((_("Made for"), str(report.person)))
    else:
        facts.append((_("Made for"), _("All readers: nothing confidential stands in it")))
    if report.on != report.today:
        facts.append((_("Made on"), day(report.today)))
    return [*facts, (_("Address"), page(report))]


def _blocks(report: Report) -> Iterator[Block]:
    for words in report.notes:
        yield Paragraph(words)
    if not {Part.SUMMARY, Part.FIGURES}.isdisjoint(report.parts):
        totals = figures.totals(report.cycles, report.day)
        if Part.SUMMARY in report.parts:
            yield from summary(report, totals)
        if Part.FIGURES in report.parts:
            yield from tables_of_figures(report, totals)
    for part in report.parts:
        if part in OF_ROWS:
            yield from OF_ROWS[part](report)
