"""Pages on paper, as the browser lays them out for it."""

import datetime as dt

import pytest

from tests.factories import CadenceFactory, CycleFactory, EntryFactory

pytestmark = pytest.mark.django_db(transaction=True)
# Width in pixels of what is printed on a sheet of A4, upright and across.
UPRIGHT, ACROSS = 687, 1016
SEEN = """
  [...document.querySelectorAll("a.btn, button, form, input, nav, .top, .rail")]
    .filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))
"""


def test_a_page_on_paper_has_the_facts_and_nothing_to_press(people, open_page, sign_in):
    cycle = CycleFactory(cadence=CadenceFactory(), due_on=dt.date(2021, 10, 19))
    EntryFactory(obligation=cycle.obligation, text="Called the desk about the lamps.")
    page = open_page(theme="dark")
    sign_in(page, people["officer"])
    page.emulate_media(media="print", color_scheme="dark")

    sheets = {f"/obligations/{cycle.obligation_id}/": UPRIGHT, "/register/cycles/": ACROSS}
    for address, width in sheets.items():
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)

        assert page.evaluate(SEEN) == []
        assert (
            page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        )
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        # Tables are tables, whose heading is repeated on each sheet, and not the cards of a phone.
        assert page.locator("th:text('State')").is_visible()
        heads = "getComputedStyle(document.querySelector('thead')).display"
        assert page.evaluate(heads) == "table-header-group"
        # What is folded on the screen is open.
        assert page.get_by_text("The decision prints this date: 19 October 2021.").last.is_visible()
        assert page.get_by_text("by Officer").is_visible()

    # Who prints later, or after the filter was changed, is told so on the sheet.
    page.clock.set_fixed_time(dt.datetime(2046, 2, 3, 12, tzinfo=dt.UTC))
    page.evaluate("history.pushState({}, '', '?state=overdue')")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-printed]").get_attribute("datetime") == "2046-02-03"
    assert page.locator("[data-address]").inner_text().endswith("/register/cycles/?state=overdue")
