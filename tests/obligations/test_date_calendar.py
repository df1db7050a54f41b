"""Dates and the calendar: days off, sessions of the Assembly, time zones."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from apps.obligations.models import Holiday, Session
from apps.obligations.workdays import Calendar, NoWorkingDay, shifted
from apps.reporting.respond import respond, waive
from apps.reporting.why import in_words
from tests.factories import (
    DocumentFactory,
    EntryFactory,
    HolidayFactory,
    SessionFactory,
    UserFactory,
)
from tests.obligations.asked import asked, day, due, planned

ADOPTED, END = "2031-03-03", "2034-12-31"
SATURDAY = "6 March 2032 is a day off (Saturday)"
STATES = ("overdue", "due", "due-soon", "not-due")
SUNDAY = "7 March 2032 is a day off (Sunday)"

# Due | rule | where it goes | what is said; 1 March 2032 is a Monday
WEEKDAYS = [
    *[(f"2032-03-0{n}", rule, f"2032-03-0{n}", "") for n in range(1, 6) for rule in ("keep", "back", "forward")],
    ("2032-03-06", "keep", "2032-03-06", ""),
    ("2032-03-06", "back", "2032-03-05", f"{SATURDAY}: it is due on the working day before."),
    ("2032-03-06", "forward", "2032-03-08", f"{SATURDAY}: it is due on the next working day."),
    ("2032-03-07", "keep", "2032-03-07", ""),
    ("2032-03-07", "back", "2032-03-05", f"{SUNDAY}: it is due on the working day before."),
    ("2032-03-07", "forward", "2032-03-08", f"{SUNDAY}: it is due on the next working day."),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("on", "rule", "expected", "said"), WEEKDAYS)
def test_a_date_moves_off_a_weekend_by_the_rule_and_says_so(on, rule, expected, said):
    [cycle] = planned(END, asked(ADOPTED, [f"by:{on}"], shift=rule))

    assert str(cycle.due_on) == expected
    assert str(cycle.mandated_on) == on
    assert said in in_words(cycle)
    assert ("day off" in in_words(cycle)) == bool(said)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rule", "expected", "said"),
    [
        ("keep", "2032-03-03", "is a day off (Lamp Day); the date stays."),
        ("back", "2032-03-02", "is a day off (Lamp Day): it is due on the working day before."),
        ("forward", "2032-03-04", "is a day off (Lamp Day): it is due on the next working day."),
    ],
)
def test_an_own_day_off_counts_and_is_named(rule, expected, said):
    HolidayFactory(on=day("2032-03-03"))

    [cycle] = planned(END, asked(ADOPTED, ["within:P1Y"], shift=rule))

    assert str(cycle.due_on) == expected
    assert said in in_words(cycle)


@pytest.mark.django_db
@pytest.mark.parametrize(("rule", "expected"), [("back", "2031-12-24"), ("forward", "2032-01-02")])
def test_days_off_in_a_row_are_passed_over_even_into_another_year(rule, expected):
    for number in range(25, 32):
        HolidayFactory(on=dt.date(2031, 12, number))
    HolidayFactory(on=dt.date(2032, 1, 1), name="First Lamp")

    assert due(planned(END, asked(ADOPTED, ["by:2031-12-31"], shift=rule))) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("US-NY", "2031-07-04", "2031-07-03"),
        ("US-NY", "2031-08-01", "2031-08-01"),
        ("CH-GE", "2031-07-04", "2031-07-04"),
        ("CH-GE", "2031-08-01", "2031-07-31"),
        ("", "2031-07-04", "2031-07-04"),
    ],
)
def test_public_holidays_are_those_of_the_setting(settings, code, on, expected):
    settings.HOLIDAYS, settings.SHIFT = code, "back"

    [cycle] = planned(END, asked(ADOPTED, [f"by:{on}"]))

    assert str(cycle.due_on) == expected
    assert ("is a day off (" in in_words(cycle)) == (on != expected)


@pytest.mark.django_db
def test_the_rule_of_an_obligation_stands_over_the_usual_one(settings):
    settings.SHIFT = "back"

    assert due(planned(END, asked(ADOPTED, ["by:2032-03-06"], shift="forward"))) == "2032-03-08"
    assert due(planned(END, asked(ADOPTED, ["by:2032-03-06"], shift="keep"))) == "2032-03-06"


@pytest.mark.django_db
def test_a_recurrence_counts_from_its_own_dates_not_from_those_moved():
    made = asked("2031-08-31", ["every:P1M"], shift="forward")

    assert due(planned("2031-12-31", made)) == "2031-09-30 2031-10-31 2031-12-01 2031-12-31"


@pytest.mark.django_db
def test_a_new_day_off_moves_what_nobody_touched_and_its_end_moves_it_back():
    made = asked(ADOPTED, ["by:2032-03-03"], shift="forward")
    assert due(planned(END, made)) == "2032-03-03"

    HolidayFactory(on=day("2032-03-03"))
    assert due(planned(END, made)) == "2032-03-04"

    Holiday.objects.all().delete()
    assert due(planned(END, made)) == "2032-03-03"


@pytest.mark.django_db
def test_a_day_off_under_another_name_is_said_by_its_new_name():
    HolidayFactory(on=day("2032-03-03"), name="Lamp Day")
    made = asked(ADOPTED, ["by:2032-03-03"], shift="keep")
    planned(END, made)

    Holiday.objects.update(name="Day of the Bell")

    [cycle] = planned(END, made)
    assert "Day of the Bell" in in_words(cycle)


def test_a_weekend_is_what_the_calendar_says():
    friday, saturday = day("2032-03-05"), day("2032-03-06")
    gulf = Calendar(weekend=frozenset({4, 5}))

    assert shifted(friday, "back", gulf)[0] == day("2032-03-04")
    assert shifted(saturday, "forward", gulf)[0] == day("2032-03-07")
    assert shifted(day("2032-03-07"), "back", gulf) == (day("2032-03-07"), {})


def test_a_calendar_without_working_days_is_refused_with_the_date():
    with pytest.raises(NoWorkingDay, match="2032-03-06"):
        shifted(day("2032-03-06"), "back", Calendar(weekend=frozenset(range(7))))


@pytest.mark.django_db
def test_a_calendar_that_nobody_knows_is_refused_by_name(settings):
    settings.HOLIDAYS = "ATLANTIS"

    with pytest.raises(ImproperlyConfigured, match="ATLANTIS"):
        planned(END, asked(ADOPTED, ["by:2032-03-03"]))


def correct_opening():
    Session.objects.filter(number=87).update(opens_on=day("2032-09-21"))


class TestSessions:
    pytestmark = pytest.mark.django_db

    @pytest.fixture
    def ask(self):
        SessionFactory(number=87, opens_on=day("2032-09-14"))
        return asked(ADOPTED, ["session:87"])

    def test_a_session_that_is_known_gives_its_day_however_far_off(self, ask):
        [cycle] = planned("2031-12-31", ask)

        assert str(cycle.due_on) == "2032-09-14"
        assert "Session 87 of the General Assembly opens on 14 September 2032." in in_words(cycle)

    def test_a_session_that_is_not_known_has_no_day_until_it_is(self):
        ask = asked(ADOPTED, ["session:88"])
        assert due(planned(END, ask)) == "-"

        SessionFactory(number=88, opens_on=day("2033-09-13"))

        assert due(planned(END, ask)) == "2033-09-13"

    def test_an_opening_corrected_moves_the_date(self, ask):
        planned(END, ask)
        correct_opening()

        assert due(planned(END, ask)) == "2032-09-21"

    def test_an_opening_corrected_asks_for_no_second_answer(self, ask):
        [cycle] = planned(END, ask)
        report = DocumentFactory(kind="report", adopted_on=day("2032-09-10"))
        respond(cycle, report, finding="fulfilled", by=UserFactory(), on=day("2032-09-11"))
        correct_opening()

        assert due(planned(END, ask)) == "2032-09-14"

    def test_an_opening_corrected_asks_not_again_for_what_was_waived(self, ask):
        [cycle] = planned(END, ask)
        waive(cycle, on=day("2032-09-11"), reason="The Harbour was closed")
        correct_opening()

        assert due(planned(END, ask)) == "2032-09-14"

    def test_an_opening_corrected_leaves_what_somebody_works_on(self, ask):
        [cycle] = planned(END, ask)
        EntryFactory(obligation=ask, cycle=cycle)
        correct_opening()

        assert due(planned(END, ask)) == "2032-09-14"

    def test_several_sessions_in_one_ask_are_several_dates(self):
        for number, opens_on in ((87, "2032-09-14"), (89, "2034-09-12")):
            SessionFactory(number=number, opens_on=day(opens_on))

        cycles = planned(END, asked(ADOPTED, ["session:87", "session:88", "session:89"]))

        assert due(cycles) == "2032-09-14 2034-09-12 -"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("at", "east", "west"),
    [
        # Kiritimati is 14 hours ahead of UTC, Pago Pago 11 behind: up to three days at once.
        ("2031-09-02T10:30", ("2031-09-03", "overdue"), ("2031-09-01", "due-soon")),
        ("2031-09-02T11:00", ("2031-09-03", "overdue"), ("2031-09-02", "due")),
        ("2031-09-01T12:00", ("2031-09-02", "due"), ("2031-09-01", "due-soon")),
        ("2031-09-01T09:59", ("2031-09-01", "due-soon"), ("2031-08-31", "due-soon")),
        ("2031-09-03T11:00", ("2031-09-04", "overdue"), ("2031-09-03", "overdue")),
    ],
)
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_two_people_see_one_date_and_each_the_state_of_the_own_day(client_as, at, east, west, zone):
    planned(END, asked(ADOPTED, ["by:2031-09-02"]))
    today, state = east if zone == "Pacific/Kiritimati" else west

    with time_machine.travel(f"{at}+00:00", tick=False):
        with timezone.override(zone):
            assert str(timezone.localdate()) == today
        client = client_as("reader")
        client.person.time_zone = zone
        client.person.save()
        found = client.get("/register/cycles/", {"state": state})
        others = client.get("/register/cycles/", {"state": {*STATES} - {state}})

    # The rows, without the day on which the page would be printed.
    assert "2 September 2031" in found.text.partition("<table")[2]
    assert "<table" not in others.text
