"""A new report of a series proposes itself for every riding obligation; a person confirms each."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.accounts.models import Office
from apps.reporting.models import Response
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    DocumentFactory,
    ObligationFactory,
    OfficeFactory,
    SeriesFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def first_of_july():
    with time_machine.travel(dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def series():
    return SeriesFactory()


def ride(series, lead=None, due_on=dt.date(2026, 12, 31)):
    """An obligation that rides on the series, with one open cycle."""
    obligation = ObligationFactory(series=series, lead=lead)
    cadence = CadenceFactory(obligation=obligation, kind="series", period="", series=series)
    return CycleFactory(cadence=cadence, due_on=due_on)


def answers(series, document):
    return reverse("followups:series-answers", args=[series.pk, document.pk])


def test_a_report_that_has_come_is_of_the_series_and_shows_what_it_may_answer(officer, series):
    cycle = ride(series)
    CycleFactory(cadence=cycle.cadence, due_on=dt.date(2028, 12, 31))
    other = CycleFactory()
    data = {"symbol": "A/81/302", "issued_on": "2026-06-30", "title": "Lamps"}

    page = officer.post(
        reverse("followups:series-report", args=[series.pk]), data, follow=True
    ).text

    assert str(series.reports.get()) == "A/81/302"
    assert "31 December 2026" in page
    assert "2028" not in page  # only the first that waits
    assert str(other.obligation) not in page
    assert not Response.objects.exists()


def test_each_is_confirmed_by_a_person(officer, series):
    first, second = ride(series), ride(series)
    report = DocumentFactory(kind="report", symbol="A/81/302", adopted_on=dt.date(2026, 6, 30))
    series.reports.add(report)

    officer.post(
        answers(series, report),
        {"cycle": first.pk, "finding": "partly-fulfilled", "paragraphs": "12"},
    )

    response = Response.objects.get()
    assert (response.cycle, response.document, response.paragraphs) == (first, report, "12")
    page = officer.get(answers(series, report)).text
    assert str(first.obligation) not in page.partition("<article")[2]
    assert str(second.obligation) in page


def test_a_focal_point_confirms_for_the_own_office_only(client_as, series):
    focal = client_as("focal point")
    other = ride(series, lead=OfficeFactory(short="OTHER"))
    mine = ride(series, lead=Office.objects.get(short="DPPA"))
    report = DocumentFactory(kind="report", symbol="A/81/302")
    series.reports.add(report)

    data = {"cycle": other.pk, "finding": "fulfilled"}
    assert focal.post(answers(series, report), data).status_code == 403
    assert focal.post(answers(series, report), data | {"cycle": mine.pk}).status_code == 302


@pytest.mark.parametrize("data", [{}, {"cycle": "x", "finding": "fulfilled"}, {"cycle": 1}])
def test_an_answer_that_cannot_be_read_is_refused(officer, series, data):
    report = DocumentFactory(kind="report", symbol="A/81/302")
    series.reports.add(report)

    assert officer.post(answers(series, report), data).status_code == 422


def test_a_report_without_a_date_is_asked_for_it(officer, series):
    url = reverse("followups:series-report", args=[series.pk])

    response = officer.post(url, {"symbol": "A/81/302"})

    assert response.status_code == 422
    assert "say on which day it was issued" in response.text


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_costs_the_same_queries_at_any_length(
    rows, officer, series, django_assert_num_queries
):
    for _ in range(rows):
        ride(series)
    report = DocumentFactory(kind="report", symbol="A/81/302")
    series.reports.add(report)
    officer.get(answers(series, report))

    with django_assert_num_queries(10):
        officer.get(answers(series, report))
