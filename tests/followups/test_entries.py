"""Entries: logged in a row, edited for a while, then corrected; whom they tell."""

import datetime as dt

import pytest
from django.urls import reverse

from apps.followups.log import EntryChanged, edit
from apps.followups.models import Entry, Notice
from tests.conftest import FRAGMENT
from tests.factories import CycleFactory, EntryFactory, ObligationFactory, UserFactory
from tests.followups.entries import NOON, address, refused, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


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


def test_how_a_day_is_understood_is_told(signed_in):
    url = reverse("followups:day")

    assert signed_in.get(url, {"given": "yesterday"}).text == "Tuesday 30 June 2026, 1 day ago"
    assert "“soon”" in signed_in.get(url, {"given": "soon"}).text


def test_people_are_suggested_by_the_beginning_of_a_name(signed_in):
    UserFactory(name="Anna Berg")
    found = signed_in.get(reverse("followups:people"), {"q": "ber"}).json()["people"]

    assert [person["name"] for person in found] == ["Anna Berg"]
    assert signed_in.get(reverse("followups:people"), {"q": "\0"}).status_code == 200
