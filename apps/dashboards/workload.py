"""What offices and people have in hand: cycles, next steps, and what they logged lately."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from apps.accounts.models import User
from apps.followups.models import Entry

from .groups import Breakdown, Group, breakdown
from .scope import Scope

LATELY = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class InHand:
    """One person: cycles of what the person is responsible for, and the person's next steps."""

    group: Group
    steps: int
    steps_overdue: int
    logged: int
    """Entries of the last thirty days."""


def people(scope: Scope, reader: User, *, first: int, size: int) -> tuple[list[InHand], bool]:
    """Those with something in hand, the most overdue first; whether there are more.

    Entries that `reader` may not read are not counted.
    """
    found: Breakdown = breakdown("person", scope, first=first, size=size)
    keys = [_key(group) for group in found.groups]
    steps, logged = _steps(scope, reader, keys), _logged(scope, reader, keys)
    rows = [
        InHand(
            group,
            steps.get(key, {}).get("open", 0),
            steps.get(key, {}).get("overdue", 0),
            logged.get(key, 0),
        )
        for group, key in zip(found.groups, keys, strict=True)
    ]
    return rows, found.has_more


def _key(group: Group) -> int | None:
    return group.link.pk if isinstance(group.link, User) else None


def _entries(scope: Scope, reader: User) -> Any:
    entries = Entry.objects.visible_to(reader)
    return entries.filter(obligation__in=scope.obligations) if scope.is_narrowed else entries


def _steps(scope: Scope, reader: User, keys: list[int | None]) -> Mapping[Any, Mapping[str, int]]:
    """By person, the next steps that wait, and those that wait too long."""
    overdue = Q(next_step_on__lt=scope.on)
    rows = (
        _entries(scope, reader)
        .steps_open()
        .filter(next_step_by__in=[key for key in keys if key])
        .order_by()
        .values("next_step_by")
        .annotate(open=Count("pk"), overdue=Count("pk", filter=overdue))
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
        .annotate(Count("pk"))
    )
    return dict(rows)
