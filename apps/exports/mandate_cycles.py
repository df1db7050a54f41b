"""The table of reporting and mandate cycles as a workbook: both its parts, with the words of the page."""

import datetime as dt
from collections.abc import Iterable, Sequence
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.obligations.codes import Region
from apps.reporting.cycles_page import CyclesPage, Entry
from apps.reporting.cycles_rows import PARTS, Row

from .formats import XLSX_ROWS, About, TooManyRows, about_sheet, fitting, lay_out


def mandate_cycles_file(table: CyclesPage, about: About) -> IO[bytes]:
    """A workbook, open at its start: by region and theme, month by month, and the facts.

    Raises TooManyRows.
    """
    if max(about.rows, table.dates().order_by().count()) > XLSX_ROWS:
        raise TooManyRows(
            _("A sheet holds %(most)d rows. Narrow the filter.") % {"most": XLSX_ROWS}
        )
    file = TemporaryFile()  # noqa: SIM115 (the answer closes it when it is sent)
    # Each row is on the disk when the next begins. No text is a formula or link.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        regions = book.add_worksheet(_("By region and theme"))
        _sheet(book, regions, about, region_headings(), map(region_cells, table.all_rows()))
        months = book.add_worksheet(_("Month by month"))
        _sheet(book, months, about, month_headings(), map(month_cells, table.all_entries()))
        about_sheet(book, about)
    file.seek(0)
    return file


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
