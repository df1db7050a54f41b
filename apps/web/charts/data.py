"""What goes into every chart, and the table that comes out of it."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.formats import localize
from django.utils.safestring import SafeString

NAME = re.compile(r"[a-z][a-z0-9-]*")
KEYS = ("on-time", "late", "overdue", "open", "soon", "waived", "plain", "other")
"""What parts can mean. Each has a colour and a pattern (canvas.py, static/charts.css)."""


class UnknownKey(ValueError):
    """A part has a key that no pattern belongs to."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key!r} is none of {', '.join(KEYS)}")


@dataclass(frozen=True, slots=True)
class Value:
    """A number from 0 up, and where it leads."""

    value: int
    href: str = ""

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError(f"{self.value} is below 0")


@dataclass(frozen=True, slots=True)
class Series:
    """Parts of one meaning in all columns or bars."""

    key: str
    """One of KEYS."""
    label: str

    def __post_init__(self) -> None:
        if self.key not in KEYS:
            raise UnknownKey(self.key)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table behind a chart; None where there is nothing to say."""

    value: int | str | None
    href: str = ""
    is_share: bool = False
    """A number that counts nothing, such as a part of a hundred: the link leads to something else than so many."""

    @property
    def is_number(self) -> bool:
        return isinstance(self.value, int)

    @property
    def counts(self) -> bool:
        return self.is_number and not self.is_share

    @property
    def shown(self) -> str:
        return "–" if self.value is None else str(localize(self.value))


class Table(NamedTuple):
    """The numbers of a chart. The first cell of a row names it."""

    headings: list[str]
    rows: list[list[Cell]]


def said(name: str, total: int, series: Sequence[Series], values: Sequence[Value]) -> str:
    """A column or bar in one line: "June 2026: 12. On time: 3. Late: 9."."""
    words = [(name, total)]
    if len(series) > 1:
        words += [(s.label, v.value) for s, v in zip(series, values, strict=True) if v.value]
    return " ".join(f"{label}: {localize(number)}." for label, number in words)


class Key(NamedTuple):
    """One entry of the legend: a small drawing, and what it means."""

    swatch: SafeString
    label: str


@dataclass(frozen=True, kw_only=True)
class Chart(ABC):
    """What all kinds share. A page shows one by includes/chart.html with `chart`.

    Raises ValueError where `name` could not stand in an id, quoting it.
    """

    name: str
    """Unique on the page; small letters, digits and hyphens. Ids begin with it."""
    title: str
    description: str
    """For those who do not see the chart: what it shows, and where its links lead."""
    rtl: bool = False
    """Time runs, and rows begin, from the right."""

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name):
            raise ValueError(f"{self.name!r} is no name of a chart")

    @abstractmethod
    def svg(self) -> SafeString:
        """The drawing, for a page that has static/charts.css."""

    @abstractmethod
    def table(self) -> Table:
        """The same numbers as rows, with the same links."""

    @abstractmethod
    def legend(self) -> Sequence[Key]:
        """What stands above the drawing; nothing where the title says it all."""

    def opens_at(self) -> int:
        """Where what matters most lies, in tenths of the way: a narrow screen is scrolled to it."""
        return 0
