"""What is counted: each measure is a condition and, beside it, the register's filter for the same."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Count, F, Q, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.reporting.models import Columns, Day, TimingState

from .scope import Scope

WAITING = (TimingState.DUE, TimingState.DUE_SOON, TimingState.NOT_DUE)
OPEN_STATES = (TimingState.OVERDUE, *WAITING, TimingState.NO_DATE)


@dataclass(frozen=True)
class Measure:
    """Cycles that are counted together."""

    name: str
    label: str | Promise
    condition: Q
    query: dict[str, Any]
    """GET parameters with which the register of cycles shows exactly these."""

    @property
    def count(self) -> Count:
        # Rows and not keys: an index then holds all that is asked for.
        return Count(Value(1), filter=self.condition)

    def number(self, value: int, scope: Scope, **group: Any) -> "Number":
        """`value` of this measure; `group` are parameters of the register for the group it is of."""
        return Number(self.name, self.label, value, scope.url(self.query | group))


@dataclass(frozen=True, slots=True)
class Number:
    """How many cycles a measure counts, and the address of the register that shows exactly these."""

    name: str
    label: str | Promise
    value: int
    url: str | None
    """None where the filter leaves nothing that could be counted."""
    before: int | None = None
    """How many there were on the other day."""

    @property
    def change(self) -> int | None:
        return None if self.before is None else self.value - self.before


def is_on_time(at: Columns) -> Q:
    return at.is_answered & Q(**{f"{at.answered}__lte": F(at.due)})


def is_late(at: Columns) -> Q:
    return at.is_answered & Q(**{f"{at.answered}__gt": F(at.due)})


def between(at: Columns, first: dt.date, last: dt.date) -> Q:
    """Due from `first` to `last`, both included."""
    return Q(**{f"{at.due}__range": (first, last)})


def is_overdue(day: Day) -> Q:
    return day.at.is_open & Q(**{f"{day.at.due}__lt": day.on})


def year_before(on: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the twelve months before `on`, itself left out: due then is past."""
    return on - relativedelta(years=1), on - dt.timedelta(days=1)


def measures(day: Day) -> dict[str, Measure]:
    """How cycles stand as at `day`, by name. Answers are those to cycles due in the year before."""
    at, open_ = day.at, day.at.is_open
    first, last = year_before(day.on)
    past, fell_due = between(at, first, last), {"due_after": first, "due_before": last}
    found = [
        Measure("open", _("Open"), open_, {"state": OPEN_STATES}),
        Measure("overdue", _("Overdue"), is_overdue(day), {"state": [TimingState.OVERDUE]}),
        *(_due_within(days, day) for days in (30, 60, 90)),
        Measure(
            "undated",
            _("Undated"),
            open_ & Q(**{at.due: None}),
            {"state": [TimingState.NO_DATE]},
        ),
        Measure(
            "on_time",
            _("Answered on time"),
            is_on_time(at) & past,
            {"state": [TimingState.ANSWERED], **fell_due},
        ),
        Measure(
            "late",
            _("Answered late"),
            is_late(at) & past,
            {"state": [TimingState.ANSWERED_LATE], **fell_due},
        ),
        Measure(
            "unanswered",
            _("Not answered"),
            open_ & past,
            {"state": [TimingState.OVERDUE], **fell_due},
        ),
    ]
    return {measure.name: measure for measure in found}


def outcomes(day: Day) -> tuple[list[Measure], Measure]:
    """What became of what is due, from the ground of a bar up, and all; waived cycles are in none."""
    at, open_ = day.at, day.at.is_open
    waits = open_ & Q(**{f"{at.due}__gte": day.on})
    parts = [
        Measure(
            "on-time", _("Answered on time"), is_on_time(at), {"state": [TimingState.ANSWERED]}
        ),
        Measure("late", _("Answered late"), is_late(at), {"state": [TimingState.ANSWERED_LATE]}),
        Measure("overdue", _("Overdue"), is_overdue(day), {"state": [TimingState.OVERDUE]}),
        Measure("open", _("Open, not overdue"), waits, {"state": WAITING}),
    ]
    states = [state for part in parts for state in part.query["state"]]
    return parts, Measure("together", _("Together"), ~at.is_waived, {"state": states})


def _due_within(days: int, day: Day) -> Measure:
    last = day.on + dt.timedelta(days=days)
    return Measure(
        f"due_{days}",
        _("Due in %(days)d days") % {"days": days},
        day.at.is_open & between(day.at, day.on, last),
        {"state": WAITING, "due_after": day.on, "due_before": last},
    )
