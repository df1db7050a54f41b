"""The workbook of the reporting and mandate cycles has the rows and the words of the page."""

import datetime as dt

import pytest

from apps.obligations.codes import CadenceKind, Region
from tests.conftest import ALL_ROLES
from tests.exports.files import sheets
from tests.factories import DocumentFactory, ResponseFactory
from tests.reporting.cycles import TODAY, ask, due, rhythm
from tests.reporting.days import on_the_day
from tests.reporting.test_cycles_page import subjects

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]
URL = "/export/mandate-cycles.xlsx"
PAGE = "/reporting-and-mandate-cycles/"
MAY = dt.datetime(2027, 5, 15)  # noqa: DTZ001 (as a workbook holds a day)


@pytest.fixture
def the_day():
    with on_the_day:
        yield


def book(client, query=""):
    return sheets(client.get(f"{URL}?{query}"))


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.fixture
def some():
    """A mandate of a year in Africa; a report every six months elsewhere, which came once."""
    mandate = ask("Sand: Mission mandate", region=Region.AFRICA)
    due(rhythm(mandate, kind=CadenceKind.MANDATE, period="P1Y"), dt.date(2027, 3, 1))
    reports = ask("Lamps: reports", paragraph__text__document__symbol="S/RES/2046 (2012)")
    cycle, _next = due(rhythm(reports, basis_paragraph="6"), dt.date(2026, 11, 1), MAY.date())
    report = DocumentFactory(symbol="S/2026/900", adopted_on=dt.date(2026, 10, 30))
    ResponseFactory(cycle=cycle, document=report, judged_on=TODAY)


@pytest.mark.usefixtures("some")
class TestWithSomeRows:
    def test_the_table_by_region_and_theme(self, signed_in):
        sheet = book(signed_in)["By region and theme"]

        assert rows(sheet)[0] == [
            "Region or theme", "Kind", "Subject", "Cadence", "Legal basis", "Last report",
            "Next due", "Outstanding since",
        ]  # fmt: skip
        assert rows(sheet)[1][:4] == [
            "Africa", "Mandates", "Sand: Mission mandate", "For a period of one year (1 March 2027)",
        ]  # fmt: skip
        assert rows(sheet)[2] == [
            "Other matters", "Reports", "Lamps: reports", "Every six months (15 May 2027)",
            "resolution 2046 (2012) para. 6", "S/2026/900 (30 October 2026)", MAY, None,
        ]  # fmt: skip

    def test_month_by_month(self, signed_in):
        sheet = book(signed_in, "year=2026")["Month by month"]

        assert rows(sheet) == [
            ["Month", "Kind", "Subject", "Cadence", "Legal basis", "Last report", "Due", "Answered by"],
            ["November 2026", "Reports", "Lamps: reports", "Every six months (15 May 2027)",
             "resolution 2046 (2012) para. 6", "S/2026/900 (30 October 2026)",
             dt.datetime(2026, 11, 1), "S/2026/900"],  # noqa: DTZ001
        ]  # fmt: skip

    def test_filter_day_person_and_address_travel_with_it(self, signed_in):
        facts = dict(rows(book(signed_in, "kind=reports&as_at=2026-11-24")["About"]))

        assert facts["Filter"] == "Reports"
        assert facts["As at"] == "2026-11-24"
        assert facts["Rows"] == 1
        assert facts["Address"] == f"http://testserver{PAGE}?kind=reports&as_at=2026-11-24"

    def test_headings_and_rows_are_those_of_the_page(self, signed_in):
        page = signed_in.get(PAGE).text
        head, *found = rows(book(signed_in)["By region and theme"])

        assert [row[2] for row in found] == subjects(page)
        for heading in head[2:]:
            assert f'<th scope="col">{heading}</th>' in page


def test_no_text_becomes_a_formula_or_a_link(signed_in):
    for subject in ("=1+1", "+1", "@SUM(A1)", "http://example.org"):
        rhythm(ask(subject))

    sheet = book(signed_in)["By region and theme"]

    cells = [row[2] for row in list(sheet.iter_rows())[1:]]
    assert sorted(cell.value for cell in cells) == ["+1", "=1+1", "@SUM(A1)", "http://example.org"]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_every_page_is_in_it(monkeypatch, signed_in):
    monkeypatch.setattr("apps.reporting.cycles_page.PER_PAGE", 2)
    monkeypatch.setattr("apps.reporting.cycles_page.CHUNK", 2)
    for number in range(5):
        due(rhythm(ask(f"Lamp {number}")), dt.date(2026, 12, 9 - number))

    found = book(signed_in, "page=2")

    names = [f"Lamp {number}" for number in range(5)]
    assert [row[2] for row in rows(found["By region and theme"])[1:]] == names
    assert [row[2] for row in rows(found["Month by month"])[1:]] == names[::-1]


def test_more_rows_than_a_sheet_holds_are_refused_with_words(monkeypatch, signed_in):
    monkeypatch.setattr("apps.exports.xlsx.ROWS", 1)
    for _n in range(2):
        rhythm(ask())

    response = signed_in.get(URL)

    assert response.status_code == 400
    assert "A sheet holds 1 rows" in response.text


@pytest.mark.parametrize("role", ALL_ROLES)
def test_every_role_may_take_it(role, client_as):
    book(client_as(role))


def test_the_file_is_named_for_the_day(signed_in):
    response = signed_in.get(f"{URL}?as_at=2026-10-01")

    assert response["Content-Disposition"] == (
        'attachment; filename="remit-mandate-cycles-2026-10-01.xlsx"; '
        "filename*=UTF-8''Reporting%20and%20mandate%20cycles%202026-10-01.xlsx"
    )


@pytest.mark.parametrize("number", [1, 20])
def test_it_costs_the_same_queries_at_any_length(number, signed_in, django_assert_num_queries):
    for _n in range(number):
        due(rhythm(ask()), dt.date(2026, 11, 1), MAY.date())

    with django_assert_num_queries(2 + 2 + 2 + 3):
        # who asks; counts; keys and rows by region; keys, dates and rows by month
        book(signed_in)
