"""What waits on a person's desk: a few of each kind, with how many there are in all."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from apps.accounts.models import User
from apps.documents.models import Document
from apps.obligations.codes import State
from apps.obligations.models import Obligation
from apps.reporting.models import Cycle, CycleQuerySet, TimingState
from apps.reporting.saved import ViewCount, view_counts

from .models import Entry, Handover, Notice, Reminder
from .notice_words import told

SHOWN = 10
STEPS_AHEAD = dt.timedelta(days=7)
MINE, OFFICE = "mine", "office"
OF_OTHERS = (
    Notice.Kind.MENTION,
    Notice.Kind.ASSIGNED,
    Notice.Kind.HANDOVER,
    Notice.Kind.FINDING,
    Notice.Kind.CHANGED,
)


@dataclass(frozen=True, slots=True)
class Pile:
    """A few rows of one kind, how many there are, and where all of them stand."""

    rows: Iterable[Any]
    number: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that waits for one person on a day: the person's own, or what the person's office has."""

    scope: str
    views: list[ViewCount]
    handovers: Pile
    overdue: Pile
    due: Pile
    steps: Pile
    reminders: Pile
    notices: Pile
    drafts: Pile

    @property
    def is_clear(self) -> bool:
        piles = (getattr(self, one.name) for one in fields(self))
        return not any(pile.number for pile in piles if isinstance(pile, Pile))


def first_steps() -> dict[str, bool]:
    """What of the first run is done: asked only while there is nothing to count."""
    return {
        "has_documents": Document.objects.exists(),
        "has_obligations": Obligation.objects.tracked().exists(),
        "has_cycles": Cycle.objects.exists(),
    }


def usual_scope(person: User) -> str:
    """A person's own where there is any; else what the office has."""
    has_own = Obligation.objects.open().filter(responsible=person).exists()
    return OFFICE if person.office and not has_own else MINE


def desk(person: User, *, scope: str, on: dt.date, soon: int) -> Desk:
    """What waits for `person` on `on`; `soon` is how many days ahead is due soon."""
    cycles, whose = _cycles(person, scope)
    return Desk(
        scope=scope,
        views=view_counts(person, on=on, soon=soon),
        handovers=_handovers(person),
        overdue=_pile(cycles.overdue(on=on), whose, TimingState.OVERDUE),
        due=_pile(cycles.due(on=on, within=soon), whose, TimingState.DUE, TimingState.DUE_SOON),
        steps=_steps(person, scope, on=on),
        reminders=_reminders(person, on=on),
        notices=_notices(person, on=on),
        drafts=_drafts(person),
    )


def _cycles(person: User, scope: str) -> tuple[CycleQuerySet, dict[str, int]]:
    """The cycles of open obligations in scope, and the filter of the register that finds them."""
    accepted = Cycle.objects.filter(obligation__state=State.ACCEPTED)
    if scope == OFFICE and person.office:
        return accepted.led_by(person.office), {"lead": person.office.pk}
    return accepted.followed_by(person), {"responsible": person.pk}


def _pile(cycles: CycleQuerySet, whose: dict[str, int], *states: str) -> Pile:
    query = urlencode([*whose.items(), *(("state", state) for state in states)])
    rows = cycles.for_calendar().select_related("obligation__lead", "obligation__responsible")
    return Pile(
        rows=rows.order_by("due_on", "pk")[:SHOWN],
        number=cycles.count(),
        address=f"{reverse('reporting:cycle-list')}?{query}",
    )


def _handovers(person: User) -> Pile:
    waiting = Handover.objects.waiting_for(person)
    rows = waiting.select_related(
        "obligation__document",
        "obligation__paragraph",
        "obligation__lead",
        "from_office",
        "to_office",
        "offered_by",
    )
    return Pile(rows.order_by("offered_at", "pk")[:SHOWN], waiting.count())


def _steps(person: User, scope: str, *, on: dt.date) -> Pile:
    """Next steps that are due within a week, or have no day."""
    steps = Entry.objects.visible_to(person).steps_due(on=on + STEPS_AHEAD)
    if scope == OFFICE and person.office:
        open_here = Obligation.objects.open().led_by(person.office)
        steps = steps.filter(Q(next_step_by=person) | Q(obligation__in=open_here))
    else:
        steps = steps.filter(next_step_by=person)
    return Pile(steps.for_steps()[:SHOWN], steps.count(), reverse("followups:next-steps"))


def _reminders(person: User, *, on: dt.date) -> Pile:
    given = Reminder.objects.to_give(person, on=on)
    rows = given.select_related("obligation__document", "obligation__paragraph", "obligation__lead")
    return Pile(rows[:SHOWN], given.count())


def _notices(person: User, *, on: dt.date) -> Pile:
    """What is not read yet in words: what others did; offers and what is due have piles of their own."""
    unread = Notice.objects.unread(person).filter(kind__in=OF_OTHERS)
    unread = unread.exclude(handover__state=Handover.State.WAITING)
    rows = unread.for_list().select_related("obligation__lead")[:SHOWN]
    return Pile(list(told(rows, person=person, on=on)), unread.count())


def _drafts(person: User) -> Pile:
    """Documents with drafts that the person may decide on, the newest first."""
    if not person.has_perm("obligations.review_obligation"):
        return Pile([], 0)
    drafts = Obligation.objects.drafts()
    documents: QuerySet[Document] = Document.objects.filter(
        pk__in=drafts.values("document")
    ).annotate(drafts=Count("obligations", filter=Q(obligations__state=State.DRAFT)))
    rows = documents.order_by("-adopted_on", "-pk")[:SHOWN]
    return Pile(rows, drafts.count(), reverse("obligations:review-list"))
