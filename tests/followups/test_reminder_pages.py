"""Watching an obligation and being reminded of it."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.followups.models import Reminder, Watch
from tests.conftest import FRAGMENT, FRAME
from tests.factories import ObligationFactory, ReminderFactory, WatchFactory

pytestmark = pytest.mark.django_db
LIST = reverse("notices:reminder-list")
TODAY = dt.date(2026, 11, 2)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def reader(signed_in):
    return signed_in


@pytest.fixture
def obligation():
    return ObligationFactory()


def watch(client, obligation, value, **headers):
    address = reverse("notices:obligation-watch", args=[obligation.pk])
    return client.post(address, {"watch": value}, headers=headers)


def remind(client, obligation, on, text="", **headers):
    address = reverse("notices:obligation-remind", args=[obligation.pk])
    return client.post(address, {"on": on, "text": text}, headers=headers)


def test_one_watches_and_ends_it_and_twice_is_once(reader, obligation):
    for value, number in (("1", 1), ("1", 1), ("0", 0), ("0", 0)):
        response = watch(reader, obligation, value)

        assert response["Location"] == f"/obligations/{obligation.pk}/"
        assert Watch.objects.filter(person=reader.person).count() == number


def test_the_button_says_whether_one_watches(reader, obligation):
    page = reader.get(f"/obligations/{obligation.pk}/").text
    part = watch(reader, obligation, "1", **FRAGMENT).text
    after = reader.get(f"/obligations/{obligation.pk}/").text

    assert 'data-watching="false"' in page
    assert 'data-watching="true"' in part
    assert "You watch it" in part
    assert "<html" not in part
    assert 'data-watching="true"' in after


def test_a_watch_of_another_is_another_matter(reader, obligation):
    WatchFactory(obligation=obligation)

    watch(reader, obligation, "0")

    assert Watch.objects.count() == 1
    assert 'data-watching="false"' in reader.get(f"/obligations/{obligation.pk}/").text


@pytest.mark.parametrize("state", [{}, {"draft": True}, {"rejected": True}, {"closed": True}])
def test_a_reminder_is_kept_for_any_day_whatever_the_state(state, reader):
    obligation = ObligationFactory(**state)

    remind(reader, obligation, "2027-03-31", "Ask again")

    reminder = Reminder.objects.get()
    assert (reminder.person, reminder.obligation) == (reader.person, obligation)
    assert (reminder.on, reminder.text) == (dt.date(2027, 3, 31), "Ask again")


def test_the_part_shows_the_reminder_that_was_made(reader, obligation):
    part = remind(reader, obligation, "2027-03-31", "Ask again", **FRAGMENT).text

    assert "You are reminded on 31 March 2027." in part
    assert "Ask again" in part
    assert "<html" not in part


@pytest.mark.parametrize("headers", [{}, FRAGMENT])
@pytest.mark.parametrize(
    ("on", "error"),
    [
        ("", "required"),
        ("soon", "Give the day as year-month-day"),
        ("2026-11-01", "1 November 2026 is over"),
    ],
)
def test_a_day_that_is_none_or_is_over_is_refused_and_what_was_typed_stays(
    on, error, headers, reader, obligation
):
    response = remind(reader, obligation, on, "Ask again", **headers)

    assert response.status_code == 422
    assert error in response.text
    assert "Ask again" in response.text
    assert not Reminder.objects.exists()


def test_there_is_no_reminder_on_what_is_not_there(reader):
    address = reverse("notices:obligation-remind", args=[999_999])

    assert reader.post(address, {"on": "2027-01-01"}).status_code == 404


def test_the_list_holds_the_own_ones_the_next_first(reader):
    ReminderFactory(person=reader.person, on=TODAY + dt.timedelta(days=9), text="Later")
    ReminderFactory(person=reader.person, on=TODAY + dt.timedelta(days=1), text="Sooner")
    ReminderFactory(person=reader.person, text="Settled", done=True)
    ReminderFactory(text="Not mine")

    page, done = reader.get(LIST).text, reader.get(LIST, {"done": "1"}).text

    assert page.index("Sooner") < page.index("Later")
    assert "in 9 days" in page
    assert "Settled" not in page
    assert "Settled" in done
    assert "Not mine" not in page + done


def test_a_day_can_be_changed(reader):
    reminder = ReminderFactory(person=reader.person, text="Ask")
    address = reverse("notices:reminder-change", args=[reminder.pk])
    assert "Ask" in reader.get(address).text

    assert reader.post(address, {"on": "2026-10-01", "text": "Ask"}).status_code == 422
    reader.post(address, {"on": "2027-01-04", "text": "Ask twice"})

    reminder.refresh_from_db()
    assert (reminder.on, reminder.text) == (dt.date(2027, 1, 4), "Ask twice")


def test_it_is_done_once(reader):
    reminder = ReminderFactory(person=reader.person)
    address = reverse("notices:reminder-done", args=[reminder.pk])

    reader.post(address)
    first = Reminder.objects.get().done_at
    reader.post(address)

    assert first is not None
    assert Reminder.objects.get().done_at == first


@pytest.mark.parametrize("name", ["reminder-change", "reminder-done"])
def test_nobody_changes_the_reminder_of_another(name, reader):
    reminder = ReminderFactory()

    response = reader.post(reverse(f"notices:{name}", args=[reminder.pk]), {"on": "2027-01-01"})

    assert response.status_code == 404
    reminder.refresh_from_db()
    assert reminder.done_at is None


def test_an_empty_list_says_how_to_begin(reader):
    assert "Remind me keeps one" in reader.get(LIST).text
    assert "No reminder is done yet." in reader.get(LIST, {"done": "1"}).text


@pytest.mark.parametrize("rows", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(rows, reader, django_assert_num_queries):
    ReminderFactory.create_batch(rows, person=reader.person)

    with django_assert_num_queries(FRAME + 2):  # count, rows
        reader.get(LIST)
