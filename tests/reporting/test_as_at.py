"""The registers as at a day that is past: what a person knew then, and nothing that was recorded later."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.reporting.respond import respond
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    DocumentFactory,
    ExtensionFactory,
    ObligationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 29)
JUNE = dt.date(2026, 6, 30)
MAY, JULY = dt.date(2026, 5, 15), dt.date(2026, 7, 15)
CYCLES, OBLIGATIONS = reverse("reporting:cycle-list"), reverse("reporting:obligation-list")


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC), tick=False):
        yield


def followed(accepted=dt.date(2026, 1, 5), **kwargs):
    """A cycle of an obligation that was accepted on a day."""
    at = dt.datetime.combine(accepted, dt.time(12), dt.UTC)
    cadence = CadenceFactory(
        obligation=ObligationFactory(decided_at=at), holds_from=dt.date(2026, 1, 1)
    )
    return CycleFactory(cadence=cadence, obligation=cadence.obligation, **kwargs)


def shown(client, url=CYCLES, **query):
    """The rows, each as its key and what the columns asked for say."""
    register = client.get(url, {"as_at": JUNE.isoformat(), **query}).context["register"]
    names = register.columns
    return {
        row.record.pk: [str(register.table.columns[n].column.value(row.record)) for n in names]
        for row in register.table.page.object_list
    }


def test_an_answer_that_was_recorded_later_is_not_seen(signed_in):
    cycle = followed(due_on=MAY)
    report = DocumentFactory(kind="report", adopted_on=MAY)
    respond(cycle, report, finding="fulfilled", by=UserFactory(), on=JULY)

    then = shown(signed_in, columns="state,answered_on,responses,finding")
    now = shown(signed_in, as_at="", columns="state,answered_on,responses,finding")

    assert then == {cycle.pk: ["Overdue", "None", "[]", "Not started"]}
    assert now == {cycle.pk: ["Answered", "2026-05-15", f"['{report}']", "Fulfilled"]}


def test_the_second_answer_does_not_change_what_the_first_was(signed_in):
    cycle, by = followed(due_on=MAY), UserFactory()
    late = DocumentFactory(kind="report", adopted_on=dt.date(2026, 6, 1))
    respond(cycle, late, finding="partly-fulfilled", by=by, on=dt.date(2026, 6, 2))
    early = DocumentFactory(kind="report", adopted_on=dt.date(2026, 5, 1))
    respond(cycle, early, finding="fulfilled", by=by, on=JULY)

    columns = "state,answered_on,finding"
    assert shown(signed_in, columns=columns) == {
        cycle.pk: ["Answered late", "2026-06-01", "Partly fulfilled"]
    }
    assert shown(signed_in, as_at="", columns=columns) == {
        cycle.pk: ["Answered", "2026-05-01", "Fulfilled"]
    }


def test_a_date_stands_as_it_did_before_it_was_extended(signed_in):
    cycle = followed(due_on=JULY)
    ExtensionFactory(cycle=cycle, former_due_on=MAY, due_on=JULY, recorded_on=dt.date(2026, 7, 1))

    assert shown(signed_in, columns="due_on,state") == {cycle.pk: ["2026-05-15", "Overdue"]}
    assert shown(signed_in, due_before="2026-05-31", columns="due_on") == {cycle.pk: ["2026-05-15"]}
    assert shown(signed_in, state="not-due") == {}


def test_what_was_accepted_later_is_not_there(signed_in):
    followed(accepted=JULY, due_on=MAY)
    there = followed(due_on=MAY)

    assert list(shown(signed_in)) == [there.pk]
    assert list(shown(signed_in, OBLIGATIONS)) == [there.obligation_id]


def test_an_obligation_stands_as_its_first_cycle_that_was_open_then(signed_in):
    cycle = followed(due_on=MAY)
    CycleFactory(cadence=cycle.cadence, obligation=cycle.obligation, due_on=TODAY, period="next")
    report = DocumentFactory(kind="report", adopted_on=MAY)
    respond(cycle, report, finding="fulfilled", by=UserFactory(), on=JULY)

    columns = "next_due_on,state"
    then = shown(signed_in, OBLIGATIONS, columns=columns, sort="next_due_on")
    overdue = shown(signed_in, OBLIGATIONS, columns=columns, state="overdue")
    now = shown(signed_in, OBLIGATIONS, as_at="", columns=columns)

    assert then == overdue == {cycle.obligation_id: ["2026-05-15", "Overdue"]}
    assert now == {cycle.obligation_id: ["2026-11-29", "Due today"]}


def test_the_day_stands_above_the_rows_and_nothing_is_changed_there(officer):
    followed(due_on=MAY)

    page = officer.get(CYCLES, {"as_at": JUNE.isoformat()})

    assert "As at: 30 June 2026" in page.text
    assert not page.context["register"].table.selectable
    assert officer.get(CYCLES).context["register"].table.selectable


@pytest.mark.parametrize("typed", ["30 June", "2026-02-30", "1700-01-01"])
def test_a_day_that_is_none_is_refused_and_quoted(typed, signed_in):
    response = signed_in.get(CYCLES, {"as_at": typed})

    assert response.status_code == 400
    assert f"“{typed}”" in response.text


@pytest.mark.parametrize("url", [CYCLES, OBLIGATIONS])
def test_a_past_day_costs_the_same_queries_at_any_length(url, signed_in):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(url, {"as_at": JUNE.isoformat()})
        return len(queries)

    followed(due_on=MAY)
    cost()  # what is remembered for later requests
    with_one = cost()
    for _number in range(19):
        followed(due_on=MAY)

    assert cost() == with_one
