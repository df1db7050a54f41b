"""Rows are selected, changed and given back by keyboard alone; a selection survives sorting."""

import datetime as dt

import pytest

from apps.obligations.models import Obligation
from tests.factories import CycleFactory, OfficeFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cycles(people):
    """Three obligations with a cycle each, in the order in which they are due."""
    return [CycleFactory(due_on=dt.date(2100, 1, day)) for day in (1, 2, 3)]


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def tab_to(page, name):
    """Tab until the control of this name has the focus."""
    for _press in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "document.activeElement.labels?.[0]?.innerText || document.activeElement.innerText || ''"
        )
        if focused.strip().startswith(name):
            return
    raise AssertionError(f"the keyboard does not reach {name}")


def test_two_rows_are_changed_and_given_back_by_keyboard(cycles, people, open_page, sign_in, axe):
    office = OfficeFactory(short="SCAD", name="Security Council Affairs")
    page = open_page()
    sign_in(page, people["officer"])
    page.goto("/register/obligations/")

    press(page, "j", "x")  # by the key of the row
    page.locator("[data-row]").nth(1).locator("[data-select]").focus()
    press(page, "Space")  # and as any box is ticked
    assert page.get_by_role("status").filter(has_text="Selected: 2").count() == 1
    axe(page, "register with a selection")
    press(page, "Enter")

    page.wait_for_url("**/change/")
    assert page.get_by_text("2 obligations", exact=True).is_visible()
    axe(page, "change many")
    tab_to(page, "Lead")
    page.keyboard.type("SCAD")
    tab_to(page, "Show what would change")
    press(page, "Enter")

    page.get_by_role("heading", name="What would change").wait_for()
    axe(page, "preview of a change of many")
    tab_to(page, "Change 2 obligations")
    press(page, "Enter")

    page.wait_for_url("**/changes/*/")
    axe(page, "a change of many")
    assert Obligation.objects.filter(lead=office).count() == 2
    tab_to(page, "Undo")
    press(page, "Enter")

    page.get_by_text("Undone for 2.").wait_for()
    assert not Obligation.objects.filter(lead=office).exists()
    page.goto("/register/changes/")
    axe(page, "changes of many")


def test_a_selection_survives_sorting_and_not_another_filter(cycles, people, open_page, sign_in):
    page = open_page()
    sign_in(page, people["officer"])
    page.goto("/register/cycles/")
    box = page.locator(f"#row-{cycles[1].pk}")
    box.click()

    page.locator("#sort-due_on").click()
    page.wait_for_url("**sort=-due_on**")
    assert box.is_checked()
    assert page.locator("[data-selected-count]").inner_text() == "Selected: 1"

    page.locator("#id_text").fill("lamps")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**text=lamps**")
    assert not page.locator(f"#row-{cycles[1].pk}").is_checked()
    assert page.locator("[data-selected-count]").is_hidden()


def test_shift_selects_all_from_the_last_one_and_the_head_selects_the_page(
    cycles, people, open_page, sign_in
):
    page = open_page()
    sign_in(page, people["officer"])
    page.goto("/register/obligations/")
    boxes = page.locator("[data-select]")

    boxes.nth(0).click()
    boxes.nth(2).click(modifiers=["Shift"])
    assert page.locator("[data-select]:checked").count() == 3
    page.get_by_role("button", name="Clear", exact=True).click()
    assert page.locator("[data-select]:checked").count() == 0
    page.get_by_label("Select all on this page").check()

    assert page.locator("[data-selected-count]").inner_text() == "Selected: 3"


def test_one_entry_is_logged_on_what_was_ticked_without_scripts(
    cycles, people, open_page, sign_in, axe
):
    page = open_page(java_script_enabled=False)
    sign_in(page, people["focal point"])
    for cycle in cycles[:2]:
        cycle.obligation.lead = people["focal point"].office
        cycle.obligation.save_without_historical_record()
    page.goto("/register/cycles/")
    for cycle in cycles:
        page.locator(f"#row-{cycle.pk}").check()
    page.get_by_role("button", name="Log on these…").click()
    page.get_by_label("What happened").fill("Reminded them all.")
    page.get_by_role("button", name="Show what would be logged").click()
    page.get_by_role("button", name="Log on 2 cycles").click()

    page.get_by_text("Logged on 2 cycles.").wait_for()
    assert [cycle.entries.count() for cycle in cycles] == [1, 1, 0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_logging_on_many_is_accessible_at_phone_width(
    theme, cycles, people, open_page, sign_in, axe
):
    page = open_page(390, theme)
    sign_in(page, people["officer"])
    page.goto("/register/cycles/")
    page.locator("[data-select]").first.click()
    axe(page, "cycles with a selection")
    page.locator("#select-log").click()
    axe(page, "log on many")
    page.get_by_label("What happened").fill("Reminded them all.")
    page.get_by_role("button", name="Show what would be logged").click()
    axe(page, "preview of a log on many")
    page.get_by_role("button", name="Log on 1 cycle").click()
    page.get_by_text("Logged on 1 cycle.").wait_for()
    axe(page, "logged together")
