"""How obligations stand on a day.

Obligations do not know their cycles, so this is asked here. An obligation stands as its first open
cycle with a date; where there is none, it has no date; where nothing is open, it stands as its last
cycle. One that a person closed is closed, whatever its dates say.
"""

import datetime as dt
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from apps.obligations.codes import State
from apps.obligations.models.obligation import ObligationQuerySet

from .models import Cycle, TimingState

CLOSED = State.CLOSED.value
STANDINGS = [*TimingState.choices, (CLOSED, _("Closed"))]


def with_standing(obligations: ObligationQuerySet, *, on: dt.date, soon: int) -> ObligationQuerySet:
    """Annotate `standing`, one of STANDINGS as on `on`; `soon` days ahead is due soon."""
    last_soon = on + dt.timedelta(days=soon)
    return obligations.annotate(
        standing=Case(
            When(state=State.CLOSED, then=Value(CLOSED)),
            When(next_due_on__lt=on, then=Value(TimingState.OVERDUE)),
            When(next_due_on=on, then=Value(TimingState.DUE)),
            When(next_due_on__lte=last_soon, then=Value(TimingState.DUE_SOON)),
            When(next_due_on__isnull=False, then=Value(TimingState.NOT_DUE)),
            When(is_undated=True, then=Value(TimingState.NO_DATE)),
            When(Exists(_cycles()), then=_last_state(on=on, soon=soon)),
            default=Value(TimingState.NO_DATE),
            output_field=models.CharField(),
        )
    )


def standing(
    obligations: ObligationQuerySet, *standings: str, on: dt.date, soon: int
) -> ObligationQuerySet:
    """Only those that stand in one of these STANDINGS on `on`. Raises KeyError for anything else."""
    last_soon = on + dt.timedelta(days=soon)
    nothing_open = Q(next_due_on=None, is_undated=False)
    without_date = Q(next_due_on=None, is_undated=True) | nothing_open & ~Q(Exists(_cycles()))
    conditions = {
        TimingState.OVERDUE: Q(next_due_on__lt=on),
        TimingState.DUE: Q(next_due_on=on),
        TimingState.DUE_SOON: Q(next_due_on__gt=on, next_due_on__lte=last_soon),
        TimingState.NOT_DUE: Q(next_due_on__gt=last_soon),
        TimingState.NO_DATE: without_date,
    }
    open_ = Q(state=State.ACCEPTED)
    wanted = {name: open_ & condition for name, condition in conditions.items()}
    for state in (TimingState.ANSWERED, TimingState.ANSWERED_LATE, TimingState.WAIVED):
        wanted[state] = open_ & nothing_open & Q(last_state=state)
    of_name = {state.value: condition for state, condition in wanted.items()}
    of_name[CLOSED] = Q(state=State.CLOSED)
    return obligations.alias(last_state=_last_state(on=on, soon=soon)).filter(
        reduce(or_, [of_name[name] for name in standings])
    )


def _cycles() -> QuerySet[Cycle]:
    return Cycle.objects.filter(obligation=OuterRef("pk"))


def _last_state(*, on: dt.date, soon: int) -> Subquery:
    last = Cycle.objects.filter(obligation=OuterRef("pk")).with_state(on=on, soon=soon)
    last = last.order_by(F("due_on").desc(nulls_last=True), "-pk")
    return Subquery(last.values("state")[:1])  # type: ignore[misc]  # annotated by with_state
