"""What people are reminded of, on which day, and how often."""

import pytest
import time_machine

from apps.followups.models import Notice
from apps.followups.remind import remind, short_periods
from apps.obligations.codes import CadenceKind
from tests.factories import (
    CycleFactory,
    EntryFactory,
    NoticeFactory,
    ObligationFactory,
    ReminderFactory,
    SeriesFactory,
)
from tests.followups.reminding import DAY, TODAY, cycle_of, noon, on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_settings")]


@pytest.mark.parametrize("ahead", [30, 7, 1, 0])
def test_a_due_date_is_told_thirty_seven_and_one_day_before_and_on_the_day(ahead, anna):
    cycle = cycle_of(anna, ahead)

    assert on(TODAY) == ["due"]
    notice = Notice.objects.get()
    assert (notice.person, notice.cycle, notice.on) == (anna, cycle, cycle.due_on)
    assert notice.key == f"due:{cycle.pk}:{ahead}:{cycle.due_on}"


def test_nothing_is_told_before_and_nothing_between(anna):
    cycle_of(anna, 31)

    assert on(TODAY) == []
    assert on(TODAY + DAY) == ["due"]
    assert on(TODAY + 23 * DAY, since=TODAY + 2 * DAY) == []
    assert on(TODAY + 24 * DAY) == ["due"]


def test_the_same_is_told_once_however_often_it_runs(anna):
    cycle_of(anna, 30)
    cycle_of(anna, -3)
    ReminderFactory(person=anna, on=TODAY)

    for _ in range(3):
        remind(at=noon(TODAY))

    assert Notice.objects.count() == 3


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("P1D", {0}),
        ("P2D", {0}),
        ("P3D", {1, 0}),
        ("P2W", {1, 0}),
        ("P1M", {7, 1, 0}),
        ("P60D", {7, 1, 0}),
        ("P2M", {7, 1, 0}),
        ("P61D", {30, 7, 1, 0}),
        ("P3M", {30, 7, 1, 0}),
        ("P1Y", {30, 7, 1, 0}),
    ],
)
def test_a_long_notice_is_not_given_for_a_short_cycle(period, expected, anna):
    cycle = cycle_of(anna, 30, period=period)

    on(cycle.due_on, since=TODAY)

    assert {int(n.key.split(":")[2]) for n in Notice.objects.all()} == expected


def test_a_short_series_is_a_short_cycle(anna):
    cycle_of(
        anna,
        30,
        period="",
        cadence__kind=CadenceKind.SERIES,
        cadence__series=SeriesFactory(period="P2M"),
    )

    assert on(TODAY) == []


def test_what_is_short_is_at_most_twice_the_days_ahead():
    assert short_periods(1) == ["P1D", "P2D"]
    assert short_periods(7)[-2:] == ["P1W", "P2W"]
    assert "P2M" in short_periods(30)
    assert "P3M" not in short_periods(30)
    assert short_periods(0) == []


def test_who_comes_late_is_told_only_the_nearest(anna):
    cycle = cycle_of(anna, 5)

    assert on(TODAY) == ["due"]
    assert Notice.objects.get().key == f"due:{cycle.pk}:7:{cycle.due_on}"


def test_a_missed_run_gives_nothing_stale(anna):
    cycle = cycle_of(anna, 31)
    assert on(TODAY + DAY) == ["due"]

    assert on(TODAY + 35 * DAY) == ["overdue"]
    assert Notice.objects.get(kind="overdue").key == f"overdue:{cycle.pk}:1:{cycle.due_on}"


def test_overdue_is_told_the_day_after_and_then_every_week(anna):
    cycle_of(anna)

    assert on(TODAY + DAY) == ["overdue"]
    assert on(TODAY + 7 * DAY, since=TODAY + 2 * DAY) == []
    assert on(TODAY + 8 * DAY) == ["overdue"]
    assert on(TODAY + 15 * DAY, since=TODAY + 9 * DAY) == ["overdue"]


def test_overdue_is_told_daily_where_the_settings_say_so(anna, settings):
    settings.OVERDUE_EVERY_DAYS = 1
    cycle_of(anna)

    assert on(TODAY + 3 * DAY, since=TODAY + DAY) == ["overdue"] * 3


@pytest.mark.parametrize("whole", [True, False])
def test_overdue_is_quiet_once_something_is_logged(whole, anna):
    cycle = cycle_of(anna)
    on(TODAY + DAY)
    with time_machine.travel(noon(TODAY + 2 * DAY)):
        EntryFactory(obligation=cycle.obligation, cycle=None if whole else cycle, author=anna)

    assert on(TODAY + 30 * DAY, since=TODAY + 3 * DAY) == []


def test_what_was_logged_before_or_on_another_cycle_does_not_quieten(anna):
    cycle = cycle_of(anna)
    other = CycleFactory(cadence=cycle.cadence, due_on=TODAY + 300 * DAY)
    with time_machine.travel(noon(TODAY)):
        EntryFactory(obligation=cycle.obligation)
    on(TODAY + DAY)
    with time_machine.travel(noon(TODAY + 2 * DAY)):
        EntryFactory(obligation=cycle.obligation, cycle=other)

    assert on(TODAY + 8 * DAY) == ["overdue"]


@pytest.mark.parametrize("state", ["draft", "rejected", "closed"])
def test_only_what_is_accepted_and_open_is_reminded_of(state, anna):
    cycle_of(anna, 7, **{f"cadence__obligation__{state}": True})
    answered = cycle_of(anna, 7, answered=True)
    cycle_of(anna, -3, waived=True)

    assert on(TODAY) == []
    assert answered.answered_on


def test_next_steps_are_told_on_the_day_and_when_they_are_late(anna):
    entry = EntryFactory(next_step="Call", next_step_on=TODAY, next_step_by=anna)
    EntryFactory(next_step="Call", next_step_on=TODAY)

    assert on(TODAY - DAY) == []
    assert on(TODAY) == ["step"]
    assert on(TODAY + DAY) == ["step"]
    assert on(TODAY + 7 * DAY, since=TODAY + 2 * DAY) == []
    entry.finish_step(on=TODAY + 7 * DAY)
    assert on(TODAY + 9 * DAY, since=TODAY + 8 * DAY) == []


@pytest.mark.parametrize("state", ["draft", "rejected", "closed"])
def test_an_own_reminder_comes_on_its_day_whatever_the_state(state, anna):
    ReminderFactory(person=anna, obligation=ObligationFactory(**{state: True}), on=TODAY)
    ReminderFactory(person=anna, on=TODAY, done=True)

    assert on(TODAY - DAY) == []
    assert on(TODAY) == ["reminder"]
    assert on(TODAY + DAY) == []


@pytest.mark.parametrize("rows", [1, 20])
def test_it_costs_the_same_queries_for_one_and_for_twenty(rows, anna, django_assert_num_queries):
    for _ in range(rows):
        cycle_of(anna, 7)
        cycle_of(anna, -20)

    with django_assert_num_queries(15):
        remind(at=noon(TODAY))


def test_a_notice_given_by_a_person_stays_as_it_is(anna):
    notice = NoticeFactory(person=anna, kind="mention")

    on(TODAY)

    notice.refresh_from_db()
    assert notice.cancelled_at is None
