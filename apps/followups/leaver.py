"""Hand over what hangs on a person who leaves: work to others, private things to nobody.

CannotTake  the receiver may not act on some of it
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from simple_history.utils import bulk_update_with_history

from apps.accounts.models import Office, User
from apps.obligations.codes import State
from apps.obligations.models import Obligation
from apps.obligations.rights import loggable_by
from apps.reporting.models import Feed, SavedView

from .models import Entry, Handover, Reminder, ShareLink, Watch
from .people import who_may_log

BATCH = 500

# What goes to somebody; the keys of `to` in hand_over().
OBLIGATIONS, STEPS, HANDOVERS, VIEWS, WATCHES = (
    "obligations",
    "steps",
    "handovers",
    "views",
    "watches",
)
# What ends.
REMINDERS, FEEDS, LINKS = "reminders", "feeds", "links"


class CannotTake(Exception):
    """`person` may not act on `count` rows of `group`."""

    def __init__(self, person: User, group: str, count: int) -> None:
        super().__init__(f"{person} may not act on {count} of {group}")
        self.person, self.group, self.count = person, group, count


def belongings(person: User) -> dict[str, QuerySet[Any]]:
    """What hangs on the person, by group: first what goes to somebody, then what ends."""
    open_states = [State.DRAFT, State.ACCEPTED]
    shared = [SavedView.Scope.OFFICE, SavedView.Scope.ALL]
    return {
        OBLIGATIONS: Obligation.objects.filter(responsible=person, state__in=open_states),
        STEPS: Entry.objects.steps_open().filter(next_step_by=person),
        HANDOVERS: Handover.objects.waiting().filter(to_person=person),
        VIEWS: SavedView.objects.filter(owner=person, scope__in=shared),
        WATCHES: Watch.objects.filter(person=person),
        REMINDERS: Reminder.objects.open().filter(person=person),
        FEEDS: Feed.objects.of(person).filter(revoked_at=None),
        LINKS: ShareLink.objects.filter(made_by=person, revoked_at=None),
    }


def counts(person: User) -> dict[str, int]:
    """How many rows each group of belongings() has."""
    return {group: rows.count() for group, rows in belongings(person).items()}


def who_may_take(person: User) -> QuerySet[User]:
    """Those to whom something of `person` may go: active, and allowed to write a log."""
    return who_may_log().exclude(pk=person.pk).select_related("office")


@transaction.atomic
def hand_over(
    person: User, *, to: Mapping[str, User | None], by: User, at: dt.datetime
) -> dict[str, int]:
    """Give each group of `to` to its person (None: it stays) and end what is private.

    All or nothing; safe to repeat. Returns how many rows of each group went or ended. Raises
    CannotTake before anything is changed.
    """
    rows = belongings(person)
    given = {group: receiver for group, receiver in to.items() if receiver is not None}
    for group, receiver in given.items():
        if count := _out_of_reach(group, rows[group], receiver):
            raise CannotTake(receiver, group, count)
    gone = {group: GIVE[group](rows[group], receiver, by) for group, receiver in given.items()}
    gone[REMINDERS] = rows[REMINDERS].update(done_at=at)
    gone[FEEDS] = rows[FEEDS].update(revoked_at=at)
    gone[LINKS] = rows[LINKS].update(revoked_at=at)
    return gone


def _out_of_reach(group: str, rows: QuerySet[Any], receiver: User) -> int:
    """How many of `rows` the receiver could do nothing about."""
    if group == OBLIGATIONS:
        return rows.count() - rows.filter(loggable_by(receiver)).count()
    if group == STEPS:
        read = Entry.objects.filter(pk__in=rows).visible_to(receiver)
        theirs = Obligation.objects.filter(loggable_by(receiver))
        return rows.count() - read.filter(obligation__in=theirs).count()
    if group == VIEWS:
        return rows.exclude(_may_own(receiver)).count()
    return 0


def _may_own(receiver: User) -> Q:
    """Views that the receiver could have shared as widely."""
    may = Q(scope=SavedView.Scope.ALL) if receiver.has_perm("reporting.share_view") else Q(pk=None)
    if receiver.office:
        may |= Q(scope=SavedView.Scope.OFFICE, office__in=Office.objects.under(receiver.office))
    return may


def _give_obligations(rows: QuerySet[Obligation], receiver: User, by: User) -> int:
    def give(obligation: Obligation) -> None:
        obligation.responsible = receiver
        obligation.version += 1

    # The long texts are in no history and would be read for nothing.
    lean = rows.defer("quote", "words", "machine")
    return _in_batches(lean, give, ["responsible", "version"], by=by)


def _give_steps(rows: QuerySet[Entry], receiver: User, by: User) -> int:
    def give(entry: Entry) -> None:
        entry.next_step_by = receiver

    return _in_batches(rows, give, ["next_step_by"], by=by)


def _give_handovers(rows: QuerySet[Handover], receiver: User, by: User) -> int:
    def give(handover: Handover) -> None:
        # Outside the office that is asked, nobody could accept: then the office decides.
        in_it = receiver.office and handover.to_office.path.startswith(receiver.office.path)
        handover.to_person = receiver if in_it else None

    return _in_batches(rows.select_related("to_office"), give, ["to_person"], by=by)


def _in_batches(
    rows: QuerySet[Any], give: Callable[[Any], None], fields: list[str], *, by: User
) -> int:
    """Change all rows, a batch at a time, each with a version in the history made by `by`."""
    done, last = 0, 0
    ordered = rows.order_by("pk").select_for_update(of=("self",), no_key=True)
    while batch := list(ordered.filter(pk__gt=last)[:BATCH]):
        for row in batch:
            give(row)
        bulk_update_with_history(batch, rows.model, fields, batch_size=BATCH, default_user=by)
        done, last = done + len(batch), batch[-1].pk
    return done


def _give_views(rows: QuerySet[SavedView], receiver: User, by: User) -> int:
    done = 0
    for view in rows.select_for_update(of=("self",), no_key=True):
        view.name = _free_name(view, receiver)
        view.owner = receiver
        view._history_user = by  # type: ignore[attr-defined]
        view.save()
        done += 1
    return done


def _free_name(view: SavedView, receiver: User) -> str:
    """The name, with a number behind it where the receiver has one of this name."""
    theirs = SavedView.objects.filter(owner=receiver, register=view.register)
    taken = set(theirs.values_list("name", flat=True))
    name, number = view.name, 1
    longest = SavedView._meta.get_field("name").max_length
    while name in taken:
        number += 1
        mark = f" ({number})"
        name = view.name[: (longest or 0) - len(mark)] + mark
    return name


def _give_watches(rows: QuerySet[Watch], receiver: User, by: User) -> int:
    keys = rows.values_list("obligation_id", flat=True)
    watches = [Watch(person=receiver, obligation_id=key) for key in keys]
    Watch.objects.bulk_create(watches, batch_size=BATCH, ignore_conflicts=True)
    rows.delete()
    return len(watches)


GIVE: dict[str, Callable[[Any, User, User], int]] = {
    OBLIGATIONS: _give_obligations,
    STEPS: _give_steps,
    HANDOVERS: _give_handovers,
    VIEWS: _give_views,
    WATCHES: _give_watches,
}
