"""Who is mailed and when, and that all of it goes once."""

import datetime as dt

import pytest
from django.core import mail as outbox

from apps.followups.digest import gather
from apps.followups.mail import send
from apps.followups.models import Mail, Notice
from apps.followups.rhythm import moment_of
from apps.obligations.workdays import Calendar
from tests.factories import CycleFactory, HolidayFactory, UserFactory
from tests.followups.digests import DAY, HOUR, MONDAY, mailed, notice_of

pytestmark = pytest.mark.django_db
CALENDAR = Calendar(holidays={dt.date(2026, 11, 9): "Lamp Day"})


@pytest.mark.parametrize(
    ("rhythm", "days", "hour", "expected"),
    [
        ("daily", 0, 6, None),
        ("daily", 0, 7, (0, 7)),
        ("daily", 0, 23, (0, 7)),
        ("daily", 5, 12, None),  # Saturday
        ("daily", 7, 12, None),  # a day off
        ("daily", 8, 7, (8, 7)),
        ("weekly", 0, 6, None),
        ("weekly", 0, 7, (0, 7)),
        ("weekly", 3, 5, (0, 7)),
        ("weekly", 6, 12, None),
        ("weekly", 7, 12, None),
        ("weekly", 8, 7, (8, 7)),  # Monday was a day off
        ("weekly", 9, 7, (8, 7)),
        ("at-once", 0, 3, (0, 3)),
        ("at-once", 5, 3, None),
        ("never", 0, 7, None),
    ],
)
def test_the_moment_of_a_mail(rhythm, days, hour, expected):
    midnight = MONDAY - 7 * HOUR
    local = midnight + days * DAY + hour * HOUR

    found = moment_of(rhythm, 7, local, CALENDAR)

    assert found == (expected and midnight + expected[0] * DAY + expected[1] * HOUR)


def test_all_that_waits_goes_in_one_mail_once(anna):
    for _ in range(3):
        notice_of(anna)

    (message,) = mailed()

    assert message.to == ["anna@example.org"]
    assert message.subject == "Remit: 3 notices, 2 November 2026"
    assert mailed() == mailed(MONDAY + HOUR) == []
    mail = Mail.objects.get()
    assert (mail.state, mail.notices.count()) == ("sent", 3)
    assert message.message()["Message-ID"] == mail.message_id


def test_what_comes_after_the_hour_waits_for_the_next_day(anna):
    notice_of(anna, MONDAY + HOUR)

    assert mailed(MONDAY + 2 * HOUR) == []
    assert len(mailed(MONDAY + DAY)) == 1


def test_a_due_date_is_mailed_on_its_day_even_where_the_program_ran_late(anna):
    cycle = CycleFactory(cadence__obligation__responsible=anna, due_on=MONDAY.date())
    notice_of(
        anna,
        MONDAY + HOUR,
        kind="due",
        obligation=cycle.obligation,
        cycle=cycle,
        on=cycle.due_on,
    )

    assert len(mailed(MONDAY + 2 * HOUR)) == 1


def test_one_mail_a_day_and_no_second_one(anna):
    notice_of(anna)
    assert len(mailed()) == 1
    notice_of(anna, MONDAY + HOUR, kind="mention")

    assert mailed(MONDAY + 2 * HOUR) == []
    assert len(mailed(MONDAY + DAY)) == 1


def test_the_hour_is_the_persons_own():
    person = UserFactory(time_zone="America/New_York", digest_hour=9)
    notice_of(person, MONDAY - DAY)

    assert mailed(dt.datetime(2026, 11, 2, 13, 59, tzinfo=dt.UTC)) == []
    assert len(mailed(dt.datetime(2026, 11, 2, 14, tzinfo=dt.UTC))) == 1


def test_on_days_off_nothing_goes_and_nothing_is_lost():
    at_once = UserFactory(digest="at-once")
    daily = UserFactory()
    HolidayFactory(on=MONDAY.date())
    for person in (at_once, daily):
        notice_of(person, MONDAY - 2 * DAY)

    assert mailed(MONDAY - 2 * DAY) == mailed(MONDAY) == []
    assert {message.to[0] for message in mailed(MONDAY + DAY)} == {at_once.email, daily.email}


def test_once_a_week_on_monday():
    person = UserFactory(digest="weekly")
    notice_of(person, MONDAY - 5 * DAY)

    assert mailed(MONDAY - 4 * DAY) == mailed(MONDAY - 3 * DAY) == []
    assert len(mailed(MONDAY)) == 1
    notice_of(person, MONDAY + HOUR)
    assert mailed(MONDAY + DAY) == []


def test_at_once_is_at_once_and_each_time():
    person = UserFactory(digest="at-once")
    notice_of(person, MONDAY + HOUR)
    assert len(mailed(MONDAY + HOUR)) == 1
    notice_of(person, MONDAY + 2 * HOUR)
    assert len(mailed(MONDAY + 2 * HOUR)) == 1
    assert mailed(MONDAY + 3 * HOUR) == []


def test_who_wants_no_mail_gets_none_and_keeps_the_notices():
    person = UserFactory(digest="never")
    notice_of(person)
    notice_of(UserFactory(is_active=False))

    assert mailed() == []
    assert Notice.objects.unread(person).count() == 1


def test_what_was_read_meanwhile_is_not_mailed(anna):
    notice_of(anna, read=True)

    assert mailed() == []
    assert not Mail.objects.exists()


def test_what_was_taken_back_before_it_is_written_is_not_in_the_mail(anna):
    cycle = CycleFactory(cadence__obligation__responsible=anna, due_on=MONDAY.date() + DAY)
    fields = {"kind": "due", "obligation": cycle.obligation, "cycle": cycle, "on": cycle.due_on}
    notice_of(anna, **fields)
    notice_of(anna)
    gather(at=MONDAY)

    cycle.due_on += 30 * DAY
    cycle.save()
    send(at=MONDAY)

    (message,) = outbox.outbox
    assert "1 notice," in message.subject
    assert str(cycle.obligation) not in message.body


def test_where_nothing_is_left_to_say_no_mail_goes(anna):
    cycle = CycleFactory(
        cadence__obligation__responsible=anna, due_on=MONDAY.date() + DAY, answered=True
    )
    notice_of(anna, kind="due", obligation=cycle.obligation, cycle=cycle, on=cycle.due_on)

    assert mailed() == []
    assert not Mail.objects.exists()


@pytest.mark.parametrize("people", [1, 20])
def test_who_waits_costs_one_query_and_writing_the_same_for_each(people, django_assert_num_queries):
    for person in UserFactory.create_batch(people):
        notice_of(person, MONDAY + HOUR)

    with django_assert_num_queries(2):  # days off, people
        gather(at=MONDAY + 2 * HOUR)
