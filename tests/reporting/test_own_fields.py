"""The fields of the organization are asked for, sorted by and shown in the registers."""

import csv
import io
import json

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.obligations.models import CustomField
from apps.obligations.organise import index_custom
from tests.conftest import FRAGMENT
from tests.factories import CustomFieldFactory
from tests.reporting.days import CYCLES, OBLIGATIONS, asked, on_the_day, rows
from tests.reporting.own_fields import having

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("register", ["obligations", "cycles"])


@BOTH
def test_text_is_found_in_any_part(register):
    field = CustomFieldFactory(key="desk")
    wanted, _other, _none = having(register, field, "Africa One", "Asia", "")

    assert rows(register, "field-desk=africa") == [wanted]


@BOTH
@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("field-cost-after=10", [1, 2, 3]),
        ("field-cost-after=9.5&field-cost-before=10.5", [0, 1, 2]),
        ("field-cost-before=-1", [4]),
        ("field-cost-after=0", [0, 1, 2, 3]),
    ],
)
def test_numbers_are_compared_as_numbers_both_ends_included(register, query, places):
    field = CustomFieldFactory(key="cost", kind="number")
    found = having(register, field, "9.5", "10", "10.5", "100", "-1", "")

    assert rows(register, query) == [found[place] for place in places]


@BOTH
def test_days_are_compared_both_ends_included(register):
    field = CustomFieldFactory(key="told", kind="date")
    found = having(register, field, "2026-11-01", "2026-11-02", "2026-12-01", "")

    query = "field-told-after=2026-11-01&field-told-before=2026-11-30"
    assert rows(register, query) == found[:2]


@BOTH
def test_any_of_several_choices_is_found(register):
    field = CustomFieldFactory(key="need", kind="choice", choices=["high", "middle", "low"])
    high, _middle, low, _none = having(register, field, "high", "middle", "low", "")

    assert rows(register, "field-need=high&field-need=low") == [high, low]


@BOTH
def test_two_fields_are_both_asked_for(register):
    desk, need = CustomFieldFactory(key="desk"), CustomFieldFactory(key="need", choice=True)
    (wanted,) = having(register, desk, "Africa")
    having(register, desk, "Africa")
    obligation = getattr(wanted, "obligation", wanted)
    obligation.custom[need.key] = "high"
    obligation.save()
    index_custom([obligation])

    assert rows(register, "field-desk=africa&field-need=high") == [wanted]


@BOTH
def test_chips_say_what_is_asked_in_words(register):
    CustomFieldFactory(key="desk", label="Desk")
    CustomFieldFactory(key="cost", label="Cost", kind="number")
    CustomFieldFactory(key="told", label="Told", kind="date")
    query = "field-desk=Africa&field-cost-after=1200.50&field-told-before=2026-11-30"

    found = asked(register, query)

    assert [chip.words for chip, _rest in found.chips] == [
        "Desk: “Africa”",
        "Cost from: 1,200.50",
        "Told until: 30 November 2026",
    ]
    assert found.query.urlencode() == query
    removed = [rest for _chip, rest in found.chips][1]
    assert removed == "?field-desk=Africa&field-told-before=2026-11-30"


@BOTH
@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("field-cost-after=many", "Cost from: “many”"),
        ("field-told-after=soon", "Told from: “soon”"),
        ("field-need=middle", "Need: “middle”"),
        ("columns=field-nothing", "Columns: “field-nothing”"),
        ("sort=field-nothing", "Order: “field-nothing”"),
    ],
)
def test_what_is_not_understood_is_quoted(register, query, says):
    CustomFieldFactory(key="cost", label="Cost", kind="number")
    CustomFieldFactory(key="told", label="Told", kind="date")
    CustomFieldFactory(key="need", label="Need", choice=True)

    assert any(problem.words.startswith(says) for problem in asked(register, query).problems)


@BOTH
def test_a_field_out_of_use_is_said_to_be_and_not_ignored(register):
    field = CustomFieldFactory(key="desk", is_active=False)
    having(register, field, "Africa", "Asia")

    (problem,) = asked(register, "field-desk=Africa").problems
    assert problem.words == "“field-desk=Africa” – there is no such field in use."
    assert rows(register, "field-desk=")
    assert "field-desk" not in [name for name, _header in asked(register).column_choices]


@BOTH
@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("number", ["-2", "9", "10.5", "100"]),
        ("date", ["2025-01-01", "2026-01-01", "2026-11-30", "2027-01-01"]),
        ("text", ["Africa", "Asia", "Europe", "Oceania"]),
    ],
)
def test_a_field_sorts_as_its_kind_does_what_has_none_last(register, kind, values):
    field = CustomFieldFactory(key="own", kind=kind)
    found = having(register, field, values[2], values[0], "", values[3], values[1])
    order = [found[place] for place in (1, 4, 0, 3)]

    assert rows(register, "sort=field-own") == [*order, found[2]]
    assert rows(register, "sort=-field-own") == [*order[::-1], found[2]]


@on_the_day
def test_a_field_is_a_column_of_the_list_and_of_every_export(signed_in):
    cost = CustomFieldFactory(key="cost", label="Cost", kind="number")
    told = CustomFieldFactory(key="told", label="Told", kind="date")
    having("obligations", cost, "1200.5")
    (second,) = having("obligations", told, "2026-11-30")
    query = "?columns=field-cost,field-told&sort=-field-cost"

    page = signed_in.get(OBLIGATIONS + query).text
    export = {name: signed_in.get(f"/export/obligations/{name}/{query}") for name in FILES}
    content = {name: b"".join(one.streaming_content) for name, one in export.items()}

    assert "1,200.5" in page
    assert "30 November 2026" in page
    line = list(csv.reader(io.StringIO(content["csv"].decode("utf-8-sig"))))[-2:]
    assert [row[1:] for row in line] == [["1200.5", ""], ["", "2026-11-30"]]
    first, _second = json.loads(content["json"])["rows"]
    assert (first["field-cost"], first["field-told"]) == (1200.5, None)
    sheet = openpyxl.load_workbook(io.BytesIO(content["xlsx"])).worksheets[0]
    assert [sheet["B1"].value, sheet["C1"].value, sheet["B2"].value] == ["Cost", "Told", 1200.5]
    assert sheet["C3"].is_date
    assert second.reference == sheet["A3"].value


FILES = ("csv", "json", "xlsx")


@pytest.mark.parametrize("url", [OBLIGATIONS, CYCLES])
@on_the_day
def test_tags_fields_and_rows_cost_the_same_queries_at_1_and_20(url, signed_in):
    def one_more():
        field = CustomFieldFactory(kind="number")
        having("obligations", field, "1")

    def cost():
        columns = ",".join(
            f"field-{key}" for key in CustomField.objects.values_list("key", flat=True)
        )
        query = f"?columns=tags,subject,region,{columns}&sort=-{columns.split(',')[0]}"
        with CaptureQueriesContext(connection) as queries:
            assert signed_in.get(url + query, headers=FRAGMENT).status_code == 200
        return len(queries)

    one_more()
    with_one = cost()
    for _ in range(19):
        one_more()

    assert cost() == with_one
