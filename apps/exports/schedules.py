"""Schedules: keep, pause, remove; begin the runs whose moment has come, and ask for their files.

A run is begun once for a moment, whoever else begins it: the row of the schedule is locked, and a moment
is unique. Of several moments that went by unserved the last is made up, the others are noted as missed.
"""

import datetime as dt
import logging
from functools import partial
from itertools import takewhile

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.reporting.models import SavedView

from .jobs import ask_for
from .make import Asked, CannotMake
from .models import Format, Job, Kind, Run, Schedule
from .models.schedule import Delivery
from .schedule_failed import tell_owner

logger = logging.getLogger(__name__)
MOST_MISSED = 400  # so many are noted of a schedule that nobody served for long
RHYTHM = ("rule", "starts_on", "hour", "time_zone")


@transaction.atomic
def keep(schedule: Schedule, *, people: list[User], by: User, at: dt.datetime) -> None:
    """Save it, to come due at its next moment after `at`; one whose rhythm stays keeps its moment."""
    before = Schedule.objects.select_for_update().filter(pk=schedule.pk).first()
    if before is None or any(getattr(before, n) != getattr(schedule, n) for n in RHYTHM):
        schedule.next_at = schedule.recurrence.next(after=at)
    else:
        schedule.next_at, schedule.is_active = before.next_at, before.is_active
    schedule._history_user = by  # type: ignore[attr-defined] # the same from a command as from a page
    schedule.save()
    schedule.people.set(people)


@transaction.atomic
def set_active(schedule: Schedule, is_active: bool, *, by: User, at: dt.datetime) -> None:  # noqa: FBT001
    """Pause it, or let it go on from the next moment after `at`: what came in the pause is not made up."""
    found = Schedule.objects.select_for_update().get(pk=schedule.pk)
    if found.is_active == is_active:
        return
    found.is_active = is_active
    found.next_at = found.recurrence.next(after=at)
    found._history_user = by  # type: ignore[attr-defined]
    found.save()


@transaction.atomic
def take_over(schedule: Schedule, *, by: User) -> None:
    """Let it be that of `by`, whose sight of the saved view counts from now on."""
    schedule.owner = by
    schedule._history_user = by  # type: ignore[attr-defined]
    schedule.save(update_fields=["owner"])


def remove(schedule: Schedule, *, by: User) -> None:
    """Delete it with its runs; the history keeps what it was."""
    schedule._history_user = by  # type: ignore[attr-defined]
    schedule.delete()


def delivery(
    to: str, *, person: int | None = None, at: dt.datetime, trial: bool = False
) -> Delivery:
    return {
        "to": to,
        "person": person,
        "state": "waiting",
        "tries": 0,
        "at": at.isoformat(),
        "error": "",
        "trial": trial,
    }


def try_out(schedule: Schedule, *, at: dt.datetime) -> Run:
    """Begin a run that goes to the owner alone; the one that is going, where there is one."""
    going = schedule.runs.filter(state=Run.State.MAKING).first()
    if going:
        return going
    owner = schedule.owner
    to = delivery(owner.email, person=owner.pk, at=at, trial=True)
    run, _made = Run.objects.get_or_create(
        schedule=schedule,
        due_at=at.replace(microsecond=0),
        defaults={"began_at": at, "sent_to": [to]},
    )
    _ask(run.pk, at=at)
    return run


def try_again(run: Run, *, at: dt.datetime) -> bool:
    """Let a run that failed be made again, for who did not get it yet; whether it had failed."""
    with transaction.atomic():
        found = Run.objects.select_for_update().filter(pk=run.pk, state=Run.State.FAILED).first()
        if found is None:
            return False
        for one in found.sent_to:
            if one["state"] != "sent":
                one |= {"state": "waiting", "tries": 0, "at": at.isoformat(), "error": ""}
        is_made = found.job is not None and found.job.state == Job.State.DONE
        found.job = found.job if is_made else None
        found.state, found.error, found.finished_at = Run.State.MAKING, "", None
        found.began_at = at
        found.save()
    _ask(run.pk, at=at)
    return True


