"""What the registers call a state, and what they find for it, agree."""

import pytest

from apps.obligations.models import Obligation
from apps.reporting.models import Cycle, TimingState
from apps.reporting.standing import CLOSED, STANDINGS, with_standing
from tests.factories import CadenceFactory, CycleFactory, ObligationFactory
from tests.reporting.days import TODAY, days, rows

pytestmark = pytest.mark.django_db
DUE = [days(-40), days(-1), TODAY, days(1), days(30), days(31), None]


@pytest.fixture
def cycles():
    for due_on in DUE:
        CycleFactory(due_on=due_on)
    for due_on in DUE[:-1]:
        CycleFactory(due_on=due_on, answered=True)
        CycleFactory(due_on=due_on, answered_late=True)
        CycleFactory(due_on=due_on, waived=True)
        CycleFactory(due_on=due_on, waived=True, answered_late=True)
    CycleFactory(due_on=None, answered_on=TODAY)
    CycleFactory(due_on=None, waived_on=TODAY, waived_reason="Withdrawn")


@pytest.fixture
def obligations(cycles):
    ObligationFactory()  # not planned
    for due_on in DUE:
        CycleFactory(cadence__obligation=ObligationFactory(closed=True), due_on=due_on)
    for last in ("answered", "answered_late", "waived"):
        cadence = CadenceFactory()
        CycleFactory(cadence=cadence, due_on=days(-30), answered_late=True)
        CycleFactory(cadence=cadence, due_on=days(-20), **{last: True})
        cadence = CadenceFactory()
        CycleFactory(cadence=cadence, due_on=days(-20), **{last: True})
        CycleFactory(cadence=cadence, due_on=days(20))
    both = CadenceFactory()
    CycleFactory(cadence=both, due_on=None)
    CycleFactory(cadence=both, due_on=days(-3))


@pytest.mark.parametrize("state", TimingState)
def test_the_cycles_found_for_a_state_are_those_called_so(cycles, state):
    named = Cycle.objects.with_state(on=TODAY, soon=30).filter(state=state)

    assert named
    assert set(rows("cycles", f"state={state}")) == set(named)


@pytest.mark.parametrize("standing", [code for code, _label in STANDINGS])
def test_the_obligations_found_for_a_state_are_those_called_so(obligations, standing):
    tracked = Obligation.objects.tracked()
    named = with_standing(tracked, on=TODAY, soon=30).filter(standing=standing)

    assert named
    assert set(rows("obligations", f"state={standing}")) == set(named)


@pytest.mark.parametrize("register", ["obligations", "cycles"])
def test_several_states_together_are_any_of_them(obligations, register):
    together = rows(register, "state=overdue&state=no-date")

    one_by_one = rows(register, "state=overdue") + rows(register, "state=no-date")
    assert sorted(row.pk for row in together) == sorted(row.pk for row in one_by_one)


def standing_of(obligation):
    return with_standing(Obligation.objects.all(), on=TODAY, soon=30).get(pk=obligation.pk).standing


@pytest.mark.parametrize(
    ("due_on", "standing"),
    [
        (days(-1), TimingState.OVERDUE),
        (TODAY, TimingState.DUE),
        (days(30), TimingState.DUE_SOON),
        (days(31), TimingState.NOT_DUE),
        (None, TimingState.NO_DATE),
    ],
)
def test_an_obligation_stands_as_its_first_open_cycle(due_on, standing):
    cycle = CycleFactory(due_on=due_on)

    assert standing_of(cycle.obligation) == standing


def test_an_obligation_with_nothing_open_stands_as_its_last_cycle():
    cadence = CadenceFactory()
    CycleFactory(cadence=cadence, due_on=days(-300), answered_late=True)
    CycleFactory(cadence=cadence, due_on=days(-100), answered=True)

    assert standing_of(cadence.obligation) == TimingState.ANSWERED


def test_an_obligation_without_cycles_has_no_date():
    assert standing_of(ObligationFactory()) == TimingState.NO_DATE


def test_a_closed_obligation_is_closed_whatever_its_dates_say():
    cycle = CycleFactory(cadence__obligation=ObligationFactory(closed=True), due_on=days(-1))

    assert standing_of(cycle.obligation) == CLOSED
    assert rows("obligations", "state=overdue") == []
