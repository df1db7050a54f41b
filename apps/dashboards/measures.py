"""What is counted: each measure is a condition and, beside it, the register's filter for the same."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from apps.reporting.models import TimingState

WAITING = (TimingState.DUE, TimingState.DUE_SOON, TimingState.NOT_DUE)
OPEN_STATES = (TimingState.OVERDUE, *WAITING, TimingState.NO_DATE)
OPEN = Q(answered_on=None, waived_on=None)
ON_TIME = Q(waived_on=None, answered_on__lte=F("due_on"))
LATE = Q(waived_on=None, answered_on__gt=F("due_on"))


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
        return Count("pk", filter=self.condition)

    @cached_property
    def url(self) -> str:
        return f"{reverse('reporting:cycle-list')}?{urlencode(self.query, doseq=True)}"

    def number(self, value: int, **scope: Any) -> "Number":
        """`value` of this measure inside `scope`, further GET parameters of the register."""
        url = f"{self.url}&{urlencode(scope)}" if scope else self.url
        return Number(self.name, self.label, value, url)


@dataclass(frozen=True, slots=True)
class Number:
    """How many cycles a measure counts, and the address of the register that shows exactly these."""

    name: str
    label: str | Promise
    value: int
    url: str


def year_before(on: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the twelve months before `on`, itself left out: due then is past."""
    return on - relativedelta(years=1), on - dt.timedelta(days=1)


def measures(on: dt.date) -> dict[str, Measure]:
    """How cycles stand on `on`, by name. Answers are those to cycles due in the year before."""
    first, last = year_before(on)
    past = Q(due_on__range=(first, last))
    fell_due = {"due_after": first, "due_before": last}
    found = [
        Measure("open", _("Open"), OPEN, {"state": OPEN_STATES}),
        Measure(
            "overdue",
            _("Overdue"),
            OPEN & Q(due_on__lt=on),
            {"state": [TimingState.OVERDUE]},
        ),
        *(_due_within(days, on) for days in (30, 60, 90)),
        Measure(
            "undated",
            _("Undated"),
            OPEN & Q(due_on=None),
            {"state": [TimingState.NO_DATE]},
        ),
        Measure(
            "on_time",
            _("Answered on time"),
            ON_TIME & past,
            {"state": [TimingState.ANSWERED], **fell_due},
        ),
        Measure(
            "late",
            _("Answered late"),
            LATE & past,
            {"state": [TimingState.ANSWERED_LATE], **fell_due},
        ),
        Measure(
            "unanswered",
            _("Not answered"),
            OPEN & past,
            {"state": [TimingState.OVERDUE], **fell_due},
        ),
    ]
    return {measure.name: measure for measure in found}


def month_series(on: dt.date) -> tuple[list[Measure], Measure]:
    """The parts of a month's bar from the ground up, and all of them; waived cycles are in none."""
    parts = [
        Measure("on-time", _("Answered on time"), ON_TIME, {"state": [TimingState.ANSWERED]}),
        Measure("late", _("Answered late"), LATE, {"state": [TimingState.ANSWERED_LATE]}),
        Measure("overdue", _("Overdue"), OPEN & Q(due_on__lt=on), {"state": [TimingState.OVERDUE]}),
        Measure("open", _("Open, not overdue"), OPEN & Q(due_on__gte=on), {"state": WAITING}),
    ]
    states = [state for part in parts for state in part.query["state"]]
    return parts, Measure("together", _("Together"), Q(waived_on=None), {"state": states})


def _due_within(days: int, on: dt.date) -> Measure:
    last = on + dt.timedelta(days=days)
    return Measure(
        f"due_{days}",
        _("Due in %(days)d days") % {"days": days},
        OPEN & Q(due_on__range=(on, last)),
        {"state": WAITING, "due_after": on, "due_before": last},
    )
