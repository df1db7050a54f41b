"""The table of reporting and mandate cycles as a file: both its parts, with the words of the page."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import IO, Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.obligations.codes import Region
from apps.reporting.cycles_page import CyclesPage, Entry
from apps.reporting.cycles_rows import PARTS, Row

from .asked import Asked, NotUnderstood, told
from .cycles_paper import cycles_paper
from .listing import About
from .models import Format
from .paper.writers import WRITERS
from .progress import Progress
from .xlsx import about_sheet, check, fitting, lay_out, workbook

FORMATS = (Format.XLSX, Format.DOCX, Format.PDF, Format.ODT, Format.HTML)


class CyclesFile:
    """Both parts of the table that the query asks for. Raises NotUnderstood."""

    def __init__(self, asked: Asked) -> None:
        query = QueryDict(asked.query, mutable=True)
        table = CyclesPage(query, today=asked.on)
        if not table.is_valid:
            raise NotUnderstood("\n".join(problem.words for problem in table.problems))
        # A file holds the table as at a day, not what changed since another.
        query.pop("since", None)
        self.asked, self.table = asked, CyclesPage(query, today=asked.on)
        self.on = self.table.on

    def count(self) -> int:
        """How many rows both parts have."""
        return self._rows + self._dates

    def write(self, file: IO[bytes], progress: Progress) -> None:
        """Write the whole of it in the format asked for. Raises TooLong."""
        if self.asked.format == Format.XLSX:
            _write_xlsx(self.table, self._about(), self._dates, file, progress)
        else:
            paper = cycles_paper(self.table, self._about(), self.asked, rows=self.count())
            WRITERS[self.asked.format](paper, file, progress)

    @cached_property
    def _rows(self) -> int:
        number: int = self.table.lines(on=self.on).order_by().count()
        return number

    @cached_property
    def _dates(self) -> int:
        return self.table.dates().order_by().count()

    def _about(self) -> About:
        page = reverse("reporting:mandate-cycles")
        return About(
            title=_("Reporting and mandate cycles"),
            filter=self.table.in_words,
            as_at=self.on.isoformat(),
            person=str(self.asked.person or ""),
            rows=self._rows,
            address=self.asked.root + page + self.table.address,
        )


def _write_xlsx(
    table: CyclesPage, about: About, dates: int, file: IO[bytes], progress: Progress
) -> None:
    """A workbook: by region and theme, month by month, and the facts."""
    check(max(about.rows, dates))
    total = about.rows + dates
    with workbook(file, about) as book:
        regions = book.add_worksheet(_("By region and theme"))
        rows = told(table.all_rows(), progress, total)
        _sheet(book, regions, about, region_headings(), map(region_cells, rows))
        months = book.add_worksheet(_("Month by month"))
        entries = told(table.all_entries(), progress, total, past=about.rows)
        _sheet(book, months, about, month_headings(), map(month_cells, entries))
        about_sheet(book, about, about.in_words())


def _common() -> list[str]:
    return [_("Kind"), _("Subject"), _("Cadence"), _("Legal basis"), _("Last report")]


def region_headings() -> list[str]:
    return [_("Region or theme"), *_common(), _("Next due"), _("Outstanding since")]


def month_headings() -> list[str]:
    return [_("Month"), *_common(), _("Due"), _("Answered by")]


def _cells(row: Row) -> list[Any]:
    return [str(PARTS[row.part]), row.subject, row.cadence, row.basis, row.last_report_words]


def region_cells(row: Row) -> list[Any]:
    """The values of a row under `region_headings`."""
    region = str(Region(row.obligation.region).label)
    return [region, *_cells(row), row.next_due, row.outstanding]


def month_cells(entry: Entry) -> list[Any]:
    """The values of a date under `month_headings`."""
    month = date_format(entry.on, "YEAR_MONTH_FORMAT")
    return [month, *_cells(entry.row), entry.on, str(entry.answer or "")]


def _sheet(
    book: Any, sheet: Any, about: About, headings: Sequence[str], rows: Iterable[list[Any]]
) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "d mmmm yyyy", "align": "left", "valign": "top"})
    lay_out(sheet, about)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for column, width in enumerate([22, 11, 44, 40, 34, 28, 18, 18]):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, headings[column], head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, dt.date):
                sheet.write_datetime(last, column, value, day)
            elif value:
                sheet.write_string(last, column, fitting(value), words)
    sheet.autofilter(0, 0, last, len(headings) - 1)
