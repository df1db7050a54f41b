"""Tell people: once each, whoever else tells them the same at the same time."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from apps.accounts.models import User
from apps.obligations.models import Obligation

from .models import Notice


def notify(people: Iterable[User], *, by: User | None = None, **fields: Any) -> None:
    """Give each of `people` the notice with these fields of Notice, if it was not given before.

    Nobody is told of what they did themselves, and nobody who may not sign in any more.
    `key` says what thing it is about; the same person is told the same key once.
    """
    told = {person.pk: person for person in people if person.is_active and person != by}
    Notice.objects.bulk_create(
        [Notice(person=person, by=by, **fields) for person in told.values()], ignore_conflicts=True
    )


def tell_responsible(obligation: Obligation, *, by: User, at: dt.datetime, **fields: Any) -> None:
    """Tell the person who is responsible for it from this version on; nobody where there is none."""
    if obligation.responsible:
        notify(
            [obligation.responsible],
            kind=Notice.Kind.ASSIGNED,
            key=f"responsible:{obligation.pk}:{obligation.version}",
            obligation=obligation,
            by=by,
            created_at=at,
            **fields,
        )
