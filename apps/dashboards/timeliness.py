"""How late answers come, and how the asks of each year fared."""

import datetime as dt
from collections import defaultdict
from typing import Any

from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.obligations.timing import FIRST_DAY
from apps.reporting.models import TimingState

from .days import Stretch
from .measures import Measure, Number, between, is_late, outcomes, year_before
from .scope import Scope

LATENESS: list[tuple[int, int | None, str | Promise]] = [
    (1, 7, _("1 to 7 days late")),
    (8, 30, _("8 to 30 days late")),
    (31, 90, _("31 to 90 days late")),
    (91, 180, _("91 to 180 days late")),
    (181, None, _("More than 180 days late")),
]


def lateness(scope: Scope) -> list[Number]:
    """Of the cycles that fell due in the year before and were answered late: by how many days."""
    kinds = [_late(least, most, label, scope) for least, most, label in LATENESS]
    late = is_late(scope.day.at) & between(scope.day.at, *year_before(scope.on))
    counts = scope.cycles.filter(late).aggregate(**{kind.name: kind.count for kind in kinds})
    return [kind.number(counts[kind.name], scope) for kind in kinds]


def cohorts(scope: Scope) -> list[Stretch]:
    """By year of adoption, the newest first: all cycles ever planned of what was adopted in it."""
    parts, together = outcomes(scope.day)
    adopted = "obligation__document__adopted_on"
    counts = {part.name: part.count for part in parts}
    rows: Any = scope.cycles.exclude(**{adopted: None}).values(adopted).annotate(**counts)
    sums: dict[int, list[int]] = defaultdict(lambda: [0] * len(parts))
    for row in rows:
        for place, part in enumerate(parts):
            sums[row[adopted].year][place] += row[part.name]
    dated = {"due_after": FIRST_DAY}  # what never had a date is answered, and not on time
    return [
        Stretch(
            dt.date(year, 1, 1),
            dt.date(year, 12, 31),
            year == scope.on.year,
            [
                part.number(n, scope, year=year, **dated)
                for part, n in zip(parts, counted, strict=True)
            ],
            together.number(sum(counted), scope, year=year, **dated),
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
