"""Every request of a signed-in person is in their language and their day, to the last byte."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone, translation

from apps.accounts.middleware import own_language_and_day
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def now_here():
    return f"{translation.get_language()} {timezone.get_current_timezone_name()}"


@pytest.fixture
def request_of():
    def make(person):
        request = RequestFactory().get("/")
        request.user = person
        return request

    return make


def test_a_view_runs_in_the_language_and_zone_of_the_person_and_the_next_does_not(request_of):
    before = now_here()
    handle = own_language_and_day(lambda request: HttpResponse(now_here()))

    response = handle(request_of(UserFactory(language="fr", time_zone="Asia/Tokyo")))

    assert response.text == "fr Asia/Tokyo"
    assert response["Content-Language"] == "fr"
    assert now_here() == before


def test_a_view_that_fails_leaves_nothing_behind(request_of):
    def fail(request):
        raise ValueError

    before = now_here()
    with pytest.raises(ValueError):  # noqa: PT011 - any that the view raises
        own_language_and_day(fail)(request_of(UserFactory(language="fr", time_zone="Asia/Tokyo")))

    assert now_here() == before


def test_what_is_written_after_the_view_is_still_theirs(request_of):
    def rows(request):
        return StreamingHttpResponse(now_here() for _ in range(2))

    before = now_here()
    response = own_language_and_day(rows)(
        request_of(UserFactory(language="ar", time_zone="Africa/Cairo"))
    )
    written = iter(response.streaming_content)

    assert next(written) == b"ar Africa/Cairo"
    assert now_here() == before
    assert list(written) == [b"ar Africa/Cairo"]


def test_without_a_choice_it_is_the_browsers_language_and_the_organizations_zone(request_of):
    handle = own_language_and_day(lambda request: HttpResponse(now_here()))

    with translation.override("ru"):
        response = handle(request_of(UserFactory()))

    assert response.text == "ru UTC"


def test_a_part_is_refused_to_who_is_signed_out_and_a_page_leads_to_signing_in(client):
    part = client.get("/", headers={"HX-Request": "true"})
    boosted = client.get("/", headers={"HX-Request": "true", "HX-Boosted": "true"})

    assert part.status_code == 401
    assert part.content == b""
    assert client.get("/").status_code == boosted.status_code == 302


def test_an_address_that_only_takes_forms_says_so(client):
    client.force_login(UserFactory())

    page = client.get(reverse("web:account-theme"))

    assert page.status_code == 405
    assert page["Allow"] == "POST"
    assert "To my desk" in page.text


def test_a_form_with_an_old_token_says_what_to_do():
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory())

    page = client.post(reverse("web:account-theme"))

    assert page.status_code == 403
    assert "Go back, reload the page, and send again" in page.text
