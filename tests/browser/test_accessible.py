"""axe finds nothing on any page, at two widths, light and dark; and nothing needs a mouse."""

import io

import pytest
from django.core.management import call_command

from apps.documents.models import Document
from apps.obligations.models import Obligation, Series
from apps.reporting.models import Cycle

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "remit-demo"


@pytest.fixture
def sample(transactional_db, settings):
    settings.DEBUG = True
    call_command("seed_demo", stdout=io.StringIO())
    settings.DEBUG = False


def pages():
    """Every page of the product, with the sample data and without any match."""
    statement = Document.objects.with_symbol("S/PRST/2021/9").get()
    waiting = Obligation.objects.drafts().first()
    riding = Obligation.objects.open().filter(document=statement, cycles__responses__isnull=False)
    cycle = Cycle.objects.tracked().open().first()
    obligation = riding.first()
    return {
        "dashboard": "/",
        "documents": "/documents/",
        "no document": "/documents/?text=nothing-like-this",
        "add a document": "/documents/add/",
        "document": f"/documents/{statement.pk}/",
        "document in English": f"/documents/{statement.pk}/?language=en",
        "correct a document": f"/documents/{statement.pk}/edit/",
        "review list": "/review/",
        "review": f"/review/{waiting.document_id}/",
        "review with an edit": f"/review/{waiting.document_id}/?edit={waiting.pk}",
        "review with two languages": f"/review/{statement.pk}/?beside=en",
        "obligations": "/register/obligations/",
        "no obligation": "/register/obligations/?text=nothing-like-this",
        "cycles": "/register/cycles/",
        "cycles with a wrong filter": "/register/cycles/?due_after=soon",
        "mandate cycles": "/reporting-and-mandate-cycles/",
        "mandate cycles by month": "/reporting-and-mandate-cycles/?part=months",
        "mandate cycles that changed": "/reporting-and-mandate-cycles/?since=2020-01-01",
        "mandate cycles of a wrong day": "/reporting-and-mandate-cycles/?as_at=soon",
        "calendar": "/calendar/",
        "calendar of a wrong month": "/calendar/?month=soon",
        "calendar feeds": "/calendar/feeds/",
        "quality of reading": "/reading/",
        "series": "/register/series/",
        "one series": f"/register/series/{Series.objects.exclude(period='').first().pk}/",
        "obligation": f"/obligations/{obligation.pk}/",
        "change an obligation": f"/obligations/{obligation.pk}/edit/",
        "link a report": f"/obligations/cycles/{cycle.pk}/respond/",
        "waive": f"/obligations/cycles/{cycle.pk}/waive/",
        "next steps": "/obligations/next-steps/",
        "history": "/history/",
        "history with a wrong filter": "/history/?since=soon",
        "history of an obligation": f"/history/obligations.obligation/{obligation.pk}/",
        "history with what hangs on it": f"/history/obligations.obligation/{obligation.pk}/?all=1",
        "restore": f"/obligations/restore/obligations.obligation/{obligation.history.last().pk}/",
        "password": "/accounts/password/change/",
        "two-step sign-in": "/accounts/2fa/",
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_any_page(width, theme, sample, open_page, axe):
    page = open_page(width, theme)
    page.goto("/accounts/password/reset/")
    axe(page, "password reset")
    page.goto("/accounts/login/")
    axe(page, "sign-in")
    page.get_by_label("Email").fill("officer@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/")

    for name, address in pages().items():
        page.goto(address)
        axe(page, name)


def test_an_empty_system_is_accessible_and_says_how_to_begin(people, open_page, sign_in, axe):
    page = open_page()
    sign_in(page, people["officer"])
    assert page.get_by_text("Add a document").first.is_visible()

    for address in ("/", "/documents/", "/review/", "/register/obligations/", "/register/cycles/"):
        page.goto(address)
        axe(page, f"empty {address}")


def test_the_slash_key_leads_to_the_search(people, open_page, sign_in):
    page = open_page()
    sign_in(page, people["reader"])

    page.keyboard.press("/")
    page.keyboard.type("nothing-like-this")
    page.keyboard.press("Enter")

    page.wait_for_url("**/register/obligations/?text=nothing-like-this")


def test_the_theme_that_a_person_chooses_stays(people, open_page, sign_in):
    page = open_page(theme="light")
    sign_in(page, people["reader"])

    page.locator("summary", has_text="Theme").click()
    page.get_by_role("button", name="Dark").click()
    page.reload()

    assert page.evaluate("document.documentElement.dataset.bsTheme") == "dark"


def test_two_officers_review_one_document_and_nothing_is_lost(sample, open_page):
    draft = Obligation.objects.drafts().first()
    anna, ben = open_page(), open_page()
    for page in (anna, ben):
        page.goto("/accounts/login/")
        page.get_by_label("Email").fill("officer@example.org")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/")
        page.goto(f"/review/{draft.document_id}/?edit={draft.pk}")
    anna.locator("#id_act").fill("Words of Anna")
    anna.get_by_role("button", name="Save", exact=True).click()
    anna.get_by_text("Words of Anna").first.wait_for()

    ben.locator("#id_act").fill("Words of Ben")
    ben.get_by_role("button", name="Save", exact=True).click()

    ben.get_by_text("changed this since you opened it").wait_for()
    assert ben.locator("ins", has_text="Words of Anna").is_visible()
    assert ben.locator("#id_act").input_value() == "Words of Ben"
