"""The page of all changes: newest first, in parts, counted, at the same cost however many."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from apps.history import browse
from apps.history.models import Change
from tests.conftest import FRAGMENT, FRAME
from tests.factories import HolidayFactory, SeriesFactory
from tests.history.forget import forget
from tests.history.pages import URL, changes, of, shown

pytestmark = pytest.mark.django_db


def test_all_changes_stand_on_one_page_newest_first(obligation, officer):
    page = officer.get(URL).text

    mine = Change.objects.visible_to(officer.person).newest_first()
    assert shown(page) == [change.pk for change in mine]
    assert f"{len(mine)} changes" in page
    assert '<del dir="auto">Lamps</del>' in page
    assert "<ins>Harbours</ins>" in page
    assert "It was moved" in page


def test_the_fragment_is_a_part_of_the_page(obligation, officer):
    page, fragment = officer.get(URL).text, officer.get(URL, headers=FRAGMENT).text

    assert fragment.strip() in page
    assert "<html" not in fragment


@pytest.mark.parametrize("query", ["", "?reason=it%20moved"])
def test_the_page_is_the_same_where_there_are_many(query, obligation, officer, monkeypatch):
    SeriesFactory.create_batch(3)
    few = shown(officer.get(URL + query).text)
    monkeypatch.setattr(browse, "FEW", 0)

    assert shown(officer.get(URL + query).text) == few != []


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_costs_the_same_queries_at_any_length(rows, officer, django_assert_num_queries):
    forget(HolidayFactory().history.all())
    for number in range(rows):
        HolidayFactory(on=dt.date(2030, 1, number + 1))

    # people to choose, count, keys, rows
    with django_assert_num_queries(FRAME + 4):
        officer.get(URL)


def test_one_pages_through_by_key_there_and_back(officer, monkeypatch):
    monkeypatch.setattr(browse, "PER_PAGE", 3)
    series = SeriesFactory()
    moment = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
    for number in range(7):
        series.name = str(number)
        series._history_date = moment  # the same for all: the key decides
        series.save()
    url = f"{URL}?kind=obligations.series"
    pages = []
    while url:
        page = officer.get(url).text
        pages.append(shown(page))
        url = link(page, "page-older")

    assert [key for keys in pages for key in keys] == changes(kind="obligations.series")
    assert [len(keys) for keys in pages] == [3, 3, 2]
    back = officer.get(link(page, "page-newer")).text
    assert shown(back) == pages[1]
    assert shown(officer.get(link(back, "page-newer")).text) == pages[0]


def link(page, name):
    found = re.search(rf'id="{name}"[^>]* href="([^"]+)"', page)
    return found and found[1].replace("&amp;", "&")


def test_very_many_are_not_counted_to_the_end(officer, monkeypatch):
    monkeypatch.setattr(browse, "MOST_COUNTED", 2)
    SeriesFactory.create_batch(3)

    assert "More than 2 changes" in officer.get(URL).text


def test_a_request_leads_to_all_that_it_changed(obligation, officer):
    data = {"version": 3, "finding": "lapsed", "reason": "The mission ended"}
    officer.post(reverse("followups:obligation-close", args=[obligation.pk]), data)
    request = Change.objects.newest_first().first().request

    page = officer.get(URL, {"request": request}).text

    assert {c.kind for c in Change.objects.filter(pk__in=shown(page))} == {
        "obligations.obligation",
        "reporting.cycle",
    }
    assert f'?request={request}"' in page


def test_what_a_person_typed_is_text_on_the_page(officer):
    series = SeriesFactory(name="<script>alert(1)</script>")
    series.name = "<b>bold</b>"
    series.save()

    for url in (URL, of(series)):
        page = officer.get(url).text
        assert "<script>alert" not in page
        assert "<b>bold" not in page
