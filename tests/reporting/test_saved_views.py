"""Saved views: who sees them, what they keep, how they are opened, changed and arranged."""

import re

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from apps.reporting.models import Bookmark, SavedView
from apps.reporting.saved import MOST_COUNTED, NameTaken, arrange, keep, view_counts
from tests.conftest import FRAGMENT
from tests.factories import (
    CustomFieldFactory,
    CycleFactory,
    FeedFactory,
    ObligationFactory,
    OfficeFactory,
    SavedViewFactory,
    UserFactory,
)
from tests.reporting.days import CYCLES, OBLIGATIONS, TODAY, days, on_the_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]


@pytest.fixture
def the_day():
    with on_the_day:
        yield


def save(client, **data):
    given = {
        "register": "obligations",
        "query": "state=overdue",
        "name": "Late",
        "scope": "private",
    }
    return client.post("/views/save/", given | data)


def act(client, view, name):
    return client.post(f"/views/{view.pk}/menu/", {"act": name})


def rail(page):
    return re.search(r'<nav class="rail".*?</nav>', page, re.DOTALL)[0]


def strip(page):
    return re.search(r'<nav id="views".*?</nav>', page, re.DOTALL)[0]


def marked(page):
    return re.findall(r'aria-current="true">(?:<svg.*?</svg> )?([^<]+)</a>', strip(page), re.DOTALL)


@pytest.mark.parametrize("url", [OBLIGATIONS, CYCLES])
def test_the_form_of_the_register_saves_exactly_what_is_shown(url, signed_in):
    CycleFactory(due_on=days(-1))
    query = "text=&state=overdue&columns=lead,act&sort=-lead&per_page=25&page=1"

    page = signed_in.get(f"{url}?{query}").text
    kept = re.search(r'form="save-view" name="query" value="([^"]*)"', page)[1]
    response = save(signed_in, register=url.split("/")[2], query=kept.replace("&amp;", "&"))

    view = SavedView.objects.get()
    assert view.query == "state=overdue&columns=lead,act&sort=-lead&per_page=25"
    assert (view.owner, view.register) == (signed_in.person, url.split("/")[2])
    assert response["Location"] == f"{url}?{view.query}&view={view.pk}"
    assert view.history.get().history_user == signed_in.person


def test_a_view_of_everything_has_no_query(signed_in):
    response = save(signed_in, query="")

    assert response["Location"] == f"{OBLIGATIONS}?view={SavedView.objects.get().pk}"
    assert signed_in.get(response["Location"]).status_code == 200


def test_it_goes_into_the_menu_where_that_is_wanted(signed_in):
    save(signed_in, bookmark="on")
    save(signed_in, name="Other")

    page = signed_in.get("/").text
    assert "Late" in rail(page)
    assert "Other" not in rail(page)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"name": ""}, "required"),
        ({"name": "x" * 101}, "at most 100 characters"),
        ({"name": "  Taken "}, "There is a view “Taken” of this register already."),
        ({"scope": "all"}, "all is not one of"),
        ({"scope": "world"}, "world is not one of"),
        ({"query": "state=late"}, "State: “late”"),
        ({"query": "field-gone=x"}, "“field-gone=x” – there is no such field"),
        ({"query": "text=" + "x" * 201}, "at most 200 characters"),
        ({"query": "&".join(f"tag={n}" for n in range(9))}, "Tag: “0"),
    ],
)
def test_what_cannot_be_saved_is_said_and_comes_back(data, says, signed_in):
    SavedViewFactory(owner=signed_in.person, name="Taken")

    response = save(signed_in, **data)

    assert response.status_code == 422
    assert says in response.text
    assert (
        f'name="query" value="{data.get("query", "state=overdue")}"'.replace("&", "&amp;")
        in response.text
    )
    assert SavedView.objects.count() == 1


def test_a_register_that_is_none_is_not_found(signed_in):
    assert save(signed_in, register="people").status_code == 400


def test_an_address_too_long_to_keep_is_said(signed_in):
    obligation = ObligationFactory()
    query = (
        f"document={obligation.document.symbol}" + "&subject=" + "é" * 199 + "&text=" + "é" * 199
    )

    response = save(signed_in, query=query)

    assert response.status_code == 422
    assert "at most 2000 can be kept" in response.text


