"""Reports that recur by themselves."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import FRAGMENT
from tests.factories import (
    ActorFactory,
    CycleFactory,
    DocumentFactory,
    ObligationFactory,
    SeriesFactory,
)
from tests.reporting.days import TODAY, days, on_the_day

pytestmark = pytest.mark.django_db
LIST = "/register/series/"


@pytest.mark.parametrize(
    ("anchor_on", "period", "expected"),
    [
        (dt.date(2018, 12, 31), "P2Y", dt.date(2026, 12, 31)),
        (TODAY, "P2Y", TODAY),
        (days(-1), "P2Y", dt.date(2028, 11, 24)),
        (dt.date(2030, 1, 31), "P6M", dt.date(2027, 1, 31)),
        (dt.date(2026, 8, 31), "P6M", dt.date(2027, 2, 28)),
        (None, "", None),
    ],
)
def test_the_next_report_is_expected_on_the_first_day_of_the_rhythm_from_today(
    anchor_on, period, expected
):
    series = SeriesFactory(anchor_on=anchor_on, period=period)

    assert series.next_on(on=TODAY) == expected


@on_the_day
def test_the_list_says_who_how_often_when_next_and_how_many(signed_in):
    series = SeriesFactory(name="Biennial report", author=ActorFactory(acronym="SG"))
    series.reports.add(*DocumentFactory.create_batch(2, adopted_on=dt.date(2022, 9, 1)))
    for state in ({}, {"closed": True}, {"draft": True}):
        ObligationFactory(series=series, **state)

    page = signed_in.get(LIST).text

    assert f'<a href="/register/series/{series.pk}/">Biennial report</a>' in page
    assert "SG" in page
    assert "2 years" in page
    assert '<time datetime="2026-12-31">' in page
    assert '<time datetime="2022-09-01">' in page
    assert 'data-label="Reports" class="num">2</td>' in page
    assert 'data-label="Obligations" class="num">2</td>' in page


@on_the_day
def test_an_empty_list_says_what_belongs_there(signed_in):
    assert "A series stands here once" in signed_in.get(LIST).text


@on_the_day
@pytest.mark.parametrize("sort", ["name", "-author", "last_report_on", "-reports_so_far", "riding"])
def test_the_list_sorts(sort, signed_in):
    SeriesFactory()

    assert signed_in.get(f"{LIST}?sort={sort}").status_code == 200


@on_the_day
def test_the_list_costs_the_same_queries_at_any_length(signed_in):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(LIST)
        return len(queries)

    SeriesFactory(author=ActorFactory())
    signed_in.get(LIST)
    with_one = cost()
    for _ in range(19):
        SeriesFactory(author=ActorFactory()).reports.add(DocumentFactory())

    assert cost() == with_one


@on_the_day
def test_the_fragment_is_a_part_of_the_page(signed_in):
    series = SeriesFactory()
    CycleFactory(cadence__obligation=ObligationFactory(series=series))

    for url in (LIST, f"{LIST}{series.pk}/"):
        page = signed_in.get(url).text
        fragment = signed_in.get(url, headers=FRAGMENT).text
        assert fragment.strip() in page
        assert "<html" not in fragment


@on_the_day
def test_a_series_shows_its_reports_and_what_rides_on_it(signed_in):
    series = SeriesFactory(author=ActorFactory(name_en="Secretary-General"))
    report = DocumentFactory(symbol="S/2022/663")
    series.reports.add(report)
    riding = ObligationFactory(series=series)
    CycleFactory(cadence__obligation=riding, due_on=days(36))
    draft = ObligationFactory(series=series, draft=True)

    page = signed_in.get(f"{LIST}{series.pk}/").text

    assert "Secretary-General" in page
    assert "in 36 days" in page
    assert f'<a href="{report.get_absolute_url()}">S/2022/663</a>' in page
    assert riding.reference in page
    assert draft.reference not in page


@on_the_day
def test_a_series_without_a_rhythm_says_so(signed_in):
    series = SeriesFactory(period="", anchor_on=None)

    page = signed_in.get(f"{LIST}{series.pk}/").text

    assert "No fixed rhythm" in page
    assert "No report of this series is here yet." in page
    assert "No obligation rides on this series." in page


@on_the_day
def test_a_series_that_is_not_there_is_not_found(signed_in):
    assert signed_in.get(f"{LIST}99/").status_code == 404
