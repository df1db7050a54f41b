"""The page of the reporting and mandate cycles."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from apps.obligations.codes import CadenceKind, Region
from tests.conftest import FRAME
from tests.factories import DocumentFactory, ExtensionFactory, ResponseFactory

from .cycles import TODAY, ask, due, rhythm
from .days import on_the_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]
URL = "/reporting-and-mandate-cycles/"
MAY = dt.date(2027, 5, 15)


@pytest.fixture
def the_day():
    with on_the_day:
        yield


def text_of(page):
    """What a page says, without its tags, spaces joined."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def get(client, query=""):
    response = client.get(f"{URL}?{query}")
    assert response.status_code == 200, response.text
    return response.text


def headings(page):
    return [text_of(h).strip() for h in re.findall(r"<h[23]>.*?</h[23]>", page, re.DOTALL)]


def subjects(page):
    return re.findall(r'<th scope="row"><a [^>]*>([^<]+)</a>', page)


def test_the_address_is_the_one_that_is_known(signed_in):
    assert reverse("reporting:mandate-cycles") == URL


def test_chapters_stand_in_their_order_mandates_and_reports_apart(signed_in):
    for region in (Region.OTHER, Region.AFRICA):
        rhythm(ask(f"{region} reports", region=region), kind=CadenceKind.ONCE, on=MAY)
        rhythm(ask(f"{region} mandate", region=region), kind=CadenceKind.MANDATE, on=MAY)

    page = get(signed_in)

    assert headings(page) == [
        "Africa",
        "Mandates",
        "Reports",
        "Other matters",
        "Mandates",
        "Reports",
    ]
    assert subjects(page) == ["africa mandate", "africa reports", "other mandate", "other reports"]


def test_a_row_reads_as_the_table_that_was_typed_by_hand(signed_in):
    obligation = ask("Lighthouse: keepers", paragraph__text__document__symbol="S/RES/2046 (2012)")
    due(rhythm(obligation), MAY)

    page = text_of(get(signed_in))

    assert (
        "Subject Cadence Legal basis Last report Next due Outstanding since Lighthouse: keepers "
        "Every six months (15 May 2027) resolution 2046 (2012) para. 2 – 15 May 2027 –"
    ) in page


def test_title_filter_in_words_and_day_stand_above_it(signed_in):
    page = text_of(get(signed_in, "kind=reports&region=africa&text=lamps&as_at=2026-10-01"))

    assert "As at 1 October 2026 · Reports; Africa; with the words “lamps”" in page
    assert "a day to come" not in page


def test_a_day_to_come_is_said_to_be_one(signed_in):
    assert "a day to come: by what is known today" in get(signed_in, "as_at=2026-12-01")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Lamps: mandate", "Lamps: reports", "Bells: reports"]),
        ("kind=mandates", ["Lamps: mandate"]),
        ("kind=reports", ["Lamps: reports", "Bells: reports"]),
        ("region=europe", ["Bells: reports"]),
        ("text=lamps", ["Lamps: mandate", "Lamps: reports"]),
        ("text=reports bells", ["Bells: reports"]),
        ("text=keeper", ["Bells: reports"]),
        ("as_at=2019-01-01", []),
    ],
)
@pytest.mark.parametrize("part", ["regions", "months"])
def test_it_is_filtered(part, query, found, signed_in):
    text = {"words": "Asks nothing of anybody", "quote": "x"}
    due(rhythm(ask("Lamps: mandate", **text), kind=CadenceKind.MANDATE, period="P1Y"), MAY)
    due(rhythm(ask("Lamps: reports", **text)), MAY)
    due(rhythm(ask("Bells: reports", region=Region.EUROPE, act="keeper", **text)), MAY)
    year = "" if part == "regions" else "&year=2027"

    page = get(signed_in, f"part={part}{year}&{query}")

    assert sorted(subjects(page)) == sorted(found)


def test_month_by_month_every_date_of_the_year_stands_in_its_month(signed_in):
    cadence = rhythm(ask("Lamps: reports"))
    january, _may, _july, _next_year = due(
        cadence, dt.date(2027, 1, 9), MAY, dt.date(2027, 7, 1), dt.date(2028, 1, 1)
    )
    answer = DocumentFactory(symbol="S/2026/900")
    ResponseFactory(cycle=january, document=answer, judged_on=TODAY)

    page = get(signed_in, "part=months&year=2027")

    assert headings(page) == [
        "January 2027", "Reports", "May 2027", "Reports", "July 2027", "Reports",
    ]  # fmt: skip
    assert re.search(
        r"resolution \S+ \S+ para. 2 S/2026/900 .{0,30}9 January 2027 S/2026/900", text_of(page)
    )
    assert "January 1" in text_of(page)
    assert "February 0" in text_of(page)


