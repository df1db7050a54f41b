"""The scheduler: one turn, for ever, by itself or by workers."""

import datetime as dt

import pytest
import time_machine
from django.core import mail as outbox
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from apps.exports.management.commands import run_schedule
from apps.followups.models import Mail, Notice
from tests.factories import ReminderFactory, UserFactory

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def reminder():
    return ReminderFactory(person=UserFactory(digest="at-once"), on=NOON.date())


def test_one_turn_reminds_gathers_and_sends(reminder):
    with time_machine.travel(NOON):
        call_command("run_schedule", once=True)
        call_command("run_schedule", once=True)

    assert Notice.objects.get().reminder == reminder
    assert Mail.objects.get().state == "sent"
    assert len(outbox.outbox) == 1


def test_with_workers_the_turn_is_left_to_them(reminder, settings):
    settings.TASKS_IN_DATABASE = True
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    with time_machine.travel(NOON):
        call_command("run_schedule", once=True)
        assert not Notice.objects.exists()
        assert DBTaskResult.objects.count() == 5
    # As a worker does; a real one ends the connection that the test stands on.
    for queued in DBTaskResult.objects.order_by("enqueued_at"):
        queued.task.call(*queued.args_kwargs["args"])

    assert Mail.objects.get().state == "sent"


def fails(*, at):
    raise OSError("the disk is full")


def test_a_turn_that_fails_does_not_end_the_schedule(monkeypatch, caplog, capsys):
    turns = []

    def sleep(seconds):
        assert 1 <= seconds <= 60
        if len(turns) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(run_schedule, "TURNS", [fails, lambda *, at: turns.append(at)])
    monkeypatch.setattr(run_schedule.time, "sleep", sleep)
    monkeypatch.setattr(run_schedule, "close_old_connections", lambda: None)

    with pytest.raises(KeyboardInterrupt):
        call_command("run_schedule")

    assert len(turns) == 2
    assert "the disk is full" in caplog.text


def test_a_single_turn_that_fails_says_so_to_the_timer(monkeypatch):
    turns = []
    monkeypatch.setattr(run_schedule, "TURNS", [fails, lambda *, at: turns.append(at)])

    with pytest.raises(CommandError, match="failed"):
        call_command("run_schedule", once=True)

    assert len(turns) == 1
