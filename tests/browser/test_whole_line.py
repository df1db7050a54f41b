"""An officer walks the whole line: from a file to an exported row."""

import datetime as dt
import re

import openpyxl
import pytest

from apps.obligations.models import Obligation
from apps.reporting.models import Cycle
from tests.documents.texts import RESOLUTION

pytestmark = pytest.mark.django_db(transaction=True)


def overdue(page):
    page.goto("/dashboard/")
    tile = page.get_by_role("link", name="Cycles overdue").first
    return int(tile.locator(".tile-number").inner_text())


def test_an_officer_walks_the_whole_line(people, open_page, sign_in, tmp_path):
    page = open_page(accept_downloads=True)
    sign_in(page, people["officer"])

    # The file goes in.
    page.get_by_role("link", name="Documents").first.click()
    page.get_by_role("link", name="Add a document").first.click()
    (tmp_path / "decision.txt").write_text(RESOLUTION)
    page.get_by_label("File").set_input_files(tmp_path / "decision.txt")
    page.get_by_role("button", name="Take in").click()
    page.get_by_role("heading", name="S/RES/9001 (2021)", level=1).wait_for()

    # What it asks is read, and reviewed by keyboard alone: correct, reject, accept.
    page.get_by_role("button", name="Review what it asks").click()
    page.get_by_text("3 drafts left").wait_for()
    page.wait_for_selector("[data-card][aria-current][data-state=draft]")  # the keys are heard
    page.keyboard.press("e")
    page.get_by_label("Timing").fill("every:P1Y")
    page.get_by_role("button", name="Save and accept").press("Enter")
    page.get_by_text("2 drafts left").wait_for()
    page.wait_for_selector("[data-card][aria-current][data-state=draft]")
    page.keyboard.press("x")
    page.keyboard.type("Left to the States")
    page.keyboard.press("Enter")
    page.get_by_text("1 draft left").wait_for()
    page.wait_for_selector("[data-card][aria-current][data-state=draft]")
    page.keyboard.press("a")
    page.get_by_text("3 of 3 decided").wait_for()
    assert list(Obligation.objects.order_by("start").values_list("state", flat=True)) == [
        "accepted",
        "rejected",
        "accepted",
    ]

    # The last decision put the focus on planning.
    page.wait_for_function("document.activeElement.id === 'plan'")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Cycles", level=1).wait_for()
    first = Cycle.objects.filter(due_on__isnull=False).order_by("due_on").first()
    assert first.due_on == dt.date(2022, 4, 19)
    before = overdue(page)

    # A follow-up is logged.
    page.goto(f"/obligations/{first.obligation_id}/")
    page.get_by_role("heading", name="S/RES/9001 (2021) ¶ 1", level=1).wait_for()
    page.get_by_label("What happened").fill("Asked the desk for the draft.")
    page.get_by_text("Next step, files").click()
    page.get_by_label("Next step", exact=True).fill("Read the draft")
    page.get_by_role("button", name="Log", exact=True).click()
    page.get_by_text("Logged.").wait_for()
    assert page.get_by_text("Asked the desk for the draft.").is_visible()

    # A report that the system does not know yet is linked as the answer.
    row = page.locator(f"#cycle-{first.pk}")
    row.get_by_role("link", name=re.compile("Link report")).click()
    page.get_by_label("Symbol of the report").fill("S/2022/301")
    page.get_by_label("Issued on").fill("2022-04-11")
    page.get_by_label("Paragraphs of the report").fill("12–15")
    page.get_by_role("button", name="Link", exact=True).click()
    page.get_by_role("link", name="S/2022/301", exact=True).wait_for()
    assert row.get_by_text("Answered", exact=True).is_visible()

    # The dashboard has changed.
    assert overdue(page) == before - 1

    # The register is filtered and exported; the row is in the workbook.
    page.goto("/register/cycles/?state=answered")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("XLSX")).click()
    download.value.save_as(tmp_path / "register.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "register.xlsx").worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    [row] = [row for row in cells if "S/RES/9001 (2021) ¶ 1" in row]
    assert dt.datetime(2022, 4, 19) in row  # noqa: DTZ001 - a workbook knows no time zones
