"""Make the cycles of obligations. Safe to repeat: an occurrence that is there is left alone."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, Min, OuterRef, QuerySet, Subquery

from apps.obligations.codes import State
from apps.obligations.models import Cadence, Obligation
from apps.obligations.schedule import Occurrence, occurrences

from .models import Cycle


@transaction.atomic
def plan(obligations: QuerySet[Obligation], *, until: dt.date) -> int:
    """Make the cycles of the accepted among `obligations` due up to `until`; return how many.

    Single dates are planned however far off; recurring ones up to `until`. Planning again with
    the same or an earlier `until` makes nothing.
    """
    cadences = (
        Cadence.objects.current()
        .filter(obligation__in=obligations.filter(state=State.ACCEPTED))
        .select_related("obligation__document", "series")
        .order_by("obligation_id", "number")
    )
    wanted = [
        _cycle(cadence, occurrence)
        for cadence in cadences
        for occurrence in occurrences(cadence.spec, until=until)
    ]
    before = Cycle.objects.count()
    Cycle.objects.bulk_create(wanted, batch_size=500, ignore_conflicts=True)
    refresh_next_due(obligations)
    return Cycle.objects.count() - before


def refresh_next_due(obligations: QuerySet[Obligation]) -> None:
    """Set `next_due_on` and `is_undated` of `obligations` from their open cycles.

    Both are facts about dates with no clock in them, kept on the obligation so that the register
    sorts by an index. Whatever changes cycles calls this.
    """
    of_this = Cycle.objects.open().filter(obligation=OuterRef("pk")).order_by()
    first = of_this.values("obligation").annotate(first=Min("due_on")).values("first")
    Obligation.objects.filter(pk__in=obligations.values("pk")).update(
        next_due_on=Subquery(first), is_undated=Exists(of_this.filter(due_on=None))
    )


def _cycle(cadence: Cadence, occurrence: Occurrence) -> Cycle:
    return Cycle(
        obligation=cadence.obligation,
        cadence=cadence,
        cadence_number=cadence.number,
        period=occurrence.period,
        mandated_on=occurrence.on,
        due_on=occurrence.on,
        derivation=occurrence.derivation,
    )
