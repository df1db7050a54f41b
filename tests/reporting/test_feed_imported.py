"""A feed is imported by a client library that is not the one that wrote it."""

import datetime as dt

import pytest
import vobject

from apps.reporting.feeds import feed_file
from tests.factories import CycleFactory, FeedFactory, ObligationFactory
from tests.reporting.days import TODAY, days

pytestmark = pytest.mark.django_db
ACT = "向理事会报告灯塔的情况；يقدم تقريرا عن المنارات, " * 12


def test_a_second_program_reads_every_event_as_it_was_meant():
    for number, act in enumerate(["report on the lamps", ACT], start=1):
        obligation = ObligationFactory(act=act[:480])
        CycleFactory(cadence__obligation=obligation, due_on=days(30 * number))
    feed = FeedFactory(holds="filter")

    data = feed_file(feed, on=TODAY, soon=30, address="https://remit.example.org")
    calendar = vobject.readOne(data.decode() if isinstance(data, bytes) else data)

    first, second = sorted(calendar.vevent_list, key=lambda event: event.dtstart.value)
    assert first.dtstart.value == days(30)
    assert first.dtend.value == days(30) + dt.timedelta(days=1)
    assert first.summary.value.endswith("report on the lamps")
    assert ACT[:100] in second.summary.value
    assert first.uid.value != second.uid.value
    assert [alarm.trigger.value.days for alarm in first.valarm_list] == [-7, -1]
    calendar.validate(raiseException=True)
