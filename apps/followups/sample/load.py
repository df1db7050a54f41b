"""Put the sample data in, once; take it away again."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

from django.db import transaction
from simple_history.models import HistoricalRecords

from apps.accounts.models import User
from apps.accounts.roles import sync_roles
from apps.actors import load as actors
from apps.obligations.models import Series

from . import decisions, documents, people
from .days import Days

OFFICER = "officer@example.org"


@transaction.atomic
def seed(*, on: dt.date) -> list[str] | None:
    """Make people, documents and what hangs on them, around `on`, all or nothing. Safe to repeat.

    Returns the symbols that were here already as no sample and stay as they are; None where the
    sample data is here already, from whatever day.
    """
    sync_roles()
    actors.load()
    people.seed()
    if Series.objects.filter(is_sample=True).exists():
        return None
    officer = User.objects.get(email=OFFICER)
    with _as_person(officer):
        documents.seed(Days(on), by=officer)
        return decisions.seed(Days(on), by=officer)


@contextmanager
def _as_person(user: User) -> Iterator[None]:
    """Let the history name `user`, as it names whoever is signed in when a page changes something."""
    HistoricalRecords.context.request = SimpleNamespace(user=user)
    try:
        yield
    finally:
        del HistoricalRecords.context.request
