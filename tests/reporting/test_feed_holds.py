"""Which cycles a feed holds: a person's, an office's, those of a filter or of a saved view."""

import re

import pytest

from apps.reporting.models import Feed
from tests.factories import (
    CycleFactory,
    FeedFactory,
    ObligationFactory,
    OfficeFactory,
    SavedViewFactory,
    UserFactory,
)
from tests.reporting.days import TODAY, days
from tests.reporting.feeds import LIST, held, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]


def test_mine_is_what_the_person_is_responsible_for():
    feed = FeedFactory(holds="mine")
    mine = CycleFactory(due_on=TODAY, cadence__obligation__responsible=feed.person)
    CycleFactory(due_on=TODAY, cadence__obligation__responsible=UserFactory())
    CycleFactory(due_on=TODAY)

    assert held(feed) == {mine.pk}


def test_the_office_is_the_own_one_and_those_below_it():
    above = OfficeFactory(short="HARBOUR")
    own = OfficeFactory(short="QUAY", parent=above)
    below = OfficeFactory(short="CRANE", parent=own)
    feed = FeedFactory(holds="office", person=UserFactory(office=own))
    of = {o: CycleFactory(due_on=TODAY, cadence__obligation__lead=o) for o in (above, own, below)}

    assert held(feed) == {of[own].pk, of[below].pk}


def test_a_person_without_an_office_gets_an_empty_calendar_of_it():
    CycleFactory(due_on=TODAY)

    assert held(FeedFactory(holds="office", person=UserFactory(office=None))) == set()


def test_a_filter_holds_the_rows_of_the_register():
    late = CycleFactory(due_on=days(-1))
    CycleFactory(due_on=days(1))

    assert held(FeedFactory(holds="filter", query="state=overdue")) == {late.pk}


@pytest.mark.parametrize("holds", ["mine", "office", "filter"])
def test_drafts_are_in_no_feed(holds, office):
    person = UserFactory(office=office)
    draft = ObligationFactory(draft=True, lead=office, responsible=person)
    CycleFactory(due_on=TODAY, cadence__obligation=draft)

    assert held(FeedFactory(holds=holds, person=person)) == set()


def test_a_filter_that_asks_for_what_is_gone_is_refused_and_does_not_show_everything():
    CycleFactory(due_on=TODAY)

    response = read(FeedFactory(holds="filter", query="lead=999"))

    assert response.status_code == 422
    assert "Lead office: “999”" in response.text
    assert "VEVENT" not in response.text


@pytest.mark.parametrize(
    "given",
    [
        "lead=none&state=overdue",
        "?lead=none&state=overdue",
        "https://remit.example.org/register/cycles/?lead=none&state=overdue&sort=-due_on&page=3",
        "/calendar/?month=2026-11&lead=none&state=overdue#month-name",
    ],
)
def test_a_pasted_address_is_kept_as_its_filter(given, signed_in):
    signed_in.post(LIST, {"holds": "filter", "query": given})

    feed = Feed.objects.get()
    assert feed.query == "lead=none&state=overdue"
    assert feed.title == "Remit: Lead office: No lead office; State: Overdue"


def test_the_calendar_fills_in_its_filter(signed_in):
    page = signed_in.get(f"{LIST}?query=lead%3Dnone").text

    assert 'value="lead=none"' in page
    assert re.search(r'value="filter"[^>]*checked', page)


def test_a_feed_of_mine_keeps_no_filter(signed_in):
    signed_in.post(LIST, {"holds": "mine", "query": "lead=none", "title": "Lamps"})

    feed = Feed.objects.get()
    assert (feed.query, feed.title) == ("", "Lamps")


def test_a_feed_of_a_view_follows_the_view(signed_in):
    late, coming = CycleFactory(due_on=days(-1)), CycleFactory(due_on=days(1))
    view = SavedViewFactory(owner=signed_in.person, register="cycles", query="state=overdue")

    signed_in.post(LIST, {"holds": "view", "view": view.pk, "query": "lead=none"})

    feed = Feed.objects.get()
    assert (feed.view, feed.query, feed.title) == (view, "", f"Remit: {view}")
    assert view.name in signed_in.get(LIST).text
    assert held(feed) == {late.pk}
    view.query = "state=due-soon"
    view.save()
    assert held(feed) == {coming.pk}


def test_a_feed_of_a_view_that_is_not_open_any_more_says_so():
    view = SavedViewFactory(register="cycles", scope="all", name="Lamps")
    feed = FeedFactory(holds="view", view=view)
    assert read(feed).status_code == 200
    view.scope = "private"
    view.save()

    response = read(feed)

    assert response.status_code == 422
    assert "The saved view “Lamps” is not open to you any more." in response.text


@pytest.mark.parametrize(
    "view",
    [{"register": "obligations", "scope": "all"}, {"register": "cycles"}, None],
    ids=["of the other register", "of another person", "none"],
)
def test_a_feed_holds_only_views_of_cycles_that_the_person_sees(view, signed_in):
    key = SavedViewFactory(**view).pk if view else ""

    response = signed_in.post(LIST, {"holds": "view", "view": key})

    assert response.status_code == 422
    assert not Feed.objects.exists()


def test_a_feed_of_mine_holds_no_view(signed_in):
    view = SavedViewFactory(owner=signed_in.person, register="cycles")

    signed_in.post(LIST, {"holds": "mine", "view": view.pk})

    assert Feed.objects.get().view is None
