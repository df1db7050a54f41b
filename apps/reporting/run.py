"""Plan everything in the background, in batches: what a killed worker has done stays done."""

import datetime as dt

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.tasks import task

from apps.accounts.models import User
from apps.obligations.models import Obligation

from .models import PlanRun
from .plan import CANNOT_PLAN, Changes, replan

BATCH = 500
GOING = (PlanRun.State.WAITING, PlanRun.State.RUNNING)


def start(*, until: dt.date, by: User | None) -> PlanRun:
    """Begin a planning of every open obligation up to `until`; the one that is going on, if any."""
    with transaction.atomic():
        going = PlanRun.objects.select_for_update().filter(state__in=GOING, until=until).first()
        if going:
            return going
        total = Obligation.objects.open().count()
        return PlanRun.objects.create(until=until, total=total, created_by=by)


@task
def plan_everything(run: int) -> None:
    """The same for a worker; `run` is the key of a PlanRun."""
    go_on(run)


def go_on(run: int, *, at_most: int | None = None) -> PlanRun:
    """Plan batch after batch until all is done or it is cancelled. Safe to call again after a kill.

    Each batch and how far it has come are one transaction: nothing is done twice or left half.
    """
    batches = 0
    while (at_most is None or batches < at_most) and _batch(run):
        batches += 1
    return PlanRun.objects.get(pk=run)


@transaction.atomic
def _batch(key: int) -> bool:
    """One batch; whether there may be another."""
    run = PlanRun.objects.select_for_update().get(pk=key)
    if run.state not in GOING:
        return False
    waiting = Obligation.objects.open().filter(pk__gt=run.reached).order_by("pk")
    keys = list(waiting.values_list("pk", flat=True)[:BATCH])
    if not keys:
        PlanRun.objects.filter(pk=key).update(state=PlanRun.State.DONE, finished_at=Now())
        return False
    changes, errors = _planned(keys, until=run.until)
    PlanRun.objects.filter(pk=key).update(
        state=PlanRun.State.RUNNING,
        reached=keys[-1],
        done=F("done") + len(keys),
        made=F("made") + sum(len(c.made) for c in changes),
        removed=F("removed") + sum(len(c.removed) for c in changes),
        moved=F("moved") + sum(len(c.moved) for c in changes),
        error="\n".join([*filter(None, [run.error]), *errors]),
    )
    return True


def _planned(keys: list[int], *, until: dt.date) -> tuple[list[Changes], list[str]]:
    """Plan these obligations; where one cannot be, all but it, and why not."""
    try:
        with transaction.atomic():
            return [replan(Obligation.objects.filter(pk__in=keys), until=until)], []
    except CANNOT_PLAN:
        pass
    changes, errors = [], []
    for obligation in Obligation.objects.filter(pk__in=keys).select_related(
        "document", "paragraph"
    ):
        try:
            with transaction.atomic():
                one = Obligation.objects.filter(pk=obligation.pk)
                changes.append(replan(one, until=until))
        except CANNOT_PLAN as error:
            errors.append(f"{obligation}: {error}")
    return changes, errors


def cancel(run: PlanRun) -> None:
    """Stop after the batch that is going on; what is planned stays."""
    PlanRun.objects.filter(pk=run.pk, state__in=GOING).update(state=PlanRun.State.CANCELLED)
