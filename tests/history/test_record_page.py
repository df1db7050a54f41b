"""The page of one record: what it was made with and each change, in words of the reader."""

import pytest
from django.urls import reverse

from tests.conftest import FRAME
from tests.factories import ObligationFactory, SeriesFactory
from tests.history.pages import TODAY, URL, changes, of, shown

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_of_a_record_costs_the_same_queries(rows, signed_in, django_assert_num_queries):
    series = SeriesFactory()
    for number in range(rows):
        series.name = str(number)
        series.save()

    # whether it is there, the newest, count, keys, rows, its making
    with django_assert_num_queries(FRAME + 6):
        signed_in.get(of(series))


def test_the_page_of_a_record_says_what_it_was_made_with_and_each_change(obligation, signed_in):
    page = signed_in.get(of(obligation)).text

    assert shown(page) == changes(kind="obligations.obligation")
    assert 'Class of the verb: <span dir="auto">requests' in page.replace("Requests", "requests")
    assert "<ins>Harbours</ins>" in page
    assert "Only the obligation" in page


def test_the_page_of_an_obligation_shows_on_demand_what_hangs_on_it(obligation, signed_in):
    assert shown(signed_in.get(of(obligation, all=1)).text) == changes(obligation=obligation.pk)


def test_codes_dates_and_lists_are_words_of_the_reader(signed_in):
    obligation = ObligationFactory()
    obligation.deliverable, obligation.review_on = ["briefing"], TODAY
    obligation.finding = "partly-fulfilled"
    obligation.save()
    signed_in.cookies["django_language"] = "fr"

    page = signed_in.get(of(obligation)).text

    assert "1 juillet 2026" in page
    signed_in.cookies["django_language"] = "en"
    page = signed_in.get(of(obligation)).text
    assert "<ins>Partly fulfilled</ins>" in page
    assert "<ins>1 July 2026</ins>" in page
    assert "<ins>briefing</ins>" in page.lower()
    assert "Look at again on" in page


def test_a_long_text_shows_what_changed_inside(signed_in):
    obligation = ObligationFactory(act=f"Report on the lamps {'of the harbour ' * 9}every year")
    obligation.act = obligation.act.replace("lamps", "lighthouses").replace("every ", "")
    obligation.save()

    page = signed_in.get(of(obligation)).text

    assert "Report on the " in page
    assert "<del>lamps</del>" in page
    assert "<ins>lighthouses</ins>" in page
    assert "<del>every</del>" in page
    assert "(taken out:" in page


def test_the_obligations_page_shows_its_newest_changes_and_leads_to_all(obligation, signed_in):
    page = signed_in.get(reverse("followups:obligation-detail", args=[obligation.pk])).text

    assert "<ins>Harbours</ins>" in page
    assert f'href="{of(obligation)}?all=1"' in page


@pytest.mark.parametrize("url", ["no.such/1/", "obligations.obligation/999/", "x/1/", "a.b.c/1/"])
def test_what_has_no_history_is_not_found(url, officer):
    assert officer.get(f"{URL}{url}").status_code == 404
