"""A table as a workbook: rows with typed dates and numbers, and a sheet of what is said of them."""

import datetime as dt
from decimal import Decimal
from typing import IO, Any

import xlsxwriter
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from .asked import TooLong
from .listing import About, Listing, as_float, text

ROWS = 1_048_575  # what a sheet holds below its header
CHARACTERS = 32_767  # what a cell holds
FIRST_DAY = dt.date(1900, 1, 1)
# Constant memory: each row is on the disk when the next begins. No text is a formula or link.
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
LONG, USUAL = 60, 20


def write_xlsx(listing: Listing, file: IO[bytes]) -> None:
    """Write the workbook. Raises TooLong."""
    check(listing.about.rows)
    with workbook(file, listing.about) as book:
        _register_sheet(book, listing)
        about_sheet(book, listing.about, listing.facts())


def check(rows: int) -> None:
    """Raises TooLong for more rows than a sheet holds."""
    if rows > ROWS:
        words = _(
            "A sheet holds %(most)d rows, and these are %(rows)d. Narrow the filter, or take CSV."
        )
        raise TooLong(words % {"most": ROWS, "rows": rows})


def workbook(file: IO[bytes], about: About) -> Any:
    """An empty workbook, dated for the day that it tells of: made twice it is the same."""
    book = xlsxwriter.Workbook(file, OPTIONS)
    day = dt.date.fromisoformat(about.as_at)
    created = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    book.set_properties({"title": about.title, "created": created})
    return book


def _register_sheet(book: Any, listing: Listing) -> None:
    sheet = book.add_worksheet(_("Register"))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    lay_out(sheet, listing.about)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    for place, column in enumerate(listing.columns):
        sheet.set_column(place, place, LONG if column.is_long else USUAL)
        sheet.write_string(0, place, column.heading, head)
    sheet.autofilter(0, 0, _write_rows(book, sheet, listing), len(listing.columns) - 1)


def _write_rows(book: Any, sheet: Any, listing: Listing) -> int:
    """Write them below the headings; the number of the last."""
    words = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    last = 0
    for last, (_key, row) in enumerate(listing.rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, dt.date) and value >= FIRST_DAY:
                sheet.write_datetime(last, place, value, day)
            elif isinstance(value, Decimal) and (number := as_float(value)) is not None:
                sheet.write_number(last, place, number, words)
            elif cell := text(value):
                sheet.write_string(last, place, fitting(cell), words)
            else:
                sheet.write_blank(last, place, None, words)
    return last


def about_sheet(book: Any, about: About, facts: list[tuple[str, str | int]]) -> None:
    sheet = book.add_worksheet(_("About"))
    label = book.add_format({"bold": True, "valign": "top"})
    words = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
    lay_out(sheet, about)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 80)
    for row, (name, fact) in enumerate(facts):
        sheet.write_string(row, 0, name, label)
        if isinstance(fact, int):
            sheet.write_number(row, 1, fact, words)
        else:
            sheet.write_string(row, 1, fitting(fact), words)


def lay_out(sheet: Any, about: About) -> None:
    """For paper: landscape, as wide as the page, its title and day above, page numbers below."""
    if get_language_bidi():
        sheet.right_to_left()
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{about.title}&R{about.as_at}")
    sheet.set_footer("&R&P / &N")


def fitting(words: str) -> str:
    """Text cut to what a cell holds, and seen to be cut."""
    return words if len(words) <= CHARACTERS else words[: CHARACTERS - 1] + "…"
