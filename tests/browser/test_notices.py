"""Notices, watches and reminders by keyboard, and what a screen reader is told."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission

from tests.factories import MailFactory, NoticeFactory, ObligationFactory, ReminderFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_marking_one_as_read_counts_the_bell_down_and_keeps_the_focus(people, open_page, sign_in):
    officer = people["officer"]
    NoticeFactory.create_batch(2, person=officer)
    page = open_page()
    sign_in(page, officer)
    page.locator("#bell").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/notices/")

    page.get_by_role("button", name="Mark as read").first.focus()
    page.keyboard.press("Enter")

    page.get_by_text("Marked as read. 1 unread notice").wait_for()
    assert "1 unread notice" in page.locator("#bell").inner_text()
    assert page.evaluate("document.activeElement.id") == "count"
    page.get_by_role("button", name="Mark all of these as read").click()
    page.get_by_text("You have read everything.").wait_for()
    assert "none unread" in page.locator("#bell").inner_text()


def test_watching_and_reminding_happen_in_place(people, open_page, sign_in, axe):
    obligation = ObligationFactory()
    page = open_page(390, "dark")
    sign_in(page, people["reader"])
    page.goto(f"/obligations/{obligation.pk}/")

    page.locator("#watch").press("Enter")
    page.locator("#watch[data-watching=true]").wait_for()
    assert page.evaluate("document.activeElement.id") == "watch"

    page.locator("#remind").press("Enter")
    axe(page, "the form of a reminder")
    page.get_by_label("Remind me on").fill("2001-01-01")
    page.locator("#attention form").nth(1).get_by_role("button").press("Enter")
    page.get_by_text("is over: choose today").first.wait_for()
    axe(page, "a day that is over")
    day = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=9)
    page.get_by_label("Remind me on").fill(day.isoformat())
    page.get_by_label("Of what").fill("Ask again")
    page.locator("#attention form").nth(1).get_by_role("button").press("Enter")
    page.locator(".chip", has_text="Ask again").wait_for()
    assert page.evaluate("document.activeElement.id") == "remind"


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_on_the_pages_of_reminders_and_of_mail(
    width, theme, people, open_page, sign_in, axe
):
    person = people["reader"]
    person.user_permissions.add(Permission.objects.get(codename="see_failed_mail"))
    reminder = ReminderFactory(person=person, text="Ask again")
    MailFactory(failed=True)
    page = open_page(width, theme)
    sign_in(page, person)

    for address in ("/reminders/", f"/reminders/{reminder.pk}/", "/mail/", "/notices/"):
        page.goto(address)
        axe(page, address)
