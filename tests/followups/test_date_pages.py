"""Pages on which dates change: new versions, extensions, the programme of a report."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.documents.models import Document
from apps.obligations.models import Cadence
from apps.reporting.models import Cycle, Extension
from apps.reporting.plan import plan
from tests.factories import CadenceFactory, CycleFactory, DocumentFactory, EntryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def first_of_july():
    with time_machine.travel(dt.datetime(2021, 7, 1, 12, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def cadence():
    """Every six months from 19 April 2021, planned to the end of 2022."""
    made = CadenceFactory()
    plan(type(made.obligation).objects.all(), until=dt.date(2022, 12, 31))
    return made


def amend(client, cadence, **fields):
    data = {
        "version": cadence.obligation.version,
        "number": 1,
        "kind": "every",
        "count": 1,
        "unit": "Y",
        "symbol": "S/2021/613",
        "issued_on": "2021-06-20",
        "holds_from": "2021-11-01",
    } | fields
    return client.post(reverse("followups:cadence-amend", args=[cadence.pk]), data)


def due_dates():
    return [str(day) for day in Cycle.objects.order_by("due_on").values_list("due_on", flat=True)]


def test_a_preview_says_what_a_new_version_would_do_and_does_nothing(officer, cadence):
    before = due_dates()

    page = amend(officer, cadence)

    assert page.status_code == 200
    assert "1 November 2022" in page.text
    assert "19 April 2022" in page.text
    assert due_dates() == before == ["2021-10-19", "2022-04-19", "2022-10-19"]
    assert not Document.objects.with_symbol("S/2021/613").exists()
    assert Cadence.objects.count() == 1


def test_a_new_version_rebuilds_what_nobody_touched_and_names_its_basis(officer, cadence):
    response = amend(officer, cadence, do="1")

    assert response.status_code == 302
    assert due_dates() == ["2021-10-19", "2022-11-01", "2023-11-01"]
    new = Cadence.objects.get(version=2)
    assert (str(new.basis_document), new.created_by) == ("S/2021/613", officer.person)
    page = officer.get(reverse("followups:obligation-detail", args=[cadence.obligation_id])).text
    assert "version 2 of the rhythm holds from 1 November 2021" in page


def test_a_cycle_that_somebody_worked_on_is_kept_and_said(officer, cadence):
    touched = Cycle.objects.get(due_on="2022-04-19")
    EntryFactory(obligation=cadence.obligation, cycle=touched)

    page = amend(officer, cadence).text
    amend(officer, cadence, do="1")

    assert "because somebody has worked on them" in page
    assert due_dates() == ["2021-10-19", "2022-04-19", "2022-11-01", "2023-11-01"]


def test_two_who_change_one_obligation_are_told(officer, cadence):
    response = amend(officer, cadence, version=cadence.obligation.version + 1, do="1")

    assert response.status_code == 422
    assert "changed meanwhile" in response.text
    assert Cadence.objects.count() == 1
    assert not Document.objects.with_symbol("S/2021/613").exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"count": ""}, "This kind of cadence needs it"),
        ({"kind": "session"}, "This kind of cadence needs it"),
        ({"kind": "midterm"}, "This kind of cadence needs it"),
        ({"symbol": "nonsense"}, "This is not a symbol"),
        ({"issued_on": "2031-01-01", "do": "1"}, "still to come"),
        ({"issued_on": "", "do": "1"}, "is not here yet"),
        ({"holds_from": "2020-01-01"}, "cannot hold from 1 January 2020"),
        ({"count": "9999"}, "longer than a hundred years"),
        ({"unit": "D", "count": "1", "holds_from": "2021-11-01", "start_on": "1946-01-01"}, "more than"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words_and_what_was_typed_stays(
    officer, cadence, fields, words
):
    response = amend(officer, cadence, **fields)

    assert response.status_code == 422
    assert words in response.text
    assert Cadence.objects.count() == 1


def test_an_event_gets_its_day_from_a_person(officer):
    cadence = CadenceFactory(kind="event", period="")
    plan(type(cadence.obligation).objects.all(), until=dt.date(2022, 12, 31))

    amend(officer, cadence, kind="event", count="", on="2021-12-01", do="1")

    cycle = Cycle.objects.get()
    assert str(cycle.due_on) == "2021-12-01"
    assert cycle.derivation["rule"] == "given"


def extend(client, cycle, **fields):
    data = {"due_on": "2021-08-01", "reason": "More time", "symbol": "S/2021/614"}
    url = reverse("followups:cycle-extend", args=[cycle.pk])
    return client.post(url, data | {"issued_on": "2021-06-01"} | fields)


def test_an_extension_moves_the_date_and_keeps_what_the_decision_gives(officer):
    cycle = CycleFactory(due_on=dt.date(2021, 7, 15))

    assert extend(officer, cycle).status_code == 302
    extend(officer, cycle, due_on="2021-09-01", reason="And more")

    cycle.refresh_from_db()
    assert (str(cycle.mandated_on), str(cycle.due_on)) == ("2021-07-15", "2021-09-01")
    cycle.obligation.refresh_from_db()
    assert str(cycle.obligation.next_due_on) == "2021-09-01"
    moves = [(str(e.former_due_on), str(e.due_on)) for e in Extension.objects.all()]
    assert moves == [("2021-07-15", "2021-08-01"), ("2021-08-01", "2021-09-01")]
    page = officer.get(reverse("followups:obligation-detail", args=[cycle.obligation_id])).text
    assert "S/2021/614 moved it from 15 July 2021 to 1 August 2021: More time" in page


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"due_on": None}, "without a date"),
        ({"due_on": dt.date(2021, 7, 1), "answered": True}, "answered or waived"),
        ({"due_on": dt.date(2021, 8, 1)}, "due on 1 August 2021 already"),
    ],
)
def test_what_cannot_be_extended_says_why(officer, state, words):
    response = extend(officer, CycleFactory(**state))

    assert response.status_code == 422
    assert words in response.text
    assert not Extension.objects.exists()
    assert not Document.objects.with_symbol("S/2021/614").exists()


def test_slot_and_issue_are_derived_on_request_and_saved_only_when_asked(officer):
    cycle = CycleFactory(due_on=dt.date(2021, 12, 31))
    url = reverse("followups:cycle-programme", args=[cycle.pk])

    shown = officer.post(url, {"considered_on": "2021-12-13", "derive": "1"})

    assert 'value="2021-10-04"' in shown.text  # ten weeks before
    assert "1 November 2021" in shown.text  # six weeks before
    cycle.refresh_from_db()
    assert cycle.slot_on is None
    officer.post(url, {"considered_on": "2021-12-13", "slot_on": "2021-10-04"})
    cycle.refresh_from_db()
    assert (str(cycle.slot_on), str(cycle.due_on)) == ("2021-10-04", "2021-12-31")


def test_nothing_is_derived_from_no_day(officer):
    url = reverse("followups:cycle-programme", args=[CycleFactory().pk])

    assert officer.post(url, {"derive": "1"}).status_code == 422


def test_a_basis_that_is_here_is_named_by_its_symbol_alone(officer, cadence):
    letter = DocumentFactory(symbol="S/2021/700", kind="letter")

    amend(officer, cadence, symbol="s/2021/700", issued_on="", do="1")

    assert Cadence.objects.get(version=2).basis_document == letter
