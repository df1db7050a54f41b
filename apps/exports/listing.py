"""Rows under headings, and what travels with them: what every writer of tables takes.

A row that was read from a file that we wrote (`read_back`) is written the same again.
"""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

# First characters by which a spreadsheet takes text for a formula, in either width.
ACTIVE = "=+\\-@\t\r\n＝＋－＠"
RUNS = re.compile(f"'*[{ACTIVE}]")
ESCAPED = re.compile(f"'+[{ACTIVE}]")
QUOTED = re.compile(r'[;"\n\r]|^\s|\s$|^$')


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


class Type(StrEnum):
    """What a column holds. Where nothing is, it holds nothing, whatever its type."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    heading: str
    type: Type = Type.TEXT
    is_long: bool = False
    """Whether it holds sentences."""


@dataclass(frozen=True, slots=True)
class Listing:
    about: About
    columns: Sequence[Column]
    rows: Iterable[tuple[int | None, Sequence[Any]]]
    """Key of each, where it is known, and a value a column. Asked for once, from the first."""

    def facts(self) -> list[tuple[str, str | int]]:
        """What is said of the rows; the last are the names of the columns, for whoever reads them back."""
        names = (f"{c.name}:{c.type}" if c.type != Type.TEXT else c.name for c in self.columns)
        return [*self.about.in_words(), (_("Columns"), ", ".join(names))]


def text(value: Any) -> str:
    """A value in one cell: dates as ISO writes them, lists with semicolons between."""
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, list):
        return "; ".join(map(_item, value))
    return "" if value is None else str(value)


def _item(value: Any) -> str:
    """One of a list; in quotation marks, doubled inside, where it would be taken for several."""
    words = str(value)
    return '"{}"'.format(words.replace('"', '""')) if QUOTED.search(words) else words


def items(cell: str) -> list[str]:
    """What `text` made of a list."""
    if not cell:
        return []
    reader = csv.reader([cell], delimiter=";", skipinitialspace=True)
    return next(reader) if "\n" not in cell and "\r" not in cell else _many_lines(cell)


def _many_lines(cell: str) -> list[str]:
    lines = cell.splitlines(keepends=True)
    return next(csv.reader(lines, delimiter=";", skipinitialspace=True))


def harmless(cell: str) -> str:
    """`cell` with an apostrophe before it where a spreadsheet would take it for a formula.

    What begins with apostrophes and goes on so gets one more: `as_it_was` takes away one.
    """
    return f"'{cell}" if RUNS.match(cell) else cell


def as_it_was(cell: str) -> str:
    """What `harmless` was given."""
    return cell[1:] if ESCAPED.match(cell) else cell


def as_float(value: Decimal) -> float | None:
    """The number as spreadsheets keep it; None where that would be another number."""
    number = float(value)
    return number if Decimal(repr(number)) == value else None
