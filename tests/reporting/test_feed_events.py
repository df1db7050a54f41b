"""What stands in a feed: valid, the same each time, and true when things change."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from apps.reporting import feeds
from apps.reporting.change import extend
from apps.reporting.close import close
from apps.reporting.feeds import feed_file
from apps.reporting.respond import waive
from tests.factories import (
    CycleFactory,
    DocumentFactory,
    FeedFactory,
    ObligationFactory,
    UserFactory,
)
from tests.reporting.days import TODAY, days
from tests.reporting.ical import check, events, lines

pytestmark = pytest.mark.django_db
SITE = "https://remit.example.org"


@pytest.fixture
def feed():
    return FeedFactory(holds="filter")


def read(feed, on=TODAY):
    return events(feed_file(feed, on=on, soon=30, address=SITE))


def only(feed):
    (event,) = read(feed)
    return event


def test_a_cycle_is_a_whole_day_with_reference_act_reason_and_page(feed):
    obligation = ObligationFactory(act="report on the lamps", paragraph__position=7)
    cycle = CycleFactory(due_on=days(30), cadence__obligation=obligation)

    event = only(feed)

    assert event.start == days(30)
    assert event.end == days(31)
    assert str(event["SUMMARY"]) == f"{obligation.reference} – report on the lamps"
    assert "The decision prints this date: 25 December 2026." in str(event["DESCRIPTION"])
    assert str(event["DESCRIPTION"]).startswith(f"By {obligation.document}")
    assert str(event["URL"]) == f"{SITE}/obligations/{obligation.pk}/#cycle-{cycle.pk}"
    assert event["STATUS"] == "CONFIRMED"
    assert event["TRANSP"] == "TRANSPARENT"


def test_an_open_one_rings_a_week_and_a_day_before(feed):
    CycleFactory(due_on=TODAY)

    rings = [alarm["TRIGGER"].dt for alarm in only(feed).walk("VALARM")]

    assert rings == [dt.timedelta(days=-7), dt.timedelta(days=-1)]


@pytest.mark.parametrize("state", ["answered", "answered_late", "waived"])
def test_a_settled_one_does_not_ring(feed, state):
    CycleFactory(due_on=TODAY, **{state: True})

    assert only(feed).walk("VALARM") == []


def test_an_answered_one_says_when(feed):
    CycleFactory(due_on=TODAY, answered_late=True)

    assert "Answered on 26 November 2026." in str(only(feed)["DESCRIPTION"])
    assert only(feed)["STATUS"] == "CONFIRMED"


def test_the_same_rows_give_the_same_bytes_at_any_moment(feed):
    CycleFactory.create_batch(3, due_on=days(1))

    with time_machine.travel(dt.datetime(2026, 11, 25, 1, tzinfo=dt.UTC)):
        first = feed_file(feed, on=TODAY, soon=30, address=SITE)
    with time_machine.travel(dt.datetime(2026, 11, 25, 23, tzinfo=dt.UTC)):
        second = feed_file(feed, on=TODAY, soon=30, address=SITE)

    assert first == second


def test_a_date_that_moves_keeps_its_event(feed):
    cycle = CycleFactory(due_on=days(10))
    before = only(feed)

    letter = DocumentFactory(symbol="S/2026/70")
    extend(cycle, days(40), basis=letter, reason="Storms", by=UserFactory(), on=TODAY)
    after = only(feed)

    assert after["UID"] == before["UID"]
    assert (before.start, after.start) == (days(10), days(40))
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt >= before["LAST-MODIFIED"].dt
    assert "S/2026/70 moved it from 5 December 2026 to 4 January 2027: Storms" in str(
        after["DESCRIPTION"]
    )


def test_a_cycle_that_planning_makes_again_keeps_its_event(feed):
    cycle = CycleFactory(due_on=days(10))
    before = only(feed)

    cadence, period = cycle.cadence, cycle.period
    cycle.delete()
    CycleFactory(cadence=cadence, period=period, due_on=days(12))

    assert only(feed)["UID"] == before["UID"]


def test_cycles_of_one_obligation_are_events_of_their_own(feed):
    first = CycleFactory(due_on=days(1))
    CycleFactory(due_on=days(2), cadence=first.cadence)
    CycleFactory(due_on=days(1), cadence=first.cadence, cadence_number=2)

    assert len({str(event["UID"]) for event in read(feed)}) == 3


def test_a_waived_one_is_cancelled_and_says_why(feed):
    cycle = CycleFactory(due_on=days(5))
    before = only(feed)

    waive(cycle, on=TODAY, reason="The lighthouse was taken down")
    after = only(feed)

    assert after["UID"] == before["UID"]
    assert after["STATUS"] == "CANCELLED"
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert "Waived on 25 November 2026: The lighthouse was taken down" in str(after["DESCRIPTION"])
    assert after.walk("VALARM") == []


def test_closing_cancels_what_was_open_and_leaves_what_was_answered(feed):
    answered = CycleFactory(due_on=days(-5), answered=True)
    CycleFactory(due_on=days(5), cadence=answered.cadence)
    obligation = answered.obligation
    obligation.refresh_from_db()

    close(
        obligation.pk,
        obligation.version,
        by=UserFactory(),
        on=TODAY,
        finding="superseded",
        reason="Restated",
    )

    assert [str(event["STATUS"]) for event in read(feed)] == ["CONFIRMED", "CANCELLED"]


def test_an_open_cycle_of_a_closed_obligation_is_cancelled(feed):
    CycleFactory(due_on=days(5), cadence__obligation__closed=True)

    assert only(feed)["STATUS"] == "CANCELLED"
    assert "The obligation is closed: Fulfilled" in str(only(feed)["DESCRIPTION"])


def test_the_window_is_one_year_back_and_two_ahead(feed):
    first, last = dt.date(2025, 11, 25), dt.date(2028, 11, 25)
    for day in (first - dt.timedelta(days=1), first, TODAY, last, last + dt.timedelta(days=1)):
        CycleFactory(due_on=day)
    CycleFactory(due_on=None)

    assert [event.start for event in read(feed)] == [first, TODAY, last]


def test_on_a_leap_day_the_window_ends_with_february(feed):
    CycleFactory(due_on=dt.date(2027, 2, 28))

    assert len(read(feed, on=dt.date(2028, 2, 29))) == 1


def test_of_too_many_what_is_to_come_is_kept_and_it_says_so(feed, monkeypatch):
    monkeypatch.setattr(feeds, "MOST_EVENTS", 3)
    for number in (-20, -10, 0, 10):
        CycleFactory(due_on=days(number))

    body = feed_file(feed, on=TODAY, soon=30, address=SITE)

    assert [event.start for event in events(body)] == [days(-10), TODAY, days(10)]
    assert "Only the next 3 dates" in str(Calendar.from_ical(body)["X-WR-CALDESC"])


@pytest.mark.parametrize(
    "act",
    [
        "请秘书长每六个月向安理会报告灯塔和港口的情况，并就如何加强海上安全提出建议" * 6,
        "يطلب إلى الأمين العام أن يقدم تقريرا كل ستة أشهر عن حالة المنارات والموانئ " * 6,
        "🗼" * 200,
        'lamps, wicks; oil \\ and glass: "new"\nand \\n old',
        "a" * 500,
        "\\," * 200,
        "BEGIN:VEVENT\r\nEND:VEVENT",
    ],
)
def test_long_and_awkward_words_come_through_whole(feed, act):
    CycleFactory(due_on=TODAY, cadence__obligation__act=act)

    event = only(feed)

    assert str(event["SUMMARY"]).endswith(act.replace("\r\n", "\n").strip("\n"))


def test_control_characters_are_left_out(feed):
    CycleFactory(due_on=TODAY, cadence__obligation__act="lamps\x0b\x1f and\x7f wicks")

    assert str(only(feed)["SUMMARY"]).endswith("lamps and wicks")


def test_the_name_of_a_feed_is_a_text_whatever_is_in_it(feed):
    feed.title = "Lamps, wicks; oil\\glass\nEND:VCALENDAR"

    body = feed_file(feed, on=TODAY, soon=30, address=SITE)

    check(body)
    escaped = "Lamps\\, wicks\\; oil\\\\glass\\nEND:VCALENDAR"
    assert {f"NAME:{escaped}", f"X-WR-CALNAME:{escaped}"} <= set(lines(body))


def test_an_empty_feed_is_a_calendar_all_the_same(feed):
    body = feed_file(feed, on=TODAY, soon=30, address=SITE)

    check(body)
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines(body)
    assert Calendar.from_ical(body)["X-WR-CALNAME"] == feed.title


def test_reading_a_feed_writes_nothing(feed):
    CycleFactory(due_on=TODAY)

    with CaptureQueriesContext(connection) as queries:
        read(feed)

    assert [q["sql"] for q in queries if not q["sql"].startswith("SELECT")] == []
