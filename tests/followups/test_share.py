"""A page shared by a link: off unless switched on, read-only, for a while, and nothing of people."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.followups.models import ShareLink
from tests.factories import (
    CycleFactory,
    EntryFactory,
    ObligationFactory,
    ResponseFactory,
    ShareLinkFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def switched_on(settings):
    settings.SHARE_LINKS = True
    with time_machine.travel(NOW, tick=False):
        yield


def shared(client, link):
    return client.get(reverse("flow:shared", args=[link.token]))


def test_unless_switched_on_no_address_of_it_exists(officer, settings):
    settings.SHARE_LINKS = False
    link = ShareLinkFactory()

    assert shared(officer, link).status_code == 404
    for url in (
        reverse("flow:share-list"),
        reverse("flow:share-register", args=["cycles"]),
        reverse("followups:obligation-share", args=[link.obligation_id]),
    ):
        assert officer.get(url).status_code == 404
    revoke = reverse("flow:share-revoke", args=[link.pk])
    assert officer.post(revoke).status_code == 404


def test_a_link_is_made_for_some_days_at_most_those_of_the_setting(officer, settings):
    settings.SHARE_DAYS = 5
    url = reverse("followups:obligation-share", args=[ObligationFactory().pk])

    assert officer.post(url, {"days": "6"}).status_code == 422
    officer.post(url, {"days": "3"})

    link = ShareLink.objects.get()
    assert link.expires_at == NOW + dt.timedelta(days=3)
    assert link.token in officer.get(reverse("flow:share-list")).text


def test_the_page_of_an_obligation_shows_facts_and_nobody(client):
    person = UserFactory(name="", email="hidden@example.org")
    response = ResponseFactory(judged_by=person, note="Inner note")
    obligation = response.cycle.obligation
    obligation.responsible = person
    obligation.save()
    EntryFactory(obligation=obligation, text="Logged words", author=person)

    page = shared(client, ShareLinkFactory(obligation=obligation))

    assert obligation.words in page.text
    assert str(response.document) in page.text
    for hidden in ("hidden@example.org", "Logged words", "Inner note", "/obligations/", "<form"):
        assert hidden not in page.text


def test_a_register_is_shared_with_its_filter_and_columns(officer, client):
    CycleFactory(cadence__obligation__act="Light the lamps")
    CycleFactory(cadence__obligation__act="Dredge the harbour")
    url = reverse("flow:share-register", args=["cycles"]) + "?text=harbour&columns=act,responsible"
    officer.post(url, {"days": "1"})

    page = shared(client, ShareLink.objects.get()).text

    assert "Dredge the harbour" in page
    assert "Light the lamps" not in page
    assert "Responsible" not in page
    assert 'href="/register' not in page
    assert 'href="/obligations' not in page


def test_a_long_register_says_that_it_is_cut(client, monkeypatch):
    monkeypatch.setattr("apps.followups.shared.MOST_ROWS", 2)
    for _ in range(3):
        CycleFactory()

    page = shared(client, ShareLinkFactory(obligation=None, register="cycles")).text

    assert "The first 2 of 3 rows." in page
    assert page.count("<tr>") == 3


def gone():
    yield ShareLinkFactory(revoked=True)
    yield ShareLinkFactory(expired=True)
    yield ShareLinkFactory(made_by__is_active=False)
    yield ShareLinkFactory(obligation__draft=True)
    yield ShareLinkFactory(obligation=None, register="cycles", query="due_after=soon")
    yield ShareLink(token="guessed")


def test_whyever_a_link_is_not_good_the_answer_is_the_same(client):
    answers = [shared(client, link) for link in gone()]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert "This link is not valid" in answers[0].text


def test_no_cache_search_engine_or_other_site_learns_of_it(client):
    for response in (
        shared(client, ShareLinkFactory()),
        shared(client, ShareLink(token="guessed")),
    ):
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert "noindex" in response["X-Robots-Tag"]


def test_a_revoked_link_opens_nothing(officer):
    link = ShareLinkFactory()

    officer.post(reverse("flow:share-revoke", args=[link.pk]))

    assert shared(officer, link).status_code == 404
    assert link.token not in officer.get(reverse("flow:share-list")).text
