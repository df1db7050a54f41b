"""What stands in a mail, in which words, and what is confidential and does not."""

import pytest
from django.core import mail as outbox

from apps.accounts.models import Office
from apps.followups.mail import send
from apps.followups.models import Notice
from apps.reporting.models import Bookmark, SavedView
from tests.factories import (
    CycleFactory,
    EntryFactory,
    MailFactory,
    ObligationFactory,
    OfficeFactory,
    UserFactory,
)
from tests.followups.digests import DAY, MONDAY, mailed, notice_of

pytestmark = pytest.mark.django_db


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
