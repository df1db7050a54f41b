"""A register as a file: CSV, XLSX, JSON. Rows are fetched as they are written, never all at once."""

import csv
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from apps.reporting.columns import Coded
from apps.reporting.tables import RegisterTable

CHUNK = 500
XLSX_ROWS = 1_048_575  # what a sheet holds below its header
XLSX_CHARACTERS = 32_767  # what a cell holds
# First characters by which a spreadsheet takes text for a formula, in either width.
ACTIVE = tuple("=+-@\t\r\n＝＋－＠")


class TooManyRows(ValueError):
    """More rows than the format holds; the message says how many it holds."""


@dataclass(frozen=True, slots=True)
class About:
    """What travels with the rows."""

    title: str
    filter: str
    as_at: str
    person: str
    rows: int
    address: str

    def in_words(self) -> list[tuple[str, str | int]]:
        """Each fact with its label."""
        return [
            (_("Title"), self.title),
            (_("Filter"), self.filter),
            (_("As at"), self.as_at),
            (_("Person"), self.person),
            (_("Rows"), self.rows),
            (_("Address"), self.address),
        ]


def values(table: RegisterTable) -> Iterator[tuple[int, list[Any]]]:
    """The key of each row and the values of the columns shown, in the order of the table."""
    columns = [bound.column for bound in table.columns]
    for record in table.data.data.iterator(chunk_size=CHUNK):
        yield record.pk, [column.value(record) for column in columns]


def headings(table: RegisterTable) -> list[str]:
    return [str(column.header) for column in table.columns]


def text(value: Any) -> str:
    """A value in one cell: dates as ISO writes them, lists with semicolons between."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def harmless(cell: str) -> str:
    """`cell` with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(ACTIVE) else cell


class Echo:
    """A file that gives back each line that is written to it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(table: RegisterTable, about: About) -> Iterator[str]:
    """UTF-8 with its mark: the facts, a line to each, an empty line, the headings, the rows."""
    writer = csv.writer(Echo())
    yield "\ufeff"
    for label, fact in about.in_words():
        yield writer.writerow([label, harmless(str(fact))])
    yield writer.writerow([])
    yield writer.writerow(headings(table))
    for _key, row in values(table):
        yield writer.writerow([harmless(text(value)) for value in row])


def json_lines(table: RegisterTable, about: About) -> Iterator[str]:
    """One object: `about`, `columns` by name, and `rows`, each with its `id` and a value a column.

    A coded value is `{"code", "words"}`; a date is written as ISO 8601 does.
    """
    names = [column.name for column in table.columns]
    columns = dict(zip(names, headings(table), strict=True))
    yield f'{{"about": {_json(asdict(about))},\n"columns": {_json(columns)},\n"rows": ['
    before = "\n"
    for key, row in values(table):
        yield before + _json({"id": key} | dict(zip(names, map(_plain, row), strict=True)))
        before = ",\n"
    yield "\n]}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Coded):
        return {"code": value.code, "words": str(value)}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def xlsx_file(table: RegisterTable, about: About) -> IO[bytes]:
    """A workbook, open at its start: the rows with typed dates, and a sheet of the facts.

    Raises TooManyRows.
    """
    if about.rows > XLSX_ROWS:
        raise TooManyRows(
            _(
                "A sheet holds %(most)d rows, and these are %(rows)d. Narrow the filter, or take CSV."
            )
            % {"most": XLSX_ROWS, "rows": about.rows}
        )
    file = TemporaryFile()  # noqa: SIM115 (the answer closes it when it is sent)
    # Constant memory: each row is on the disk when the next begins. No text is a formula or link.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        _register_sheet(book, table, about)
        about_sheet(book, about)
    file.seek(0)
    return file


def _register_sheet(book: Any, table: RegisterTable, about: About) -> None:
    sheet = book.add_worksheet(_("Register"))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    lay_out(sheet, about)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    for column, bound in enumerate(table.columns):
        sheet.set_column(column, column, 60 if bound.name in ("words", "act", "why") else 20)
        sheet.write_string(0, column, str(bound.header), head)
    last = 0
    for last, (_key, row) in enumerate(values(table), start=1):
        for column, value in enumerate(row):
            if isinstance(value, dt.date):
                sheet.write_datetime(last, column, value, day)
            elif isinstance(value, Decimal):
                sheet.write_number(last, column, value, words)
            elif cell := text(value):
                sheet.write_string(last, column, fitting(cell), words)
            else:
                sheet.write_blank(last, column, None, words)
    sheet.autofilter(0, 0, last, len(table.columns) - 1)


def about_sheet(book: Any, about: About) -> None:
    sheet = book.add_worksheet(_("About"))
    label = book.add_format({"bold": True, "valign": "top"})
    words = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
    lay_out(sheet, about)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 80)
    for row, (name, fact) in enumerate(about.in_words()):
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
    return words if len(words) <= XLSX_CHARACTERS else words[: XLSX_CHARACTERS - 1] + "…"
