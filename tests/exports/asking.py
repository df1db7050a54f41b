"""Asks for files to be made in the background, as the tests of jobs do."""

import datetime as dt

from django_tasks_db.models import DBTaskResult

from apps.exports import jobs
from apps.exports.make import Asked
from apps.exports.models import Format, Kind

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


def queued():
    return [task.args_kwargs["args"] for task in DBTaskResult.objects.order_by("enqueued_at")]
