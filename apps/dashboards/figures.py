"""Figures beside the cycles: the oldest that wait, drafts, reviews, next steps."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.http import QueryDict
from django.urls import reverse

from apps.accounts.models import User
from apps.followups.models import Entry
from apps.obligations.codes import State
from apps.obligations.models import Obligation
from apps.obligations.models.obligation import ObligationQuerySet
from apps.reporting.as_at import end_of
from apps.reporting.models import Cycle
from apps.reporting.narrow import narrowed
from apps.reporting.own_filters import with_own
from apps.reporting.registers import ObligationRegister

from .groups import TOP
from .measures import is_overdue
from .scope import Scope


@dataclass(frozen=True, slots=True)
class Quality:
    """What became of what was read, and what people added."""

    accepted: int
    rejected: int
    merged: int
    by_hand: int

    @property
    def decided(self) -> int:
        """Drafts of the machine on which a person decided."""
        return self.accepted + self.rejected + self.merged

    @property
    def tracked(self) -> int:
        return self.accepted + self.by_hand


def oldest_overdue(scope: Scope, *, most: int = TOP) -> list[Any]:
    """The cycles that wait longest, with what one line of a list shows; `due` is the day they were due."""
    due = scope.day.at.due
    overdue = scope.cycles.filter(is_overdue(scope.day)).order_by(due, "pk")
    keys: dict[int, dt.date] = dict(overdue.values_list("pk", due)[:most])
    found: dict[int, Any] = (
        Cycle.objects.filter(pk__in=keys)
        .select_related("obligation__document", "obligation__paragraph", "obligation__lead")
        .only(
            "due_on",
            "obligation__number",
            "obligation__act",
            "obligation__document__symbol",
            "obligation__paragraph__label",
            "obligation__paragraph__position",
            "obligation__lead__short",
        )
        .in_bulk()
    )
    for key, day in keys.items():
        found[key].due = day
    return [found[key] for key in keys]


def beside(scope: Scope, person: User) -> dict[str, Any]:
    """What is not counted in cycles, for the tiles: each only where the day and the filter allow it.

    What waits for a review is told of what can be asked of obligations; next steps and drafts stand as
    they are today, and drafts are of no office.
    """
    asked = scope.of_obligations
    found: dict[str, Any] = {}
    if asked is not None:
        query = asked.copy()
        query["review"] = "due"
        register = ObligationRegister(
            query, on=scope.today, soon=scope.day.soon, own=scope.register.own
        )
        address = f"{reverse('reporting:obligation-list')}?{register.query_text}"
        waiting = register.filter.qs.order_by() if register.is_valid else Obligation.objects.none()
        found["undated"] = (waiting.count(), address)
    if not scope.day.is_past:
        steps = Entry.objects.visible_to(person).steps_overdue(on=scope.today)
        query = QueryDict(mutable=True)
        if scope.is_narrowed:
            steps = steps.filter(obligation__in=scope.obligations)
            query = scope.query.copy()
        query["overdue"] = "1"
        address = f"{reverse('followups:next-steps')}?{query.urlencode(safe='/,')}"
        found["steps_overdue"] = (steps.count(), address)
        if not scope.is_narrowed:
            address = reverse("obligations:review-list")
            found["drafts"] = (Obligation.objects.drafts().count(), address)
    return found


def quality(scope: Scope) -> Quality:
    """How drafts fared up to the day. What a person changed before accepting is not told apart."""
    read, taken = Q(machine__isnull=False), Q(state__in=[State.ACCEPTED, State.CLOSED])
    rejected = read & Q(state=State.REJECTED)
    return Quality(
        **decided_in(scope).aggregate(
            accepted=Count("pk", filter=read & taken),
            rejected=Count("pk", filter=rejected & Q(merged_into=None)),
            merged=Count("pk", filter=rejected & Q(merged_into__isnull=False)),
            by_hand=Count("pk", filter=~read & taken),
        )
    )


def decided_in(scope: Scope) -> ObligationQuerySet:
    """What people decided on by the day, of what can be asked of obligations."""
    asked = scope.asked
    found = with_own(narrowed(Obligation.objects.all(), asked), scope.register.own, asked)
    return found.filter(decided_at__lt=end_of(scope.on)) if scope.day.is_past else found
