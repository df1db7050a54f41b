"""How late answers come, and how the asks of each year fared."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.reporting.models import TimingState

from .days import percent
from .measures import Measure, Number, between, is_late, outcomes, year_before
from .scope import Scope

LATENESS: list[tuple[int, int | None, str | Promise]] = [
    (1, 7, _("1 to 7 days late")),
    (8, 30, _("8 to 30 days late")),
    (31, 90, _("31 to 90 days late")),
    (91, 180, _("91 to 180 days late")),
    (181, None, _("More than 180 days late")),
]


@dataclass(frozen=True, slots=True)
class Cohort:
    """The cycles of what was adopted in one year, all that were ever planned; waived ones in none."""

    year: int
    parts: list[Number]
    """In the order of `outcomes`."""
    total: Number

    @property
    def on_time_share(self) -> int | None:
        """Of what fell due, how many per cent were answered on time."""
        on_time, late, overdue, _waits = (part.value for part in self.parts)
        return percent(on_time, late, overdue)


def lateness(scope: Scope) -> list[Number]:
    """Of the cycles that fell due in the year before and were answered late: by how many days."""
    kinds = [_late(least, most, label, scope) for least, most, label in LATENESS]
    late = is_late(scope.day.at) & between(scope.day.at, *year_before(scope.on))
    counts = scope.cycles.filter(late).aggregate(**{kind.name: kind.count for kind in kinds})
    return [kind.number(counts[kind.name], scope) for kind in kinds]


def cohorts(scope: Scope) -> list[Cohort]:
    """By year of adoption, the newest first."""
    parts, together = outcomes(scope.day)
    adopted = "obligation__document__adopted_on"
    counts = {part.name: part.count for part in parts}
    rows: Any = scope.cycles.exclude(**{adopted: None}).values(adopted).annotate(**counts)
    sums: dict[int, list[int]] = defaultdict(lambda: [0] * len(parts))
    for row in rows:
        for place, part in enumerate(parts):
            sums[row[adopted].year][place] += row[part.name]
    return [
        Cohort(
            year,
            [part.number(n, scope, year=year) for part, n in zip(parts, counted, strict=True)],
            together.number(sum(counted), scope, year=year),
        )
        for year, counted in sorted(sums.items(), reverse=True)
        if sum(counted)
    ]


def _late(least: int, most: int | None, label: str | Promise, scope: Scope) -> Measure:
    at, (first, last) = scope.day.at, year_before(scope.on)
    condition = Q(**{f"{at.answered}__gte": F(at.due) + dt.timedelta(days=least)})
    query: dict[str, Any] = {
        "state": [TimingState.ANSWERED_LATE],
        "due_after": first,
        "due_before": last,
        "late_from": least,
    }
    if most is not None:
        condition &= Q(**{f"{at.answered}__lte": F(at.due) + dt.timedelta(days=most)})
        query["late_until"] = most
    return Measure(f"late_{least}", label, condition, query)
