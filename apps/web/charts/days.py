"""A stretch of days as pixels, and the marks under it: years, quarters or months. Pure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

MOST_TICKS = 16
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)
"""Months between two marks."""
FIRST, LAST = dt.date(1, 1, 1), dt.date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last` over `length` pixels."""

    first: dt.date
    last: dt.date
    length: int

    @classmethod
    def over(cls, days: Sequence[dt.date], length: int) -> "Days":
        """All of `days`, which are not none, with a little air on both sides."""
        low, high = min(days), max(days)
        air = max(20, (high - low).days // 25)
        before, after = min(air, (low - FIRST).days), min(air, (LAST - high).days)
        return cls(low - dt.timedelta(before), high + dt.timedelta(after), length)

    def at(self, day: dt.date) -> int:
        """How many pixels after the start; at most `length`."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return min(self.length, max(0, round(self.length * share)))

    @property
    def step(self) -> int:
        """Months between marks, so that there are no more than MOST_TICKS."""
        months = _months(self.last) - _months(self.first)
        return next((step for step in STEPS if months <= step * MOST_TICKS), STEPS[-1])

    def ticks(self) -> list[dt.date]:
        """The first days of months at which a mark stands."""
        step = self.step
        places = range(-(-_months(self.first) // step) * step, _months(self.last) + 1, step)
        days = [dt.date(place // 12, place % 12 + 1, 1) for place in places if place >= 12]
        return [day for day in days if self.first <= day <= self.last]


def _months(day: dt.date) -> int:
    return day.year * 12 + day.month - 1
