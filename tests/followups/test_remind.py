"""Who is reminded of what, on which day, and how often."""

import datetime as dt

import pytest
import time_machine

from apps.followups.models import Notice
from apps.followups.remind import days, remind, short_periods
from apps.obligations.codes import CadenceKind
from tests.factories import (
    CycleFactory,
    EntryFactory,
    NoticeFactory,
    ObligationFactory,
    OfficeFactory,
    ReminderFactory,
    SeriesFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 2)
DAY = dt.timedelta(days=1)


def noon(day):
    return dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def plain_settings(settings):
    settings.REMIND_DAYS, settings.OVERDUE_EVERY_DAYS = [30, 7, 1], 7
    settings.ESCALATE_AFTER_DAYS = 14


@pytest.fixture
def anna():
    return UserFactory(name="Anna")


def cycle_of(person, in_days=0, period="P1Y", **fields):
    return CycleFactory(
        cadence__obligation__responsible=person,
        cadence__period=period,
        due_on=TODAY + in_days * DAY,
        **fields,
    )


def on(day, since=None):
    """The kinds of the notices that reminding on `day` gives, in order; from `since` on, day by day."""
    last = Notice.objects.order_by("pk").last()
    first = since or day
    for number in range((day - first).days + 1):
        remind(at=noon(first + number * DAY))
    return list(
        Notice.objects.filter(pk__gt=last.pk if last else 0)
        .order_by("pk")
        .values_list("kind", flat=True)
    )


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


def test_the_managers_hear_of_it_once_after_two_weeks(anna, office):
    manager = UserFactory(role="manager", office=office)
    UserFactory(role="manager", office=OfficeFactory(short="ELSEWHERE"))
    desk = OfficeFactory(short="DESK", parent=OfficeFactory(short="BRANCH", parent=office))
    cycle_of(anna, 0, cadence__obligation__lead=desk)

    assert "escalated" not in on(TODAY + 13 * DAY, since=TODAY)
    assert on(TODAY + 14 * DAY) == ["escalated"]
    assert Notice.objects.get(kind="escalated").person == manager
    assert "escalated" not in on(TODAY + 40 * DAY, since=TODAY + 15 * DAY)


def test_the_nearest_managers_hear_of_it_not_those_above(anna, office):
    UserFactory(role="manager", office=office)
    desk = OfficeFactory(short="DESK", parent=office)
    nearest = UserFactory(role="manager", office=desk)
    cycle_of(anna, -20, cadence__obligation__lead=desk)

    on(TODAY)

    assert [n.person for n in Notice.objects.filter(kind="escalated")] == [nearest]


def test_where_nobody_is_responsible_those_of_the_lead_office_who_may_log_are_told(office):
    focal = UserFactory(role="focal point", office=office)
    UserFactory(role="reader", office=office)
    UserFactory(role="focal point", office=office, is_active=False)
    UserFactory(role="focal point", office=OfficeFactory(short="ELSEWHERE"))
    accepted_by = {"cadence__obligation__decided_by": UserFactory(role="officer")}
    cycle_of(None, 7, cadence__obligation__lead=office, **accepted_by)

    on(TODAY)

    assert [n.person for n in Notice.objects.all()] == [focal]


@pytest.mark.parametrize("led", [True, False])
def test_where_no_office_has_anybody_the_officer_who_accepted_is_told(led, anna, office):
    cycle_of(
        None,
        7,
        cadence__obligation__lead=office if led else None,
        cadence__obligation__decided_by=anna,
    )

    on(TODAY)

    assert [n.person for n in Notice.objects.all()] == [anna]


def test_one_who_left_is_replaced_by_the_office(office):
    gone = UserFactory(is_active=False)
    focal = UserFactory(role="focal point", office=office)
    cycle_of(gone, 7, cadence__obligation__lead=office)

    on(TODAY)

    assert [n.person for n in Notice.objects.all()] == [focal]


def test_each_persons_day_begins_in_the_persons_own_time_zone():
    early = UserFactory(time_zone="Pacific/Auckland")
    late = UserFactory(time_zone="America/Los_Angeles")
    cycle_of(early, 1, period="P2D")
    cycle_of(late, 1, period="P2D")

    remind(at=dt.datetime(2026, 11, 2, 23, tzinfo=dt.UTC))
    assert [n.person for n in Notice.objects.all()] == [early]
    remind(at=dt.datetime(2026, 11, 3, 10, tzinfo=dt.UTC))
    assert [n.person for n in Notice.objects.order_by("pk")] == [early, late]


def test_the_days_of_all_zones_are_few():
    for zone in ("Pacific/Kiritimati", "Europe/Paris", "", "Pacific/Pago_Pago"):
        UserFactory(time_zone=zone)

    found = {
        day: people.count() for day, people in days(dt.datetime(2026, 11, 2, 10, 30, tzinfo=dt.UTC))
    }

    assert found == {TODAY - DAY: 1, TODAY: 2, TODAY + DAY: 1}


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


def test_nobody_who_may_not_sign_in_is_told():
    gone = UserFactory(is_active=False)
    cycle_of(gone, 7)
    ReminderFactory(person=gone, on=TODAY)

    assert on(TODAY) == []


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
