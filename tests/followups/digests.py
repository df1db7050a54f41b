"""The Monday of the tests of mails, and what is sent on it."""

import datetime as dt

from django.core import mail as outbox

from apps.followups.digest import gather
from apps.followups.mail import send
from tests.factories import NoticeFactory

MONDAY = dt.datetime(2026, 11, 2, 7, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def notice_of(person, at=MONDAY - HOUR, **fields):
    return NoticeFactory(person=person, created_at=at, **fields)


def mailed(at=MONDAY):
    """The messages that are sent at `at`."""
    outbox.outbox.clear()
    gather(at=at)
    send(at=at)
    return list(outbox.outbox)
