"""Pages of schedules: set up, confirmed, changed, paused, tried out, deleted; by whom and by whom not."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.exports.models import Run, Schedule
from tests.conftest import ALL_ROLES, FRAGMENT
from tests.factories import RunFactory, SavedViewFactory, ScheduleFactory, UserFactory

pytestmark = pytest.mark.django_db
LIST, ADD = reverse("exports:schedule-list"), reverse("exports:schedule-add")
NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)  # a Tuesday
FIELDS = {
    "name": "Overdue",
    "kind": "obligations",
    "query": "/register/obligations/?state=overdue",
    "format": "csv",
    "language": "fr",
    "recipients": "me\ndesk@example.org",
    "message": "Please look.",
    "often": "monthly",
    "day": "31",
    "starts_on": "2026-11-03",
    "hour": "07:30",
    "time_zone": "Europe/Berlin",
}


@pytest.fixture(autouse=True)
def on_tuesday(settings):
    settings.EXPORT_DOMAINS = ["example.org"]
    with time_machine.travel(NOON, tick=False):
        yield


def place(name, schedule):
    return reverse(f"exports:schedule-{name}", args=[schedule.pk])


def test_nothing_is_kept_before_it_is_confirmed(officer):
    page = officer.post(ADD, FIELDS)

    assert page.status_code == 200
    assert not Schedule.objects.exists()
    assert "Is this right?" in page.text
    assert "a month that has no day 31 is left out" in page.text
    for day in ("31 December 2026, 07:30", "31 January 2027, 07:30", "31 March 2027, 07:30"):
        assert day in page.text
    assert "28 February" not in page.text
    assert 'name="message" value="Please look."' in page.text


def test_what_is_confirmed_is_kept_as_it_was_shown(officer):
    response = officer.post(ADD, FIELDS | {"confirmed": "1"})

    schedule = Schedule.objects.get()
    assert response["Location"] == schedule.get_absolute_url()
    assert (schedule.rule, schedule.query) == ("FREQ=MONTHLY;BYMONTHDAY=31", "state=overdue")
    assert (schedule.owner, schedule.language) == (officer.person, "fr")
    assert list(schedule.people.all()) == [officer.person]
    assert schedule.addresses == ["desk@example.org"]
    assert schedule.next_at == dt.datetime(2026, 12, 31, 6, 30, tzinfo=dt.UTC)
    page = officer.get(schedule.get_absolute_url()).text
    assert "31 December 2026, 07:30" in page
    assert "It has not come due yet." in page


def test_who_wants_to_change_something_finds_all_that_was_typed(officer):
    page = officer.post(ADD, FIELDS | {"again": "1"})

    assert "desk@example.org" in page.text
    assert 'value="Overdue"' in page.text
    assert not Schedule.objects.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"recipients": "a@example.org.evil.net"}, "“a@example.org.evil.net”"),
        ({"recipients": "Nobody Such"}, "“Nobody Such”"),
        ({"recipients": " \n "}, "This field is required."),
        ({"query": "state=unheard-of"}, "unheard-of"),
        ({"kind": "mandate-cycles", "query": "kind=unheard-of", "format": "xlsx"}, "unheard-of"),
        ({"kind": "nothing"}, "nothing"),
        ({"kind": "mandate-cycles", "query": "", "format": "csv"}, "not as CSV"),
        ({"format": "exe"}, "exe"),
        ({"language": "tlh"}, "tlh"),
        ({"often": "own", "own_rule": "FREQ=HOURLY"}, "“FREQ=HOURLY” is too often"),
        ({"often": "own", "own_rule": ""}, "Write a rule"),
        ({"often": "own", "own_rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "no day at all"),
        ({"often": "own", "own_rule": "FREQ=DAILY;UNTIL=20261102"}, "no day"),
        ({"often": "weekly"}, "Choose a day at least."),
        ({"often": "sometimes"}, "sometimes"),
        ({"day": "32"}, "32"),
        ({"starts_on": "31 February"}, "“31 February”"),
        ({"starts_on": "1999-01-01"}, "“1999-01-01”: at most 10 years"),
        ({"hour": "25:00"}, "valid time"),
        ({"time_zone": "Mars/Base"}, "Mars/Base"),
        ({"time_zone": "../../etc/passwd"}, "../../etc/passwd"),
    ],
)
def test_what_cannot_be_is_quoted_and_nothing_typed_is_lost(fields, words, officer):
    page = officer.post(ADD, FIELDS | fields | {"confirmed": "1"})

    assert page.status_code == 422
    assert words in page.text
    assert "Please look." in page.text
    assert not Schedule.objects.exists()


def test_a_rule_of_ones_own_is_kept_as_it_is_written(officer):
    officer.post(ADD, FIELDS | {"often": "own", "own_rule": "freq=daily;count=3", "confirmed": "1"})

    assert Schedule.objects.get().rule == "FREQ=DAILY;COUNT=3"


def test_a_day_of_the_address_is_left_out_for_each_file_is_as_at_its_day(officer):
    query = "/register/obligations/?state=overdue&as_at=2026-06-30"
    officer.post(ADD, FIELDS | {"query": query, "confirmed": "1"})

    assert Schedule.objects.get().query == "state=overdue"


def test_a_page_leads_here_with_what_it_shows(officer):
    page = officer.get(ADD, {"kind": "cycles", "query": "state=due&text=lamp"}).text

    assert '<option value="cycles" selected>' in page
    assert 'value="state=due&amp;text=lamp"' in page
    assert officer.person.email in page


def test_the_next_dates_are_shown_while_somebody_chooses(officer):
    fields = {"often": "weekly", "weekdays": ["MO", "TH"], "hour": "08:00"}
    fields |= {"starts_on": "2026-11-03", "time_zone": "UTC"}
    address = reverse("exports:schedule-dates")

    part = officer.get(address, fields, headers=FRAGMENT).text
    bad = officer.get(address, fields | {"often": "own", "own_rule": "FREQ=NOW"}).text

    assert "Every week, on Monday and Thursday." in part
    assert "Thursday 5 November 2026, 08:00" in part
    assert part.count("<li>") == 5
    assert "<html" not in part
    assert "“FREQ=NOW”" in bad


def test_a_saved_view_gives_the_filter(officer):
    view = SavedViewFactory(owner=officer.person, query="text=lamp")
    theirs = SavedViewFactory()
    cycles = SavedViewFactory(owner=officer.person, register="cycles")

    for other in (theirs, cycles):
        page = officer.post(ADD, FIELDS | {"view": other.pk, "confirmed": "1"})
        assert page.status_code == 422
    officer.post(ADD, FIELDS | {"view": view.pk, "confirmed": "1"})

    assert (Schedule.objects.get().view, Schedule.objects.get().query) == (view, "")


def test_a_view_that_is_used_cannot_be_deleted_and_the_page_says_by_what(officer):
    view = SavedViewFactory(owner=officer.person, name="Lamps")
    ScheduleFactory(view=view, name="Secret name of another")

    page = officer.post(reverse("reporting:view-delete", args=[view.pk]), follow=True).text

    assert "“Lamps” is still used by export schedules (1)" in page
    assert "Secret name" not in page
    view.refresh_from_db()


def test_changing_it_begins_with_what_it_is(officer):
    schedule = ScheduleFactory(
        owner=officer.person, people=[officer.person], addresses=["a@example.org"]
    )
    page = officer.get(place("edit", schedule)).text

    assert 'value="weekly"' in page
    assert f"{officer.person.name} &lt;{officer.person.email}&gt;\na@example.org" in page
    officer.post(place("edit", schedule), FIELDS | {"confirmed": "1"})
    schedule.refresh_from_db()
    assert (schedule.name, schedule.rule) == ("Overdue", "FREQ=MONTHLY;BYMONTHDAY=31")
    assert schedule.history.count() == 2


def test_pause_and_use_again(officer):
    schedule = ScheduleFactory(owner=officer.person)

    officer.post(place("act", schedule), {"act": "pause"})
    assert "It is paused" in officer.get(schedule.get_absolute_url()).text
    officer.post(place("act", schedule), {"act": "resume"})

    schedule.refresh_from_db()
    assert schedule.is_active
    assert schedule.next_at == dt.datetime(2026, 11, 9, 7, tzinfo=dt.UTC)


def test_trying_it_out_begins_a_run_for_the_owner(officer):
    schedule = ScheduleFactory(owner=officer.person)

    page = officer.post(place("act", schedule), {"act": "try"}, follow=True).text

    assert f"sent to {officer.person} alone" in page
    assert "tried out" in page
    assert schedule.runs.get().job.is_open


@pytest.mark.parametrize("run", ["", "x", "0", "99999999999999999999"])
def test_a_run_that_is_not_there_is_not_found(run, officer):
    schedule = ScheduleFactory(owner=officer.person)
    RunFactory(failed=True)

    response = officer.post(place("act", schedule), {"act": "again", "run": run})

    assert response.status_code == 404


def test_the_run_of_another_schedule_is_not_sent_again(officer):
    schedule, theirs = ScheduleFactory(owner=officer.person), RunFactory(failed=True)

    response = officer.post(place("act", schedule), {"act": "again", "run": theirs.pk})

    assert response.status_code == 404
    theirs.refresh_from_db()
    assert theirs.state == "failed"


def test_what_failed_stands_first_with_its_reason(officer):
    ScheduleFactory(name="A quiet one", owner=officer.person)
    failed = RunFactory(schedule__name="Z failed", schedule__owner=officer.person, failed=True)

    page = officer.get(LIST).text

    assert "1 could not be sent the last time." in page
    assert page.index("Z failed") < page.index("A quiet one")
    assert "The server is away." in officer.get(failed.schedule.get_absolute_url()).text


def test_deleting_it(officer):
    schedule = RunFactory(schedule__owner=officer.person).schedule

    officer.post(place("delete", schedule))

    assert not Schedule.objects.exists()
    assert not Run.objects.exists()


@pytest.mark.parametrize("role", sorted(set(ALL_ROLES) - {"administrator"}))
def test_the_schedule_of_another_is_not_there(role, client_as):
    client, theirs = client_as(role), ScheduleFactory(name="Theirs alone")
    expected = 404 if role in ("officer", "manager") else 403

    for method, name in [("get", "detail"), ("get", "edit"), ("post", "edit"), ("post", "act")]:
        response = getattr(client, method)(place(name, theirs), {"act": "pause"})
        assert response.status_code == expected
        assert "Theirs alone" not in response.text
    assert client.post(place("delete", theirs)).status_code == expected
    assert Schedule.objects.get().is_active


def test_who_looks_after_all_sees_changes_and_takes_them_over(client_as):
    client = client_as("administrator")
    theirs = ScheduleFactory(name="Weekly", owner=UserFactory(is_active=False, name="Gone"))

    assert "Weekly" in client.get(LIST).text
    assert "Gone, who set this up, may not sign in" in client.get(theirs.get_absolute_url()).text
    client.post(place("act", theirs), {"act": "take"})

    theirs.refresh_from_db()
    assert theirs.owner == client.person
    assert client.get(ADD).status_code == 403


def test_an_officer_takes_over_nothing(officer):
    schedule = ScheduleFactory(owner=officer.person)

    officer.post(place("act", schedule), {"act": "take"})

    assert schedule.history.count() == 1
