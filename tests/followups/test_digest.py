"""What is mailed, to whom, when and in which words."""

import datetime as dt

import pytest
from django.core import mail as outbox

from apps.accounts.models import Office
from apps.followups.digest import gather
from apps.followups.mail import send
from apps.followups.models import Mail, Notice
from apps.followups.rhythm import moment_of
from apps.obligations.workdays import Calendar
from apps.reporting.models import Bookmark, SavedView
from tests.factories import (
    CycleFactory,
    EntryFactory,
    HolidayFactory,
    MailFactory,
    NoticeFactory,
    ObligationFactory,
    OfficeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
MONDAY = dt.datetime(2026, 11, 2, 7, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
CALENDAR = Calendar(holidays={dt.date(2026, 11, 9): "Lamp Day"})


@pytest.fixture
def anna():
    return UserFactory(name="Anna", email="anna@example.org")


def notice_of(person, at=MONDAY - HOUR, **fields):
    return NoticeFactory(person=person, created_at=at, **fields)


def mailed(at=MONDAY):
    """The messages that are sent at `at`."""
    outbox.outbox.clear()
    gather(at=at)
    send(at=at)
    return list(outbox.outbox)


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


def test_a_mail_says_what_when_and_where(anna, settings):
    settings.SITE_ADDRESS = "https://remit.example.org"
    cycle = CycleFactory(
        cadence__obligation__responsible=anna,
        cadence__obligation__act="report on the <lamps>",
        due_on=MONDAY.date() - 3 * DAY,
    )
    notice_of(anna, kind="overdue", obligation=cycle.obligation, cycle=cycle, on=cycle.due_on)
    notice_of(anna, note="Please take it")

    (message,) = mailed()

    (html, _kind), text = message.alternatives[0], message.body
    link = f"https://remit.example.org/obligations/{cycle.obligation_id}/#cycle-{cycle.pk}"
    for body in (text, html):
        assert body.index("Overdue") < body.index("Given to you")
        assert str(cycle.obligation) in body
        assert "Was due on 30 October 2026 (3 days ago)" in body
        assert "Please take it" in body
        assert link in body
        assert "How often this mail comes" in body
    assert "report on the <lamps>" in text
    assert "report on the &lt;lamps&gt;" in html


def test_a_mail_is_in_the_language_of_its_reader():
    person = UserFactory(language="ar")
    notice_of(person)

    (message,) = mailed()

    assert '<html lang="ar" dir="rtl">' in message.alternatives[0][0]


def test_what_is_confidential_does_not_reach_who_may_not_see_it(anna):
    office = OfficeFactory(short="DESK")
    entry = EntryFactory(
        text="The secret of the lamps",
        next_step="Tell the secret",
        next_step_on=MONDAY.date(),
        next_step_by=anna,
        confidential_for=office,
    )
    entry.mentioned.add(anna)
    fields = {"obligation": entry.obligation, "entry": entry}
    notice_of(anna, kind="step", on=MONDAY.date(), **fields)
    notice_of(anna, kind="mention", note="A secret note", **fields)

    (message,) = mailed()
    assert "secret" not in message.body + message.alternatives[0][0]

    anna.office = office
    anna.save()
    Notice.objects.update(mail=MailFactory(person=anna, send_at=MONDAY))
    send(at=MONDAY)
    assert "Tell the secret" in outbox.outbox[-1].body
    assert "A secret note" in outbox.outbox[-1].body


def test_the_saved_views_of_the_desk_are_counted(anna):
    ObligationFactory.create_batch(2)
    owner = UserFactory(office=Office.objects.create(short="OTHER", name="Other"))
    views = {
        name: SavedView.objects.create(
            name=name, register="obligations", query=query, scope=scope, owner=owner
        )
        for name, query, scope in [
            ("Everything here", "", "all"),
            ("Not counted", "", "all"),
            ("Not mine", "", "private"),
            ("Not understood", "state=nonsense", "all"),
        ]
    }
    for name, view in views.items():
        Bookmark.objects.create(person=anna, view=view, on_desk=name != "Not counted")
    notice_of(anna)

    (message,) = mailed()

    assert "* Everything here: 3" in message.body
    assert "Not " not in message.body


def test_a_very_long_mail_ends_with_a_link(anna, monkeypatch):
    monkeypatch.setattr("apps.followups.mail_words.MOST", 2)
    for _ in range(5):
        notice_of(anna)

    (message,) = mailed()

    assert "And 3 more notices:" in message.body


@pytest.mark.parametrize("people", [1, 20])
def test_who_waits_costs_one_query_and_writing_the_same_for_each(people, django_assert_num_queries):
    for person in UserFactory.create_batch(people):
        notice_of(person, MONDAY + HOUR)

    with django_assert_num_queries(2):  # days off, people
        gather(at=MONDAY + 2 * HOUR)
