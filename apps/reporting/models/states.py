"""How a cycle stands on a day: derived from its dates, never stored."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

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


class Columns(NamedTuple):
    """Where the dates of a cycle stand by which its state is known."""

    due: str
    answered: str
    waived: str


NOW = Columns("due_on", "answered_on", "waived_on")
THEN = Columns("due_then", "answered_then", "waived_then")
"""As on a day that is past: annotated by `as_at.cycles_then`."""


@dataclass(frozen=True, slots=True)
class Day:
    """The day as at which rows are asked for; `soon` days ahead is due soon."""

    on: dt.date
    soon: int
    is_past: bool = False
    """Whether rows are those that `as_at` gives for the day, with the columns of THEN."""

    @property
    def at(self) -> Columns:
        return THEN if self.is_past else NOW


def conditions_of_states(*, on: dt.date, soon: int, at: Columns = NOW) -> dict[TimingState, Q]:
    """What makes a cycle stand in each state on `on`; every cycle stands in exactly one."""
    last_soon = on + dt.timedelta(days=soon)
    open_ = Q(**{at.answered: None, at.waived: None})
    kept = Q(**{at.waived: None, f"{at.answered}__isnull": False})
    late = Q(**{f"{at.answered}__gt": F(at.due)})
    on_time = Q(**{at.due: None}) | Q(**{f"{at.answered}__lte": F(at.due)})
    return {
        TimingState.WAIVED: Q(**{f"{at.waived}__isnull": False}),
        TimingState.ANSWERED_LATE: kept & late,
        TimingState.ANSWERED: kept & on_time,
        TimingState.NO_DATE: open_ & Q(**{at.due: None}),
        TimingState.OVERDUE: open_ & Q(**{f"{at.due}__lt": on}),
        TimingState.DUE: open_ & Q(**{at.due: on}),
        TimingState.DUE_SOON: open_ & Q(**{f"{at.due}__gt": on, f"{at.due}__lte": last_soon}),
        TimingState.NOT_DUE: open_ & Q(**{f"{at.due}__gt": last_soon}),
    }
