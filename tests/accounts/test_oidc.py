"""Signing in by the organization's own provider, followed as a browser would."""

import os
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from apps.accounts.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/oidc/oidc/login/"


def round_trip(sub, client=None, start=LOGIN):
    """Follow the redirects as a browser does, choosing `sub` at the provider."""
    client = client or Client()
    to_provider = client.get(start)["Location"]
    back = requests.post(to_provider, data={"sub": sub}, allow_redirects=False, timeout=5)
    address = urlsplit(back.headers["Location"])
    assert address.path == "/accounts/oidc/oidc/login/callback/"
    return client, client.get(f"{address.path}?{address.query}")


@pytest.mark.usefixtures("switched_on")
def test_the_page_of_signing_in_offers_it_by_name():
    text = Client().get("/accounts/login/").text

    assert "Sign in with Harbour ID" in text
    assert f'href="{LOGIN}?process=login"' in text


def test_without_the_setting_there_is_neither_button_nor_address():
    assert LOGIN not in Client().get("/accounts/login/").text
    assert Client().get(LOGIN).status_code == 404


@pytest.mark.usefixtures("switched_on")
def test_a_person_is_known_by_the_verified_address_whatever_its_capitals():
    person = UserFactory(email="rosa@example.org")

    client, response = round_trip("rosa")

    assert response.status_code == 302
    assert response["Location"] == "/"
    assert str(person.pk) == client.session["_auth_user_id"]
    assert client.get("/account/sessions/").status_code == 200


@pytest.mark.usefixtures("switched_on")
def test_nothing_is_linked_and_the_password_stays():
    person = UserFactory(email="rosa@example.org")

    round_trip("rosa")

    assert not SocialAccount.objects.exists()
    assert User.objects.get(pk=person.pk).check_password("password")


@pytest.mark.usefixtures("switched_on")
def test_the_address_of_today_counts_not_that_of_the_last_time():
    person = UserFactory(email="rosa@example.org")
    round_trip("rosa")
    person.email = "rosa.new@example.org"
    person.save()

    _client, response = round_trip("rosa")

    assert response.status_code == 403


@pytest.mark.usefixtures("switched_on")
def test_nobody_comes_in_who_was_not_entered():
    client, response = round_trip("stranger")

    assert response.status_code == 403
    assert "“stranger@example.org”" in response.text
    assert not User.objects.exists()
    assert client.get("/documents/").status_code == 302


@pytest.mark.usefixtures("switched_on")
def test_a_deactivated_person_is_refused():
    UserFactory(email="rosa@example.org", is_active=False)

    client, response = round_trip("rosa")

    assert response.status_code == 403
    assert "is deactivated here" in response.text
    assert client.get("/documents/").status_code == 302


@pytest.mark.usefixtures("switched_on")
@pytest.mark.parametrize("sub", ["unsure", "word", "silent"])
def test_an_address_that_the_provider_has_not_verified_lets_nobody_in(sub):
    UserFactory(email="rosa@example.org")

    client, response = round_trip(sub)

    assert response.status_code == 403
    assert "does not say that the address “rosa@example.org” is verified" in response.text
    assert client.get("/documents/").status_code == 302


@pytest.mark.usefixtures("switched_on")
def test_without_an_address_nobody_comes_in():
    UserFactory(email="")

    _client, response = round_trip("nameless")

    assert response.status_code == 403
    assert "gave no e-mail address" in response.text


@pytest.mark.usefixtures("switched_on")
def test_a_signed_in_person_links_nothing():
    client = Client()
    client.force_login(UserFactory(email="rosa@example.org"))

    _client, response = round_trip("rosa", client, f"{LOGIN}?process=connect")

    assert response.status_code == 403
    assert not SocialAccount.objects.exists()


@pytest.mark.usefixtures("switched_on")
def test_an_answer_to_somebody_elses_question_is_refused():
    UserFactory(email="rosa@example.org")
    to_provider = Client().get(LOGIN)["Location"]
    back = requests.post(to_provider, data={"sub": "rosa"}, allow_redirects=False, timeout=5)
    address = urlsplit(back.headers["Location"])
    victim = Client()

    victim.get(f"{address.path}?{address.query}")

    assert victim.get("/documents/").status_code == 302


@pytest.mark.usefixtures("switched_on")
def test_the_question_carries_a_proof_key():
    asked = parse_qs(urlsplit(Client().get(LOGIN)["Location"]).query)

    assert asked["code_challenge_method"] == ["S256"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}


def test_the_environment_switches_it_on():
    code = "import django; django.setup(); from django.conf import settings; print(settings.SOCIALACCOUNT_PROVIDERS)"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "project.settings",
        "OIDC_SERVER": "https://id.example.org",
        "OIDC_NAME": "Harbour ID",
        "OIDC_CLIENT_ID": "remit",
        "OIDC_CLIENT_SECRET": "secret",
    }

    said = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert "https://id.example.org" in said.stdout
    assert "Harbour ID" in said.stdout
