"""What is to come, month by month and region by region: to balance the work load."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Count, Q, Value

from apps.obligations.codes import Region
from apps.reporting.models import TimingState

from .measures import Measure, Number, between
from .scope import Scope

MONTHS_AHEAD = 24
HEAVIER = 1.25
"""A month with so many times the mean is heavier than usual."""


@dataclass(frozen=True, slots=True)
class LoadOfMonth:
    """What is open and due in one month."""

    first: dt.date
    regions: list[Number]
    """In the order of Region."""
    total: Number
    is_heavy: bool


@dataclass(frozen=True, slots=True)
class Load:
    months: list[LoadOfMonth]
    mean: float
    """Cycles a month."""


def load(scope: Scope) -> Load:
    """Open cycles due from the day to the end of the twenty-fourth month; what is overdue is not to come."""
    this = scope.on.replace(day=1)
    months = [this + relativedelta(months=step) for step in range(MONTHS_AHEAD)]
    end = this + relativedelta(months=MONTHS_AHEAD, days=-1)
    due, region = scope.day.at.due, "obligation__region"
    waits = scope.day.at.is_open & between(scope.day.at, scope.on, end)
    rows: Any = scope.cycles.filter(waits).values(due, region).annotate(number=Count(Value(1)))
    sums = {(month, code): 0 for month in months for code in Region.values}
    for row in rows:
        sums[row[due].replace(day=1), row[region]] += row["number"]
    mean = sum(sums.values()) / MONTHS_AHEAD
    return Load([_month(month, sums, scope, mean) for month in months], mean)


def held_against(found: Load, before: Load) -> list[LoadOfMonth]:
    """The months, each with what was due in it as things stood on the other day."""
    then = {month.first: month.total.value for month in before.months}
    return [
        replace(month, total=replace(month.total, before=then.get(month.first, 0)))
        for month in found.months
    ]


def _month(
    first: dt.date, sums: dict[tuple[dt.date, str], int], scope: Scope, mean: float
) -> LoadOfMonth:
    states = [TimingState.DUE, TimingState.DUE_SOON, TimingState.NOT_DUE]
    last = first + relativedelta(months=1, days=-1)
    query = {"state": states, "due_after": max(first, scope.on), "due_before": last}
    kind = Measure("due", "", Q(), query)
    regions = [kind.number(sums[first, code], scope, region=code) for code in Region.values]
    together = sum(number.value for number in regions)
    return LoadOfMonth(first, regions, kind.number(together, scope), together > HEAVIER * mean)