def begin(*, at: dt.datetime) -> int:
    """Begin the runs whose moment has come by `at`; how many. Safe to repeat, also at the same time."""
    begun = 0
    for key in list(Schedule.objects.due(at=at).values_list("pk", flat=True)):
        try:
            begun += _begin(key, at=at)
        except Exception:
            logger.exception("Export schedule %s could not begin a run.", key)
    for key in list(
        Run.objects.filter(state=Run.State.MAKING, job=None).values_list("pk", flat=True)
    ):
        _ask(key, at=at)
    return begun


@transaction.atomic
def _begin(key: int, *, at: dt.datetime) -> bool:
    """Whether it is due, and nobody else has it."""
    due = Schedule.objects.due(at=at).select_for_update(skip_locked=True)
    schedule = due.filter(pk=key).first()
    if schedule is None or schedule.next_at is None:
        return False
    recurrence, first = schedule.recurrence, schedule.next_at
    *missed, last = [
        first,
        *takewhile(lambda moment: moment <= at, recurrence.moments(after=first)),
    ]
    Run.objects.bulk_create(
        [
            Run(
                schedule=schedule,
                due_at=moment,
                began_at=at,
                finished_at=at,
                state=Run.State.MISSED,
            )
            for moment in missed[-MOST_MISSED:]
        ],
        ignore_conflicts=True,
    )
    _run, made = Run.objects.get_or_create(
        schedule=schedule, due_at=last, defaults={"began_at": at}
    )
    # Not by save(): no person changed anything, and the history says nothing of it.
    Schedule.objects.filter(pk=key).update(next_at=recurrence.next(after=at))
    return made


def _ask(key: int, *, at: dt.datetime) -> None:
    """Ask for the file of a run that has none, or say why there is none."""
    try:
        with transaction.atomic():
            waiting = Run.objects.filter(state=Run.State.MAKING, job=None)
            # One after the other, else two workers ask for two files.
            locked = waiting.select_for_update(skip_locked=True, of=("self",))
            run = locked.select_related("schedule__owner").filter(pk=key).first()
            if run is not None:
                _ask_for(run, at=at)
    except Exception:
        logger.exception("The file of run %s of an export schedule could not be asked for.", key)


def _ask_for(run: Run, *, at: dt.datetime) -> None:
    schedule = run.schedule
    with translation.override(schedule.owner.language or settings.LANGUAGE_CODE):
        if problem := why_not(schedule):
            fail(run, problem, at=at)
            return
        asked = asked_of(schedule, at=run.due_at)
        try:
            job = ask_for(asked, title=schedule.name, by=schedule.owner, at=at, is_open=True)
        except CannotMake as error:
            fail(run, str(error), at=at)
            return
    Run.objects.filter(pk=run.pk).update(job=job)


def why_not(schedule: Schedule) -> str:
    """Why it cannot run, in the active language; empty where it can."""
    owner, view = schedule.owner, schedule.view
    if not owner.is_active:
        return _(
            "%(person)s, who set this up, may not sign in any more. Somebody who looks after schedules can take it over."
        ) % {"person": owner}
    if view and not SavedView.objects.visible_to(owner).filter(pk=view.pk).exists():
        return _("%(person)s, who set this up, may not see the saved view “%(view)s” any more.") % {
            "person": owner,
            "view": view,
        }
    return ""


def asked_of(schedule: Schedule, *, at: dt.datetime) -> Asked:
    """What file it asks for at that moment: for nobody in particular, as at that day where it is sent."""
    return Asked(
        kind=Kind(schedule.kind),
        format=Format(schedule.format),
        query=schedule.view.query if schedule.view else schedule.query,
        on=at.astimezone(schedule.recurrence.zone).date(),
        language=schedule.language,
        person=None,
        root=settings.SITE_ADDRESS,
    )


def fail(run: Run, error: str, *, at: dt.datetime) -> bool:
    """End a run that is going, sent to nobody or not to everybody; whether it was going.

    Its owner is told by mail, if that can be sent; the pages say it in any case.
    """
    going = Run.objects.filter(pk=run.pk, state=Run.State.MAKING)
    failed = bool(going.update(state=Run.State.FAILED, error=error, finished_at=at))
    if failed:
        transaction.on_commit(partial(tell_owner, run.schedule, error))
    return failed
