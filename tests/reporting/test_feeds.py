"""Feeds: who makes them, who reads them, and that a revoked one is gone."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.reporting.feed_forms import MOST_FEEDS
from apps.reporting.models import Feed
from tests.conftest import ALL_ROLES, FRAME
from tests.factories import CycleFactory, FeedFactory, UserFactory
from tests.reporting.days import TODAY, days
from tests.reporting.feeds import LIST, read
from tests.reporting.ical import events

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]


@pytest.mark.parametrize("role", ALL_ROLES)
def test_every_role_makes_a_feed_and_reads_it_without_signing_in(role, client_as):
    client = client_as(role)

    assert client.post(LIST, {"holds": "mine"}).status_code == 302
    feed = Feed.objects.get()
    page = client.get(LIST).text

    assert feed.person == client.person
    assert f"http://testserver/feeds/{feed.token}.ics" in page
    response = read(feed)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in response["Cache-Control"]


def test_a_token_cannot_be_guessed():
    tokens = {FeedFactory().token for _ in range(50)}

    assert len(tokens) == 50
    assert min(map(len, tokens)) >= 43  # 256 bits


@pytest.mark.parametrize("token", ["x", "None", "0", "-" * 43, "a" * 500, "%00", "é"])
def test_an_address_that_nobody_made_opens_nothing(token):
    FeedFactory()

    assert Client().get(f"/feeds/{token}.ics").status_code == 404


def test_a_revoked_feed_is_gone_for_every_program(signed_in):
    feed = FeedFactory(person=signed_in.person)
    other = FeedFactory(person=signed_in.person)

    assert signed_in.post(f"{LIST}{feed.pk}/revoke/").status_code == 302

    assert read(feed).status_code == 404
    assert feed.token not in signed_in.get(LIST).text
    assert read(other).status_code == 200
    assert signed_in.post(f"{LIST}{feed.pk}/revoke/").status_code == 404


def test_a_person_who_may_not_sign_in_any_more_has_no_feeds():
    feed = FeedFactory()
    feed.person.is_active = False
    feed.person.save()

    assert read(feed).status_code == 404


def test_nobody_sees_or_revokes_the_feeds_of_others(signed_in):
    theirs = FeedFactory(title="Theirs")

    page = signed_in.get(LIST).text

    assert theirs.token not in page
    assert "Theirs" not in page
    assert signed_in.post(f"{LIST}{theirs.pk}/revoke/").status_code == 404
    assert read(theirs).status_code == 200


def test_a_feed_is_only_read(signed_in):
    feed = FeedFactory(person=signed_in.person)

    assert Client().post(f"/feeds/{feed.token}.ics").status_code == 405
    assert Client().head(f"/feeds/{feed.token}.ics").status_code == 200
    assert signed_in.get(f"{LIST}{feed.pk}/revoke/").status_code == 405


def test_revoking_needs_a_token_of_this_site(person_as):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person_as("reader"))

    assert client.post(LIST, {"holds": "mine"}).status_code == 403


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"holds": "filter", "query": "lead=999"}, "Lead office: “999”"),
        ({"holds": "filter", "query": "due_after=soon"}, "Due from: “soon”"),
        ({"holds": "filter", "query": "/calendar/?month=2026-11"}, "There is no filter in"),
        ({"holds": "filter", "query": "x" * 3000}, "at most 2000 characters"),
        ({"holds": "everything"}, "everything is not one of"),
        ({"title": "Lamps"}, "This field is required"),
        ({}, "This field is required"),
        ({"holds": "mine", "title": "x" * 201}, "at most 200 characters"),
    ],
)
def test_what_cannot_be_a_feed_is_said_and_nothing_is_made(data, words, signed_in):
    response = signed_in.post(LIST, data)

    assert response.status_code == 422
    assert words in response.text
    assert not Feed.objects.exists()


def test_an_office_feed_needs_an_office(client):
    client.force_login(UserFactory(office=None))

    response = client.post(LIST, {"holds": "office"})

    assert response.status_code == 422
    assert "You are in no office here" in response.text


def test_a_person_has_so_many_feeds_and_no_more(signed_in):
    FeedFactory.create_batch(MOST_FEEDS, person=signed_in.person)
    FeedFactory(person=signed_in.person, revoked=True)

    response = signed_in.post(LIST, {"holds": "mine"})

    assert response.status_code == 422
    assert Feed.objects.count() == MOST_FEEDS + 1


def test_a_program_that_has_it_already_is_told_so():
    CycleFactory(due_on=TODAY, cadence__obligation__responsible=(feed := FeedFactory()).person)

    first = read(feed)
    again = read(feed, if_none_match=first["ETag"])

    assert again.status_code == 304
    CycleFactory(due_on=days(1), cadence__obligation__responsible=feed.person)
    assert read(feed, if_none_match=first["ETag"]).status_code == 200


def test_a_feed_speaks_the_language_in_which_it_was_made(signed_in, settings):
    signed_in.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    signed_in.post(LIST, {"holds": "mine"})
    feed = Feed.objects.get()
    CycleFactory(due_on=TODAY, answered=True, cadence__obligation__responsible=feed.person)

    (event,) = events(read(feed, accept_language="ar").content)

    assert feed.language == "fr"
    assert "25 novembre 2026" in str(event["DESCRIPTION"])


@pytest.mark.parametrize("what", ["the page", "a feed"])
def test_it_costs_the_same_queries_at_1_and_at_20(what, signed_in):
    def one_more():
        feed = FeedFactory(person=signed_in.person, holds="filter")
        number = Feed.objects.count()
        cycle = CycleFactory(due_on=days(number if number % 2 else -number))
        cycle.keep_former_state()
        return feed

    def cost():
        with CaptureQueriesContext(connection) as queries:
            response = signed_in.get(LIST) if what == "the page" else read(feed)
        assert response.status_code == 200
        return len(queries)

    feed = one_more()
    one_more()  # due at another day: both halves of the window have one
    cost()
    with_few = cost()
    for _ in range(17):
        one_more()

    assert cost() == with_few
    assert with_few <= FRAME + 2
