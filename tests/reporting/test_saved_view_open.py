"""A saved view is opened: marked, overwritten where it was changed, refused where its filter is gone."""

import pytest

from tests.conftest import FRAGMENT
from tests.factories import CycleFactory, SavedViewFactory
from tests.reporting.days import OBLIGATIONS, TODAY, days
from tests.reporting.saved_views import marked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]


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
