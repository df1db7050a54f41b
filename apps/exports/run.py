"""What the scheduler has done every minute for files that are made in the background, and for schedules."""

import datetime as dt

from django.conf import settings
from django.tasks import task

from . import deliver, schedules
from .begin import work_off
from .jobs import expire, revive


@task
def begin_schedules(at: str) -> None:
    """Ask for the files of the schedules that are due at `at`, an ISO 8601 moment."""
    schedules.begin(at=dt.datetime.fromisoformat(at))


@task
def look_after_files(at: str) -> None:
    """Take up what killed workers left and let go what is not kept at `at`, an ISO 8601 moment."""
    moment = dt.datetime.fromisoformat(at)
    revive(at=moment)
    expire(at=moment)


@task
def send_files(at: str) -> None:
    """Mail the files of schedules that are made. Several workers may do it at the same time."""
    deliver.send(at=dt.datetime.fromisoformat(at))


def turn(*, at: dt.datetime) -> None:
    """One turn of the scheduler for files: left to the workers where there are any.

    Else done here and now, and with it the files that wait: the turn lasts as long as they do.
    """
    moment = at.isoformat()
    if settings.TASKS_IN_DATABASE:
        for one in (begin_schedules, look_after_files, send_files):
            one.enqueue(moment)
        return
    begin_schedules.call(moment)
    look_after_files.call(moment)
    work_off()
    send_files.call(moment)
