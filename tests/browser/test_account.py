"""The account in a browser: preferences, sessions, two-step sign-in, passkeys."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest

from apps.accounts.models import User

pytestmark = pytest.mark.django_db(transaction=True)
THEME = "document.documentElement.dataset.bsTheme"


def code_of(secret, *, steps=0):
    """The code that an authenticator app shows `steps` half minutes from now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    at = digest[-1] & 15
    number = struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def sign_out(page):
    page.locator("summary", has_text="Reader").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/accounts/login/**")


def wait_until_inside(page):
    page.locator("summary", has_text="Reader").wait_for()


def give_password(page, person):
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(person.email)
    page.get_by_label("Password", exact=True).fill("password")
    page.get_by_role("button", name="Sign in", exact=True).click()


def confirm(page):
    """Say once more who it is, before what opens the account is changed."""
    page.get_by_label("Password", exact=True).fill("password")
    page.get_by_role("button", name="Confirm").click()


def test_preferences_are_kept_and_put_on_at_once(people, open_page, sign_in):
    page = open_page(theme="light")
    sign_in(page, people["reader"])

    page.goto("/account/")
    page.get_by_label("Time zone").fill("auckland")
    page.get_by_label("Dark").check()
    page.get_by_label("Once a week, on Monday").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()

    assert page.evaluate(THEME) == "dark"
    assert page.get_by_label("Time zone").input_value() == "Pacific/Auckland"
    person = User.objects.get(pk=people["reader"].pk)
    assert (person.theme, person.digest) == ("dark", "weekly")


def test_the_theme_of_the_menu_goes_with_the_person_to_another_browser(people, open_page, sign_in):
    page, other = open_page(theme="light"), open_page(theme="light")
    sign_in(page, people["reader"])

    page.locator("summary", has_text="Theme").click()
    with page.expect_response("**/account/theme/"):
        page.get_by_role("button", name="Dark").click()
    sign_in(other, people["reader"])

    assert page.evaluate(THEME) == "dark"
    assert other.evaluate(THEME) == "dark"


def test_without_scripts_theme_and_language_are_chosen_by_plain_forms(people, open_page, sign_in):
    page = open_page(java_script_enabled=False)
    sign_in(page, people["reader"])

    page.locator("summary", has_text="Theme").click()
    page.get_by_role("button", name="Dark").click()
    page.wait_for_url("**/")
    assert page.locator("html").get_attribute("data-bs-theme") == "dark"
    page.locator("summary", has_text="Language").click()
    page.get_by_role("button", name="Français").click()
    page.wait_for_url("**/")

    assert page.locator("html").get_attribute("lang") == "fr"
    assert User.objects.get(pk=people["reader"].pk).language == "fr"


def test_the_page_of_signing_in_changes_its_language(people, open_page):
    page = open_page()
    page.goto("/accounts/login/")

    page.locator("summary", has_text="Language").click()
    page.locator("button[value=ar]").click()
    page.wait_for_url("**/accounts/login/")

    assert page.locator("html").get_attribute("dir") == "rtl"


def test_a_session_elsewhere_is_ended_from_here(people, open_page, sign_in):
    here, there = open_page(), open_page()
    sign_in(there, people["reader"])
    sign_in(here, people["reader"])

    here.goto("/account/sessions/")
    assert here.get_by_text("this browser", exact=True).count() == 1
    here.get_by_role("button", name="End –").click()
    here.get_by_text("is signed out.").wait_for()
    there.goto("/documents/")
    here.goto("/documents/")

    assert "/accounts/login/" in there.url
    assert here.url.endswith("/documents/")


