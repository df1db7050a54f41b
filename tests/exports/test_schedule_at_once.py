"""Several workers at the same moment: one run for a moment, one mail for each."""

import datetime as dt
import threading

import pytest
from django.db import connection

from apps.exports import deliver, schedules
from apps.exports.models import Job, Run
from tests.factories import RunFactory, ScheduleFactory, UserFactory
from tests.factories.exports import MONDAY
from tests.followups.postbox import Server, mailer_at

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"
    ),
]
WORKERS = 6


def at_once(act):
    """What `act` gives to each of several workers who begin together."""
    barrier, given = threading.Barrier(WORKERS), []

    def work():
        barrier.wait()
        try:
            given.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _n in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return given


def test_a_moment_is_begun_by_one_of_them():
    keys = [ScheduleFactory(rule="FREQ=DAILY").pk for _n in range(4)]
    at = MONDAY + dt.timedelta(days=5)

    begun = at_once(lambda: schedules.begin(at=at))

    assert len(begun) == WORKERS
    assert sum(begun) == 4
    for key in keys:
        states = Run.objects.filter(schedule=key).order_by("due_at").values_list("state", flat=True)
        assert list(states) == ["missed"] * 5 + ["making"]
    assert Job.objects.count() == 4


def test_each_gets_one_mail_from_all_of_them(settings):
    people = [UserFactory() for _n in range(12)]
    run = RunFactory(schedule__people=people, made=True)

    with Server() as server:
        settings.MAILERS = mailer_at(server.port)
        sent = at_once(lambda: deliver.send(at=MONDAY))

    assert sum(sent) == 12
    assert (len(server.handler.kept), server.handler.repeats) == (12, 0)
    run.refresh_from_db()
    assert (run.state, run.sent) == ("sent", 12)
