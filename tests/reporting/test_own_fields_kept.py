"""The fields of the organization are added, changed and taken out of use by who keeps them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.obligations.models import CustomField
from tests.factories import CustomFieldFactory, UserFactory
from tests.reporting.days import OBLIGATIONS
from tests.reporting.own_fields import having

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(client):
    """Signed in as who keeps the fields."""
    client.force_login(UserFactory(is_superuser=True))
    return client


def add(client, **data):
    return client.post("/fields/add/", {"label": "Desk", "kind": "text", "place": 1} | data)


def test_a_field_is_added_with_a_key_that_addresses_carry(keeper):
    assert add(keeper, label="  Day   told ", kind="date").status_code == 302

    field = CustomField.objects.get()
    assert (field.key, field.label, field.kind) == ("day_told", "Day told", "date")
    assert "Day told from" in keeper.get(OBLIGATIONS).text
    assert "field-day_told" in keeper.get("/fields/").text


@pytest.mark.parametrize(("label", "key"), [("优先", "field"), ("Cost-after", "cost_after")])
def test_a_key_has_no_hyphens_and_is_never_empty(label, key, keeper):
    add(keeper, label=label)

    assert CustomField.objects.get().key == key


def test_two_labels_that_give_the_same_key_have_two(keeper):
    for label in ("Desk!", "Desk?", "Desk."):
        add(keeper, label=label)

    assert set(CustomField.objects.values_list("key", flat=True)) == {"desk", "desk_2", "desk_3"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"label": ""}, "required"),
        ({"label": "desk one"}, "There is a field “desk one” already."),
        ({"kind": "colour"}, "colour is not one of"),
        ({"kind": "choice"}, "Name at least one choice."),
        ({"kind": "choice", "choices": " \n "}, "Name at least one choice."),
        ({"kind": "choice", "choices": "x" * 301}, "is longer than 300 characters"),
        ({"kind": "choice", "choices": "\n".join(map(str, range(101)))}, "At most 100 choices."),
    ],
)
def test_a_field_that_cannot_be_is_refused_and_comes_back(data, says, keeper):
    CustomFieldFactory(label="Desk One")

    response = add(keeper, **data)

    assert response.status_code == 422
    assert says in response.text
    assert CustomField.objects.count() == 1


def test_choices_are_lines_each_once(keeper):
    add(keeper, kind="choice", choices="high\r\n  low \nhigh\n")

    assert CustomField.objects.get().choices == ["high", "low"]


def change(client, field, **data):
    kept = {"label": field.label, "kind": field.kind, "place": 1, "is_active": "on"}
    kept["choices"] = "\n".join(field.choices)
    return client.post(f"/fields/{field.pk}/", kept | data)


def test_the_kind_stays_once_there_are_values(keeper):
    unused, used = CustomFieldFactory(), CustomFieldFactory()
    having("obligations", used, "some words")

    change(keeper, unused, kind="date")
    change(keeper, used, kind="date")

    unused.refresh_from_db()
    used.refresh_from_db()
    assert (unused.kind, used.kind) == ("date", "text")


def test_a_choice_that_is_used_does_not_go_silently(keeper):
    field = CustomFieldFactory(choice=True)
    having("obligations", field, "high", "high")

    refused = change(keeper, field, choices="low")
    allowed = change(keeper, field, choices="high\nhighest")

    assert refused.status_code == 422
    assert "“high” is the value of 2 obligations" in refused.text
    assert allowed.status_code == 302
    field.refresh_from_db()
    assert field.choices == ["high", "highest"]


def test_a_field_taken_out_of_use_keeps_its_values(keeper):
    field = CustomFieldFactory()
    (obligation,) = having("obligations", field, "Africa")

    change(keeper, field, is_active="")

    field.refresh_from_db()
    obligation.refresh_from_db()
    assert not field.is_active
    assert obligation.custom == {field.key: "Africa"}
    assert field.values.count() == 1


def test_the_page_of_fields_costs_the_same_queries_at_1_and_20(keeper, django_assert_num_queries):
    CustomFieldFactory()
    with CaptureQueriesContext(connection) as queries:
        keeper.get("/fields/")
    CustomFieldFactory.create_batch(19)

    with django_assert_num_queries(len(queries)):
        keeper.get("/fields/")
