"""What falls due in a window: cycles that are there, and those not made yet."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.obligations.models import Holiday, Obligation, Session
from apps.reporting.change import extend
from apps.reporting.forecast import BadWindow, CannotForecast, Forecast, Window
from apps.reporting.models import Cycle
from apps.reporting.plan import plan
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    DocumentFactory,
    ObligationFactory,
    OfficeFactory,
    SeriesFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
FIRST, LAST = dt.date(2027, 1, 1), dt.date(2027, 12, 31)
ADOPTED = dt.date(2026, 5, 10)


def due(first=FIRST, last=LAST, obligations=None):
    """The day of each row and whether it is projected."""
    asked = Obligation.objects.all() if obligations is None else obligations
    with Forecast(asked, Window(first, last)) as found:
        return [(one.due_on, one.projected) for one in found]


def obligation(**values):
    return ObligationFactory(paragraph__text__document__adopted_on=ADOPTED, **values)


def cadence(kind, of=None, **values):
    values = {"period": "", "holds_from": ADOPTED} | values
    return CadenceFactory(obligation=of or obligation(), kind=kind, **values)


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("once", {"on": day("2027-03-31")}, ["2027-03-31"]),
        ("once", {"period": "P1Y"}, ["2027-05-10"]),
        ("every", {"period": "P6M"}, ["2027-05-10", "2027-11-10"]),
        ("every", {"period": "P1Y", "start_on": day("2025-02-28")}, ["2027-02-28"]),
        ("every", {"period": "P6M", "until_on": day("2027-06-30")}, ["2027-05-10"]),
        ("mandate", {"on": day("2027-09-30")}, ["2027-09-30"]),
        ("mandate", {"period": "P1Y"}, ["2027-05-10"]),
        ("undated", {}, []),
        ("event", {}, []),
        ("event", {"on": day("2027-04-02")}, ["2027-04-02"]),
    ],
)
def test_each_cadence_is_projected(kind, values, expected):
    cadence(kind, **values)

    assert due() == [(day(text), True) for text in expected]
    assert not Cycle.objects.exists()


def test_a_series_is_projected_with_its_reports():
    cadence("series", series=SeriesFactory(period="P1Y", anchor_on=day("2020-08-01")))

    assert due() == [(day("2027-08-01"), True)]


def test_a_session_is_projected_where_its_opening_is_known():
    Session.objects.update_or_create(number=82, defaults={"opens_on": day("2027-09-14")})
    cadence("session", session=82)
    cadence("session", session=99)

    assert due() == [(day("2027-09-14"), True)]


def test_what_counts_back_from_a_mandate_is_projected():
    mandate = cadence("mandate", on=day("2027-12-31")).obligation
    cadence("before-expiry", period="P3M", mandate=mandate)
    cadence("midterm", mandate=mandate)

    assert due() == [
        (day("2027-03-06"), True),
        (day("2027-09-30"), True),
        (day("2027-12-31"), True),
    ]


def test_what_counts_from_the_last_answer_is_projected_from_it():
    every = cadence("every", period="P1Y", from_answer=True)
    CycleFactory(cadence=every, due_on=day("2027-05-10"), answered_on=day("2026-12-01"))

    assert due() == [(day("2027-12-01"), True)]


def test_a_later_version_decides_from_the_day_on_which_it_holds():
    monthly = cadence("every", period="P1M")
    cadence("every", of=monthly.obligation, version=2, period="P6M", holds_from=day("2027-03-01"))

    assert due() == [(day(text), True) for text in ("2027-01-10", "2027-02-10", "2027-09-01")]


def test_every_cadence_of_an_obligation_is_projected():
    one = cadence("once", on=day("2027-02-01")).obligation
    cadence("once", of=one, number=2, on=day("2027-02-01"))

    assert due() == [(day("2027-02-01"), True)] * 2


def test_what_is_made_is_not_projected_too():
    cadence("every", period="P6M")
    plan(Obligation.objects.all(), until=day("2027-06-30"))

    assert due() == [(day("2027-05-10"), False), (day("2027-11-10"), True)]


def test_nothing_stands_twice_however_long_the_window():
    for period in ("P1M", "P3M", "P1Y"):
        cadence("every", period=period)
    plan(Obligation.objects.all(), until=day("2028-03-31"))

    with Forecast(Obligation.objects.all(), Window(ADOPTED, day("2040-12-31"))) as found:
        keys = [(d.obligation.pk, d.cycle.cadence_number, d.cycle.period) for d in found]

    assert len(keys) == len(set(keys)) == 14 * 12 + 7 + 14 * 4 + 2 + 14


def test_rows_stand_in_order_of_date_whether_made_or_projected():
    for text in ("2027-06-01", "2027-02-01", "2027-04-01"):
        cadence("once", on=day(text))
    for text in ("2027-05-01", "2027-01-01"):
        CycleFactory(cadence=cadence("once", on=day(text)), due_on=day(text))

    assert due() == [
        (day("2027-01-01"), False),
        (day("2027-02-01"), True),
        (day("2027-04-01"), True),
        (day("2027-05-01"), False),
        (day("2027-06-01"), True),
    ]


@pytest.mark.parametrize("is_made", [True, False])
def test_both_ends_of_the_window_belong_to_it(is_made):
    for text in ("2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01"):
        one = cadence("once", on=day(text))
        if is_made:
            CycleFactory(cadence=one, due_on=day(text))

    assert due() == [(FIRST, not is_made), (LAST, not is_made)]


def test_a_window_can_be_one_day():
    cadence("once", on=FIRST)

    assert due(FIRST, FIRST) == [(FIRST, True)]


@pytest.mark.parametrize("state", ["draft", "rejected", "closed"])
def test_only_open_obligations_are_forecast(state):
    CycleFactory(cadence=cadence("once", obligation(**{state: True}), on=FIRST), due_on=FIRST)
    cadence("once", obligation(**{state: True}), on=LAST)

    assert due() == []


@pytest.mark.parametrize("trait", ["answered", "waived"])
def test_what_is_answered_or_waived_does_not_fall_due(trait):
    CycleFactory(cadence=cadence("once", on=FIRST), due_on=FIRST, **{trait: True})

    assert due() == []


def test_an_extended_cycle_falls_due_when_it_is_due_now():
    cycle = CycleFactory(cadence=cadence("once", on=FIRST), due_on=FIRST)
    reason = {"basis": DocumentFactory(symbol="S/2026/9"), "reason": "The harbour froze."}
    extend(cycle, day("2027-02-01"), by=UserFactory(), on=ADOPTED, **reason)

    assert due() == [(day("2027-02-01"), False)]
    with Forecast(Obligation.objects.all(), Window(FIRST, LAST)) as found:
        assert "The harbour froze." in found[0:1][0].derivation


def test_a_day_off_moves_a_projection_across_the_ends_of_the_window():
    Holiday.objects.create(on=day("2028-01-03"), name="Founders")
    start = {"period": "P1Y", "start_on": day("2028-01-03")}  # goes back over the weekend too
    cadence("every", obligation(shift="back"), **start)
    cadence("once", obligation(shift="forward"), on=day("2026-12-26"))
    cadence("once", obligation(shift="forward"), on=day("2027-05-01"))

    assert due() == [(day("2027-05-03"), True), (day("2027-12-31"), True)]


def test_a_projection_says_how_often_and_why():
    cadence("every", of=obligation(shift="forward"), period="P6M", start_on=day("2027-05-01"))

    with Forecast(Obligation.objects.all(), Window(FIRST, day("2027-06-30"))) as found:
        [one] = found[0:9]

    assert one.cadence == "Every six months"
    assert "Every 6 months from the first date printed in the decision" in one.derivation
    assert "1 May 2027 is a day off (Saturday)" in one.derivation
    assert (one.cycle.mandated_on, one.cycle.pk) == (day("2027-05-01"), None)
    assert one.address == f"/obligations/{one.obligation.pk}/#cadence-title"


def test_only_the_obligations_asked_for_are_forecast():
    office = OfficeFactory()
    mine, other = obligation(lead=office), obligation()
    for one in (mine, other):
        cadence("once", one, on=FIRST)
        second = cadence("once", one, number=2, on=LAST)
        CycleFactory(cadence=second, cadence_number=2, due_on=LAST)

    assert due(obligations=Obligation.objects.led_by(office)) == [(FIRST, True), (LAST, False)]


def test_months_and_figures_are_counted():
    cadence("every", period="P2M")
    plan(Obligation.objects.all(), until=day("2027-01-31"))

    with Forecast(Obligation.objects.all(), Window(FIRST, day("2027-03-31"))) as found:
        assert (len(found), found.projected) == (2, 1)
        assert found.months() == {day("2027-01-01"): 1, day("2027-03-01"): 1}


def test_without_projecting_only_so_many_of_what_is_there_is_found():
    for text in ("2027-03-01", "2027-01-01", "2027-02-01"):
        CycleFactory(cadence=cadence("once", on=day(text)), due_on=day(text))
    cadence("once", on=FIRST)

    with Forecast(Obligation.objects.all(), Window(FIRST, LAST), made_only=2) as found:
        assert [(one.due_on.month, one.projected) for one in found] == [(1, False), (2, False)]
        assert found.made.count() == 3


def test_batches_lose_nothing_and_repeat_nothing(monkeypatch):
    monkeypatch.setattr("apps.reporting.forecast.BATCH", 2)
    for _ in range(5):
        cadence("every", period="P6M")

    assert due() == [(day("2027-05-10"), True)] * 5 + [(day("2027-11-10"), True)] * 5


def test_it_costs_the_same_queries_for_one_and_for_twenty():
    def cost():
        with CaptureQueriesContext(connection) as queries:
            due()
        return len(queries)

    def add():
        one = obligation(lead=OfficeFactory())
        cadence("every", one, period="P1Y")
        second = cadence("once", one, number=2, on=FIRST)
        CycleFactory(cadence=second, cadence_number=2, due_on=FIRST)

    add()
    due()
    with_one = cost()
    for _ in range(19):
        add()

    assert len(due()) == 40
    assert cost() == with_one


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2027-01-02", "2027-01-01", "2027-01-02 is after 2027-01-01"),
        ("2027-01-01", "2057-01-02", "From 2027-01-01 to 2057-01-02 is more than 30 years"),
        ("1944-12-31", "1945-01-01", "1944-12-31 is too far off"),
        ("2150-12-31", "2151-01-01", "2151-01-01 is too far off"),
    ],
)
def test_a_window_that_makes_no_sense_is_refused_with_its_days(first, last, words):
    with pytest.raises(BadWindow, match=words):
        Window(day(first), day(last))


def test_a_window_of_thirty_years_is_the_longest():
    assert Window(day("2027-01-01"), day("2057-01-01"))


def test_an_obligation_with_more_dates_than_anybody_can_follow_is_named():
    cadence("every", period="P1Y")
    daily = cadence("every", period="P1D").obligation

    with pytest.raises(CannotForecast) as caught:
        due(FIRST, day("2050-01-01"))

    assert str(caught.value).startswith(f"{daily.reference}: Every P1D")
