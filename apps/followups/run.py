"""What the scheduler has done every minute, by itself or by workers."""

import datetime as dt

from django.conf import settings
from django.tasks import task

from .digest import gather
from .mail import send
from .remind import remind


@task
def tell_people(at: str) -> None:
    """Give the notices and gather the mails whose moment has come by `at`, an ISO 8601 moment."""
    moment = dt.datetime.fromisoformat(at)
    remind(at=moment)
    gather(at=moment)


@task
def send_mails(at: str) -> None:
    """Send what waits. Several workers may do it at the same time."""
    send(at=dt.datetime.fromisoformat(at))


def turn(*, at: dt.datetime) -> None:
    """One turn of the scheduler: left to the workers where there are any, else done here and now."""
    for one in (tell_people, send_mails):
        if settings.TASKS_IN_DATABASE:
            one.enqueue(at.isoformat())
        else:
            one.call(at.isoformat())
