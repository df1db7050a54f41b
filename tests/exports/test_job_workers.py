"""What happens to a file when its worker is cancelled, falls silent, dies or fails."""

import datetime as dt

import pytest
from django.db import DatabaseError

from apps.exports import jobs, work
from apps.exports.begin import work_off
from apps.exports.make import CannotMake
from apps.exports.models import Job
from apps.exports.pulse import Pulse
from tests.exports.asking import AT, MINUTE, content, queued, state
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db


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
