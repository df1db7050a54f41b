"""What stands in a timeline."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format

from .canvas import SHAPES
from .data import KEYS, UnknownKey


@dataclass(frozen=True, slots=True)
class Kind:
    """What points of one shape and colour are. `label` stands in the legend."""

    label: str
    shape: str
    """One of SHAPES. A `ring` is an empty circle; a `bar` stands upright on the day."""
    key: str = "plain"
    """One of KEYS: the colour."""

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise ValueError(f"{self.shape!r} is none of {', '.join(SHAPES)}")
        if self.key not in KEYS:
            raise UnknownKey(self.key)


@dataclass(frozen=True, slots=True)
class Point:
    """Something on one day: a cycle due, a response, an extension."""

    on: dt.date
    kind: Kind
    words: str
    """What it is, without its day, which is added: "Report of the period to June, answered"."""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days: a version of a cadence, a mandate."""

    since: dt.date
    until: dt.date | None
    """The last day; None while it is open, and then it runs to the end of the axis."""
    words: str
    """Printed in it as far as there is room; whole in its title and in the table."""
    href: str = ""
    key: str = "plain"
    """One of KEYS: the colour."""

    def __post_init__(self) -> None:
        if self.key not in KEYS:
            raise UnknownKey(self.key)
        if self.until is not None and self.until < self.since:
            raise ValueError(f"{self.until} is before {self.since}")


@dataclass(frozen=True, slots=True)
class Lane:
    """What belongs together, named at the start side. Empty lanes are left out."""

    label: str
    spans: Sequence[Span] = ()
    points: Sequence[Point] = ()


def written(day: dt.date) -> str:
    return str(date_format(day, "DATE_FORMAT"))
