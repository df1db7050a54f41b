"""Saved views: what they keep, who sees them, how they are renamed, shared and deleted."""

import re

import pytest

from apps.reporting.models import SavedView
from apps.reporting.saved import NameTaken, arrange, keep
from tests.factories import (
    CycleFactory,
    FeedFactory,
    ObligationFactory,
    OfficeFactory,
    SavedViewFactory,
    UserFactory,
)
from tests.reporting.days import CYCLES, OBLIGATIONS, days
from tests.reporting.saved_views import rail, save

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]


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


def test_markup_in_a_name_is_text(signed_in):
    view = SavedViewFactory(owner=signed_in.person, name="<script>alert(1)</script>")
    arrange(view, "add", by=signed_in.person)

    for url in ("/views/", view.get_absolute_url(), f"/views/{view.pk}/"):
        assert "<script>alert" not in signed_in.get(url).text
