"""An export is exactly the register as filtered, sorted and shown."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format

from apps.exports import formats, xlsx
from tests.conftest import ALL_ROLES
from tests.exports.files import (
    FACTS,
    content,
    csv_rows,
    ods_rows,
    sheet_rows,
    sheets,
    valid_json,
)
from tests.factories import CycleFactory, DocumentFactory, ObligationFactory, OfficeFactory
from tests.reporting.days import TODAY, asked, days, on_the_day, rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]
REGISTERS = pytest.mark.parametrize("register", ["obligations", "cycles"])
FORMATS = pytest.mark.parametrize("name", ["csv", "xlsx", "ods", "json"])


@pytest.fixture
def the_day():
    with on_the_day:
        yield


@pytest.fixture
def cycles():
    """Sixty of every state, more than a page, in no order."""
    for number in range(60):
        lead = OfficeFactory(short=f"OFF-{number % 7}")
        due_on = None if number % 11 == 5 else days((number * 37) % 90 - 45)
        state = {} if due_on is None else {"answered_late": number % 5 == 0}
        CycleFactory(cadence__obligation=ObligationFactory(lead=lead), due_on=due_on, **state)


def words(value):
    """A value of the JSON as CSV and XLSX write it."""
    if isinstance(value, list):
        return "; ".join(words(one) for one in value)
    if isinstance(value, dict):
        return value["words"]
    return value or ""


@REGISTERS
@pytest.mark.parametrize(
    "query",
    [
        "",
        "state=overdue&state=no-date",
        "state=due-soon&sort=-lead&columns=lead,state,how_often,verb_class",
        "text=nowhere",
        "sort=reference&page=2&per_page=25",
    ],
)
def test_every_format_has_exactly_the_rows_of_the_register(register, query, cycles, signed_in):
    wanted = [getattr(row, "obligation", row).reference for row in rows(register, query)]
    headings = [str(c.header) for c in asked(register, query).export().columns]

    url = f"/export/{register}/%s/?{query}"
    lines = csv_rows(signed_in.get(url % "csv"))[FACTS + 1 :]
    sheet = sheet_rows(sheets(signed_in.get(url % "xlsx")).worksheets[0])
    data = valid_json(signed_in.get(url % "json"))
    plain = [[words(v) for name, v in row.items() if name != "id"] for row in data["rows"]]

    assert [line[0] for line in lines[1:]] == wanted
    assert lines == sheet == [headings, *plain]
    assert ods_rows(signed_in.get(url % "ods")) == sheet
    assert list(data["columns"].values()) == headings


@REGISTERS
def test_the_rows_are_those_of_the_pages_of_the_list(register, cycles, signed_in):
    pages = [signed_in.get(f"/register/{register}/?sort=-lead&page={p}").text for p in (1, 2)]

    lines = csv_rows(signed_in.get(f"/export/{register}/csv/?sort=-lead&page=2"))[FACTS + 2 :]

    seen = re.findall(r'<th scope="row".*?<a [^>]*>([^<]+)</a>', "".join(pages), re.DOTALL)
    assert [line[0] for line in lines] == seen
    assert len(seen) == 60


@FORMATS
def test_title_filter_day_person_and_number_of_rows_travel_with_it(name, signed_in):
    CycleFactory(due_on=days(-1))
    document = DocumentFactory(symbol="S/PRST/2021/9")
    obligation = ObligationFactory(paragraph__text__document=document)
    CycleFactory(cadence__obligation=obligation, due_on=days(-2))
    query = f"document=S/PRST/2021/9&state=overdue&due_before={TODAY}"

    response = signed_in.get(f"/export/cycles/{name}/?{query}")

    if name == "json":
        facts = list(valid_json(response)["about"].values())
    elif name == "csv":
        facts = [fact for _label, fact in csv_rows(response)[:FACTS]]
    elif name == "ods":
        facts = [fact for _label, fact in ods_rows(response, 1)]
    else:
        facts = [fact for _label, fact in sheet_rows(sheets(response)["About"])]
    assert [str(fact).removesuffix(".0") for fact in facts[:6]] == [
        "Cycles",
        f"Document: S/PRST/2021/9; Due until: {date_format(TODAY)}; State: Overdue",
        "2026-11-25",
        str(signed_in.person),
        "1",
        f"http://testserver/register/cycles/?document=S/PRST/2021/9&due_before={TODAY}&state=overdue",
    ]


def test_without_a_filter_it_says_all(signed_in):
    about = valid_json(signed_in.get("/export/cycles/json/"))["about"]

    assert (about["filter"], about["rows"]) == ("All", 0)


@FORMATS
@REGISTERS
def test_the_file_is_named_for_register_and_day(register, name, signed_in):
    response = signed_in.get(f"/export/{register}/{name}/")

    content(response)
    title = f"Register%20of%20{register}%202026-11-25.{name}"
    assert response["Content-Disposition"] == (
        f"attachment; filename=\"remit-{register}-2026-11-25.{name}\"; filename*=UTF-8''{title}"
    )


@FORMATS
@pytest.mark.parametrize("role", ALL_ROLES)
def test_every_role_may_export(role, name, client_as):
    assert content(client_as(role).get(f"/export/cycles/{name}/"))


@FORMATS
def test_only_people_who_are_signed_in_export(name, client):
    assert client.get(f"/export/cycles/{name}/").status_code == 302


@pytest.mark.parametrize("path", ["cycles/png", "people/csv", "series/csv", "report/pdf"])
def test_what_cannot_be_exported_is_not_found(path, signed_in):
    assert signed_in.get(f"/export/{path}/").status_code == 404


@FORMATS
def test_what_is_not_understood_exports_nothing_and_says_what(name, signed_in):
    response = signed_in.get(f"/export/cycles/{name}/?due_after=soon&state=late")

    assert response.status_code == 400
    assert "Due from: “soon”" in response.text
    assert "State: “late”" in response.text


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "＝", "＠"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(first, signed_in):
    ObligationFactory(quote=f"{first}1+1", words=f"{first}1+1")

    url = "/export/obligations/%s/?columns=words"
    line = csv_rows(signed_in.get(url % "csv"))[-1]
    cell = sheets(signed_in.get(url % "xlsx")).worksheets[0]["B2"]

    assert line[1] == f"'{first}1+1"
    assert cell.data_type == "s"
    assert cell.value.strip("\r\n\t").endswith("1+1")


def test_an_address_in_the_text_is_no_link(signed_in):
    ObligationFactory(quote="https://example.org")

    cell = sheets(signed_in.get("/export/obligations/xlsx/?columns=words")).worksheets[0]["B2"]

    assert (cell.value, cell.hyperlink) == ("https://example.org", None)


def test_the_workbook_has_typed_dates_a_frozen_head_and_a_filter(signed_in):
    CycleFactory(due_on=TODAY)
    CycleFactory(due_on=None)

    sheet = sheets(signed_in.get("/export/cycles/xlsx/?columns=due_on,words")).worksheets[0]

    assert sheet.title == "Register"
    assert sheet["B2"].is_date
    assert sheet["B2"].value == dt.datetime(2026, 11, 25)  # noqa: DTZ001 (a sheet has no zones)
    assert sheet["B2"].number_format == "yyyy-mm-dd"
    assert sheet["B3"].value is None
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:C3"
    assert sheet["C2"].alignment.wrap_text
    assert sheet.column_dimensions["C"].width > sheet.column_dimensions["B"].width


def test_words_longer_than_a_cell_are_cut_and_seen_to_be(signed_in):
    ObligationFactory(quote="a" * 40_000)

    cell = sheets(signed_in.get("/export/obligations/xlsx/?columns=words")).worksheets[0]["B2"]

    assert len(cell.value) == xlsx.CHARACTERS
    assert cell.value.endswith("a…")


def test_more_rows_than_a_sheet_holds_are_refused_in_words(signed_in, monkeypatch):
    monkeypatch.setattr(xlsx, "ROWS", 1)
    CycleFactory()
    CycleFactory()

    response = signed_in.get("/export/cycles/xlsx/")

    assert response.status_code == 400
    assert "A sheet holds 1 rows, and these are 2." in response.text


def test_a_sheet_in_arabic_runs_from_the_right(signed_in):
    response = signed_in.get("/export/cycles/xlsx/", headers={"Accept-Language": "ar"})

    assert sheets(response).worksheets[0].sheet_view.rightToLeft


def test_csv_is_utf_8_with_its_mark_and_keeps_chinese_whole(signed_in):
    ObligationFactory(quote="请秘书长提交报告，\n每年一次")

    raw = content(signed_in.get("/export/obligations/csv/?columns=words"))

    assert raw.startswith(b"\xef\xbb\xbf")
    assert "请秘书长提交报告，\n每年一次" in raw.decode()


def test_json_has_codes_beside_words_and_days_as_iso_writes_them(signed_in):
    cycle = CycleFactory(due_on=days(-1))

    url = "/export/cycles/json/?columns=state,due_on,addressees,answered_on"
    data = valid_json(signed_in.get(url))

    assert data["rows"] == [
        {
            "id": cycle.pk,
            "reference": cycle.obligation.reference,
            "state": {"code": "overdue", "words": "Overdue"},
            "due_on": "2026-11-24",
            "addressees": [{"code": "secretary-general", "words": "Secretary-General"}],
            "answered_on": None,
        }
    ]


@pytest.mark.parametrize("name", ["csv", "json"])
def test_rows_are_fetched_as_they_are_sent(name, signed_in, monkeypatch):
    monkeypatch.setattr(formats, "CHUNK", 2)
    for _ in range(6):
        CycleFactory()
    response = signed_in.get(f"/export/cycles/{name}/")
    assert response.streaming

    with CaptureQueriesContext(connection) as queries:
        seen = []
        for _piece in response.streaming_content:
            seen.append(len(queries))

    fetched = sorted(set(seen))
    assert len(fetched) >= 3  # each two rows bring their addressees and reports when they are due
    assert fetched[0] == 0


@FORMATS
def test_an_export_costs_the_same_queries_at_any_length(name, signed_in):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            content(signed_in.get(f"/export/cycles/{name}/"))
        return len(queries)

    CycleFactory()
    cost()
    with_one = cost()
    for _ in range(19):
        CycleFactory()

    assert cost() == with_one
