"""Cycles by the day on which they are due, added up to months, quarters and ages.

Days are grouped by the database and added up here: there are some thousands of them at most, whatever
the number of cycles, and SQLite would call back for every row to find its month.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.reporting.models import TimingState

from .measures import Measure, Number, between, is_overdue, outcomes
from .scope import Scope

MONTHS_EACH_WAY = 12
QUARTERS_BACK = 8
MONTH, QUARTER = relativedelta(months=1), relativedelta(months=3)
AGES: list[tuple[int, int | None, str | Promise]] = [
    (1, 30, _("1 to 30 days")),
    (31, 90, _("31 to 90 days")),
    (91, 180, _("91 to 180 days")),
    (181, 365, _("181 to 365 days")),
    (366, None, _("More than a year")),
]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The cycles due in a month or a quarter, or those of what was adopted in a year."""

    first: dt.date
    last: dt.date
    is_now: bool
    parts: list[Number]
    """In the order of `outcomes`."""
    total: Number

    @property
    def on_time_share(self) -> int | None:
        """Of what fell due and was not waived, how many per cent were answered on time."""
        on_time, late, overdue, _waits = (part.value for part in self.parts)
        return percent(on_time, late, overdue)


@dataclass(frozen=True, slots=True)
class Age:
    """The cycles that have been overdue for so long."""

    label: str | Promise
    number: Number


def percent(part: int, *others: int) -> int | None:
    """Share of `part` in the whole of all given, in whole percent; None of nothing."""
    whole = part + sum(others)
    return round(100 * part / whole) if whole else None


class Days:
    """The cycles of the last two years, of the next twelve months, and all that are overdue, by day."""

    def __init__(self, scope: Scope) -> None:
        self.scope, day = scope, scope.day
        self.this_month = day.on.replace(day=1)
        self.this_quarter = self.this_month.replace(month=1 + (day.on.month - 1) // 3 * 3)
        self.parts, self.together = outcomes(day)
        first = min(self.this_quarter - QUARTERS_BACK * QUARTER, self.this_month - 12 * MONTH)
        last = self.this_month + (MONTHS_EACH_WAY + 1) * MONTH - dt.timedelta(days=1)
        # Two questions, each answered by an index alone.
        older = is_overdue(day) & Q(**{f"{day.at.due}__lt": first})
        self.rows = [*self._rows(between(day.at, first, last)), *self._rows(older)]

    def _rows(self, which: Q) -> Iterable[dict[str, Any]]:
        due = self.scope.day.at.due
        counts = {part.name: part.count for part in self.parts}
        rows: Any = self.scope.cycles.filter(which).values(due).annotate(**counts)
        for row in rows:
            yield row | {"due": row[due]}

    def months(self) -> list[Stretch]:
        """Twelve months back, this one, twelve ahead."""
        first = self.this_month - MONTHS_EACH_WAY * MONTH
        return self._stretches(first, MONTH, 2 * MONTHS_EACH_WAY + 1, self.this_month)

    def quarters(self) -> list[Stretch]:
        """Eight quarters back, and this one."""
        first = self.this_quarter - QUARTERS_BACK * QUARTER
        return self._stretches(first, QUARTER, QUARTERS_BACK + 1, self.this_quarter)

    def ages(self) -> list[Age]:
        """What is overdue, by for how long."""
        sums = [0] * len(AGES)
        for row in self.rows:
            age = (self.scope.on - row["due"]).days
            for place, (least, most, _label) in enumerate(AGES):
                if least <= age and (most is None or age <= most):
                    sums[place] += row["overdue"]
        return [
            Age(label, age_measure(least, most, self.scope).number(number, self.scope))
            for (least, most, label), number in zip(AGES, sums, strict=True)
        ]

    def _stretches(
        self, first: dt.date, step: relativedelta, number: int, now: dt.date
    ) -> list[Stretch]:
        starts = [first + place * step for place in range(number)]
        sums = {start: [0] * len(self.parts) for start in starts}
        months = 3 if step is QUARTER else 1
        for row in self.rows:
            month = row["due"].replace(day=1)
            start = month.replace(month=1 + (month.month - 1) // months * months)
            if start in sums:
                for place, part in enumerate(self.parts):
                    sums[start][place] += row[part.name]
        return [
            self._stretch(start, start + step, sums[start], is_now=start == now) for start in starts
        ]

    def _stretch(self, first: dt.date, end: dt.date, counts: list[int], *, is_now: bool) -> Stretch:
        last = end - dt.timedelta(days=1)
        due = {"due_after": first, "due_before": last}
        parts = [
            part.number(count, self.scope, **due)
            for part, count in zip(self.parts, counts, strict=True)
        ]
        total = self.together.number(sum(counts), self.scope, **due)
        return Stretch(first, last, is_now, parts, total)


def held_against(rows: Sequence[Stretch], before: Sequence[Stretch]) -> list[Stretch]:
    """`rows` with the numbers that the same stretch or year had on the other day; none is 0."""
    then = {row.first: [*row.parts, row.total] for row in before}
    found = []
    for row in rows:
        numbers = [*row.parts, row.total]
        values = [number.value for number in then.get(row.first, [])] or [0] * len(numbers)
        told = [replace(number, before=n) for number, n in zip(numbers, values, strict=True)]
        found.append(replace(row, parts=told[:-1], total=told[-1]))
    return found


def age_measure(least: int, most: int | None, scope: Scope) -> Measure:
    """What has been overdue from `least` to `most` days."""
    day = scope.day
    newest = day.on - dt.timedelta(days=least)
    query: dict[str, Any] = {"state": [TimingState.OVERDUE], "due_before": newest}
    condition = is_overdue(day) & Q(**{f"{day.at.due}__lte": newest})
    if most is not None:
        oldest = day.on - dt.timedelta(days=most)
        query["due_after"] = oldest
        condition &= Q(**{f"{day.at.due}__gte": oldest})
    return Measure(f"overdue-{least}", _("Overdue"), condition, query)
