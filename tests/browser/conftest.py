import os
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache

from apps.accounts.roles import sync_roles
from tests.factories import OfficeFactory, UserFactory

FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is in order is not told: it would be megabytes a page.
AXE = """async (tags) => {
  const found = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
  return found.violations;
}"""

REFUSED = re.compile(r"status of 4|Status Error Code 4")


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


def find_browser():
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium():
    path = find_browser()
    if path is None:
        message = "no Chromium found: apt-get install chromium-headless-shell, or set CHROMIUM"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    # Playwright runs an event loop in this thread; the tests themselves are not asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def nobody_signed_in_too_often():
    """Sign-ins are limited by address and minute, and all tests come from one."""
    cache.clear()


@pytest.fixture
def people(transactional_db):
    """One person of each role, in one office."""
    sync_roles()
    office = OfficeFactory(short="DPPA", name="Department of Peacebuilding")
    roles = ["reader", "focal point", "officer", "manager", "auditor"]
    return {role: UserFactory(role=role, office=office, name=role.title()) for role in roles}


@pytest.fixture
def open_page(chromium, live_server):
    """Open a page at a width and in a theme; whatever the browser complains about fails the test."""
    complaints, contexts = [], []

    def make(width=1280, theme="light", **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=theme,
            reduced_motion="reduce",  # what fades in would have a poor contrast on its way
            base_url=live_server.url,
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if message.type == "error" and not REFUSED.search(message.text)
                else None
            ),
        )
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def sign_in():
    def do(page, person):
        page.goto("/accounts/login/")
        page.get_by_label("Email").fill(person.email)
        page.get_by_label("Password", exact=True).fill("password")
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url(lambda url: "/accounts/" not in url)  # and its scripts have run

    return do


@pytest.fixture
def axe():
    """Note what axe finds on each page; fail with all of it at the end."""
    noted = []

    def check(page, name):
        page.evaluate(Axe().axe_script)
        violations = page.evaluate(AXE, {"type": "tag", "values": TAGS})
        problems = [(v["id"], [node["target"] for node in v["nodes"][:3]]) for v in violations]
        noted.extend(f"{name}: {problem}" for problem in problems)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            noted.append(f"{name} is {wide} px wider than the window")

    yield check
    assert noted == []
