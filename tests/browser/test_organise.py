"""Tagging, linking and saving a view without a mouse."""

import re

import pytest

from apps.obligations.models import CustomField, Link, Obligation
from apps.reporting.models import SavedView
from tests.factories import CycleFactory, ObligationFactory, TagFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def focused(page):
    return page.evaluate("document.activeElement.id")


def tab_to(page, selector):
    """Press Tab until the element has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


def test_tags_are_added_and_removed_by_keyboard_and_the_focus_stays(people, open_page, sign_in):
    TagFactory(name="Sahel")
    obligation = ObligationFactory()
    page = open_page()
    sign_in(page, people["officer"])
    page.goto(f"/obligations/{obligation.pk}/")

    tab_to(page, "#tag-add")
    page.keyboard.type("sahel, peace")
    page.keyboard.press("Enter")
    page.get_by_text("The tags are saved.").wait_for()
    assert focused(page) == "tag-add"
    page.keyboard.type("arms")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="arms").wait_for()

    tab_to(page, "[name=remove][value=peace]")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="peace").wait_for(state="detached")

    obligation.refresh_from_db()
    assert obligation.tag_names == ["arms", "Sahel"]
    assert focused(page) == "tag-add"


def test_what_one_tags_oneself_does_not_stand_in_the_way_of_closing(people, open_page, sign_in):
    obligation = ObligationFactory()
    page = open_page()
    sign_in(page, people["officer"])
    page.goto(f"/obligations/{obligation.pk}/")
    page.get_by_label("Add tags").fill("Sahel")
    page.keyboard.press("Enter")
    page.get_by_text("The tags are saved.").wait_for()

    page.locator("summary", has_text="Close this obligation").click()
    page.get_by_label("Finding").select_option("lapsed")
    page.get_by_label("Reason").fill("The mission ended")
    page.get_by_role("button", name="Close it").click()

    page.wait_for_url("**/obligations/*/")
    obligation.refresh_from_db()
    assert obligation.state == "closed"


def test_two_people_who_tag_at_once_lose_nothing(people, open_page, sign_in):
    obligation = ObligationFactory()
    anna, ben = open_page(), open_page()
    for page, role in ((anna, "officer"), (ben, "manager")):
        sign_in(page, people[role])
        page.goto(f"/obligations/{obligation.pk}/")
    anna.get_by_label("Add tags").fill("of Anna")
    anna.keyboard.press("Enter")
    anna.get_by_text("The tags are saved.").wait_for()

    ben.get_by_label("Add tags").fill("of Ben")
    ben.keyboard.press("Enter")
    ben.get_by_text("changed this obligation since you opened it").wait_for()
    assert ben.get_by_label("Add tags").input_value() == "of Ben"
    assert focused(ben) == "tag-add"
    ben.keyboard.press("Enter")
    ben.get_by_text("The tags are saved.").wait_for()

    obligation.refresh_from_db()
    assert obligation.tag_names == ["of Anna", "of Ben"]


def test_an_obligation_is_linked_by_keyboard(people, open_page, sign_in):
    source, target = ObligationFactory(), ObligationFactory()
    page = open_page()
    sign_in(page, people["officer"])
    page.goto(f"/obligations/{source.pk}/")

    tab_to(page, "#link-summary")
    page.keyboard.press("Enter")
    tab_to(page, "#link-target")
    page.keyboard.type("nothing like this")
    page.keyboard.press("Enter")
    page.get_by_text("“nothing like this” names no accepted obligation here.").first.wait_for()
    page.get_by_label("Other obligation").fill(target.reference)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=target.reference, exact=True).wait_for()

    assert Link.objects.get().target == target
    assert focused(page) == "link-summary"


def test_a_view_is_saved_changed_and_opened_by_keyboard(people, open_page, sign_in):
    late = CycleFactory().obligation
    page = open_page()
    sign_in(page, people["reader"])
    page.goto("/register/obligations/")

    tab_to(page, "details.filters > summary")
    page.keyboard.press("Enter")
    tab_to(page, "input[name=state][value=overdue]")
    page.keyboard.press("Space")
    page.wait_for_url("**?state=overdue")
    tab_to(page, ".save-view > summary")
    page.keyboard.press("Enter")
    tab_to(page, "#view-name")
    page.keyboard.type("Late ones")
    page.keyboard.press("Enter")
    page.get_by_text("The view “Late ones” is saved.").wait_for()

    view = SavedView.objects.get()
    assert view.query == "state=overdue"
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Late ones").wait_for()

    page.locator("details.filters > summary").first.click()
    page.locator("input[name=state][value=due]").check()
    page.get_by_text("“Late ones” – changed since it was saved.").wait_for()
    page.wait_for_url(re.compile(rf"state=due&view={view.pk}$"))
    page.get_by_role("button", name="Save the changes").press("Enter")
    page.get_by_text("“Late ones” now shows what you see here.").wait_for()

    view.refresh_from_db()
    assert view.query == "state=overdue&state=due"
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Late ones").press("Enter")
    page.get_by_role("link", name=late.reference).wait_for()


def test_without_scripts_everything_is_a_plain_form(people, open_page, sign_in):
    obligation, target = ObligationFactory(), ObligationFactory()
    page = open_page(java_script_enabled=False)
    sign_in(page, people["officer"])

    page.goto(f"/obligations/{obligation.pk}/")
    page.get_by_label("Add tags").fill("Sahel")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("link", name="Sahel").wait_for()
    page.locator("#link-summary").click()
    page.get_by_label("Other obligation").fill(target.reference)
    page.get_by_role("button", name="Link", exact=True).click()
    page.get_by_role("link", name="Sahel").click()
    page.locator(".save-view > summary").click()
    page.get_by_label("Name", exact=True).fill("Sahel")
    page.get_by_role("button", name="Save", exact=True).click()

    assert SavedView.objects.get().query == "tag=Sahel"
    assert Link.objects.get().target == target
    assert Obligation.objects.get(pk=obligation.pk).tag_names == ["Sahel"]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_of_fields_are_accessible(width, people, open_page, sign_in, axe):
    keeper = UserFactory(name="Keeper", is_superuser=True)
    page = open_page(width)
    sign_in(page, keeper)
    page.goto("/fields/")
    axe(page, "no field")

    page.get_by_role("link", name="Add a field").click()
    page.get_by_label("Label").fill("Need")
    page.get_by_label("Kind").select_option("choice")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Name at least one choice.").first.wait_for()
    axe(page, "a wrong field")
    page.get_by_label("Choices").fill("high\nlow")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("The field “Need” is saved.").wait_for()
    axe(page, "fields")

    assert CustomField.objects.get().choices == ["high", "low"]
