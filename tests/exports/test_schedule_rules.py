"""The rule of a schedule: its days and moments, what is refused, and how it is said."""

import datetime as dt
import time
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from apps.exports.recur import BadRule, Choice, Recurrence, choice_of, parts_of, rule_of
from apps.exports.recur_words import in_words, why_words

NEW_YEAR = dt.date(2026, 1, 1)  # a Thursday


def recurrence(rule, starts_on=NEW_YEAR, hour="07:00", zone="UTC"):
    return Recurrence(rule, starts_on, dt.time.fromisoformat(hour), ZoneInfo(zone))


def days(rule, number=4, starts_on=NEW_YEAR):
    found = islice(recurrence(rule, starts_on).days(starts_on), number)
    return [f"{day:%m-%d}" if day.year == starts_on.year else str(day) for day in found]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("", "empty"),
        ("every Monday", "unknown"),
        ("BYDAY=MO", "freq"),
        ("FREQ=HOURLY", "often"),
        ("FREQ=SECONDLY;INTERVAL=2", "often"),
        ("FREQ=FORTNIGHTLY", "value"),
        ("FREQ=DAILY;BYHOUR=1,2,3,4", "hour"),
        ("FREQ=DAILY;BYMINUTE=0", "hour"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20270101", "both"),
        ("FREQ=DAILY;UNTIL=20270231", "until"),
        ("FREQ=DAILY;UNTIL=20270101T070000Z", "until"),
        ("FREQ=DAILY;INTERVAL=0", "value"),
        ("FREQ=DAILY;INTERVAL=٣", "value"),
        ("FREQ=DAILY;COUNT=0", "value"),
        ("FREQ=DAILY;FREQ=WEEKLY", "twice"),
        ("FREQ=DAILY;BYEASTER=0", "unknown"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "value"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "value"),
        ("FREQ=MONTHLY;BYDAY=MONDAY", "value"),
        ("FREQ=MONTHLY;BYDAY=53SU", "value"),
        ("FREQ=YEARLY;BYMONTH=12;BYDAY=MO,6SU", "value"),
        ("FREQ=WEEKLY;BYDAY=1MO", "not-with"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "not-with"),
        ("FREQ=MONTHLY;BYWEEKNO=3", "not-with"),
        ("FREQ=MONTHLY;BYSETPOS=1", "alone"),
        ("FREQ=MONTHLY;BYMONTHDAY=" + ",".join(["1"] * 200), "long"),
        ("FREQ=DAILY\x00", "value"),
    ],
)
def test_a_rule_that_makes_no_schedule_is_refused_and_quoted(rule, why):
    with pytest.raises(BadRule) as refused:
        parts_of(rule)

    assert refused.value.why == why
    assert why == "empty" or refused.value.given.strip("…") in why_words(refused.value)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY", ["01-01", "01-02", "01-03", "01-04"]),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", ["01-01", "01-02", "01-05", "01-06"]),
        ("FREQ=WEEKLY", ["01-01", "01-08", "01-15", "01-22"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", ["01-12", "01-26", "02-09", "02-23"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ["01-31", "03-31", "05-31", "07-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["01-31", "02-28", "03-31", "04-30"]),
        ("FREQ=MONTHLY;BYDAY=1MO", ["01-05", "02-02", "03-02", "04-06"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["01-30", "02-27", "03-27", "04-24"]),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", ["01-15", "04-15", "07-15", "10-15"]),
        ("FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1", ["01-31", "07-31", "2027-01-31", "2027-07-31"]),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            ["2028-02-29", "2032-02-29", "2036-02-29", "2040-02-29"],
        ),
        ("FREQ=YEARLY", ["01-01", "2027-01-01", "2028-01-01", "2029-01-01"]),
        ("FREQ=YEARLY;BYWEEKNO=53", ["12-31", "2032-12-30", "2037-12-31", "2043-12-31"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["01-30", "02-27", "03-31", "04-30"]),
        ("RRULE:freq=daily; count=2", ["01-01", "01-02"]),
        ("FREQ=DAILY;UNTIL=20260103", ["01-01", "01-02", "01-03"]),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", []),
    ],
)
def test_the_days_of_a_rule(rule, expected):
    assert days(rule) == expected


def test_a_rule_without_any_day_is_found_out_at_once():
    began = time.monotonic()

    assert days("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31") == []
    assert time.monotonic() - began < 3  # looked through to the year 9999 it is eight, and more


