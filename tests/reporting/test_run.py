"""Planning of everything, batch by batch."""

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from apps.reporting import run as planning
from apps.reporting.models import Cycle, PlanRun
from tests.factories import CadenceFactory, ObligationFactory

pytestmark = pytest.mark.django_db
END = dt.date(2023, 12, 31)


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(planning, "BATCH", 2)


@pytest.fixture
def five():
    """Five obligations that are to be answered every year, twice up to the end."""
    return [CadenceFactory(period="P1Y") for _ in range(5)]


def test_all_is_planned_and_counted(five):
    run = planning.go_on(planning.start(until=END, by=None).pk)

    assert (run.state, run.total, run.done, run.made) == ("done", 5, 5, 10)
    assert run.finished_at is not None
    assert Cycle.objects.count() == 10


def test_a_second_planning_changes_nothing(five):
    planning.go_on(planning.start(until=END, by=None).pk)
    before = list(Cycle.objects.order_by("pk").values())

    run = planning.go_on(planning.start(until=END, by=None).pk)

    assert (run.done, run.made, run.removed, run.moved) == (5, 0, 0, 0)
    assert list(Cycle.objects.order_by("pk").values()) == before


def test_one_that_stopped_goes_on_where_it_was(five):
    first = planning.go_on(planning.start(until=END, by=None).pk, at_most=1)
    assert (first.state, first.done) == ("running", 2)

    again = planning.start(until=END, by=None)

    assert again == first
    assert planning.go_on(again.pk).done == 5


def test_a_cancelled_one_stops_and_keeps_what_it_made(five):
    run = planning.go_on(planning.start(until=END, by=None).pk, at_most=1)
    made = Cycle.objects.count()

    planning.cancel(run)

    assert planning.go_on(run.pk).state == "cancelled"
    assert Cycle.objects.count() == made == 4


def test_the_command_says_how_far_it_is(five, capsys):
    call_command("plan_cycles", until=END)

    assert capsys.readouterr().out.splitlines() == [
        "2 of 5 obligations (40 %)",
        "4 of 5 obligations (80 %)",
        "5 of 5 obligations (100 %)",
        "done: 10 cycles made, 0 taken away, 0 moved.",
    ]


def test_the_page_begins_a_planning_and_shows_what_came_of_it(officer, five):
    officer.post(reverse("reporting:plan-start"))

    page = officer.get(reverse("reporting:plan-list")).text

    assert PlanRun.objects.get().state == "done"
    assert "5/5" in page


def test_the_page_shows_a_bar_and_cancels(officer, five):
    run = planning.go_on(planning.start(until=END, by=None).pk, at_most=1)

    page = officer.get(reverse("reporting:plan-list")).text
    officer.post(reverse("reporting:plan-cancel", args=[run.pk]))

    assert '<progress max="5" value="2"' in page
    assert PlanRun.objects.get().state == "cancelled"


def test_a_closed_obligation_is_not_counted():
    ObligationFactory(closed=True)

    assert planning.start(until=END, by=None).total == 0


def test_one_that_cannot_be_planned_does_not_stop_the_others(five):
    bad = CadenceFactory(period="P1D", start_on=dt.date(1946, 1, 1))

    run = planning.go_on(planning.start(until=END, by=None).pk)

    assert (run.state, run.done, run.made) == ("done", 6, 10)
    assert str(bad.obligation) in run.error
    assert "more than 5000 dates" in run.error


def test_the_command_fails_and_names_what_could_not_be_planned(capsys):
    bad = CadenceFactory(period="P1D", start_on=dt.date(1946, 1, 1))

    with pytest.raises(CommandError, match="could not be planned") as failure:
        call_command("plan_cycles", until=END)

    assert str(bad.obligation) in str(failure.value)
