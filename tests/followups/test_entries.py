"""Entries: logged in a row, edited for a while, then corrected; whom they tell; who reads them."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.followups.log import EntryChanged, edit, log
from apps.followups.models import Entry, Notice
from tests.conftest import FRAGMENT
from tests.factories import (
    CycleFactory,
    EntryFactory,
    NoticeFactory,
    ObligationFactory,
    OfficeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def address(name, row):
    return reverse(f"followups:{name}", args=[row.pk])


def typed(**fields):
    return {"kind": "call", "happened_on": "today", "text": "Spoke to the desk"} | fields


def refused(response, says):
    assert response.status_code == 422
    assert says in response.text
    assert not Entry.objects.exists()


def test_the_form_opens_in_a_row_with_the_cycle_and_today(officer):
    cycle = CycleFactory()

    part = officer.get(
        f"{address('entry-add', cycle.obligation)}?cycle={cycle.pk}&place=row", headers=FRAGMENT
    ).text

    assert "<html" not in part
    assert f'value="{cycle.pk}" selected' in part
    assert 'value="1 July 2026"' in part


def test_what_is_logged_in_a_row_is_said_there(officer):
    cycle = CycleFactory()

    part = officer.post(
        address("entry-add", cycle.obligation),
        typed(cycle=cycle.pk, place="row", next_step="Ask again", next_step_on="tomorrow"),
        headers=FRAGMENT,
    ).text

    entry = Entry.objects.get()
    assert (entry.cycle, entry.happened_on) == (cycle, NOON.date())
    assert entry.next_step_on == dt.date(2026, 7, 2)
    assert "Logged: Call on" in part
    assert "2 July 2026" in part


def test_a_cycle_of_another_obligation_is_refused(officer):
    other = CycleFactory()

    refused(
        officer.post(address("entry-add", ObligationFactory()), typed(cycle=other.pk)),
        "Select a valid choice",
    )


def test_who_is_mentioned_and_who_is_to_act_are_told_once_each(officer):
    anna, ben = UserFactory(name="Anna Berg"), UserFactory(name="Ben Ray", role="focal point")

    officer.post(
        address("entry-add", ObligationFactory()),
        typed(text="@Anna Berg knows", next_step="Ask", next_step_by="Ben Ray"),
    )

    assert {(n.person, n.kind) for n in Notice.objects.all()} == {
        (anna, Notice.Kind.MENTION),
        (ben, Notice.Kind.ASSIGNED),
    }


def test_nobody_is_told_of_what_they_did_themselves(officer):
    officer.person.name = "Olga O."
    officer.person.save()

    officer.post(address("entry-add", ObligationFactory()), typed(text="@Olga O. thinks aloud"))

    assert Entry.objects.get().mentioned.get() == officer.person
    assert not Notice.objects.exists()


def test_an_unknown_mention_and_assignee_come_back_quoted(officer):
    obligation = ObligationFactory()

    refused(officer.post(address("entry-add", obligation), typed(text="@Nobody Known")), "“@Nobody")
    fields = typed(next_step="Ask", next_step_by="Zoe")
    refused(officer.post(address("entry-add", obligation), fields), "“Zoe”")


def test_its_author_edits_it_for_an_hour(officer, on_the_day):
    entry = EntryFactory(author=officer.person, text="Called")
    page = officer.get(address("entry-edit", entry))
    assert "Called" in page.text

    response = officer.post(address("entry-edit", entry), typed(text="Called twice", seen=""))

    entry.refresh_from_db()
    assert response.status_code == 302
    assert (entry.text, entry.edited_at) == ("Called twice", NOON)
    assert [past.text for past in entry.history.all()] == ["Called twice", "Called"]

    on_the_day.shift(dt.timedelta(minutes=61))
    late = officer.post(address("entry-edit", entry), typed(text="Too late", seen=""))
    assert late["Location"] == address("entry-correct", entry)


def test_nobody_else_edits_it(client_as):
    entry = EntryFactory()

    assert client_as("officer").get(address("entry-edit", entry)).status_code == 403


def test_two_edits_of_one_entry_do_not_overwrite_unseen(officer):
    entry = EntryFactory(author=officer.person)
    officer.post(address("entry-edit", entry), typed(text="First", seen=""))

    second = officer.post(address("entry-edit", entry), typed(text="Second", seen=""))

    assert second.status_code == 409
    assert "Second" in second.text
    assert Entry.objects.get().text == "First"


def test_an_edit_that_comes_second_in_the_same_moment_saves_nothing(officer):
    entry = EntryFactory(author=officer.person)
    first, second = Entry.objects.get(), Entry.objects.get()
    first.text, second.text = "First", "Second"
    edit(first, seen=None, was_for=None, at=NOON)

    with pytest.raises(EntryChanged):
        edit(second, seen=None, was_for=None, at=NOON)

    entry.refresh_from_db()
    assert entry.text == "First"


def test_a_correction_stays_beside_what_it_puts_right(officer):
    wrong = EntryFactory(text="The report came", author=UserFactory())

    officer.post(address("entry-correct", wrong), typed(text="A draft came"))

    right = Entry.objects.exclude(pk=wrong.pk).get()
    page = officer.get(address("obligation-detail", wrong.obligation)).text
    assert right.corrects == wrong
    assert "The report came" in page
    assert "A draft came" in page
    assert f'href="#entry-{right.pk}"' in page


def test_a_corrected_entry_is_not_edited_any_more(officer):
    entry = EntryFactory(author=officer.person)
    EntryFactory(obligation=entry.obligation, corrects=entry)

    assert officer.get(address("entry-edit", entry)).status_code == 302


class TestConfidential:
    @pytest.fixture
    def secret(self, office):
        obligation = ObligationFactory(lead=office)
        author = UserFactory(office=office)
        entry = Entry(
            obligation=obligation,
            author=author,
            happened_on=NOON.date(),
            text="The kettle is blue",
            next_step="Paint the kettle",
            confidential_for=office,
        )
        return log(entry, [SimpleUploadedFile("kettle.txt", b"blue")], at=NOON)

    def test_the_office_reads_it_and_an_auditor_and_those_above(self, secret, client_as, office):
        above = OfficeFactory(short="TOP")
        office.parent = above
        office.save()
        for client in (client_as("reader"), client_as("auditor")):
            page = client.get(address("obligation-detail", secret.obligation)).text
            assert "The kettle is blue" in page

        client.force_login(UserFactory(role="reader", office=above))
        assert "kettle" in client.get(address("obligation-detail", secret.obligation)).text

    @pytest.mark.parametrize("role", ["reader", "focal point", "officer", "manager"])
    def test_nobody_else_does_not_even_an_officer(self, secret, role, client):
        client.force_login(UserFactory(role=role, office=OfficeFactory(short="OTHER")))

        assert "kettle" not in client.get(address("obligation-detail", secret.obligation)).text
        assert "kettle" not in client.get(reverse("followups:next-steps")).text
        file = secret.attachments.get()
        assert client.get(address("attachment", file)).status_code == 404
        assert client.post(address("step-done", secret)).status_code == 404
        assert client.get(address("entry-correct", secret)).status_code == 404

    def test_nobody_is_called_to_what_they_may_not_read(self, officer, office):
        UserFactory(name="Ben Ray", role="officer", office=OfficeFactory(short="OTHER"))

        response = officer.post(
            address("entry-add", ObligationFactory(lead=office)),
            typed(text="@Ben Ray look", confidential="on"),
        )

        refused(response, "Ben Ray may not read what is confidential to DPPA")

    def test_its_correction_is_as_confidential(self, secret, officer):
        officer.post(address("entry-correct", secret), typed(text="It is red"))

        assert Entry.objects.get(corrects=secret).confidential_for == secret.confidential_for


def test_how_a_day_is_understood_is_told(signed_in):
    url = reverse("followups:day")

    assert signed_in.get(url, {"given": "yesterday"}).text == "Tuesday 30 June 2026, 1 day ago"
    assert "“soon”" in signed_in.get(url, {"given": "soon"}).text


def test_people_are_suggested_by_the_beginning_of_a_name(signed_in):
    UserFactory(name="Anna Berg")
    found = signed_in.get(reverse("followups:people"), {"q": "ber"}).json()["people"]

    assert [person["name"] for person in found] == ["Anna Berg"]
    assert signed_in.get(reverse("followups:people"), {"q": "\0"}).status_code == 200


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