def test_one_month_can_be_asked_for(signed_in):
    due(rhythm(ask()), MAY, dt.date(2027, 7, 1))

    assert headings(get(signed_in, "part=months&year=2027&month=7")) == ["July 2027", "Reports"]


def test_what_was_extended_stands_in_the_month_of_the_day_that_held(signed_in):
    (cycle,) = due(rhythm(ask()), MAY)
    ExtensionFactory(cycle=cycle, former_due_on=MAY, due_on=dt.date(2028, 2, 1), recorded_on=TODAY)
    cycle.due_on = dt.date(2028, 2, 1)
    cycle.save()

    before = get(signed_in, "part=months&year=2027&as_at=2026-11-24")

    assert headings(before) == ["May 2027", "Reports"]
    assert headings(get(signed_in, "part=months&year=2027")) == []
    assert headings(get(signed_in, "part=months&year=2028")) == ["February 2028", "Reports"]


def test_what_changed_is_told_with_old_and_new(signed_in):
    due(rhythm(ask("Lamps: reports")), dt.date(2026, 11, 1), MAY)
    closed = {"state": "closed", "reason": "Restated", "finding": "superseded"}
    rhythm(ask("Bells: reports", finding_on=dt.date(2026, 11, 2), **closed))
    rhythm(ask("Buoys: reports", accepted_on=TODAY))

    page = text_of(get(signed_in, "since=2026-10-01"))

    assert "What changed since 1 October 2026 1 new, 1 gone, 1 changed" in page
    assert "2 November 2026 Superseded: Restated" in page
    assert "Next due: was 1 November 2026 → is 15 May 2027" in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("as_at=yesterday", "As at: “yesterday”"),
        ("as_at=2026-02-30", "As at: “2026-02-30”"),
        ("as_at=9999-12-31", "As at: “9999-12-31” – Give a day from 1945-01-01"),
        ("since=0001-01-01", "Changes since: “0001-01-01” – Give a day from 1945-01-01"),
        ("since=2026-11-25", "Changes since: “2026-11-25” – Give a day before 2026-11-25"),
        ("kind=hats", "Kind: “hats”"),
        ("region=moon", "Region or theme: “moon”"),
        ("part=months&month=13", "Month: “13”"),
        ("part=months&year=10000", "Year: “10000”"),
        ("part=hats", "Part: “hats”"),
        ("page=0", "Page: “0”"),
        (f"text={'x' * 201}", "Words: “xxx"),
        ("text=%00", "Words: “"),
    ],
)
def test_what_cannot_be_understood_is_quoted_and_refused(query, words, signed_in):
    for url in (URL, reverse("exports:mandate-cycles", args=["xlsx"])):
        response = signed_in.get(f"{url}?{query}")

        assert response.status_code == 400
        assert words in response.text


@pytest.mark.parametrize("year", ["1945", "2150"])
def test_the_first_and_the_last_year_are_pages(year, signed_in):
    get(signed_in, f"part=months&year={year}")
    get(signed_in, f"as_at={year}-01-01&since={int(year) - 1}-12-31" if year > "1945" else "")


def test_an_empty_table_says_what_belongs_here(signed_in):
    assert "from the day on which a person accepted it" in get(signed_in)


def test_a_page_holds_so_many_rows_and_all_can_be_asked_for(monkeypatch, signed_in):
    monkeypatch.setattr("apps.reporting.cycles_page.PER_PAGE", 2)
    for number in range(3):
        rhythm(ask(f"Lamp {number}"))

    assert subjects(get(signed_in)) == ["Lamp 0", "Lamp 1"]
    assert subjects(get(signed_in, "page=2")) == ["Lamp 2"]
    assert subjects(get(signed_in, "page=99")) == ["Lamp 2"]
    assert len(subjects(get(signed_in, "all=1"))) == 3


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.parametrize(
    ("query", "queries"),
    [("", 4), ("part=months&year=2026", 7), ("since=2026-10-01", 6)],
)
def test_the_page_costs_the_same_queries_at_any_length(
    number, query, queries, signed_in, django_assert_num_queries
):
    for _n in range(number):
        cycle, _next = due(rhythm(ask()), dt.date(2026, 11, 1), MAY)
        ResponseFactory(cycle=cycle, judged_on=TODAY)
        rhythm(ask(), kind=CadenceKind.ONCE, on=MAY)

    with django_assert_num_queries(FRAME + queries):
        get(signed_in, query)
