"""Gather what a person is to be told into one mail, in the person's rhythm."""

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max, Min, OuterRef, QuerySet, Subquery

from apps.accounts.models import User
from apps.obligations.workdays import Calendar
from apps.reporting.calendars import calendar_of

from .models import Mail, Notice
from .rhythm import AT_ONCE, moment_of

# They come by themselves and not because somebody did something: the day is theirs, not the hour.
OF_A_DAY = (
    Notice.Kind.DUE,
    Notice.Kind.OVERDUE,
    Notice.Kind.ESCALATED,
    Notice.Kind.STEP,
    Notice.Kind.REMINDER,
)


def gather(*, at: dt.datetime) -> int:
    """Make the mails whose moment has come by `at`; how many. Safe to repeat, also at the same time."""
    calendar = calendar_of()
    return sum(_gathered(person, calendar, at=at) for person in _waiting())


def _waiting() -> QuerySet[User]:
    """The people for whom something is to be mailed, with when the first and the last of it came."""
    mine = Notice.objects.to_mail().filter(person=OuterRef("pk")).order_by().values("person")
    first = mine.annotate(first=Min("created_at"))
    first_of_a_day = first.filter(kind__in=OF_A_DAY)
    return (
        User.objects.filter(is_active=True)
        .exclude(digest=User.Digest.NEVER)
        .annotate(
            first_at=Subquery(first.values("first")),
            first_of_a_day_at=Subquery(first_of_a_day.values("first")),
            newest=Subquery(mine.annotate(newest=Max("pk")).values("newest")),
        )
        .exclude(first_at=None)
        .order_by("pk")
    )


def _gathered(person: User, calendar: Calendar, *, at: dt.datetime) -> bool:
    """Whether a mail was made of all that waits for `person`."""
    moment = moment_of(person.digest, person.digest_hour, at.astimezone(person.zone), calendar)
    if moment is None or not _has_come(person, moment, at=at):
        return False
    is_at_once = person.digest == AT_ONCE
    name = f"{person.newest}" if is_at_once else f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M}"  # type: ignore[attr-defined]
    host = urlsplit(settings.SITE_ADDRESS).hostname or "localhost"
    # By person and moment: of two that gather at the same time one makes the mail.
    message_id = f"<remit.{person.pk}.{name}@{host}>"
    if Mail.objects.filter(message_id=message_id).exists():
        return False
    try:
        with transaction.atomic():
            mail = Mail.objects.create(person=person, message_id=message_id, send_at=at)
            made = bool(Notice.objects.to_mail().filter(person=person).update(mail=mail))
            # Another gathered it, or it was read or taken back, meanwhile.
            transaction.set_rollback(not made)
    except IntegrityError:
        return False
    return made


def _has_come(person: User, moment: dt.datetime, *, at: dt.datetime) -> bool:
    """Whether something waits that came by `moment`.

    What comes of itself belongs to the mail of its day, also where the program ran too late for it.
    """
    first_at: dt.datetime = person.first_at  # type: ignore[attr-defined]
    of_a_day: dt.datetime | None = person.first_of_a_day_at  # type: ignore[attr-defined]
    is_today = moment.date() == at.astimezone(moment.tzinfo).date()
    return first_at <= moment or bool(is_today and of_a_day)
