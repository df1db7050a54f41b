"""A file made in the background is whole or not there, whoever makes it and whatever happens to them."""

import datetime as dt

import pytest
from django.db import DatabaseError, InterfaceError
from django_tasks_db.models import DBTaskResult

from apps.exports import jobs, work
from apps.exports.begin import work_off
from apps.exports.make import Asked, CannotMake
from apps.exports.models import Format, Job, Kind
from apps.exports.pulse import Pulse
from apps.exports.run import turn
from tests.factories import JobFactory, UserFactory

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 7, 1, 9, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def asked(person, **fields):
    what = {"kind": Kind.CYCLES, "format": Format.CSV, "query": "state=overdue", "language": "en"}
    return Asked(**what | {"on": AT.date(), "person": person, "root": "http://x.org"} | fields)


def ask(person, *, is_open=False, **fields):
    return jobs.ask_for(
        asked(person, **fields), title="Overdue cycles", by=person, at=AT, is_open=is_open
    )


def state(job):
    job.refresh_from_db()
    return job.state


def content(job):
    with job.file.open() as file:
        return file.read()


@pytest.fixture
def workers(settings):
    settings.TASKS_IN_DATABASE = True
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def queued():
    return [task.args_kwargs["args"] for task in DBTaskResult.objects.order_by("enqueued_at")]


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


def test_a_job_that_is_cancelled_in_mid_way_stops_and_leaves_nothing(maker, kept):
    job = JobFactory()
    maker.before = {2: lambda: jobs.cancel(job), 3: lambda: pytest.fail("it went on")}

    assert work.work(job.pk) is False

    assert state(job) == "cancelled"
    assert (job.file.name, kept()) == ("", [])


def test_a_job_that_is_cancelled_at_the_last_row_is_not_offered(maker, kept, monkeypatch):
    job = JobFactory()
    put = work.kept.put_in_place
    monkeypatch.setattr(work.kept, "put_in_place", lambda job: (put(job), jobs.cancel(job)))

    work.work(job.pk)

    assert (state(job), kept()) == ("cancelled", [])


def test_a_job_that_is_deleted_in_mid_way_leaves_nothing(maker, kept):
    job = JobFactory()
    maker.before = {2: lambda: jobs.delete(job)}

    work.work(job.pk)

    assert not Job.objects.exists()
    assert kept() == []


def test_two_workers_never_make_the_same_job(maker, kept):
    job = JobFactory()
    maker.before = {1: lambda: work.work(job.pk)}

    work.work(job.pk)
    work.work(job.pk)

    assert (state(job), len(maker.asked), len(kept())) == ("done", 1, 1)


def test_a_worker_that_comes_back_after_its_job_was_taken_is_not_listened_to(maker, kept):
    job = JobFactory()

    def silent():
        maker.before = {}
        Job.objects.update(heard_at=AT)
        jobs.revive(at=AT + 5 * MINUTE)
        maker.rows = 2  # so that the two files can be told apart
        work.work(job.pk)

    maker.before = {1: silent}
    work.work(job.pk)

    assert (state(job), job.attempts) == ("done", 2)
    assert content(job) == b"row 0\nrow 1\n"
    assert kept() == [job.file.name.removeprefix("exports/")]


def test_a_worker_whose_job_was_taken_while_the_file_got_its_name_leaves_nothing(
    maker, kept, monkeypatch
):
    job, put = JobFactory(), work.kept.put_in_place

    def taken(mine):
        Job.objects.update(heard_at=AT)
        jobs.revive(at=AT + 5 * MINUTE)
        put(mine)

    monkeypatch.setattr(work.kept, "put_in_place", taken)

    assert work.work(job.pk) is False

    assert (state(job), kept()) == ("waiting", [])


def test_a_silent_worker_loses_its_job_and_the_page_can_say_why(maker, kept, workers):
    job = JobFactory(running=True)
    path = work.kept.part(job)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"half")

    assert jobs.revive(at=AT + MINUTE) == 0
    assert jobs.revive(at=AT + 3 * MINUTE) == 1

    assert (state(job), job.error) == ("waiting", "The worker that made the file stopped.")
    assert (queued(), kept()) == ([[job.pk]], [])


def test_a_worker_that_is_heard_in_that_moment_keeps_its_job(maker, monkeypatch):
    job = JobFactory(running=True)

    def heard(*_args):
        Job.objects.update(heard_at=AT + 2 * MINUTE)
        return put_back(*_args)

    put_back = jobs.put_back
    monkeypatch.setattr(jobs, "put_back", heard)

    assert jobs.revive(at=AT + 3 * MINUTE) == 0

    assert state(job) == "running"


def test_a_worker_that_was_heard_by_the_clock_of_the_database_is_given_up_too(maker):
    job = JobFactory(running=True)
    Pulse(work.mine(job)).beat()

    assert jobs.revive(at=dt.datetime.now(dt.UTC) + 3 * MINUTE) == 1


def test_a_job_whose_workers_die_again_and_again_is_given_up(maker, settings):
    settings.EXPORT_ATTEMPTS = 2
    job = JobFactory(running=True, attempts=2)

    jobs.revive(at=AT + 3 * MINUTE)

    assert state(job) == "failed"
    assert "stopped" in job.error
    assert "2 times" in job.error


def test_what_waits_for_long_is_queued_once_more(maker, workers):
    job = JobFactory()  # its worker took it from the queue and was killed before it began

    jobs.revive(at=AT + MINUTE)
    assert queued() == []
    jobs.revive(at=AT + 3 * MINUTE)
    assert queued() == [[job.pk]]


def fail(error):
    def failing():
        raise error

    return failing


def test_what_cannot_be_made_says_why_and_is_not_tried_again(maker, kept):
    job = JobFactory()
    maker.before = {1: fail(CannotMake("A sheet holds no more."))}

    assert work.work(job.pk) is False

    assert (state(job), job.error, kept()) == ("failed", "A sheet holds no more.", [])


def test_a_mishap_is_tried_again_and_tells_no_secret(maker, kept, settings, caplog):
    settings.EXPORT_ATTEMPTS = 2
    job = JobFactory()
    maker.before = {1: fail(DatabaseError("password=hunter2"))}

    assert work.work(job.pk) is True
    assert state(job) == "waiting"
    assert work.work(job.pk) is False

    assert (state(job), job.attempts, kept()) == ("failed", 2, [])
    assert "Something went wrong" in job.error
    assert "hunter2" not in job.error
    assert "hunter2" in caplog.text


def test_after_a_mishap_the_next_attempt_makes_the_whole_file(maker, kept):
    job = JobFactory()
    maker.before = {1: lambda: maker.before.clear() or fail(OSError("disk"))()}

    work_off()

    assert (state(job), job.attempts, job.error) == ("done", 2, "")
    assert content(job) == maker.whole
    assert len(kept()) == 1


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
