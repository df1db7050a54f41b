"""Take back notices of what is no longer so, before anybody reads of it."""

import datetime as dt
from functools import reduce
from operator import or_

from django.db.models import Exists, F, OuterRef, Q

from apps.obligations.codes import State

from .models import Entry, Mention, Notice, NoticeQuerySet
from .owners import is_theirs

OF_A_CYCLE = (Notice.Kind.DUE, Notice.Kind.OVERDUE, Notice.Kind.ESCALATED)
OF_AN_OWNER = (Notice.Kind.DUE, Notice.Kind.OVERDUE)


def withdraw(pending: NoticeQuerySet, *, at: dt.datetime) -> int:
    """Cancel those of `pending` that do not hold any more; how many. One statement.

    The date moved, it is answered, waived or closed, it became another person's, the step was
    taken or given to another, the reminder is done, the person is not
    mentioned any more, or a later notice says the same with a nearer day.
    """
    of_entries = (_steps(), _mentions(), _assigned())
    of_cycles = (_settled(), _of_others(), _above_others())
    reasons = (*of_cycles, *of_entries, _reminders(), _told_again())
    return pending.filter(reduce(or_, reasons)).update(cancelled_at=at)


def _settled() -> Q:
    moved = Q(cycle__due_on=None) | ~Q(cycle__due_on=F("on"))
    settled = Q(cycle__answered_on__isnull=False) | Q(cycle__waived_on__isnull=False)
    return Q(kind__in=OF_A_CYCLE) & (moved | settled | ~Q(obligation__state=State.ACCEPTED))


def _of_others() -> Q:
    theirs = Notice.objects.filter(is_theirs(), pk=OuterRef("pk"))
    return Q(kind__in=OF_AN_OWNER) & Q(~Exists(theirs))


def _above_others() -> Q:
    """The lead went to an office that is not the manager's."""
    theirs = Notice.objects.filter(
        pk=OuterRef("pk"), obligation__lead__path__startswith=F("person__office__path")
    )
    return Q(kind=Notice.Kind.ESCALATED) & Q(~Exists(theirs))


def _steps() -> Q:
    moved = Q(entry__next_step_on=None) | ~Q(entry__next_step_on=F("on"))
    given_on = Q(entry__next_step_by=None) | ~Q(entry__next_step_by=F("person"))
    settled = Q(entry__next_step_done_on__isnull=False) | ~Q(obligation__state=State.ACCEPTED)
    return Q(kind=Notice.Kind.STEP) & (moved | given_on | settled)


def _mentions() -> Q:
    """Neither the entry mentions the person, nor one that was logged together with it."""
    there = Mention.objects.filter(person=OuterRef("person"))
    here, together = Q(entry=OuterRef("entry")), Q(entry__batch=OuterRef("entry__batch"))
    gone = ~Exists(there.filter(here)) & ~Exists(there.filter(together))
    return Q(kind=Notice.Kind.MENTION, entry__isnull=False) & Q(gone)


def _assigned() -> Q:
    """The next step is another's, also in the entries that were logged together with it."""
    theirs = Entry.objects.filter(next_step_by=OuterRef("person"))
    here, together = Q(pk=OuterRef("entry")), Q(batch=OuterRef("entry__batch"))
    gone = ~Exists(theirs.filter(here)) & ~Exists(theirs.filter(together))
    return Q(kind=Notice.Kind.ASSIGNED, entry__isnull=False) & Q(gone)


def _reminders() -> Q:
    moved = Q(reminder=None) | ~Q(reminder__on=F("on"))
    return Q(kind=Notice.Kind.REMINDER) & (moved | Q(reminder__done_at__isnull=False))


def _told_again() -> Q:
    """A later notice of the same cycle, or of the same step, stands for the same person."""
    # Plus nothing, so that no index of a person's many notices is tried: those of a cycle are few.
    later = Notice.objects.annotate(reader=F("person_id") + 0).filter(
        reader=OuterRef("person_id"), cancelled_at=None, pk__gt=OuterRef("pk")
    )
    of_cycle = later.filter(cycle=OuterRef("cycle"), kind__in=OF_AN_OWNER)
    of_step = later.filter(entry=OuterRef("entry"), kind=Notice.Kind.STEP)
    return (Q(kind__in=OF_AN_OWNER) & Q(Exists(of_cycle))) | (
        Q(kind=Notice.Kind.STEP) & Q(Exists(of_step))
    )
