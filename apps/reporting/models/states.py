"""How a cycle stands on a day: derived from its dates, never stored."""

import datetime as dt
from dataclasses import dataclass

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class TimingState(models.TextChoices):
    """How a cycle stands on a day. Derived from dates, never stored."""

    OVERDUE = "overdue", _("Overdue")
    DUE = "due", _("Due today")
    DUE_SOON = "due-soon", _("Due soon")
    NOT_DUE = "not-due", _("Not due")
    NO_DATE = "no-date", _("No date")
    ANSWERED = "answered", _("Answered")
    ANSWERED_LATE = "answered-late", _("Answered late")
    WAIVED = "waived", _("Waived")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the dates of a cycle stand, and what makes it open, answered or waived.

    The conditions are of stored columns, whose spread a database knows, also for a day that is past.
    """

    due: str
    answered: str
    is_open: Q
    is_answered: Q
    """And not waived."""
    is_waived: Q


NOW = Columns(
    "due_on",
    "answered_on",
    is_open=Q(answered_on=None, waived_on=None),
    is_answered=Q(waived_on=None, answered_on__isnull=False),
    is_waived=Q(waived_on__isnull=False),
)


def then(on: dt.date) -> Columns:
    """As on a day that is past: `due_then` and `answered_then` are annotated by `as_at.cycles_then`."""
    recorded = Q(recorded_on__lte=on) | Q(recorded_on=None, answered_on__lte=on)
    later = Q(recorded_on__gt=on) | Q(recorded_on=None, answered_on__gt=on)
    kept = Q(waived_on=None) | Q(waived_on__gt=on)
    return Columns(
        "due_then",
        "answered_then",
        is_open=kept & (Q(answered_on=None) | later),
        is_answered=kept & recorded,
        is_waived=Q(waived_on__lte=on),
    )


@dataclass(frozen=True, slots=True)
class Day:
    """The day as at which rows are asked for; `soon` days ahead is due soon."""

    on: dt.date
    soon: int
    is_past: bool = False
    """Whether rows are those that `as_at` gives for the day."""

    @property
    def at(self) -> Columns:
        return then(self.on) if self.is_past else NOW


def conditions_of_states(*, on: dt.date, soon: int, at: Columns = NOW) -> dict[TimingState, Q]:
    """What makes a cycle stand in each state on `on`; every cycle stands in exactly one."""
    last_soon = on + dt.timedelta(days=soon)
    late = Q(**{f"{at.answered}__gt": F(at.due)})
    on_time = Q(**{at.due: None}) | Q(**{f"{at.answered}__lte": F(at.due)})
    return {
        TimingState.WAIVED: at.is_waived,
        TimingState.ANSWERED_LATE: at.is_answered & late,
        TimingState.ANSWERED: at.is_answered & on_time,
        TimingState.NO_DATE: at.is_open & Q(**{at.due: None}),
        TimingState.OVERDUE: at.is_open & Q(**{f"{at.due}__lt": on}),
        TimingState.DUE: at.is_open & Q(**{at.due: on}),
        TimingState.DUE_SOON: at.is_open & Q(**{f"{at.due}__gt": on, f"{at.due}__lte": last_soon}),
        TimingState.NOT_DUE: at.is_open & Q(**{f"{at.due}__gt": last_soon}),
    }
