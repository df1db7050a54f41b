"""The next step of an entry: who finishes it, once, and what an edit of the entry leaves of it."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.followups.log import edit
from apps.followups.models import Entry, Notice
from tests.factories import EntryFactory, NoticeFactory, UserFactory
from tests.followups.entries import NOON, address

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


def test_an_assignee_of_another_office_finishes_the_step(client_as):
    client = client_as("focal point")
    entry = EntryFactory(next_step="Ask", next_step_by=client.person)
    other = EntryFactory(next_step="Ask")

    client.post(address("step-done", entry), {"desk": "1"})

    entry.refresh_from_db()
    assert entry.next_step_done_on == NOON.date()
    assert client.post(address("step-done", other)).status_code == 403


def test_the_list_of_next_steps_finishes_one_and_stays(client_as):
    client = client_as("focal point")
    own = EntryFactory(next_step="Ask", next_step_by=client.person)
    other = EntryFactory(next_step="Ask")

    page = client.get(reverse("followups:next-steps")).text
    answer = client.post(address("step-done", own), {"steps": "overdue"})

    assert address("step-done", own) in page
    assert address("step-done", other) not in page
    assert answer["Location"] == reverse("followups:next-steps") + "?overdue=1"


def test_next_steps_cost_the_same_queries_at_any_length(client_as):
    client = client_as("focal point")
    costs = []
    for more in (1, 19):
        EntryFactory.create_batch(more, next_step="Ask", next_step_by=client.person)
        client.get(reverse("followups:next-steps"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("followups:next-steps"))
        costs.append(len(queries))

    assert costs[0] == costs[1]


def step(**fields):
    return EntryFactory(next_step="Ask again", next_step_by=UserFactory(), **fields)


def test_a_step_is_done_without_undoing_an_edit_of_the_same_moment():
    entry = step(text="Called")
    read_before = Entry.objects.get()
    Entry.objects.update(text="Called twice")

    assert read_before.finish_step(on=NOON.date())
    assert not Entry.objects.get(pk=entry.pk).finish_step(on=NOON.date())

    entry.refresh_from_db()
    assert (entry.text, entry.next_step_done_on) == ("Called twice", NOON.date())
    assert entry.history.first().next_step_done_on == NOON.date()


def test_an_edit_keeps_what_others_did_to_the_step_meanwhile():
    entry = step()
    was_for, other = entry.next_step_by_id, UserFactory()
    Entry.objects.update(next_step_by=other)
    Entry.objects.get().finish_step(on=NOON.date())

    entry.text = "Called twice"
    edit(entry, seen=None, was_for=was_for, at=NOON)

    entry.refresh_from_db()
    assert (entry.next_step_by, entry.next_step_done_on) == (other, NOON.date())


def test_another_next_step_is_not_done_yet():
    entry = step(next_step_done_on=NOON.date())
    entry.next_step = "Write a letter"

    edit(entry, seen=None, was_for=entry.next_step_by_id, at=NOON)

    entry.refresh_from_db()
    assert entry.next_step_done_on is None


def test_an_edit_does_not_tell_again_what_was_told_of_all_that_was_logged_together():
    entry, batch = step(batch=uuid.uuid4()), Entry.objects.values("batch")
    key = f"assigned:{batch[0]['batch']}"
    NoticeFactory(person=entry.next_step_by, kind="assigned", key=key, entry=entry)

    edit(entry, seen=None, was_for=entry.next_step_by_id, at=NOON)

    assert Notice.objects.count() == 1


def test_nobody_waits_for_the_next_step_of_a_closed_obligation():
    step(
        obligation__state="closed",
        obligation__reason="Over",
        next_step_on=NOON.date() - dt.timedelta(days=1),
    )

    assert not Entry.objects.steps_open().exists()
    assert not Entry.objects.steps_overdue(on=NOON.date()).exists()


def test_the_form_shows_an_assignee_who_left(officer):
    entry = step(author=officer.person)
    entry.next_step_by.is_active = False
    entry.next_step_by.save()

    assert entry.next_step_by.email in officer.get(address("entry-edit", entry)).text
