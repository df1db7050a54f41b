"""What the scheduler has done every minute for files that are made in the background."""

import datetime as dt

from django.conf import settings
from django.tasks import task

from .begin import work_off
from .jobs import expire, revive


@task
def look_after_files(at: str) -> None:
    """Take up what killed workers left and let go what is not kept at `at`, an ISO 8601 moment."""
    moment = dt.datetime.fromisoformat(at)
    revive(at=moment)
    expire(at=moment)


def turn(*, at: dt.datetime) -> None:
    """One turn of the scheduler for files: left to the workers where there are any.

    Else done here and now, and with it the files that wait: the turn lasts as long as they do.
    """
    if settings.TASKS_IN_DATABASE:
        look_after_files.enqueue(at.isoformat())
    else:
        look_after_files.call(at.isoformat())
        work_off()