def test_what_the_first_day_says_holds_where_the_rule_does_not():
    assert days("FREQ=MONTHLY", 3, dt.date(2026, 1, 31)) == ["01-31", "03-31", "05-31"]


@pytest.mark.parametrize(
    ("zone", "hour", "around", "expected"),
    [
        # The clocks go from 2 to 3: what does not exist comes an hour later.
        ("Europe/Berlin", "02:30", "2026-03-29", ["28T01:30", "29T01:30", "30T00:30"]),
        ("America/New_York", "02:30", "2026-03-08", ["07T07:30", "08T07:30", "09T06:30"]),
        # They go from 3 back to 2: of two the first.
        ("Europe/Berlin", "02:30", "2026-10-25", ["24T00:30", "25T00:30", "26T01:30"]),
        ("America/New_York", "01:30", "2026-11-01", ["31T05:30", "01T05:30", "02T06:30"]),
        # Seven in the morning stays seven in the morning.
        ("Europe/Berlin", "07:00", "2026-03-29", ["28T06:00", "29T05:00", "30T05:00"]),
        ("Asia/Shanghai", "07:00", "2026-03-29", ["27T23:00", "28T23:00", "29T23:00"]),
    ],
)
def test_the_hour_is_that_of_the_clocks_on_the_wall(zone, hour, around, expected):
    day_before = dt.date.fromisoformat(around) - dt.timedelta(days=1)
    midnight = dt.datetime.combine(day_before, dt.time(), tzinfo=ZoneInfo(zone))
    moments = recurrence("FREQ=DAILY", hour=hour, zone=zone).moments(after=midnight)

    assert [f"{moment:%dT%H:%M}" for moment in islice(moments, 3)] == expected


def test_the_next_moment_is_later_than_the_one_asked_about():
    daily = recurrence("FREQ=DAILY;COUNT=2")
    first = dt.datetime(2026, 1, 1, 7, tzinfo=dt.UTC)

    assert daily.next(after=first - dt.timedelta(seconds=1)) == first
    assert daily.next(after=first) == first + dt.timedelta(days=1)
    assert daily.next(after=first + dt.timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("choice", "rule"),
    [
        (Choice("daily"), "FREQ=DAILY"),
        (Choice("working"), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        (Choice("weekly", weekdays=("TU", "FR")), "FREQ=WEEKLY;BYDAY=TU,FR"),
        (Choice("monthly", day=31), "FREQ=MONTHLY;BYMONTHDAY=31"),
        (Choice("monthly", day=-1), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (Choice("weekday", nth=-1, weekday="FR"), "FREQ=MONTHLY;BYDAY=-1FR"),
        (Choice("quarterly", day=15), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15"),
        (Choice("half-yearly", day=1), "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1"),
        (Choice("yearly", day=9), "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=9"),
    ],
)
def test_what_is_chosen_writes_a_rule_and_is_read_back_from_it(choice, rule):
    assert rule_of(choice, starts_on=NEW_YEAR) == rule
    assert choice_of(rule, starts_on=NEW_YEAR) == choice


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;INTERVAL=2",
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=9",
        "FREQ=DAILY;COUNT=3",
    ],
)
def test_any_other_rule_stays_a_rule_of_ones_own(rule):
    assert choice_of(rule, starts_on=NEW_YEAR) == Choice("own")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        (
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "every working day, Monday to Friday, public holidays too",
        ),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "every 2 weeks, on Tuesday and Friday"),
        ("FREQ=WEEKLY", "every week, on Thursday"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "every month, on day 31; a month that has no day 31 is left out",
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=1,-1", "every month, on day 1 and the last day"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month, on the last Friday"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "every 3 months, on day 15"),
        ("FREQ=YEARLY", "every year, on day 1, in January"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "every year, on Monday, in week 20 of the year"),
        ("FREQ=DAILY;COUNT=3", "every day, 3 times"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,5",
            "every month, Monday to Friday, of these only the first and number 5",
        ),
        ("FREQ=DAILY;UNTIL=20271231", "every day, until 31 December 2027"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
            "every month, on Monday and Tuesday, of these only the last",
        ),
    ],
)
def test_a_rule_in_words(rule, words):
    assert in_words(rule, starts_on=NEW_YEAR) == words
