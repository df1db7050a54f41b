"""How obligations stand on a day.

Obligations do not know their cycles, so this is asked here. An obligation stands as its first open
cycle with a date; where there is none, it has no date; where nothing is open, it stands as its last
cycle. One that a person closed is closed, whatever its dates say.
"""

import datetime as dt
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from apps.obligations.codes import State
from apps.obligations.models.obligation import ObligationQuerySet

from .as_at import cycles_then
from .models import NOW, Cycle, CycleQuerySet, TimingState, then

CLOSED = State.CLOSED.value
STANDINGS = [*TimingState.choices, (CLOSED, _("Closed"))]


def with_standing(
    obligations: ObligationQuerySet, *, on: dt.date, soon: int, is_past: bool = False
) -> ObligationQuerySet:
    """Annotate `standing`, one of STANDINGS as on `on`; `soon` days ahead is due soon.

    Where the day `is_past`, `obligations` are those of `as_at.obligations_then`.
    """
    conditions = _conditions(on=on, soon=soon, is_past=is_past)
    whens = [When(condition, then=Value(name)) for name, condition in conditions.items()]
    last = _last_state(on=on, soon=soon, is_past=is_past)
    return obligations.annotate(
        standing=Case(
            *whens,
            When(Exists(_cycles(on=on, is_past=is_past)), then=last),
            default=Value(TimingState.NO_DATE),
            output_field=models.CharField(),
        )
    )


def standing(
    obligations: ObligationQuerySet, *standings: str, on: dt.date, soon: int, is_past: bool = False
) -> ObligationQuerySet:
    """Only those that stand in one of these STANDINGS on `on`. Raises KeyError for anything else."""
    next_due, undated = _columns(is_past=is_past)
    conditions = _conditions(on=on, soon=soon, is_past=is_past)
    closed = conditions.pop(CLOSED)
    open_ = Q(state=State.ACCEPTED)
    if is_past:
        open_ |= Q(state=State.CLOSED, finding_on__gt=on)
    nothing_open = Q(**{next_due: None, undated: False})
    conditions[TimingState.NO_DATE] |= nothing_open & ~Q(Exists(_cycles(on=on, is_past=is_past)))
    for state in (TimingState.ANSWERED, TimingState.ANSWERED_LATE, TimingState.WAIVED):
        conditions[state] = nothing_open & Q(last_state=state)
    wanted = {str(name): open_ & condition for name, condition in conditions.items()}
    wanted[CLOSED] = closed
    last = _last_state(on=on, soon=soon, is_past=is_past)
    return obligations.alias(last_state=last).filter(
        reduce(or_, [wanted[name] for name in standings])
    )


def _columns(*, is_past: bool) -> tuple[str, str]:
    return ("next_due_then", "undated_then") if is_past else ("next_due_on", "is_undated")


def _conditions(*, on: dt.date, soon: int, is_past: bool) -> dict[str, Q]:
    """What makes an obligation stand as its first open cycle, the first that is true."""
    next_due, undated = _columns(is_past=is_past)
    last_soon = on + dt.timedelta(days=soon)
    closed = Q(state=State.CLOSED)
    return {
        CLOSED: closed & ~Q(finding_on__gt=on) if is_past else closed,
        TimingState.OVERDUE: Q(**{f"{next_due}__lt": on}),
        TimingState.DUE: Q(**{next_due: on}),
        TimingState.DUE_SOON: Q(**{f"{next_due}__gt": on, f"{next_due}__lte": last_soon}),
        TimingState.NOT_DUE: Q(**{f"{next_due}__gt": last_soon}),
        TimingState.NO_DATE: Q(**{next_due: None, undated: True}),
    }


def _cycles(*, on: dt.date, is_past: bool) -> CycleQuerySet:
    cycles: CycleQuerySet = Cycle.objects.filter(obligation=OuterRef("pk"))
    return cycles_then(cycles, on=on) if is_past else cycles


def _last_state(*, on: dt.date, soon: int, is_past: bool) -> Subquery:
    at = then(on) if is_past else NOW
    last = _cycles(on=on, is_past=is_past).with_state(on=on, soon=soon, at=at)
    last = last.order_by(F(at.due).desc(nulls_last=True), "-pk")
    return Subquery(last.values("state")[:1])  # type: ignore[misc]  # annotated by with_state
