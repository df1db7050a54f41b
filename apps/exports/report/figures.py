"""The figures of a report: each is one grouped query over the cycles in scope, whatever their number."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, QuerySet

from apps.dashboards.measures import is_overdue, measures
from apps.obligations.models import Addressee
from apps.reporting.models import Day, TimingState

Cycles = QuerySet[Any]
"""Cycles, each annotated with its `state` on the day."""
DAYS_AHEAD = 30
AS_ON_DASHBOARDS = {"due": "due_30"}
MOST_GROUPS = 40
COLUMNS = ("open", "overdue", "due", "undated", "on_time", "late")


@dataclass(frozen=True, slots=True)
class Totals:
    """All cycles in scope, counted as at a day."""

    obligations: int
    cycles: int
    open: int
    overdue: int
    due: int
    """Open, and due in the DAYS_AHEAD days from that day on."""
    undated: int
    on_time: int
    """Of those that fell due in the year before: answered on time, answered late, or not at all."""
    late: int
    unanswered: int
    oldest: dt.date | None
    """When the longest overdue was due."""


@dataclass(frozen=True, slots=True)
class Group:
    """The cycles of one office or addressee."""

    key: Any
    numbers: Sequence[int]
    """In the order of COLUMNS."""


@dataclass(frozen=True, slots=True)
class Groups:
    """The most overdue first, and how many more there are than are shown."""

    shown: list[Group]
    left_out: int


def totals(cycles: Cycles, day: Day) -> Totals:
    """Count `cycles` as at `day`."""
    found = cycles.aggregate(
        obligations=Count("obligation", distinct=True),
        cycles=Count("pk"),
        unanswered=measures(day)["unanswered"].count,
        oldest=Min(day.at.due, filter=is_overdue(day)),
        **_measures(day),
    )
    return Totals(**found)


def by_state(cycles: Cycles) -> dict[str, int]:
    """How many stand in each state, in the order of the states; those in which none stands are left out."""
    rows = cycles.values_list("state").annotate(number=Count("pk"))
    found = dict(rows.order_by())
    return {state: found[state] for state in TimingState if state in found}


def by_lead(cycles: Cycles, day: Day) -> Groups:
    """By the short name of the office that leads, None for those that nobody leads."""
    return _groups(cycles, "obligation__lead__short", day)


def by_addressee(cycles: Cycles, day: Day) -> Groups:
    """By the code of who is to act. A cycle whose obligation addresses two counts for both."""
    earlier = Addressee.objects.filter(
        obligation=OuterRef("obligation"), code=OuterRef("code"), pk__lt=OuterRef("pk")
    )
    once = Addressee.objects.filter(~Exists(earlier))
    asked = cycles.filter(obligation__addressees__in=once)
    return _groups(asked, "obligation__addressees__code", day)


def _measures(day: Day) -> dict[str, Count]:
    """What each of COLUMNS counts: as the dashboards do."""
    kinds = measures(day)
    return {name: kinds[AS_ON_DASHBOARDS.get(name, name)].count for name in COLUMNS}


def _groups(cycles: Cycles, by: str, day: Day) -> Groups:
    rows = cycles.values(by).annotate(**_measures(day)).order_by("-overdue", "-open", by)
    found = [Group(row[by], [row[name] for name in COLUMNS]) for row in rows]
    counted = [group for group in found if any(group.numbers)]
    return Groups(counted[:MOST_GROUPS], len(counted[MOST_GROUPS:]))
