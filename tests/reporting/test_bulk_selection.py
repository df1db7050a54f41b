"""Rows are selected to be changed at once: by box, by key or all that match, up to a bound."""

import datetime as dt

import pytest

from apps.obligations.models import Obligation
from tests.factories import CycleFactory, ObligationFactory
from tests.reporting.bulk_edits import CYCLES, URL, do, fresh, preview, rows, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_only_who_may_change_sees_boxes(client_as, client):
    obligation = ObligationFactory()

    for role in ("reader", "auditor", "focal point"):
        assert f'id="row-{obligation.pk}"' not in client_as(role).get("/register/obligations/").text
    for role in ("officer", "manager"):
        page = client_as(role).get("/register/obligations/").text
        assert f"Select {obligation.reference}" in page
        assert "All 1 that matches" in page


def test_a_focal_point_selects_cycles_to_log_on_them(client_as):
    cycle = CycleFactory()

    page = client_as("focal point").get("/register/cycles/").text

    assert f'id="row-{cycle.pk}"' in page
    assert "Log on these…" in page
    assert "Change their obligations…" not in page


def test_boxes_of_a_plain_form_select(officer):
    one, other, third = rows(3)

    page = officer.post(URL, {"row": [one.pk, other.pk]})

    assert "Selected: 2 obligations" in words_of(page)
    assert f'name="rows" value="{one.pk},{other.pk}"' in page.text
    assert third.reference not in page.text


def test_cycles_select_their_obligations_each_once(officer, scad):
    cycle = CycleFactory(due_on=dt.date(2027, 1, 1))
    second = CycleFactory(cadence=cycle.cadence, due_on=dt.date(2027, 7, 1))

    page = preview(officer, [cycle, second], CYCLES, lead=scad.pk)

    assert "2 cycles (of 1 obligation)" in words_of(page)
    assert "1 obligation would change." in page.text


def test_all_that_match_are_asked_for_again_and_a_difference_is_said(officer, scad):
    rows(2, lead=scad)
    other = ObligationFactory()

    page = officer.post(URL, {"all": "5", "query": f"lead={scad.pk}"})

    assert "Selected: 2 obligations" in words_of(page)
    assert "When you chose all, 5 matched; now it is 2." in page.text
    page = officer.post(
        URL, {"all": "2", "query": f"lead={scad.pk}", "lead": "none", "step": "preview"}
    )
    assert "When you chose all" not in page.text
    do(officer, page)
    assert Obligation.objects.filter(lead=None).count() == 3
    assert fresh(other).version == 1


def test_nothing_selected_is_said(officer):
    response = officer.post(URL)

    assert response.status_code == 422
    assert "Tick rows in the register first" in response.text


@pytest.mark.parametrize("sent", [{"row": "x"}, {"rows": "1,²"}, {"all": "-1"}, {"rows": "9" * 30}])
def test_what_names_no_row_is_quoted(sent, officer):
    response = officer.post(URL, sent)

    assert response.status_code == 422
    assert f"“{next(iter(sent.values())).split(',')[-1]}” is no row" in response.text


def test_a_filter_that_is_not_understood_is_quoted(officer):
    response = officer.post(URL, {"all": "1", "query": "due_after=soon"})

    assert response.status_code == 422
    assert "soon" in response.text


def test_more_than_the_bound_are_refused(officer, settings):
    settings.BULK_MAX_ROWS = 2

    one_by_one = officer.post(URL, {"rows": ",".join(str(o.pk) for o in rows(3))})
    all_of_them = officer.post(URL, {"all": "3", "query": ""})

    for response in (one_by_one, all_of_them):
        assert response.status_code == 422
        assert "3 rows are selected; at most 2 are changed at once" in response.text


def test_forged_keys_and_drafts_are_not_of_the_register(officer, scad):
    mine, draft = ObligationFactory(), ObligationFactory(draft=True)

    page = preview(officer, [mine, draft], lead=scad.pk)
    assert "1 of the rows selected is not in this register." in page.text
    do(officer, page)

    assert fresh(mine).lead == scad
    assert fresh(draft).lead is None


def test_there_are_two_registers(officer):
    assert officer.get("/register/secrets/change/").status_code == 404