def test_an_authenticator_app_and_recovery_codes_open_the_second_step(
    people, open_page, sign_in, axe, tmp_path
):
    page, person = open_page(), people["reader"]
    sign_in(page, person)
    page.goto("/accounts/2fa/")
    axe(page, "two-step sign-in")
    page.get_by_role("link", name="Activate").click()
    axe(page, "who it is, once more")
    confirm(page)
    page.get_by_role("heading", name="Activate Authenticator App").wait_for()
    axe(page, "activate an app")

    # A wrong code says so; the right one leads to the recovery codes.
    secret = page.get_by_label("Authenticator secret").input_value()
    page.get_by_label("Authenticator code").fill("000000")
    page.get_by_role("button", name="Activate").click()
    axe(page, "activate an app with a wrong code")
    secret = page.get_by_label("Authenticator secret").input_value()
    page.get_by_label("Authenticator code").fill(code_of(secret))
    page.get_by_role("button", name="Activate").click()
    page.get_by_role("heading", name="Recovery Codes", level=1).wait_for()
    axe(page, "recovery codes")
    codes = page.get_by_label("Unused codes").input_value().split()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download codes").click()
    download.value.save_as(tmp_path / "codes.txt")
    assert set(codes) <= set((tmp_path / "codes.txt").read_text().split())
    page.goto("/accounts/2fa/")
    axe(page, "two-step sign-in with an app")

    # The password alone opens nothing any more: not even the administration.
    sign_out(page)
    give_password(page, person)
    page.get_by_role("heading", name="Two-Factor Authentication").wait_for()
    axe(page, "second step")
    page.goto("/administration/login/")
    assert "/accounts/" in page.url
    page.get_by_label("Code").fill(code_of(secret, steps=1))
    page.get_by_role("button", name="Sign In").click()
    wait_until_inside(page)

    # A recovery code works, once.
    sign_out(page)
    give_password(page, person)
    page.get_by_label("Code").fill(codes[0])
    page.get_by_role("button", name="Sign In").click()
    wait_until_inside(page)
    sign_out(page)
    give_password(page, person)
    page.get_by_label("Code").fill(codes[0])
    page.get_by_role("button", name="Sign In").click()
    page.get_by_text("Incorrect code.").first.wait_for()
    axe(page, "second step with a wrong code")
    page.get_by_label("Code").fill(codes[1])
    page.get_by_role("button", name="Sign In").click()
    wait_until_inside(page)

    # New codes and the end of it ask for a second thought.
    page.goto("/accounts/2fa/reauthenticate/?next=/accounts/2fa/")
    axe(page, "who it is, by a code")
    page.goto("/accounts/2fa/recovery-codes/generate/")
    confirm(page)
    page.get_by_text("You are about to generate").wait_for()
    axe(page, "new recovery codes")
    page.goto("/accounts/2fa/totp/deactivate/")
    axe(page, "without an app")
    page.get_by_role("button", name="Deactivate").click()
    page.get_by_text("An authenticator app is not active.").wait_for()


def test_a_passkey_is_added_and_signs_in_by_itself(people, open_page, sign_in, axe):
    page, person = open_page(), people["reader"]
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    sign_in(page, person)
    page.goto("/accounts/2fa/webauthn/")
    axe(page, "no keys")
    page.goto("/accounts/2fa/webauthn/add/")
    confirm(page)
    page.get_by_role("heading", name="Add Security Key").wait_for()
    axe(page, "add a key")
    page.get_by_label("Name").fill("Laptop")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(lambda address: "add" not in address)
    page.goto("/accounts/2fa/webauthn/")
    assert page.get_by_text("Laptop").is_visible()
    axe(page, "keys")
    for link in ("Edit", "Remove"):
        page.goto("/accounts/2fa/webauthn/")
        page.get_by_role("link", name=link).click()
        axe(page, f"{link} a key")

    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    wait_until_inside(page)

    # After the password it is the second step.
    sign_out(page)
    give_password(page, person)
    page.get_by_role("button", name="Use a security key").click()
    wait_until_inside(page)


@pytest.mark.usefixtures("switched_on")
def test_the_organizations_own_sign_in_leads_there_and_back(people, open_page, axe):
    people["reader"].email = "rosa@example.org"
    people["reader"].save()
    page, stranger = open_page(), open_page()
    for one in (page, stranger):
        # The style sheet of the provider comes from elsewhere.
        one.route(re.compile("^https://"), lambda route: route.fulfill(body=""))

    page.goto("/accounts/login/?next=/documents/")
    axe(page, "sign-in with a provider")
    page.get_by_role("link", name="Sign in with Harbour ID").click()
    page.get_by_role("button", name="Authorize as rosa").click()
    wait_until_inside(page)
    assert page.url.endswith("/documents/")

    stranger.goto("/accounts/login/")
    stranger.get_by_role("link", name="Sign in with Harbour ID").click()
    stranger.get_by_role("button", name="Authorize as stranger").click()
    stranger.get_by_role("heading", name="You are not signed in").wait_for()
    axe(stranger, "not let in")
