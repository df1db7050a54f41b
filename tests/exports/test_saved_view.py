"""The export of a saved view is the register as the view asks for it."""

import json

import pytest

from apps.reporting.models import SavedView
from tests.exports.files import content
from tests.factories import CycleFactory, SavedViewFactory
from tests.reporting.days import days, on_the_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]


@pytest.fixture
def the_day():
    with on_the_day:
        yield


@pytest.mark.parametrize("name", ["csv", "xlsx", "ods", "json"])
def test_every_format_is_the_export_of_its_query(name, signed_in):
    CycleFactory(due_on=days(-1))
    CycleFactory(due_on=days(1))
    query = "state=overdue&columns=due_on,lead&sort=-due_on"
    view = SavedViewFactory(owner=signed_in.person, register="cycles", query=query)

    of_view = signed_in.get(f"/export/view/{view.pk}/{name}/?state=due")
    of_query = signed_in.get(f"/export/cycles/{name}/?{query}")

    assert content(of_view) == content(of_query)


def test_a_changed_view_is_exported_as_it_is_now(signed_in):
    late = CycleFactory(due_on=days(-1))
    view = SavedViewFactory(owner=signed_in.person, register="cycles", query="state=due")
    SavedView.objects.filter(pk=view.pk).update(query="state=overdue")

    data = json.loads(content(signed_in.get(f"/export/view/{view.pk}/json/")))

    assert [row["id"] for row in data["rows"]] == [late.pk]
    assert data["about"]["filter"] == "State: Overdue"


def test_what_is_no_view_or_no_format_is_not_found(signed_in):
    view = SavedViewFactory(owner=signed_in.person)

    assert signed_in.get("/export/view/999/csv/").status_code == 404
    assert signed_in.get(f"/export/view/{view.pk}/png/").status_code == 404
