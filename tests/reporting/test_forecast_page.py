"""The page of what falls due."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import FRAGMENT
from tests.factories import CadenceFactory, CycleFactory, ObligationFactory, OfficeFactory
from tests.reporting.days import TODAY, days, on_the_day

pytestmark = pytest.mark.django_db
URL = "/forecast/"


def projected(on, **values):
    return CadenceFactory(kind="once", period="", on=on, **values).obligation


def planned(on, **values):
    cadence = CadenceFactory(kind="once", period="", on=on, **values)
    return CycleFactory(cadence=cadence, due_on=on)


@on_the_day
def test_the_year_from_today_is_shown(signed_in):
    for day in (days(-1), TODAY, dt.date(2027, 11, 25), dt.date(2027, 11, 26)):
        projected(day)

    page = signed_in.get(URL).text

    assert 'value="2026-11-25"' in page
    assert 'value="2027-11-25"' in page
    assert '<time datetime="2026-11-25">' in page
    assert '<time datetime="2027-11-25">' in page
    assert page.count('<th scope="row">') == 2
    assert "2 fall due, 2 of them projected" in page


@on_the_day
def test_a_row_says_what_when_by_whom_how_often_and_why(signed_in):
    office = OfficeFactory(short="LIGHT")
    one = projected(days(36), obligation__lead=office, obligation__act="light the lamps")
    made = planned(days(40))

    page = signed_in.get(URL).text

    assert f'<a href="/obligations/{one.pk}/#cadence-title">{one.reference}</a>' in page
    assert f'<a href="/obligations/{made.obligation_id}/#cycle-{made.pk}">' in page
    assert "in 36 days" in page
    assert "light the lamps" in page
    assert "LIGHT" in page
    assert "No later than 31 December 2026" in page
    assert "The decision prints this date: 31 December 2026." in page
    assert page.count("state-projected") == 1
    assert page.count("Planned</span>") == 1


@on_the_day
def test_months_head_their_rows_with_how_many_fall_due(signed_in, monkeypatch):
    monkeypatch.setattr("apps.reporting.forecast_page.PER_PAGE", 2)
    for day in (days(10), days(11), days(12), days(40)):
        projected(day)

    first, second = signed_in.get(URL).text, signed_in.get(f"{URL}?page=2").text

    assert "December 2026" in first
    assert "3 fall due" in first
    assert "January 2027" not in first
    assert "3 fall due" in second
    assert "January 2027" in second
    assert "1 falls due" in second
    assert "Page 2 of 2" in second


@on_the_day
def test_an_office_narrows_it(signed_in):
    office = OfficeFactory(short="LIGHT")
    mine, other = projected(days(5), obligation__lead=office), projected(days(5))

    led, none = (signed_in.get(f"{URL}?lead={lead}").text for lead in (office.pk, "none"))

    assert mine.reference in led
    assert other.reference not in led
    assert other.reference in none
    assert mine.reference not in none


@on_the_day
def test_more_obligations_than_a_page_projects_are_said(signed_in, monkeypatch):
    monkeypatch.setattr("apps.reporting.forecast_page.MOST_PROJECTED", 3)
    monkeypatch.setattr("apps.reporting.forecast_page.MOST_MADE", 2)
    for number in (5, 6, 7):
        planned(days(number))
    assert "Projected" not in signed_in.get(URL).text

    hidden = projected(days(1))
    page = signed_in.get(URL).text

    assert hidden.reference not in page
    assert "the first 2 of 3 cycles that are planned" in page
    assert "3 fall due" in page


@on_the_day
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=soon", "From: “soon”"),
        ("to=2026-02-30", "To: “2026-02-30”"),
        ("from=2027-01-02&to=2027-01-01", "2027-01-02 is after 2027-01-01"),
        ("from=2026-01-01&to=2100-01-01", "is more than 30 years"),
        ("from=0001-01-01", "0001-01-01 is too far off"),
        ("from=9999-12-31", "9999-12-31 is too far off"),
        ("lead=99999", "Lead office: “99999”"),
        ("page=two", "Page: “two”"),
    ],
)
def test_what_is_not_understood_is_refused_and_quoted(query, words, signed_in):
    projected(days(5))

    response = signed_in.get(f"{URL}?{query}")

    assert response.status_code == 400
    assert words in response.text
    assert '<th scope="row">' not in response.text


@on_the_day
def test_an_obligation_that_cannot_be_projected_is_named(signed_in):
    daily = CadenceFactory(kind="every", period="P1D").obligation

    response = signed_in.get(f"{URL}?from=2027-01-01&to=2050-01-01")

    assert response.status_code == 400
    assert f"{daily.reference}: Every P1D" in response.text


@on_the_day
def test_a_page_too_far_on_is_the_last(signed_in):
    projected(days(5))

    assert "1 falls due, 1 of them projected" in signed_in.get(f"{URL}?page=99").text


@on_the_day
def test_where_nothing_falls_due_it_says_so(signed_in):
    ObligationFactory()

    assert "Nothing falls due in these days." in signed_in.get(URL).text


@on_the_day
def test_the_fragment_is_a_part_of_the_page(signed_in):
    projected(days(5))

    page = signed_in.get(URL).text
    fragment = signed_in.get(URL, headers=FRAGMENT).text

    assert fragment.strip() in page
    assert "<html" not in fragment


@on_the_day
def test_the_page_costs_the_same_queries_at_any_length(signed_in):
    def add():
        projected(days(5), obligation__lead=OfficeFactory())
        planned(days(6))

    def cost():
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(URL)
        return len(queries)

    add()
    signed_in.get(URL)
    with_one = cost()
    for _ in range(19):
        add()

    assert cost() == with_one


@on_the_day
def test_the_register_of_cycles_leads_to_it(signed_in):
    assert f'href="{URL}">Forecast: what' in signed_in.get("/register/cycles/").text
