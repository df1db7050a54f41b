"""The desk by keyboard alone: six key presses beyond the words log an entry."""

import datetime as dt

import pytest

from apps.followups.models import Entry
from tests.factories import CycleFactory, ObligationFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(people, open_page, sign_in):
    """The desk of a focal point with three overdue cycles, the oldest first."""
    today = dt.datetime.now(dt.UTC).date()
    lead = people["focal point"].office
    for days in (30, 20, 10):
        obligation = ObligationFactory(lead=lead, act=f"Report {days} days late")
        CycleFactory(cadence__obligation=obligation, due_on=today - dt.timedelta(days=days))
    page = open_page()
    sign_in(page, people["focal point"])
    return page


class Keys:
    """Presses keys and counts them; words are not counted."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += len(key.split("+"))


def test_an_entry_is_logged_with_six_keys_beyond_the_words(desk):
    keys = Keys(desk)

    keys.press("j", "j", "f")
    desk.wait_for_selector(".inline-log textarea:focus")
    desk.keyboard.type("Called the mission; the draft comes on Friday")
    keys.press("Control+Enter")
    desk.get_by_text("Logged: Note on").wait_for()

    entry = Entry.objects.get()
    assert entry.text.startswith("Called the mission")
    assert entry.obligation.act == "Report 20 days late"
    assert entry.cycle == entry.obligation.cycles.get()
    assert keys.pressed <= 6
    # The hand is back on the row, and goes on from there.
    desk.wait_for_function("document.activeElement.closest('[data-row]') !== null")
    keys.press("j")
    assert "10 days late" in desk.evaluate("document.activeElement.closest('[data-row]').innerText")


def test_enter_opens_a_row_and_k_goes_back(desk):
    for key in ("j", "j", "k", "Enter"):
        desk.keyboard.press(key)

    desk.get_by_text("Report 30 days late").wait_for()
    assert "/obligations/" in desk.url


def test_what_was_typed_is_kept_when_the_form_is_closed(desk):
    desk.keyboard.press("j")
    desk.keyboard.press("f")
    desk.wait_for_selector(".inline-log textarea:focus")
    desk.keyboard.type("Half a sentence")
    desk.keyboard.press("Escape")
    assert desk.locator(".inline-log").is_hidden()

    desk.keyboard.press("f")

    assert desk.locator(".inline-log textarea").input_value() == "Half a sentence"


def test_an_error_keeps_the_words_and_leads_to_the_field(desk, axe):
    desk.keyboard.press("j")
    desk.keyboard.press("f")
    desk.wait_for_selector(".inline-log textarea:focus")
    axe(desk, "the form in a row")
    desk.keyboard.type("Spoke to the desk")
    desk.get_by_label("Day", exact=True).fill("some day")
    desk.keyboard.press("Control+Enter")

    desk.get_by_text("“some day” is no day").first.wait_for()

    assert desk.locator(".inline-log textarea").input_value() == "Spoke to the desk"
    assert desk.evaluate("document.activeElement.className") == "error-summary"
    axe(desk, "the form in a row with an error")


def test_who_is_signed_out_keeps_the_words_and_sends_them_again(desk, people, sign_in):
    desk.keyboard.press("j")
    desk.keyboard.press("f")
    desk.wait_for_selector(".inline-log textarea:focus")
    desk.keyboard.type("Half a day of work")
    desk.context.clear_cookies(name="sessionid")
    desk.keyboard.press("Control+Enter")

    desk.locator(".inline-log").get_by_role("alert").get_by_text("You are signed out").wait_for()

    assert desk.locator(".inline-log textarea").input_value() == "Half a day of work"
    assert "You are signed out" in desk.locator("#messages").inner_text()
    assert not Entry.objects.exists()

    sign_in(desk.context.new_page(), people["focal point"])
    desk.locator(".inline-log textarea").press("Control+Enter")
    desk.get_by_text("Logged: Note on").wait_for()
    assert Entry.objects.get().text == "Half a day of work"


def test_what_is_refused_says_so_and_keeps_the_words(desk):
    desk.keyboard.press("j")
    desk.keyboard.press("f")
    desk.wait_for_selector(".inline-log textarea:focus")
    desk.keyboard.type("On a train")
    desk.route("**/log/**", lambda route: route.fulfill(status=403))
    desk.keyboard.press("Control+Enter")
    desk.locator(".inline-log").get_by_role("alert").get_by_text("Not saved (403)").wait_for()

    assert desk.locator(".inline-log textarea").input_value() == "On a train"


def test_a_day_is_told_back_as_it_is_understood(desk):
    desk.keyboard.press("j")
    desk.keyboard.press("f")
    desk.wait_for_selector(".inline-log textarea:focus")
    desk.get_by_label("Day", exact=True).fill("yesterday")

    desk.get_by_text("1 day ago").wait_for()


def test_an_at_offers_people_and_arrows_choose(desk, axe):
    UserFactory(name="Anna Berg")
    UserFactory(name="Anna Stein")
    desk.keyboard.press("j")
    desk.keyboard.press("f")
    desk.wait_for_selector(".inline-log textarea:focus")
    desk.keyboard.type("Ask @ann")
    desk.get_by_role("option", name="Anna Stein").wait_for()
    axe(desk, "people to mention")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.keyboard.type("today")
    desk.keyboard.press("Control+Enter")
    desk.get_by_text("Logged: Note on").wait_for()

    assert Entry.objects.get().mentioned.get().name == "Anna Stein"


def test_a_file_is_pasted_into_the_form(desk):
    desk.keyboard.press("j")
    desk.keyboard.press("f")
    desk.wait_for_selector(".inline-log textarea:focus")
    desk.keyboard.type("The minutes")
    desk.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["words"], "minutes.txt", { type: "text/plain" }));
            document.activeElement.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
            );
        }"""
    )
    desk.keyboard.press("Control+Enter")
    desk.get_by_text("Logged: Note on").wait_for()

    assert Entry.objects.get().attachments.get().name == "minutes.txt"


def test_the_keys_are_shown_and_can_be_turned_off(desk, people, axe):
    desk.keyboard.press("?")
    desk.get_by_role("heading", name="Keys").wait_for()
    axe(desk, "the keys")
    desk.keyboard.press("Escape")

    people["focal point"].shortcuts = False
    people["focal point"].save()
    desk.reload()
    desk.keyboard.press("j")

    assert desk.evaluate("document.activeElement === document.body")


def test_the_form_opens_in_a_row_of_the_register(desk):
    desk.goto("/register/cycles/")
    desk.keyboard.press("j")
    desk.keyboard.press("f")
    desk.wait_for_selector("tr.inline-log textarea:focus")
    desk.keyboard.type("From the register")
    desk.keyboard.press("Control+Enter")
    desk.get_by_text("Logged: Note on").wait_for()

    assert Entry.objects.get().text == "From the register"


def test_without_scripts_it_is_a_plain_form(people, open_page, sign_in):
    cycle = CycleFactory(cadence__obligation__lead=people["officer"].office)
    page = open_page(java_script_enabled=False)
    sign_in(page, people["officer"])
    page.goto("/register/cycles/")
    page.get_by_role("link", name="Log a follow-up on").click()
    page.get_by_label("What happened").fill("Without a script")
    page.get_by_role("button", name="Log").click()

    assert page.get_by_text("Without a script").is_visible()
    assert Entry.objects.get().cycle == cycle
