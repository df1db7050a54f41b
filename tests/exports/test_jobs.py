"""A file made in the background is whole or not there, whoever makes it and whatever happens to them."""

import datetime as dt

import pytest
from django.db import DatabaseError, InterfaceError

from apps.exports import jobs, work
from apps.exports.make import CannotMake
from apps.exports.models import Format, Job
from apps.exports.pulse import Pulse
from apps.exports.run import turn
from tests.exports.asking import AT, MINUTE, ask, asked, content, queued, state
from tests.factories import JobFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_job_is_made_and_kept_for_as_long_as_the_setting_says(maker, kept, settings):
    settings.EXPORT_KEEP_DAYS = 3
    job = ask(UserFactory())

    assert work.work(job.pk) is False

    assert state(job) == "done"
    assert content(job) == maker.whole
    assert (job.size, job.done, job.total, job.percent) == (len(maker.whole), 4, 4, 100)
    assert job.expires_at - job.finished_at == dt.timedelta(days=3)
    assert job.file_name.endswith("2026-07-01.csv")
    assert len(kept()) == 1


def test_it_is_made_as_the_person_who_asked_asked_for_it(maker, settings):
    settings.SITE_ADDRESS = "http://x.org"
    anna = UserFactory()

    work.work(ask(anna, language="fr").pk)
    work.work(ask(anna, is_open=True).pk)

    assert maker.asked == [asked(anna, language="fr"), asked(None)]


def test_the_same_asked_twice_is_one_job(maker):
    anna, ben = UserFactory.create_batch(2)
    job = ask(anna)

    assert ask(anna) == job
    assert job not in {ask(anna, query=""), ask(anna, format=Format.XLSX), ask(ben)}
    work.work(job.pk)
    assert ask(anna) != job


def test_nobody_has_more_made_at_once_than_the_others_can_wait_for(maker, monkeypatch):
    monkeypatch.setattr(jobs, "MOST_AT_ONCE", 1)
    job = ask(UserFactory())

    with pytest.raises(jobs.TooMany, match="1"):
        ask(job.owner, query="")
    jobs.cancel(job)
    assert ask(job.owner, query="")


def test_a_query_that_cannot_be_kept_is_refused(maker):
    with pytest.raises(CannotMake, match="too long"):
        ask(UserFactory(), query="text=" + "x" * 4000)


def test_with_workers_the_job_is_put_into_the_queue(maker, workers):
    job = ask(UserFactory())

    assert queued() == [[job.pk]]


def test_without_workers_the_scheduler_makes_what_waits(maker):
    job = ask(UserFactory())

    turn(at=AT)

    assert state(job) == "done"


def test_with_workers_the_scheduler_leaves_everything_to_them(maker, workers):
    job = JobFactory()

    turn(at=AT)

    assert state(job) == "waiting"
    assert {moment for (moment,) in queued()} == {AT.isoformat()}


def test_how_far_it_is_never_says_more_than_is_true(maker):
    job, seen = JobFactory(), []
    maker.rows = 7
    look = {n: lambda n=n: seen.append((Job.objects.get().percent, n)) for n in range(7)}
    maker.before = look

    work.work(job.pk)

    assert [percent for percent, _n in seen] == [0, 14, 28, 42, 57, 71, 85]
    assert all(percent <= 100 * n / 7 for percent, n in seen)


@pytest.mark.parametrize("error", [DatabaseError, InterfaceError])
def test_a_pulse_that_the_database_does_not_hear_goes_on(error, monkeypatch, caplog):
    def away():
        raise error("the database is locked")

    monkeypatch.setattr("apps.exports.pulse.connection.close", lambda: None)
    pulse = Pulse(Job.objects.none())
    monkeypatch.setattr(pulse, "beat", away)

    pulse._try_to_beat()

    assert pulse.is_lost is False
    pulse(1, 2)


def test_a_file_is_let_go_when_its_time_has_come(kept):
    job = JobFactory(ready=True, expires_at=AT)

    assert jobs.expire(at=AT - MINUTE) == 0
    assert len(kept()) == 1
    assert jobs.expire(at=AT) == 1

    assert (state(job), job.file.name, kept()) == ("expired", "", [])


def test_what_killed_workers_left_is_swept_away_after_a_day(kept, tmp_path):
    job = JobFactory(ready=True)
    (tmp_path / "exports" / "1-a.part").write_bytes(b"half")
    (tmp_path / "exports" / "1-b.csv").write_bytes(b"whole, but nobody's")
    now = dt.datetime.now(dt.UTC)

    jobs.expire(at=now + dt.timedelta(hours=23))
    assert len(kept()) == 3
    jobs.expire(at=now + dt.timedelta(hours=25))

    assert kept() == [job.file.name.removeprefix("exports/")]


@pytest.mark.parametrize(
    ("was", "again"),
    [
        ("failed", True),
        ("cancelled", True),
        ("expired", True),
        ("ready", False),
        ("running", False),
    ],
)
def test_what_ended_without_a_file_can_be_begun_again(was, again, maker, workers):
    job = JobFactory(**{was: True})

    assert jobs.begin_again(job) is again

    assert (state(job) == "waiting") is again
    assert queued() == ([[job.pk]] if again else [])
