"""Cycles as they stood on a day that is past.

Of a day, its end is meant. A cycle counts on it where a person had accepted its obligation by then, and
the version of the cadence that gives its date held, or was recorded, by then. An answer, a waiver and an
extension count from the day on which a person recorded them: made again later, a report for that day says
the same. What a later version of a cadence has moved or taken away since was never kept and is not seen;
who leads, tags and regions are as they stand now.
"""

import datetime as dt
from typing import Any

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    FilteredRelation,
    Min,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from apps.obligations.codes import Finding, State
from apps.obligations.models import Cadence, Obligation
from apps.obligations.models.obligation import ObligationQuerySet

from .models import Cycle, CycleQuerySet, Extension, Response, then
from .respond import NO_ANSWER


def end_of(on: dt.date) -> dt.datetime:
    """The first moment after the day."""
    return timezone.make_aware(dt.datetime.combine(on + dt.timedelta(days=1), dt.time.min))


def known(on: dt.date, path: str = "") -> Q:
    """What makes a version of a cadence count on `on`; `path` leads to it, as in `cadence__`."""
    return Q(**{f"{path}holds_from__lte": on}) | Q(**{f"{path}created_at__lt": end_of(on)})


def cycles_then(cycles: CycleQuerySet, *, on: dt.date) -> CycleQuerySet:
    """Those of `cycles` that counted on `on`, with `due_then` and `answered_then` (see `models.then`).

    What did not count is taken away by keys, so that no cycle has to be joined to its obligation.
    """
    not_yet = Q(decided_at=None) | Q(decided_at__gte=end_of(on))
    others = Obligation.objects.filter(Q(state__in=[State.DRAFT, State.REJECTED]) | not_yet)
    unknown = Cadence.objects.filter(holds_from__gt=on, created_at__gte=end_of(on))
    counted = cycles.exclude(obligation__in=others.order_by().values("pk")).exclude(
        cadence__in=unknown.order_by().values("pk")
    )
    return _as_due(counted, on=on).annotate(answered_then=_answered(on))


def obligations_then(obligations: ObligationQuerySet, *, on: dt.date) -> ObligationQuerySet:
    """Those of `obligations` that were followed on `on`, with what is asked of them that day.

    `next_due_then` and `undated_then` are `next_due_on` and `is_undated` of that day, `finding_then` the
    finding.
    """
    of_this: Any = cycles_then(Cycle.objects.all(), on=on).filter(obligation=OuterRef("pk"))
    open_then = of_this.filter(then(on).is_open).order_by()
    first = open_then.values("obligation").annotate(first=Min("due_then")).values("first")
    versions = Obligation.history.filter(id=OuterRef("pk"), history_date__lt=end_of(on))
    finding = versions.order_by("-history_date", "-history_id").values("finding")[:1]
    return (
        obligations.tracked()
        .filter(decided_at__lt=end_of(on))
        .annotate(
            next_due_then=Subquery(first),
            undated_then=Exists(open_then.filter(due_then=None)),
            finding_then=Coalesce(Subquery(finding), Value(Finding.NOT_STARTED.value)),
        )
    )


def finding_then(on: dt.date) -> Coalesce:
    """The finding of the newest response to a cycle that was judged by `on`."""
    judged = Response.objects.filter(cycle=OuterRef("pk"), judged_on__lte=on)
    newest = judged.order_by("-judged_on", "-pk").values("finding")[:1]
    return Coalesce(Subquery(newest), Value(Finding.NOT_STARTED.value))


def _as_due(cycles: CycleQuerySet, *, on: dt.date) -> CycleQuerySet:
    """With `due_then`: the day on which each was due before what was recorded later moved it.

    The few that were moved are joined, the first move of each, and not looked up for every cycle.
    """
    if not Extension.objects.filter(recorded_on__gt=on).exists():
        return cycles.annotate(due_then=F("due_on"))  # which an index can find
    first = Q(extensions__former_recorded_on=None) | Q(extensions__former_recorded_on__lte=on)
    moved = FilteredRelation("extensions", condition=Q(extensions__recorded_on__gt=on) & first)
    return cycles.annotate(moved=moved).annotate(
        due_then=Coalesce("moved__former_due_on", "due_on")
    )


def _answered(on: dt.date) -> Case:
    """The day of the first answer that was recorded by then; none where there was none."""
    counting = Response.objects.exclude(finding__in=NO_ANSWER)
    settled = Q(recorded_on__lte=on) | Q(recorded_on=None, answered_on__lte=on)
    whens = [When(settled, then=F("answered_on"))]
    # A second answer, recorded later, may be of an earlier day than the first.
    again = counting.filter(judged_on__gt=on, cycle__recorded_on__lte=on)
    if again.exists():
        by_then = counting.filter(cycle=OuterRef("pk"), judged_on__lte=on).order_by()
        first = by_then.values("cycle").annotate(first=Min("document__adopted_on")).values("first")
        whens.insert(0, When(pk__in=again.values("cycle"), then=Subquery(first)))
    return Case(*whens, default=None, output_field=DateField())
