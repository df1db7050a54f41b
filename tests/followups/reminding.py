"""The day of the tests of reminders, a cycle near it, and what reminding gives."""

import datetime as dt

from apps.followups.models import Notice
from apps.followups.remind import remind
from tests.factories import CycleFactory

TODAY = dt.date(2026, 11, 2)
DAY = dt.timedelta(days=1)


def noon(day):
    return dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)


def cycle_of(person, in_days=0, period="P1Y", **fields):
    return CycleFactory(
        cadence__obligation__responsible=person,
        cadence__period=period,
        due_on=TODAY + in_days * DAY,
        **fields,
    )


def on(day, since=None):
    """The kinds of the notices that reminding on `day` gives, in order; from `since` on, day by day."""
    last = Notice.objects.order_by("pk").last()
    first = since or day
    for number in range((day - first).days + 1):
        remind(at=noon(first + number * DAY))
    return list(
        Notice.objects.filter(pk__gt=last.pk if last else 0)
        .order_by("pk")
        .values_list("kind", flat=True)
    )
