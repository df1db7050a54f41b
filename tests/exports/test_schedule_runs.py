"""Runs of schedules: begun once for a moment, made up once, sent to each once."""

import datetime as dt

import pytest

from apps.exports import schedules
from apps.exports.models import Run, Schedule
from apps.reporting.models import SavedView
from tests.factories import SavedViewFactory, UserFactory
from tests.factories.exports import MONDAY, RunFactory, ScheduleFactory

pytestmark = pytest.mark.django_db
MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture
def anna():
    return UserFactory(name="Anna", email="anna@example.org")


@pytest.fixture
def ben():
    return UserFactory(name="Ben", email="ben@example.org")


def test_nothing_is_begun_before_its_moment_nor_what_is_paused():
    ScheduleFactory()
    ScheduleFactory(is_active=False)

    assert schedules.begin(at=MONDAY - MINUTE) == 0
    assert schedules.begin(at=MONDAY) == 1
    assert schedules.begin(at=MONDAY + MINUTE) == 0


def test_a_run_asks_for_its_file_as_at_its_day_for_nobody_in_particular(anna):
    schedule = ScheduleFactory(
        owner=anna,
        time_zone="Asia/Tokyo",
        query="state=overdue",
        rule="FREQ=DAILY",
        # Nine in the evening in UTC is the next day there.
        next_at=MONDAY.replace(hour=21),
    )

    schedules.begin(at=MONDAY.replace(hour=21))

    job = schedule.runs.get().job
    assert (job.query, job.kind, job.format, job.language) == (
        "state=overdue",
        "obligations",
        "csv",
        "en",
    )
    assert (job.on, job.owner, job.is_open) == (dt.date(2026, 11, 3), anna, True)


def test_the_filter_is_that_of_the_saved_view_as_it_is_now(anna):
    view = SavedViewFactory(owner=anna, query="text=lamp")
    schedule = ScheduleFactory(owner=anna, view=view)
    SavedView.objects.update(query="text=harbour")

    schedules.begin(at=MONDAY)

    assert schedule.runs.get().job.query == "text=harbour"


def test_what_was_missed_for_a_month_is_made_up_once_and_noted(anna):
    schedule = ScheduleFactory(rule="FREQ=DAILY", owner=anna)

    schedules.begin(at=MONDAY + 30 * DAY + HOUR)
    schedules.begin(at=MONDAY + 30 * DAY + HOUR)

    runs = list(schedule.runs.order_by("due_at"))
    assert [run.state for run in runs] == ["missed"] * 30 + ["making"]
    assert runs[-1].due_at == MONDAY + 30 * DAY
    assert [run.due_at for run in runs[:2]] == [MONDAY, MONDAY + DAY]
    schedule.refresh_from_db()
    assert schedule.next_at == MONDAY + 31 * DAY
    assert schedule.history.count() == 1


def test_a_rule_that_has_come_to_its_end_is_due_no_more():
    schedule = ScheduleFactory(rule="FREQ=WEEKLY;BYDAY=MO;COUNT=1")

    assert (schedules.begin(at=MONDAY), schedules.begin(at=MONDAY + 30 * DAY)) == (1, 0)
    schedule.refresh_from_db()
    assert schedule.next_at is None


def test_one_schedule_that_cannot_begin_holds_up_no_other(caplog):
    ScheduleFactory(time_zone="Nowhere/Atall", next_at=MONDAY - DAY)
    other = ScheduleFactory()

    schedules.begin(at=MONDAY)

    assert other.runs.count() == 1
    assert "could not begin" in caplog.text


def test_a_view_that_the_owner_may_not_see_any_more_is_said_and_nothing_is_made(anna, ben):
    view = SavedViewFactory(owner=ben, scope="all", name="Lamps")
    schedule = ScheduleFactory(owner=anna, view=view)
    SavedView.objects.update(scope="private")

    schedules.begin(at=MONDAY)

    run = schedule.runs.get()
    assert (run.state, run.job) == ("failed", None)
    assert "Anna" in run.error
    assert "“Lamps”" in run.error


def test_nothing_is_sent_for_an_owner_who_has_left(anna):
    anna.is_active = False
    anna.save()
    schedule = ScheduleFactory(owner=anna)

    schedules.begin(at=MONDAY)

    assert "may not sign in any more" in schedule.runs.get().error


def test_again_asks_for_a_file_where_there_was_none(anna):
    schedule = ScheduleFactory(owner=anna)
    run = RunFactory(schedule=schedule, failed=True)

    schedules.try_again(run, at=MONDAY + HOUR)

    run.refresh_from_db()
    assert (run.state, run.job.state) == ("making", "waiting")


def test_what_came_in_a_pause_is_not_made_up(anna):
    schedule = ScheduleFactory(owner=anna)
    schedules.set_active(schedule, False, by=anna, at=MONDAY - DAY)

    schedules.set_active(schedule, True, by=anna, at=MONDAY + 9 * DAY)

    schedules.begin(at=MONDAY + 9 * DAY)
    assert not Run.objects.exists()
    schedule.refresh_from_db()
    assert schedule.next_at == MONDAY + 14 * DAY


def test_changing_the_message_does_not_skip_a_moment_that_is_due(anna):
    schedule = ScheduleFactory(owner=anna)
    schedule.message = "Please read"

    schedules.keep(schedule, people=[anna], by=anna, at=MONDAY + HOUR)

    assert schedules.begin(at=MONDAY + HOUR) == 1


def test_deleting_takes_the_runs_and_keeps_the_history(anna):
    schedule = RunFactory().schedule

    schedules.remove(schedule, by=anna)

    assert not Run.objects.exists()
    assert Schedule.history.count() == 2
