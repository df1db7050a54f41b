"""The history as a file: exactly what is filtered, a line for each field."""

import json

import pytest
from django.urls import reverse

from apps.obligations.amend import amend
from tests.factories import SeriesFactory
from tests.history.pages import TODAY, anna, changes

pytestmark = pytest.mark.django_db


def test_the_export_is_exactly_what_is_filtered(obligation, officer):
    SeriesFactory()
    query = {"kind": "obligations.obligation"}

    answer = officer.get(reverse("exports:history", args=["json"]), query)
    data = json.loads(b"".join(answer))

    assert [row["id"] for row in data["changes"]] == changes(**query)
    assert data["about"]["rows"] == len(changes(**query))
    assert data["about"]["filter"] == "Kind of record: Obligation"
    assert data["changes"][0]["fields"] == [{"field": "subject", "old": "Lamps", "new": "Harbours"}]
    assert data["changes"][0]["reason"] == "It was moved"


def test_the_csv_has_a_line_for_each_field_and_no_formulas(obligation, officer):
    amend(obligation.pk, 3, {"subject": "=1+1", "review_on": TODAY}, by=anna(), on=TODAY)

    text = b"".join(officer.get(reverse("exports:history", args=["csv"]))).decode()

    lines = [line for line in text.splitlines() if ",Anna," in line]
    assert len(lines) == 1 + 1 + 2 + 1  # with the addressees, which the factory sets
    assert ",Subject,Harbours,'=1+1," in text
    assert "Look at again on,–,1 July 2026" in text


def test_an_export_of_what_is_not_understood_is_refused(officer):
    response = officer.get(reverse("exports:history", args=["csv"]), {"since": "soon"})

    assert response.status_code == 400
    assert "soon" in response.text
    assert officer.get(reverse("exports:history", args=["pdf"])).status_code == 404