def test_two_saves_of_one_name_at_once_make_one():
    view = SavedViewFactory(name="Late")
    second = SavedViewFactory.build(name="Late", owner=view.owner)

    with pytest.raises(NameTaken):
        keep(second, by=view.owner)


@pytest.mark.parametrize(
    ("scope", "sees"),
    [
        ("private", {"owner"}),
        ("office", {"owner", "colleague", "below"}),
        ("all", {"owner", "colleague", "below", "stranger", "nowhere"}),
    ],
)
def test_who_sees_a_view(scope, sees, office, client):
    people = {
        "owner": UserFactory(office=office),
        "colleague": UserFactory(office=office),
        "below": UserFactory(office=OfficeFactory(short="BELOW", parent=office)),
        "stranger": UserFactory(office=OfficeFactory(short="OTHER")),
        "nowhere": UserFactory(office=None),
    }
    of_office = office if scope == "office" else None
    view = SavedViewFactory(owner=people["owner"], scope=scope, office=of_office, name="Lamps")

    seen = set()
    for name, person in people.items():
        client.force_login(person)
        lists = {"Lamps" in client.get(url).text for url in ("/views/", OBLIGATIONS)}
        lists.add(client.get(f"/export/view/{view.pk}/csv/").status_code == 200)
        assert len(lists) == 1
        seen |= {name} if lists == {True} else set()

    assert seen == sees


def test_a_view_for_the_office_is_for_that_of_its_owner(signed_in, office):
    save(signed_in, scope="office")

    assert SavedView.objects.get().office == office


def test_a_person_without_an_office_shares_with_none(client):
    client.force_login(UserFactory(office=None))

    assert save(client, scope="office").status_code == 422


def test_the_address_of_a_view_shows_the_same_to_who_may_not_see_it(signed_in):
    view = SavedViewFactory(query="state=overdue", name="Theirs")
    late = CycleFactory(due_on=days(-1)).obligation

    page = signed_in.get(view.get_absolute_url()).text

    assert late.reference in page
    assert "Theirs" not in page


@pytest.mark.parametrize("key", ["x", "-1", "9" * 30, "0", "é"])
def test_a_view_that_nobody_made_changes_nothing(key, signed_in):
    assert signed_in.get(f"{OBLIGATIONS}?view={key}").status_code == 200


def test_the_current_view_is_marked_by_its_key_or_by_its_query(signed_in):
    person = signed_in.person
    view = SavedViewFactory(owner=person, name="Late", query="state=overdue")
    other = SavedViewFactory(owner=person, name="Twin", query="state=overdue")

    assert marked(signed_in.get(view.get_absolute_url()).text) == ["Late"]
    assert marked(signed_in.get(other.get_absolute_url()).text) == ["Twin"]
    assert marked(signed_in.get(f"{OBLIGATIONS}?state=overdue").text) == ["Late"]
    assert marked(signed_in.get(OBLIGATIONS).text) == []


def test_a_changed_view_says_so_and_saves_the_change(signed_in):
    view = SavedViewFactory(owner=signed_in.person, name="Late", query="state=overdue")
    CycleFactory(due_on=days(-1))
    url = f"{OBLIGATIONS}?state=overdue&state=due&view={view.pk}"

    as_saved = signed_in.get(view.get_absolute_url()).text
    changed = signed_in.get(url, headers=FRAGMENT)
    signed_in.post(f"/views/{view.pk}/overwrite/", {"query": "state=overdue&state=due&page=3"})

    assert "changed since it was saved" not in as_saved
    assert "“Late” – changed since it was saved." in changed.text
    assert f'formaction="/views/{view.pk}/overwrite/"' in changed.text
    assert changed["HX-Push-Url"] == url
    view.refresh_from_db()
    assert view.query == "state=overdue&state=due"


def test_links_of_the_page_keep_the_view_and_the_canonical_query_does_not(signed_in):
    view = SavedViewFactory(owner=signed_in.person, query="state=overdue")
    CycleFactory(due_on=days(-1))

    page = signed_in.get(view.get_absolute_url()).text

    assert f'?state=overdue&amp;view={view.pk}&amp;sort=reference"' in page
    assert 'href="/export/obligations/csv/?state=overdue"' in page
    assert f'form="filter" name="view" value="{view.pk}"' in page


