"""Answers to cycles."""

import datetime as dt

import pytest

from apps.documents.models import Document
from apps.reporting.respond import AlreadyLinked, DateNeeded, WrongDate, report, respond, waive
from tests.factories import CycleFactory, DocumentFactory, UserFactory
from tests.history.forget import forget

pytestmark = pytest.mark.django_db
DUE = dt.date(2022, 4, 19)
TODAY = dt.date(2022, 6, 1)


@pytest.fixture
def cycle():
    return CycleFactory(due_on=DUE)


@pytest.fixture
def anna():
    return UserFactory(name="Anna")


def answer(cycle, by, finding="fulfilled", issued_on=DUE):
    document = DocumentFactory(kind="report", adopted_on=issued_on)
    return respond(cycle, document, finding=finding, by=by, on=TODAY)


def test_a_cycle_is_answered_on_the_day_its_report_was_issued(cycle, anna):
    answer(cycle, anna)

    cycle.refresh_from_db()
    assert (cycle.answered_on, cycle.finding) == (DUE, "fulfilled")
    cycle.obligation.refresh_from_db()
    assert cycle.obligation.next_due_on is None


def test_a_finding_has_its_day_and_person(cycle, anna):
    response = answer(cycle, anna)

    assert (response.judged_by, response.judged_on) == (anna, TODAY)


def test_the_first_of_two_answers_gives_the_day_and_the_newest_the_finding(cycle, anna):
    answer(cycle, anna, "partly-fulfilled", issued_on=DUE)
    answer(cycle, anna, "fulfilled", issued_on=TODAY)

    cycle.refresh_from_db()
    assert (cycle.answered_on, cycle.finding) == (DUE, "fulfilled")


@pytest.mark.parametrize("finding", ["not-started", "not-applicable"])
def test_a_report_that_answers_nothing_leaves_the_cycle_open(finding, cycle, anna):
    answer(cycle, anna, finding)

    cycle.refresh_from_db()
    assert cycle.answered_on is None


def test_a_document_is_linked_to_a_cycle_once(cycle, anna):
    response = answer(cycle, anna)

    with pytest.raises(AlreadyLinked, match="linked"):
        respond(cycle, response.document, finding="fulfilled", by=anna, on=TODAY)


def test_a_report_that_is_not_here_is_entered_by_symbol_and_day(anna):
    document = report("A/79/302", issued_on=DUE, title="Cooperation", by=anna, on=TODAY)

    assert (document.symbol, document.kind, document.adopted_on) == ("A/79/302", "report", DUE)


def test_a_report_that_is_not_here_needs_its_day(anna):
    with pytest.raises(DateNeeded, match="A/79/302"):
        report("A/79/302", issued_on=None, title="", by=anna, on=TODAY)

    assert not Document.objects.exists()


def test_a_report_that_is_here_is_found_by_its_symbol(anna):
    known = DocumentFactory(symbol="A/79/302")

    assert report("a/79/302", issued_on=None, title="", by=anna, on=TODAY) == known


def test_a_waived_cycle_has_a_reason_and_is_not_open(cycle):
    waive(cycle, on=TODAY, reason="Withdrawn by the Council")

    cycle.obligation.refresh_from_db()
    assert cycle.obligation.next_due_on is None
    assert cycle.waived_reason == "Withdrawn by the Council"


def test_the_state_before_the_first_change_is_kept(cycle, anna):
    forget(cycle.history.all())

    answer(cycle, anna)

    newest, former = cycle.history.all()
    assert (former.answered_on, newest.answered_on) == (None, DUE)
    assert former.history_user is None


@pytest.mark.parametrize("issued_on", [dt.date(2022, 6, 2), dt.date(2022, 1, 1)])
def test_a_day_that_lies_ahead_or_contradicts_the_document_is_refused(issued_on, anna):
    DocumentFactory(symbol="A/79/302", adopted_on=DUE)

    with pytest.raises(WrongDate, match=str(issued_on)):
        report("A/79/302", issued_on=issued_on, title="", by=anna, on=TODAY)


def test_what_was_answered_meanwhile_is_not_waived(cycle, anna):
    read_before = type(cycle).objects.get()
    answer(cycle, anna)

    assert not waive(read_before, on=TODAY, reason="Withdrawn")

    cycle.refresh_from_db()
    assert (cycle.answered_on, cycle.waived_on) == (DUE, None)
