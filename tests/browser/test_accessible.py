"""axe finds nothing on any page, at two widths, light and dark; and nothing needs a mouse."""

import io

import pytest
from django.core.management import call_command

from apps.accounts import invite
from apps.accounts.models import User
from apps.actors.models import Actor
from apps.documents.models import Document
from apps.followups.models import Entry
from apps.obligations.link import link
from apps.obligations.models import Obligation, Series
from apps.obligations.organise import set_custom, set_tags
from apps.reporting.models import Cycle, SavedView
from apps.reporting.saved import arrange
from tests.factories import CustomFieldFactory, SavedViewFactory

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "remit-demo"
# Each width and each theme once: colours do not depend on the width.
BOTH = pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (390, "dark")])


@pytest.fixture
def sample(transactional_db, settings):
    settings.DEBUG = True
    call_command("seed_demo", stdout=io.StringIO())
    call_command("run_schedule", once=True)
    settings.DEBUG = False
    settings.SHARE_LINKS = True


def organised():
    """An obligation with tags, a link either way and a value of each kind; and a view of the officer."""
    officer = User.objects.get(email="officer@example.org")
    if not SavedView.objects.exists():
        view = SavedViewFactory(name="Late", owner=officer, query="state=overdue", scope="all")
        arrange(view, "add", by=officer)
        CustomFieldFactory(key="desk", label="Desk")
        CustomFieldFactory(key="cost", label="Cost", kind="number")
        CustomFieldFactory(key="need", label="Need", choice=True)
    first, second, third = Obligation.objects.open().order_by("pk")[:3]
    if not first.tag_names:
        set_tags(first, ["Sahel", "women and peace"], by=officer)
        set_custom(first, {"desk": "Africa I", "cost": "12.5", "need": "high"})
        first.save()
        link(first, "depends", str(second.pk), note="Its report", by=officer)
        link(third, "duplicates", str(first.pk), by=officer)
    return first


def pages():
    """Every page of the product, with the sample data and without any match."""
    statement = Document.objects.with_symbol("S/PRST/2021/9").get()
    waiting = Obligation.objects.drafts().first()
    riding = Obligation.objects.open().filter(document=statement, cycles__responses__isnull=False)
    cycle = Cycle.objects.tracked().open().first()
    obligation = riding.first()
    return {
        "desk": "/?scope=mine",
        "desk of the office": "/?scope=office",
        "dashboard": "/dashboard/",
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
        "quality of reading": "/dashboard/reading/",
        "saved views": "/views/",
        "rename a saved view": f"/views/{SavedView.objects.get().pk}/",
        "a saved view": SavedView.objects.get().get_absolute_url(),
        "a changed view": f"{SavedView.objects.get().get_absolute_url()}&region=africa",
        "obligations with every column of the organization": "/register/obligations/?columns=tags,subject,region,field-desk,field-cost",
        "a tag that nobody made": "/register/obligations/?tag=nothing-like-this",
        "obligation with tags and links": f"/obligations/{organised().pk}/",
        "series": "/register/series/",
        "one series": f"/register/series/{Series.objects.exclude(period='').first().pk}/",
        "actors": "/actors/",
        "no actor": "/actors/?text=nothing-like-this",
        "actor": Actor.objects.get(key="secretary-general").get_absolute_url(),
        "timeline of a document": f"/documents/{obligation.document_id}/timeline/",
        "obligation": f"/obligations/{obligation.pk}/",
        "change an obligation": f"/obligations/{obligation.pk}/edit/",
        "log an entry": f"/obligations/{obligation.pk}/log/",
        "correct an entry": f"/obligations/entries/{Entry.objects.first().pk}/correct/",
        "link a report": f"/obligations/cycles/{cycle.pk}/respond/",
        "waive": f"/obligations/cycles/{cycle.pk}/waive/",
        "next steps": "/obligations/next-steps/",
        "notices": "/notices/",
        "all notices": "/notices/?show=all",
        "notices of no kind": "/notices/?kind=gossip",
        "my reminders": "/reminders/",
        "my reminders that are done": "/reminders/?done=1",
        "handing over": "/handovers/",
        "hand over": f"/obligations/{obligation.pk}/offer/",
        "findings to approve": "/findings/",
        "shared links": "/shares/",
        "share a link": f"/obligations/{obligation.pk}/share/",
        "a link that is not valid": "/shared/nothing/",
        "history": "/history/",
        "history with a wrong filter": "/history/?since=soon",
        "history of an obligation": f"/history/obligations.obligation/{obligation.pk}/",
        "history with what hangs on it": f"/history/obligations.obligation/{obligation.pk}/?all=1",
        "restore": f"/obligations/restore/obligations.obligation/{obligation.history.last().pk}/",
        "password": "/accounts/password/change/",
        "two-step sign-in": "/accounts/2fa/",
        "account": "/account/",
        "sessions": "/account/sessions/",
    }


def pages_of_people():
    """Every page for those who look after people, with what hangs on one and on nobody."""
    officer = User.objects.get(email="officer@example.org")
    reader = User.objects.get(email="reader@example.org")
    return {
        "people": "/people/",
        "nobody": "/people/?text=nothing-like-this",
        "people with a wrong filter": "/people/?role=king",
        "invite": "/people/invite/",
        "a person": f"/people/{officer.pk}/",
        "what hangs on a person": f"/obligations/people/{officer.pk}/handover/",
        "nothing hangs on a person": f"/obligations/people/{reader.pk}/handover/",
    }


@BOTH
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

    organised()
    for name, address in pages().items():
        page.goto(address)
        axe(page, name)


@BOTH
def test_axe_finds_nothing_on_the_pages_of_people(width, theme, sample, open_page, axe):
    page = open_page(width, theme)
    page.goto("/accounts/login/")
    page.locator("summary", has_text="Language").click()
    axe(page, "menu of languages")
    page.get_by_label("Email").fill("administrator@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.locator("summary", has_text="Theme").click()
    axe(page, "menu of themes")

    for name, address in pages_of_people().items():
        page.goto(address)
        axe(page, name)
    page.goto("/account/")
    page.get_by_label("Time zone").fill("the moon")
    page.get_by_role("button", name="Save").click()
    axe(page, "account with an error")
    page.goto("/people/invite/")
    page.get_by_label("E-mail address").fill("new@example.org")
    page.get_by_label("Name").fill("New Person")
    page.get_by_role("button", name="Invite").click()
    page.get_by_role("heading", name="New Person").wait_for()
    axe(page, "an invited person")
    link = invite.token_of(User.objects.get(email="new@example.org"))
    for name, token in (("invitation", link), ("no invitation", "x")):
        page.goto(f"/invitation/{token}/")
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
    with page.expect_response("**/account/theme/"):
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
