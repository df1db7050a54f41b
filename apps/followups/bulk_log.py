"""Log one entry on many cycles: on all of them or on none, and once however often it is sent."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from simple_history.utils import bulk_create_with_history

from apps.accounts.models import User
from apps.reporting.models import Cycle

from .log import tell
from .models import Entry, Mention

BATCH = 500
# What each entry has for itself.
OWN = {"id", "obligation_id", "cycle_id", "batch", "created_at"}


class AlreadyLogged(Exception):
    """The same act was sent before, and is done."""


@transaction.atomic
def log_many(
    like: Entry,
    cycles: QuerySet[Cycle],
    mentioned: Iterable[User] = (),
    *,
    batch: uuid.UUID,
    at: dt.datetime,
) -> int:
    """An entry such as `like`, which is not saved itself, on each of `cycles`; return how many.

    Whoever is mentioned or is to take the next step is told once, not for each. Raises AlreadyLogged
    where `batch` is logged already.
    """
    # Who sends a page twice waits here for the first.
    User.objects.select_for_update(no_key=True).get(pk=like.author_id)
    if Entry.objects.filter(batch=batch).exists():
        raise AlreadyLogged
    same = {f.attname: getattr(like, f.attname) for f in Entry._meta.concrete_fields}
    same = {name: value for name, value in same.items() if name not in OWN}
    made = bulk_create_with_history(
        [
            Entry(obligation_id=obligation, cycle_id=cycle, batch=batch, **same)
            for cycle, obligation in cycles.order_by("pk").values_list("pk", "obligation_id")
        ],
        Entry,
        batch_size=BATCH,
        default_user=like.author,
        default_date=at,
    )
    people = list(mentioned)
    Mention.objects.bulk_create(
        [Mention(entry=entry, person=person) for entry in made for person in people],
        batch_size=BATCH,
    )
    if made:
        tell(made[0], people, at=at)
    return len(made)
