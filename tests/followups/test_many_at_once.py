"""Fifty people change the same twenty obligations at once: nothing is lost, every conflict is shown."""

import datetime as dt
import random
import threading
from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from apps.accounts.roles import sync_roles
from apps.obligations.amend import amend
from apps.obligations.history import changes_since
from apps.obligations.models import Obligation
from apps.obligations.review import Changed
from tests.factories import ObligationFactory, UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite has one writer at a time by its nature"
    ),
]
PEOPLE, ITEMS = 50, 20
BY_PAGE = (
    8  # so many of the fifty change by the page, the others by the verb behind it: pages are slow
)
TODAY = dt.date(2026, 7, 1)


class Person(threading.Thread):
    """Changes every item once, in an order of its own, from what it saw at the beginning or since."""

    def __init__(self, number, person, versions, barrier):
        super().__init__()
        self.number, self.person, self.barrier = number, person, barrier
        self.client = Client()
        self.client.force_login(person)
        self.seen = dict(versions)
        self.saved, self.conflicts, self.other = [], [], []

    def run(self):
        keys = list(self.seen)
        random.Random(self.number).shuffle(keys)
        self.barrier.wait()
        try:
            for key in keys:
                if self.number < BY_PAGE:
                    self.change(key)
                else:
                    self.change_by_verb(key)
        finally:
            connection.close()

    def change_by_verb(self, key):
        values = {"subject": f"Subject of {self.number}"}
        try:
            amend(key, self.seen[key], values, by=self.person, on=TODAY)
            self.saved.append(key)
        except Changed as changed:
            told, _by = changes_since(changed.current, self.seen[key])
            self.conflicts.append((key, " ".join(change.new for change in told)))

    def change(self, key):
        fields = {
            "version": self.seen[key],
            "act": "report",
            "subject": f"Subject of {self.number}",
            "region": "other",
            "finding": "not-started",
        }
        response = self.client.post(reverse("followups:obligation-edit", args=[key]), fields)
        if response.status_code == HTTPStatus.FOUND:
            self.saved.append(key)
        elif response.status_code == HTTPStatus.CONFLICT:
            self.conflicts.append((key, response.text))
        else:
            self.other.append((key, response.status_code))


def test_no_change_is_lost_and_every_conflict_is_shown():
    sync_roles()
    keys = [ObligationFactory(act="report").pk for _n in range(ITEMS)]
    barrier = threading.Barrier(PEOPLE)
    people = [UserFactory(role="officer") for _n in range(PEOPLE)]
    versions = dict.fromkeys(keys, 1)
    threads = [Person(n, person, versions, barrier) for n, person in enumerate(people)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)

    assert [thread.other for thread in threads if thread.other] == []
    saved = [(key, thread.number) for thread in threads for key in thread.saved]
    conflicts = [told for thread in threads for told in thread.conflicts]
    # Each saw version 1: exactly one can have saved on it, and all the others were told.
    assert sorted(key for key, _number in saved) == sorted(keys)
    assert len(conflicts) == PEOPLE * ITEMS - ITEMS
    for key, number in saved:
        obligation = Obligation.objects.get(pk=key)
        assert (obligation.subject, obligation.version) == (f"Subject of {number}", 2)
        assert obligation.history.count() == 2
        for of, page in conflicts:
            assert of != key or f"Subject of {number}" in page


def test_who_saves_again_knowingly_loses_nothing_either():
    """After a conflict everybody takes the version that was shown and tries again, until all are in."""
    sync_roles()
    obligation = ObligationFactory(act="report")
    barrier = threading.Barrier(8)
    people = [UserFactory(role="officer") for _n in range(8)]
    threads = [Stubborn(n, p, {obligation.pk: 1}, barrier) for n, p in enumerate(people)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)

    obligation.refresh_from_db()
    subjects = {past.subject for past in obligation.history.all()}
    assert all(thread.saved for thread in threads)
    assert obligation.version == 1 + len(threads)
    assert subjects >= {f"Subject of {thread.number}" for thread in threads}


class Stubborn(Person):
    def change(self, key):
        while not self.saved:
            super().change(key)
            assert self.other == []
            self.seen[key] = Obligation.objects.values_list("version", flat=True).get(pk=key)
