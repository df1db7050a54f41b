"""What changed between two days in the table of reporting and mandate cycles."""

import datetime as dt

import pytest

from apps.obligations.codes import CadenceKind
from apps.reporting import cycles_diff
from apps.reporting.cycles_diff import Diff
from apps.reporting.cycles_rows import lines
from tests.factories import DocumentFactory, ExtensionFactory, ResponseFactory

from .cycles import TODAY, ask, due, rhythm

pytestmark = pytest.mark.django_db
OCTOBER = dt.date(2026, 10, 1)
BETWEEN = dt.date(2026, 11, 1)
MAY = dt.date(2027, 5, 15)
A_DAY = dt.timedelta(days=1)


def diff(since=OCTOBER, on=TODAY):
    return Diff(lines(on=since), lines(on=on), since=since, on=on)


def steps(found=None):
    return [
        (step.column, step.old, step.new)
        for changed in (found or diff()).changed
        for step in changed.steps
    ]


def test_a_row_that_was_accepted_since_is_new():
    rhythm(ask("Old"))
    rhythm(ask("New", accepted_on=BETWEEN))

    found = diff()

    assert [row.subject for row in found.new] == ["New"]
    assert found.counts == {"new": 1, "gone": 0, "changed": 0}


def test_a_row_that_was_closed_since_is_gone_with_its_reason():
    rhythm(ask("Gone", state="closed", reason="Restated", finding_on=BETWEEN))
    rhythm(ask("Long gone", state="closed", reason="Done", finding_on=OCTOBER))

    found = diff()

    assert [(row.subject, row.obligation.reason) for row in found.gone] == [("Gone", "Restated")]
    assert found.counts == {"new": 0, "gone": 1, "changed": 0}


def test_what_happened_before_or_after_the_span_is_no_change():
    first, second, third = due(rhythm(ask()), OCTOBER - A_DAY, MAY, dt.date(2027, 11, 15))
    ResponseFactory(cycle=first, judged_on=OCTOBER)
    ResponseFactory(cycle=second, judged_on=TODAY + A_DAY)
    third.waived_on, third.waived_reason = TODAY + A_DAY, "Not needed"
    third.save()

    assert diff().counts == {"new": 0, "gone": 0, "changed": 0}


def test_a_date_that_passed_without_an_answer_moves_next_due():
    due(rhythm(ask()), BETWEEN, MAY)

    assert steps() == [
        ("Next due", "1 November 2026", "15 May 2027"),
        ("Outstanding since", "none", "1 November 2026"),
    ]


def test_a_report_that_came_is_the_last_one_now():
    cycle, _next = due(rhythm(ask()), MAY, dt.date(2027, 11, 15))
    report = DocumentFactory(symbol="S/2026/900", adopted_on=BETWEEN)
    ResponseFactory(cycle=cycle, document=report, judged_on=BETWEEN)

    assert steps() == [
        ("Last report", "none", "S/2026/900 (1 November 2026)"),
        ("Next due", "15 May 2027", "15 November 2027"),
    ]


def test_a_new_version_of_the_cadence_is_said_with_its_basis():
    obligation = ask()
    rhythm(obligation, until_on=BETWEEN)
    note = DocumentFactory(symbol="S/2026/657")
    second = rhythm(
        obligation,
        version=2,
        period="P1M",
        holds_from=BETWEEN,
        recorded_on=BETWEEN,
        basis_document=note,
        basis_paragraph="",
    )
    due(second, TODAY)

    found = steps()

    assert found[0] == (
        "Cadence",
        "Every six months until 1 November 2026 (19 October 2026)",
        "Every month (25 November 2026)",
    )
    assert found[1][0] == "Legal basis"
    assert found[1][2].endswith("; S/2026/657")


def test_a_new_version_that_gives_no_date_is_told_too():
    obligation = ask()
    rhythm(obligation, kind=CadenceKind.UNDATED)
    values = {"kind": CadenceKind.EVENT, "version": 2, "holds_from": BETWEEN}
    rhythm(obligation, recorded_on=BETWEEN, **values)

    assert steps() == [("Cadence", "As appropriate", "When it happens")]


def test_an_extension_moves_next_due():
    (cycle,) = due(rhythm(ask(), kind=CadenceKind.ONCE, on=TODAY), TODAY)
    ExtensionFactory(cycle=cycle, former_due_on=TODAY, due_on=MAY, recorded_on=BETWEEN)
    cycle.due_on = MAY
    cycle.save()

    assert steps() == [("Next due", "25 November 2026", "15 May 2027")]


def test_a_date_that_passed_before_it_was_extended_is_found():
    (cycle,) = due(rhythm(ask()), BETWEEN)
    extended_on = TODAY + A_DAY
    ExtensionFactory(cycle=cycle, former_due_on=BETWEEN, due_on=MAY, recorded_on=extended_on)
    cycle.due_on = MAY
    cycle.save()

    assert ("Outstanding since", "none", "1 November 2026") in steps()


def test_a_waiver_ends_what_was_outstanding():
    (cycle,) = due(rhythm(ask()), OCTOBER - A_DAY)
    cycle.waived_on, cycle.waived_reason = BETWEEN, "Not needed"
    cycle.save()

    assert ("Outstanding since", "30 September 2026", "none") in steps()


def test_only_the_part_that_changed_is_told():
    obligation = ask()
    due(rhythm(obligation, number=1), MAY)
    due(rhythm(obligation, number=2, kind=CadenceKind.MANDATE, period="P1Y"), BETWEEN, MAY)

    (changed,) = diff().changed

    assert changed.row.part == 0


def test_of_each_sort_only_so_many_are_fetched_and_all_are_counted(monkeypatch):
    monkeypatch.setattr(cycles_diff, "AT_ONCE", 2)
    for _n in range(3):
        rhythm(ask(accepted_on=BETWEEN))

    found = diff()

    assert (len(found.new), found.counts["new"], found.is_cut) == (2, 3, True)


@pytest.mark.parametrize("number", [1, 20])
def test_it_costs_the_same_queries_at_any_length(number, django_assert_num_queries):
    for _n in range(number):
        rhythm(ask("New", accepted_on=BETWEEN))
        rhythm(ask("Gone", state="closed", reason="Done", finding_on=BETWEEN))
        first, _second = due(rhythm(ask()), BETWEEN, MAY)
        ResponseFactory(cycle=first, judged_on=BETWEEN)

    with django_assert_num_queries(3 + 1 + 1 + 1 + 2):
        # keys; rows that are new, gone, as they were and as they are, with their last reports
        found = diff()
        assert found.counts == dict.fromkeys(("new", "gone", "changed"), number)
        assert len(found.new) == len(found.gone) == len(found.changed) == number
