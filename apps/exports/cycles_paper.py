"""The table of reporting and mandate cycles as a document: both parts, under the headings of the page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.obligations.codes import Region
from apps.obligations.organise import value_words
from apps.reporting.columns import NOTHING
from apps.reporting.cycles_page import CyclesPage, Entry
from apps.reporting.cycles_rows import PARTS, Row

from .asked import Asked
from .listing import About
from .paper.model import Block, Cell, Column, Heading, Link, PageBreak, Paper, Paragraph, Table
from .register_paper import check, paper

Line = Sequence[Cell]


def cycles_paper(table: CyclesPage, about: About, asked: Asked, *, rows: int) -> Paper:
    """By region and theme, then month by month; `rows` of both parts. Raises TooLong."""
    check(rows)
    blocks = _blocks(table, asked.root)
    return paper(about, asked, blocks=blocks, as_at=value_words(table.on), has_contents=True)


def _blocks(table: CyclesPage, root: str) -> Iterator[Block]:
    yield Heading(_("By region and theme"))
    rows = ((_region(row), row.part, _region_cells(row, root)) for row in table.all_rows())
    yield from _sections(rows, _columns(_("Next due"), _("Outstanding since")))
    yield PageBreak()
    yield Heading(f"{_('Month by month')}: {table.year}")
    dates = ((_month(e), e.row.part, _month_cells(e, root)) for e in table.all_entries())
    yield from _sections(dates, _columns(_("Due"), _("Answered by")))


def _sections(found: Iterable[tuple[str, int, Line]], columns: list[Column]) -> Iterator[Block]:
    """Title, part and cells of each row, in order: tables of mandates and of reports under each title."""
    before = ""
    for (title, part), some in groupby(found, key=lambda row: row[:2]):
        if title != before:
            yield Heading(title, level=2)
        before = title
        yield Table(str(PARTS[part]), columns, [cells for _title, _part, cells in some])
    if not before:
        yield Paragraph(_("Nothing"), is_muted=True)


def _region(row: Row) -> str:
    return str(Region(row.obligation.region).label)


def _month(entry: Entry) -> str:
    return date_format(entry.on, "YEAR_MONTH_FORMAT")


def _columns(*last: str) -> list[Column]:
    words = [Column(_("Subject"), 26), Column(_("Cadence"), 24), Column(_("Legal basis"), 20)]
    return [*words, Column(_("Last report"), 16), *(Column(heading, 10) for heading in last)]


def _cells(row: Row, root: str) -> list[Cell]:
    page = reverse("followups:obligation-detail", args=[row.obligation.pk])
    report: Cell = NOTHING
    if row.last_report:
        report = Link(row.last_report_words, root + row.last_report.get_absolute_url())
    return [Link(row.subject, root + page), row.cadence, row.basis, report]


def _region_cells(row: Row, root: str) -> Line:
    days = (row.next_due, row.outstanding)
    return [*_cells(row, root), *(value_words(day) or NOTHING for day in days)]


def _month_cells(entry: Entry, root: str) -> Line:
    answer: Cell = NOTHING
    if entry.answer:
        answer = Link(str(entry.answer), root + entry.answer.get_absolute_url())
    return [*_cells(entry.row, root), value_words(entry.on), answer]
