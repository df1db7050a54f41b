"""The timeline of an obligation: what was decided, how often, when it is due, what came back."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.followups import timeline
from apps.obligations.renewals import chain
from tests.factories import (
    ADOPTED,
    CadenceFactory,
    CycleFactory,
    DocumentFactory,
    EntryFactory,
    ExtensionFactory,
    ObligationFactory,
    ResponseFactory,
)
from tests.obligations.test_renewals import make

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 7, 1)


@pytest.fixture(autouse=True)
def first_of_july():
    with time_machine.travel(dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC), tick=False):
        yield


def days(n):
    return TODAY + dt.timedelta(days=n)


def drawn(obligation):
    cycles = obligation.cycles.with_state(on=TODAY, soon=30)
    return timeline.timeline_of(
        obligation, cycles, obligation.cadences.all(), chain(obligation), on=TODAY
    )


def lanes(obligation):
    """Each lane that has something, by its name."""
    lanes = drawn(obligation).chart.lanes
    return {lane.label: [*lane.spans, *lane.points] for lane in lanes if lane.spans or lane.points}


def test_each_cycle_stands_on_its_day_in_the_shape_of_its_state():
    cadence = CadenceFactory()
    made = [
        CycleFactory(cadence=cadence, due_on=days(-40), answered=True),
        CycleFactory(cadence=cadence, due_on=days(-30), waived=True),
        CycleFactory(cadence=cadence, due_on=days(-20)),
        CycleFactory(cadence=cadence, due_on=days(20)),
        CycleFactory(cadence=cadence, due_on=days(99)),
    ]
    CycleFactory(cadence=cadence, due_on=None)

    points = lanes(cadence.obligation)["Due"]

    assert [(p.on, p.kind.label, p.kind.shape) for p in points] == [
        (days(-40), "Answered", "circle"),
        (days(-30), "Waived", "cross"),
        (days(-20), "Overdue", "triangle"),
        (days(20), "Due soon", "ring"),
        (days(99), "Not due", "ring"),
    ]
    assert [p.href for p in points] == [f"#cycle-{cycle.pk}" for cycle in made]


def test_days_due_are_marks_without_words_beside_them():
    cadence = CadenceFactory()
    for n in (400, 4000):  # with much room between
        CycleFactory(cadence=cadence, due_on=days(n))

    svg = drawn(cadence.obligation).chart.svg()

    assert "Answer due: " in svg  # as a name
    assert ">Answer due<" not in svg


def test_an_answer_stands_on_its_day_of_issue_and_a_waiver_on_its_own():
    cycle = CycleFactory(due_on=days(-30), waived_on=days(-2), waived_reason="Withdrawn")
    report = DocumentFactory(kind="report", symbol="S/2026/1", adopted_on=days(-9))
    ResponseFactory(cycle=cycle, document=report, judged_on=TODAY)
    ResponseFactory(cycle=cycle, document__adopted_on=None)  # has no day to stand on

    points = lanes(cycle.obligation)["Came back"]

    assert [(p.on, p.words, p.href) for p in points] == [
        (days(-9), "S/2026/1: Fulfilled", report.get_absolute_url()),
        (days(-2), "Waived: Withdrawn", ""),
    ]


def test_what_was_waived_together_stands_once():
    cadence = CadenceFactory()
    for n in (10, 20, 30):
        CycleFactory(
            cadence=cadence, due_on=days(n), waived_on=days(-1), waived_reason=f"Closed {n // 30}"
        )

    points = lanes(cadence.obligation)["Came back"]

    assert [p.words for p in points] == ["2 waived: Closed 0", "Waived: Closed 1"]


def test_a_version_of_a_cadence_ends_on_the_eve_of_the_next():
    obligation = ObligationFactory()
    CadenceFactory(obligation=obligation, period="P6M")
    CadenceFactory(obligation=obligation, version=2, period="P3M", holds_from=days(0))
    CadenceFactory(obligation=obligation, number=2, kind="once", period="P1Y")

    spans = lanes(obligation)["Cadence"]

    assert [(s.since, s.until, s.key) for s in spans] == [
        (ADOPTED, days(-1), "other"),
        (days(0), None, "open"),
        (ADOPTED, None, "open"),
    ]
    basis = obligation.document
    assert [s.words for s in spans[:2]] == [
        f"Recurring · 6 months · {basis}",
        f"Recurring · 3 months · version 2 · {basis}",
    ]


def test_a_version_that_was_replaced_at_once_still_has_a_day():
    obligation = ObligationFactory()
    CadenceFactory(obligation=obligation)
    CadenceFactory(obligation=obligation, version=2)

    assert lanes(obligation)["Cadence"][0].until == ADOPTED


def test_what_is_closed_ends_with_its_cadence():
    obligation = ObligationFactory(closed=True, finding_on=days(-5))
    CadenceFactory(obligation=obligation)
    CadenceFactory(obligation=obligation, number=2, until_on=days(-50))

    found = lanes(obligation)

    assert [s.until for s in found["Cadence"]] == [days(-5), days(-50)]
    assert [(p.on, p.words) for p in found["Decision"]] == [
        (ADOPTED, str(obligation.document)),
        (days(-5), "Closed: Fulfilled"),
    ]


def test_a_postponement_says_from_when_to_when_by_what():
    cycle = CycleFactory(due_on=days(30))
    extension = ExtensionFactory(cycle=cycle, former_due_on=days(0), due_on=days(30))

    [point] = lanes(cycle.obligation)["Moved"]

    assert point.on == extension.recorded_on
    basis = extension.basis_document
    assert point.words == f"{basis}: from 1 July 2026 to 31 July 2026"


def test_renewals_stand_with_the_decision():
    first = make(year=2018, closed=True)
    second = make(year=2019, closed=True, renews=first)
    third = make(year=2020, renews=second)

    points = lanes(second)["Decision"]

    assert [p.words for p in points] == [
        str(second.document),
        f"Renews {first}",
        f"Renewed by {third}",
    ]
    assert points[2].href == reverse("followups:obligation-detail", args=[third.pk])


def test_of_too_many_points_the_nearest_to_the_day_are_drawn(monkeypatch, signed_in):
    monkeypatch.setattr(timeline, "MOST_POINTS", 2)
    cadence = CadenceFactory()
    for n in (-90, -3, 5, 60):
        CycleFactory(cadence=cadence, due_on=days(n))

    found = drawn(cadence.obligation)

    assert [p.on for lane in found.chart.lanes for p in lane.points] == [days(-3), days(5)]
    assert found.left_out == 3  # two cycles, and the adoption
    page = reverse("followups:obligation-detail", args=[cadence.obligation_id])
    assert "3 more, farther from today, are not drawn." in signed_in.get(page).text


def test_the_page_draws_it_above_the_log_with_its_table(signed_in):
    cycle = CycleFactory(due_on=days(30))

    page = signed_in.get(reverse("followups:obligation-detail", args=[cycle.obligation_id])).text

    figure = page.partition('<figure class="chart"')[2].partition("</figure>")[0]
    assert f'href="#cycle-{cycle.pk}"' in figure.partition("<table")[2]
    assert "31 July 2026" in figure.partition("<table")[2]
    assert page.index("<figure") < page.index('id="log"')


def test_in_arabic_time_runs_from_the_right(signed_in):
    page = reverse("followups:obligation-detail", args=[ObligationFactory().pk])

    assert signed_in.get(page, headers={"Accept-Language": "ar"}).context["drawn"].chart.rtl


def test_it_asks_the_database_nothing_that_the_page_has_not_asked(
    signed_in, django_assert_num_queries
):
    obligation = CycleFactory(due_on=days(3)).obligation
    EntryFactory(obligation=obligation)
    page = reverse("followups:obligation-detail", args=[obligation.pk])
    context = signed_in.get(page).context

    with django_assert_num_queries(0):
        assert context["drawn"].chart.svg()
        assert context["drawn"].chart.table().rows
