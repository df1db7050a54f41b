"""What offices and people have in hand: cycles, next steps, and what they logged lately."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse

from apps.accounts.models import User
from apps.followups.models import Entry

from .groups import Breakdown, Group, breakdown
from .scope import Scope

LATELY = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class InHand:
    """One person: cycles of what the person is responsible for, and the person's next steps."""

    group: Group
    others: list["Count"]
    """Next steps, those overdue, and what was logged in the thirty days up to the day."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many, and the address of the list that holds just these; none where there is no person."""

    value: int
    url: str


def people(scope: Scope, reader: User, *, first: int, size: int) -> tuple[list[InHand], bool]:
    """Those with something in hand, the most overdue first; whether there are more.

    Entries that `reader` may not read are not counted.
    """
    found: Breakdown = breakdown("person", scope, first=first, size=size)
    keys = [_key(group) for group in found.groups]
    steps, logged = _steps(scope, reader, keys), _logged(scope, reader, keys)
    rows = []
    for group, key in zip(found.groups, keys, strict=True):
        waiting = steps.get(key, {})
        numbers = [waiting.get("open", 0), waiting.get("overdue", 0), logged.get(key, 0)]
        addresses = _addresses(scope, key) if key else ["", "", ""]
        rows.append(InHand(group, list(map(Count, numbers, addresses))))
    return rows, found.has_more


def _addresses(scope: Scope, person: int) -> list[str]:
    """The lists of next steps, of those overdue, and of what was logged."""
    query = scope.query.copy() if scope.is_narrowed else QueryDict(mutable=True)
    query["person"] = str(person)
    steps = f"{reverse('followups:next-steps')}?{query.urlencode(safe='/,')}"
    query["since"] = (scope.on - LATELY).isoformat()
    query["until"] = scope.on.isoformat()
    entries = f"{reverse('followups:entry-list')}?{query.urlencode(safe='/,')}"
    return [steps, f"{steps}&overdue=1", entries]


def _key(group: Group) -> int | None:
    return group.link.pk if isinstance(group.link, User) else None


def _entries(scope: Scope, reader: User) -> Any:
    entries = Entry.objects.visible_to(reader)
    return entries.filter(obligation__in=scope.obligations) if scope.is_narrowed else entries


def _steps(scope: Scope, reader: User, keys: list[int | None]) -> Mapping[Any, Mapping[str, int]]:
    """By person, the next steps that wait today, and those that wait too long."""
    overdue = Q(next_step_on__lt=scope.today)
    rows = (
        _entries(scope, reader)
        .steps_open()
        .filter(next_step_by__in=[key for key in keys if key])
        .order_by()
        .values("next_step_by")
        .annotate(open=models.Count("pk"), overdue=models.Count("pk", filter=overdue))
    )
    return {row["next_step_by"]: row for row in rows}


def _logged(scope: Scope, reader: User, keys: list[int | None]) -> Mapping[Any, int]:
    """By person, the entries of the thirty days up to the day."""
    span = (scope.on - LATELY, scope.on)
    rows = (
        _entries(scope, reader)
        .filter(author__in=[key for key in keys if key], happened_on__range=span)
        .order_by()
        .values_list("author")
        .annotate(models.Count("pk"))
    )
    return dict(rows)
