"""The summary and the figures: every number in a sentence stands in a table."""

import datetime as dt

import pytest

from tests.exports.report.report import row, told
from tests.factories import CadenceFactory, CycleFactory, ObligationFactory, OfficeFactory
from tests.reporting.days import days

pytestmark = pytest.mark.django_db
SUMMARY = "part=summary"
FIGURES = "part=figures"
OLDEST = "2 cycles are overdue; the oldest was due on 17 August 2026, 100 days ago:"
YEAR = (
    "4 cycles fell due from 25 November 2025 to 24 November 2026: "
    "answered on time 1, answered late 1, not answered 2."
)


@pytest.fixture
def cycles():
    """One obligation with all that can be told, and another."""
    lamps = ObligationFactory(lead=OfficeFactory(short="DPPA"))
    cadence = CadenceFactory(obligation=lamps)
    for due_on in (days(-100), days(-3), days(30), days(31), None):
        CycleFactory(cadence=cadence, due_on=due_on)
    CycleFactory(cadence=cadence, due_on=days(-200), answered=True)
    CycleFactory(cadence=cadence, due_on=days(-201), answered_late=True)
    CycleFactory(cadence=cadence, due_on=days(-202), waived=True)
    CycleFactory(cadence=cadence, due_on=days(-800), answered=True)
    CycleFactory(cadence__obligation__addressees=["council", "secretariat"], due_on=days(0))
    return lamps


def test_the_summary_tells_how_it_stands(cycles):
    lines = told(SUMMARY)

    assert lines == [
        "Summary",
        "The report covers 2 obligations with 10 cycles: dates or periods for which an answer is due.",
        f"{OLDEST} / {cycles.reference}",
        "2 cycles fall due by 25 December 2026, in the thirty days ahead.",
        YEAR,
        "1 cycle has no date, for the decision gives none: it is never counted as overdue.",
    ]


def test_every_number_of_the_summary_is_a_figure(cycles):
    lines = told(FIGURES)

    assert lines[1:10] == [
        "Obligations | 2",
        "Cycles | 10",
        "Open | 6",
        "Overdue | 2",
        "Due in thirty days | 2",
        "Without a date | 1",
        "Answered on time, of those due in the twelve months before | 1",
        "Answered late, of those due in the twelve months before | 1",
        "Not answered, of those due in the twelve months before | 2",
    ]


def test_figures_go_by_state_month_office_and_addressee(cycles):
    lines = told(FIGURES)

    assert row(lines, "Overdue").endswith("2")
    assert row(lines, "Waived") == "Waived | 1 | 10 %"
    assert row(lines, "November 2026") == "November 2026 | 0 | 0 | 1 | 1 | 2"
    assert row(lines, "December 2026") == "December 2026 | 0 | 0 | 0 | 2 | 2"
    assert row(lines, "Q2 2026") == "Q2 2026 | 50 | 100"
    assert row(lines, "DPPA") == "DPPA | 5 | 2 | 1 | 1 | 1 | 1"
    assert row(lines, "No lead office") == "No lead office | 1 | 0 | 1 | 0 | 0 | 0"
    assert row(lines, "Issuing body") == row(lines, "Secretariat").replace(
        "Secretariat", "Issuing body"
    )
    assert "A cycle whose obligation is addressed to two counts for both." in lines


def test_one_of_everything_is_said_in_the_singular():
    CycleFactory(due_on=days(-1))

    lines = told(SUMMARY)

    assert lines[1].startswith("The report covers 1 obligation with 1 cycle:")
    assert lines[2].startswith("1 cycle is overdue: it was due on 24 November 2026, 1 day ago:")


def test_nothing_is_told_of_states_that_the_filter_leaves_out(cycles):
    lines = told(f"{SUMMARY}&{FIGURES}&state=overdue")

    assert [line for line in lines if "fall due" in line or "fell due" in line] == []
    assert "The filter keeps to some states: how the others stand is not told here." in lines
    assert row(lines, "DPPA") == "DPPA | 2"
    assert "Due in thirty days | 0" not in lines


def test_an_empty_scope_says_so():
    lines = told(f"{SUMMARY}&{FIGURES}&text=nowhere")

    assert "Nothing in scope: no cycle matches the filter." in lines


def test_quiet_times_are_said_in_words():
    CycleFactory(due_on=days(400))

    lines = told(SUMMARY)

    assert lines[2:] == [
        "Nothing is overdue.",
        "Nothing falls due by 25 December 2026, in the thirty days ahead.",
        "Nothing fell due from 25 November 2025 to 24 November 2026.",
    ]


def test_the_same_cycle_stands_otherwise_on_another_day():
    decided_at = dt.datetime(2021, 4, 20, tzinfo=dt.UTC)
    CycleFactory(cadence__obligation=ObligationFactory(decided_at=decided_at), due_on=days(-10))

    assert "Nothing is overdue." in told(f"{SUMMARY}&as_at={days(-10)}")
    assert "1 cycle falls due by 15 December 2026, in the thirty days ahead." in told(
        f"{SUMMARY}&as_at={days(-10)}"
    )
    assert any("1 cycle is overdue" in line for line in told(f"{SUMMARY}&as_at={days(-9)}"))
