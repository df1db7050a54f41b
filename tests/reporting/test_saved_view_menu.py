"""Saved views in the menu and on the desk: arranged by each person, counted up to a bound."""

import re

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from apps.reporting.models import Bookmark, SavedView
from apps.reporting.saved import MOST_COUNTED, arrange, view_counts
from tests.factories import CustomFieldFactory, CycleFactory, SavedViewFactory, UserFactory
from tests.reporting.days import OBLIGATIONS, TODAY, days
from tests.reporting.saved_views import act, rail, save

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]


def test_it_goes_into_the_menu_where_that_is_wanted(signed_in):
    save(signed_in, bookmark="on")
    save(signed_in, name="Other")

    page = signed_in.get("/").text
    assert "Late" in rail(page)
    assert "Other" not in rail(page)


def test_the_menu_is_arranged(signed_in):
    person = signed_in.person
    one, two, three = (
        SavedViewFactory(owner=person, name=name) for name in ("One", "Two", "Three")
    )
    for view in (one, two, three, two):
        act(signed_in, view, "add")

    act(signed_in, three, "up")
    act(signed_in, one, "up")
    act(signed_in, one, "down")
    act(signed_in, two, "no-count")

    def menu():
        return [view.name for view in SavedView.objects.bookmarked_by(person)]

    assert menu() == ["Three", "One", "Two"]
    found = re.findall(
        r'<li class="bookmark">.*?<span dir="auto">(.*?)</span>',
        rail(signed_in.get("/").text),
        re.DOTALL,
    )
    assert found == menu()
    assert not Bookmark.objects.get(view=two).on_desk
    act(signed_in, three, "remove")
    act(signed_in, three, "fly")
    assert menu() == ["One", "Two"]


def test_the_menu_of_one_person_is_not_that_of_another(signed_in):
    view = SavedViewFactory(scope="all", name="Late")
    arrange(view, "add", by=view.owner)

    assert "Late" not in rail(signed_in.get("/").text)
    act(signed_in, view, "remove")
    assert Bookmark.objects.get().person == view.owner


def test_a_view_that_is_not_shared_any_more_leaves_the_menu(signed_in):
    view = SavedViewFactory(scope="all", name="Late")
    arrange(view, "add", by=signed_in.person)
    view.scope = "private"
    view.save()

    assert "Late" not in rail(signed_in.get("/").text)
    assert view_counts(signed_in.person, on=TODAY, soon=30) == []


def test_counts_of_the_desk_in_the_order_of_the_menu(signed_in):
    person = signed_in.person
    CycleFactory(due_on=days(-1))
    CycleFactory(due_on=days(3))
    queries = {"Soon": "state=due-soon", "All": "", "Gone": "tag=Sahel", "Not here": "state=due"}
    for name, query in queries.items():
        arrange(SavedViewFactory(owner=person, name=name, query=query), "add", by=person)
    arrange(SavedView.objects.get(name="Not here"), "no-count", by=person)

    found = view_counts(person, on=TODAY, soon=30)

    assert [(view.name, number) for view, number in found] == [
        ("Soon", 1),
        ("All", 2),
        ("Gone", None),
    ]


def test_counting_costs_one_query_a_view_and_has_an_end(django_assert_num_queries):
    person = UserFactory()
    CustomFieldFactory()
    for _ in range(MOST_COUNTED + 3):
        arrange(SavedViewFactory(owner=person, query="state=overdue"), "add", by=person)

    with django_assert_num_queries(2 + MOST_COUNTED):  # views, own fields
        assert len(view_counts(person, on=TODAY, soon=30)) == MOST_COUNTED


@pytest.mark.parametrize("url", ["/views/", OBLIGATIONS, "/dashboard/"])
def test_pages_cost_the_same_queries_with_1_and_20_views(url, signed_in):
    def one_more():
        view = SavedViewFactory(owner=UserFactory(), scope="all")
        arrange(view, "add", by=signed_in.person)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(url)
        return len(queries)

    one_more()
    with_one = cost()
    for _ in range(19):
        one_more()

    assert cost() == with_one


def test_two_clicks_put_a_view_in_the_menu_once(signed_in, monkeypatch):
    view = SavedViewFactory(owner=signed_in.person)
    arrange(view, "add", by=signed_in.person)
    # The second looks before the first has written.
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_how: rows.none())

    arrange(view, "add", by=signed_in.person)

    assert Bookmark.objects.count() == 1
