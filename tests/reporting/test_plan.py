"""Cycles from cadences."""

import datetime as dt

import pytest

from apps.obligations.models import Obligation
from apps.reporting.models import Cycle
from apps.reporting.plan import plan
from tests.factories import CadenceFactory, CycleFactory, ObligationFactory, SeriesFactory

pytestmark = pytest.mark.django_db
END = dt.date(2023, 12, 31)


def plan_all(until=END):
    return plan(Obligation.objects.all(), until=until)


def due_dates():
    return list(Cycle.objects.order_by("due_on").values_list("due_on", flat=True))


def test_a_recurrence_is_planned_to_the_end_of_the_window():
    CadenceFactory(kind="every", period="P1Y")

    assert plan_all() == 2
    assert due_dates() == [dt.date(2022, 4, 19), dt.date(2023, 4, 19)]


def test_planning_twice_makes_nothing_new():
    CadenceFactory(kind="every", period="P6M")
    plan_all()
    before = list(Cycle.objects.values())

    assert plan_all() == 0
    assert list(Cycle.objects.values()) == before


def test_a_longer_window_adds_only_what_is_missing():
    CadenceFactory(kind="every", period="P1Y")
    plan_all(dt.date(2022, 12, 31))

    assert plan_all(dt.date(2024, 12, 31)) == 2


def test_a_moved_date_is_not_planned_again():
    CadenceFactory(kind="every", period="P1Y")
    plan_all()
    Cycle.objects.filter(period="2022-04-19").update(due_on=dt.date(2022, 5, 1))

    assert plan_all() == 0


def test_only_accepted_obligations_are_planned():
    for trait in ("draft", "rejected", "closed"):
        CadenceFactory(obligation=ObligationFactory(**{trait: True}))

    assert plan_all() == 0


def test_only_the_newest_version_of_a_cadence_is_planned():
    old = CadenceFactory(kind="every", period="P1M")
    CadenceFactory(obligation=old.obligation, version=2, kind="every", period="P1Y")

    assert plan_all() == 2


def test_what_has_no_date_is_one_cycle_without_a_date():
    cadence = CadenceFactory(kind="undated", period="")

    plan_all()

    assert due_dates() == [None]
    cadence.obligation.refresh_from_db()
    assert (cadence.obligation.next_due_on, cadence.obligation.is_undated) == (None, True)


def test_what_rides_on_a_series_falls_due_with_it():
    CadenceFactory(kind="series", period="P2Y", series=SeriesFactory(period="P2Y"))

    plan_all(dt.date(2026, 12, 31))

    assert [day.year for day in due_dates()] == [2022, 2024, 2026]


def test_an_obligation_knows_its_next_date():
    cadence = CadenceFactory(kind="every", period="P1Y")

    plan_all()

    cadence.obligation.refresh_from_db()
    assert cadence.obligation.next_due_on == dt.date(2022, 4, 19)


def test_an_answered_cycle_is_not_the_next_one():
    first = CycleFactory(due_on=dt.date(2022, 1, 1), answered=True)
    CycleFactory(cadence=first.cadence, due_on=dt.date(2023, 1, 1))

    first.obligation.refresh_from_db()
    assert first.obligation.next_due_on == dt.date(2023, 1, 1)


def test_planning_costs_the_same_queries_for_one_and_for_twenty(django_assert_max_num_queries):
    for _ in range(20):
        CadenceFactory(kind="every", period="P1Y")

    with django_assert_max_num_queries(9):
        plan_all()