def test_the_view_of_another_is_overwritten_by_nobody_who_may_not_share(signed_in):
    view = SavedViewFactory(scope="all", name="Late", query="state=overdue")

    page = signed_in.get(f"{OBLIGATIONS}?view={view.pk}").text

    assert "changed since it was saved" in page
    assert "formaction" not in page
    assert signed_in.post(f"/views/{view.pk}/overwrite/", {"query": ""}).status_code == 403


def test_an_overwrite_that_is_not_understood_changes_nothing(signed_in):
    view = SavedViewFactory(owner=signed_in.person, query="state=overdue")

    page = signed_in.post(f"/views/{view.pk}/overwrite/", {"query": "state=late"}, follow=True).text

    view.refresh_from_db()
    assert view.query == "state=overdue"
    assert "State: “late”" in page


def test_a_view_whose_filter_is_gone_says_so_and_shows_no_rows(signed_in):
    view = SavedViewFactory(owner=signed_in.person, name="Lamps", query="tag=Sahel")
    CycleFactory(due_on=TODAY)

    response = signed_in.get(view.get_absolute_url())

    assert response.status_code == 400
    assert "“Lamps” asks for what is not understood any more." in response.text
    assert "Tag: “Sahel”" in response.text
    assert "<tbody" not in response.text
    export = signed_in.get(f"/export/view/{view.pk}/csv/")
    assert export.status_code == 400
    assert "Tag: “Sahel”" in export.text


def test_a_view_is_renamed_and_shared(officer):
    view = SavedViewFactory(owner=officer.person, name="Late")

    response = officer.post(f"/views/{view.pk}/", {"name": "Very  late", "scope": "all"})

    assert response["Location"] == "/views/"
    view.refresh_from_db()
    assert (view.name, view.scope) == ("Very late", "all")


def test_who_may_share_changes_what_is_shared_and_cannot_hide_it(officer):
    view = SavedViewFactory(scope="all", name="Late")

    hidden = officer.post(f"/views/{view.pk}/", {"name": "Late", "scope": "private"})
    renamed = officer.post(f"/views/{view.pk}/", {"name": "Overdue", "scope": "all"})

    assert (hidden.status_code, renamed.status_code) == (422, 302)
    view.refresh_from_db()
    assert (view.name, view.scope) == ("Overdue", "all")
    assert view.owner != officer.person


def test_a_rename_to_a_name_that_is_taken_is_refused(signed_in):
    view = SavedViewFactory(owner=signed_in.person, name="Late")
    SavedViewFactory(owner=signed_in.person, name="Soon")
    SavedViewFactory(owner=signed_in.person, name="Cycles of that name", register="cycles")

    for name, status in (("Soon", 422), ("Cycles of that name", 302)):
        data = {"name": name, "scope": "private"}
        assert signed_in.post(f"/views/{view.pk}/", data).status_code == status


def test_a_deleted_view_leaves_the_menus_and_stays_in_the_history(signed_in):
    view = SavedViewFactory(owner=signed_in.person, name="Late")
    arrange(view, "add", by=signed_in.person)

    signed_in.post(f"/views/{view.pk}/delete/")

    assert not SavedView.objects.exists()
    assert "Late" not in rail(signed_in.get("/").text)
    newest = SavedView.history.first()
    assert (newest.history_type, newest.history_user) == ("-", signed_in.person)


def test_a_view_in_a_feed_is_not_deleted_until_that_is_revoked(signed_in):
    view = SavedViewFactory(owner=signed_in.person, register="cycles")
    feed = FeedFactory(holds="view", view=view)

    refused = signed_in.post(f"/views/{view.pk}/delete/", follow=True).text
    assert "1 calendar feed holds" in refused
    feed.revoke(at=feed.created_at)
    signed_in.post(f"/views/{view.pk}/delete/")

    assert not SavedView.objects.exists()


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


def test_markup_in_a_name_is_text(signed_in):
    view = SavedViewFactory(owner=signed_in.person, name="<script>alert(1)</script>")
    arrange(view, "add", by=signed_in.person)

    for url in ("/views/", view.get_absolute_url(), f"/views/{view.pk}/"):
        assert "<script>alert" not in signed_in.get(url).text


def test_two_clicks_put_a_view_in_the_menu_once(signed_in, monkeypatch):
    view = SavedViewFactory(owner=signed_in.person)
    arrange(view, "add", by=signed_in.person)
    # The second looks before the first has written.
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_how: rows.none())

    arrange(view, "add", by=signed_in.person)

    assert Bookmark.objects.count() == 1
