"""Read a register that we exported: CSV, XLSX, ODS or JSON. What was exported is exported again from it.

The files may have been saved by another program since, as long as what stands around the rows is left.
"""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import IO, Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from apps.reporting.columns import Coded

from .listing import About, Column, Listing, Type, as_it_was, items
from .models import Format
from .rows import LONG

UNREADABLE = (
    CalamineError,
    csv.Error,
    json.JSONDecodeError,
    RecursionError,
    UnicodeDecodeError,
)
LONGEST_CELL = 16 * 2**20  # characters; csv takes 131,072 unless told
LONGEST_NUMBER = 100  # digits before or after the point
FACTS = 7  # About, and the names of the columns


class NotOurs(ValueError):
    """It is no register that we exported; the message quotes what is not as we write it."""


def read_back(file: IO[bytes], *, format: str) -> Listing:  # noqa: A002
    """The rows with typed values, and what is said of them. Rows of CSV are read as they are asked for.

    Raises NotOurs, also while rows are read.
    """
    if format not in READERS:
        raise NotOurs(_("“%(name)s” is no format that is read back.") % {"name": format})
    try:
        return READERS[Format(format)](file)
    except UNREADABLE as error:
        raise _unreadable(error) from error


def _unreadable(error: Exception) -> NotOurs:
    return NotOurs(_("The file cannot be read: %(why)s") % {"why": error})


def _csv(file: IO[bytes]) -> Listing:
    csv.field_size_limit(LONGEST_CELL)
    lines = csv.reader(io.TextIOWrapper(file, "utf-8-sig", newline=""))
    facts = []
    for line in lines:
        if not line:
            break
        facts.append([as_it_was(cell) for cell in line])
    headings = [as_it_was(heading) for heading in next(lines, [])]
    about, columns = _facts(facts, headings)
    return Listing(about, columns, _rows(columns, _harmed(lines)))


def _harmed(lines: Iterable[list[str]]) -> Iterator[list[str]]:
    try:
        for line in lines:
            yield [as_it_was(cell) for cell in line]
    except UNREADABLE as error:
        raise _unreadable(error) from error


def _sheets(file: IO[bytes]) -> Listing:
    book = CalamineWorkbook.from_filelike(file)
    if len(book.sheet_names) < 2:
        raise NotOurs(_("There is no second sheet that says what the rows are."))
    register = book.get_sheet_by_index(0)
    facts = book.get_sheet_by_index(len(book.sheet_names) - 1).to_python()
    lines = iter(register.to_python(skip_empty_area=False))
    about, columns = _facts(facts, [str(heading) for heading in next(lines, [])])
    return Listing(about, columns, _rows(columns, lines))


def _facts(facts: Sequence[Sequence[Any]], headings: list[str]) -> tuple[About, list[Column]]:
    if len(facts) != FACTS or any(len(fact) < 2 for fact in facts):
        raise NotOurs(_("The facts that travel with the rows are not there."))
    title, chosen, as_at, person, rows, address, names = (_plain(fact[1]) for fact in facts)
    columns = [_column(*pair) for pair in zip(names.split(", "), headings, strict=False)]
    if len(columns) != len(headings) or len(columns) != len(names.split(", ")):
        raise NotOurs(_("“%(names)s” does not name the headings.") % {"names": names})
    if not rows.isdecimal():
        raise NotOurs(_("“%(rows)s” is not a number of rows.") % {"rows": rows})
    return About(title, chosen, as_at, person, int(rows), address), columns


def _column(name: str, heading: str) -> Column:
    name, _colon, kind = name.partition(":")
    try:
        return Column(name, heading, Type(kind or Type.TEXT), is_long=name in LONG)
    except ValueError:
        raise NotOurs(_("“%(type)s” is no type of a column.") % {"type": kind}) from None


def _rows(
    columns: Sequence[Column], lines: Iterable[Sequence[Any]]
) -> Iterator[tuple[None, list[Any]]]:
    for line in lines:
        if len(line) != len(columns):
            raise NotOurs(_("“%(line)s” has another number of cells.") % {"line": line})
        yield None, [_typed(cell, column) for cell, column in zip(line, columns, strict=True)]


def _typed(cell: Any, column: Column) -> Any:
    """What stood in the cell, by the type of its column."""
    if column.type == Type.LIST:
        return items(_plain(cell))
    if column.type == Type.TEXT:
        return _plain(cell)
    if cell in ("", None):
        return None
    if isinstance(cell, dt.date):
        return cell.date() if isinstance(cell, dt.datetime) else cell
    try:
        words = _plain(cell)
        return dt.date.fromisoformat(words) if column.type == Type.DATE else _number(words)
    except (ValueError, InvalidOperation):
        words = _("“%(cell)s” under “%(heading)s” is not what the column holds.")
        raise NotOurs(words % {"cell": cell, "heading": column.heading}) from None


def _number(words: str) -> Decimal:
    """Raises InvalidOperation, and ValueError for what is no number, or too long to be written out."""
    number = Decimal(words)
    if not number.is_finite() or abs(number.adjusted()) > LONGEST_NUMBER:
        raise ValueError(words)
    return number


def _plain(cell: Any) -> str:
    """Text that another program may have taken for a number."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return repr(cell) if isinstance(cell, float) else str(cell)


def _json(file: IO[bytes]) -> Listing:
    found = json.load(file, parse_int=_int)
    try:
        about = About(**found["about"])
        columns = [
            Column(name, heading, Type(found["types"][name]), is_long=name in LONG)
            for name, heading in found["columns"].items()
        ]
        rows = [(row["id"], [_value(row[c.name], c) for c in columns]) for row in found["rows"]]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise NotOurs(_("The file is not as its schema says: %(why)s") % {"why": error}) from error
    return Listing(about, columns, rows)


def _int(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise NotOurs(_("“%(number)s” is too long for a number.") % {"number": f"{digits[:40]}…"})
    return int(digits)


def _value(value: Any, column: Column) -> Any:
    if isinstance(value, list):
        return [_coded(one) for one in value]
    if column.type in (Type.DATE, Type.NUMBER):
        return _typed(value, column)
    return _coded(value)


def _coded(value: Any) -> Any:
    return Coded(value["words"], value["code"]) if isinstance(value, dict) else value


READERS: dict[Format, Callable[[IO[bytes]], Listing]] = {
    Format.CSV: _csv,
    Format.XLSX: _sheets,
    Format.ODS: _sheets,
    Format.JSON: _json,
}
