"""The mail of a schedule: what it says, what is attached, and how the whole goes in one turn."""

import datetime as dt

import pytest
import time_machine
from django.core import mail as outbox
from django.core.files.base import ContentFile
from django.core.management import call_command

from apps.exports import deliver, schedule_mail
from apps.exports.models import Format
from tests.factories import CycleFactory, RunFactory, ScheduleFactory, UserFactory
from tests.factories.exports import FILE, MONDAY
from tests.followups.postbox import Server, mailer_at

pytestmark = pytest.mark.django_db
# Ends of lines of every sort, a byte-order mark, and bytes of several languages.
ROWS = '\ufeffa;b\r\n"灯\nالمصابيح";é\n'.encode()


@pytest.fixture
def anna():
    return UserFactory(name="Anna", email="anna@example.org")


@pytest.fixture
def postbox(settings):
    with Server() as running:
        settings.MAILERS = mailer_at(running.port)
        yield running.handler


def run_for(*people, **fields):
    fields = {"schedule__people": people, "schedule__owner": people[0], "made": True} | fields
    return RunFactory(**fields)


def body(message):
    return message.get_body(("plain",)).get_content()


def test_it_says_what_it_is_as_at_when_who_set_it_up_and_how_to_stop(anna, settings):
    settings.SITE_ADDRESS, settings.ORGANIZATION = "https://remit.example.org", "Remit"
    ben = UserFactory(name="Ben")
    run = run_for(
        anna,
        schedule__people=[ben],
        schedule__name="Overdue",
        schedule__query="state=overdue",
        schedule__message="Please look at <these>.",
    )

    deliver.send(at=MONDAY)

    (message,) = outbox.outbox
    assert message.subject == "Remit: Overdue, 2 November 2026"
    for words in (
        "What: Register of obligations",
        "Filter: State: Overdue",
        "As at: 2 November 2026",
        "Comes: every week, on Monday",
        "Please look at <these>.",
        "is attached",
        "https://remit.example.org/register/obligations/?state=overdue",
        "Anna (anna@example.org) set up this mail",
        "To get it no more, write to anna@example.org.",
    ):
        assert words in message.body
    assert run.schedule.get_absolute_url() not in message.body
    (html,) = [one.content for one in message.alternatives]
    assert "Please look at &lt;these&gt;." in html
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_its_owner_is_led_to_its_page(anna, settings):
    run = run_for(anna)

    deliver.send(at=MONDAY)

    address = f"{settings.SITE_ADDRESS}{run.schedule.get_absolute_url()}"
    assert f"To change or stop it: {address}" in outbox.outbox[0].body


def test_it_is_in_the_language_of_the_schedule_whatever_that_of_its_reader(anna):
    anna.language = "en"
    anna.save()
    run_for(anna, schedule__language="ar")

    deliver.send(at=MONDAY)

    (html,) = [one.content for one in outbox.outbox[0].alternatives]
    assert '<html lang="ar" dir="rtl">' in html
    assert "نوفمبر" in outbox.outbox[0].subject


def test_a_name_with_lines_makes_no_header(anna, postbox):
    run_for(anna, schedule__name="Lamps\r\nBcc: evil@example.net")

    deliver.send(at=MONDAY)

    ((recipients, message),) = postbox.kept.values()
    assert recipients == ["anna@example.org"]
    assert message["Bcc"] is None


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx", "pdf", "html"])
def test_the_file_comes_byte_for_byte(kind, anna, postbox):
    run = run_for(anna, schedule__format=kind, job__file_name=f"remit-übersicht.{kind}")
    run.job.file.save("rows", ContentFile(ROWS))

    deliver.send(at=MONDAY)

    ((_recipients, message),) = postbox.kept.values()
    (part,) = message.iter_attachments()
    assert part.get_payload(decode=True) == ROWS
    assert part.get_filename() == f"remit-übersicht.{kind}"
    assert part.get_content_type() == Format(kind).media_type


def test_every_format_has_a_type():
    assert all("/" in kind.media_type for kind in Format)


def test_a_file_that_is_too_large_is_a_link_for_people_and_a_failure_for_others(
    anna, postbox, settings, monkeypatch
):
    settings.EXPORT_DOMAINS = ["example.org"]
    monkeypatch.setattr(schedule_mail, "MOST_BYTES", len(FILE) - 1)
    run = run_for(anna, schedule__addresses=["desk@example.org"])

    deliver.send(at=MONDAY)

    ((recipients, message),) = postbox.kept.values()
    assert recipients == ["anna@example.org"]
    assert not list(message.iter_attachments())
    assert "too large for a mail" in body(message)
    assert "/register/obligations/" in body(message)
    run.refresh_from_db()
    assert (run.state, run.error) == (
        "failed",
        "desk@example.org: The file is too large for a mail.",
    )


def test_one_turn_makes_and_sends_what_the_export_of_that_day_holds(anna, postbox, client):
    CycleFactory(due_on=MONDAY.date() - dt.timedelta(days=9))
    CycleFactory(due_on=MONDAY.date())
    schedule = ScheduleFactory(owner=anna, people=[anna], kind="cycles", query="state=overdue")

    with time_machine.travel(MONDAY + dt.timedelta(seconds=20)):
        call_command("run_schedule", once=True)
        call_command("run_schedule", once=True)

        client.force_login(anna)
        export = client.get("/export/cycles/csv/?state=overdue").getvalue().decode()

    assert schedule.runs.get().state == "sent"
    ((_recipients, message),) = postbox.kept.values()
    (part,) = message.iter_attachments()
    sent = part.get_payload(decode=True).decode()
    assert rows(sent) == rows(export)
    assert len(rows(sent)) == 2  # the headings, and the one that is overdue
    assert part.get_filename().endswith("2026-11-02.csv")


def rows(text):
    """What stands below the facts, which name the person."""
    return text.split("\r\n\r\n", 1)[1].splitlines()
