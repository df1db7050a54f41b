"""What is true of dates whatever the cadence."""

import datetime as dt
from itertools import pairwise
from operator import itemgetter

import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from apps.obligations.models import Cadence, Obligation
from apps.obligations.rrule import rrule
from apps.obligations.schedule import Spec, UnreadablePeriod, after, occurrences
from apps.obligations.workdays import Calendar, shifted
from apps.reporting.models import Cycle
from apps.reporting.plan import compare, replan
from tests.factories import CadenceFactory, DocumentFactory, SeriesFactory
from tests.obligations.asked import asked

FIRST = dt.date(2031, 3, 3)
days = st.dates(dt.date(1946, 1, 1), dt.date(2100, 1, 1))
near = st.dates(FIRST, FIRST + dt.timedelta(days=900))
periods = st.builds("P{}{}".format, st.integers(1, 40), st.sampled_from("DWMY"))
short = st.builds("P{}{}".format, st.integers(1, 9), st.sampled_from("WM"))
maybe = st.none() | days


def dates(spec, until):
    return [one.on for one in occurrences(spec, until=until)]


@given(adopted=days, period=periods, start_on=maybe, last_on=maybe, steps=st.integers(0, 40))
def test_a_recurrence_ascends_and_comes_never_twice_nor_before_it_is_asked(
    adopted, period, start_on, last_on, steps
):
    spec = Spec("every", adopted_on=adopted, period=period, start_on=start_on, last_on=last_on)
    until = after(max(adopted, start_on or adopted), period, steps)
    if start_on and (adopted - start_on).days > 4000:
        return  # more dates than anybody can follow
    found = dates(spec, until)

    assert all(earlier < later for earlier, later in pairwise(found))
    assert all(adopted <= on <= min(until, last_on or until) for on in found)


@given(first=days, period=periods, answers=st.lists(days, max_size=6))
@example(first=FIRST, period="P1Y", answers=[dt.date(1990, 1, 1)])
def test_each_answer_to_a_recurrence_gives_one_later_date(first, period, answers):
    spec = Spec("every", adopted_on=first, period=period, start_on=first, answered=tuple(answers))
    if (first - min(answers, default=first)).days > 4000:
        return
    found = dates(spec, dt.date(8000, 1, 1))

    assert len(found) == 1 + len(set(answers))
    assert all(earlier < later for earlier, later in pairwise(found))


@given(
    adopted=days,
    period=periods,
    start_on=maybe,
    start_after=st.just("") | periods,
    last_on=maybe,
    holds_until=maybe,
)
@example(FIRST, "P1M", dt.date(2032, 2, 29), "", None, None)
@example(dt.date(2031, 1, 31), "P1M", None, "P1M", None, None)
@example(dt.date(2031, 1, 28), "P1M", None, "", dt.date(2031, 5, 28), dt.date(2031, 5, 28))
def test_where_a_rule_can_say_it_another_program_finds_the_same_dates(
    adopted, period, start_on, start_after, last_on, holds_until
):
    spec = Spec(
        "every",
        adopted_on=adopted,
        period=period,
        start_on=start_on,
        start_after=start_after,
        last_on=last_on,
        holds_until=holds_until,
    )
    start = start_on or after(adopted, start_after or period)
    if not (rule := rrule(spec)):
        counted_from = start_on or (start if start_after else adopted)
        assert max(start.day, counted_from.day) > 28 or start < adopted
        return
    until = after(start, period, 25)
    theirs = rrulestr(rule, dtstart=dt.datetime.combine(start, dt.time.min))

    ours = dates(spec, until)

    found = theirs.between(theirs._dtstart, dt.datetime.combine(until, dt.time.min), inc=True)
    assert ours == [moment.date() for moment in found]


@pytest.mark.parametrize("kind", ["once", "mandate", "session", "undated", "series"])
def test_no_rule_can_say_what_is_no_fixed_sequence(kind):
    assert rrule(Spec(kind, adopted_on=FIRST, period="P1M")) == ""
    assert rrule(Spec("every", adopted_on=FIRST, period="P1M", answered=())) == ""


@given(on=days, rule=st.sampled_from(["keep", "back", "forward"]), off=st.sets(days, max_size=9))
def test_a_moved_date_is_the_nearest_working_day_on_its_side(on, rule, off):
    calendar = Calendar(dict.fromkeys(off, "Lamp Day"))
    due, said = shifted(on, rule, calendar)
    between = [min(on, due) + dt.timedelta(days=n) for n in range(abs((due - on).days))]

    assert bool(said) == bool(calendar.why_off(on))
    assert {"keep": due == on, "back": due <= on, "forward": due >= on}[rule]
    assert rule == "keep" or not calendar.why_off(due)
    assert all(calendar.why_off(day) for day in between if day != due)


@given(period=st.from_regex(r"P\d{1,4}[DWMY]", fullmatch=True), times=st.integers(-99, 99))
def test_any_period_gives_a_day_or_is_refused_by_name(period, times):
    longest = {"D": 1, "W": 7, "M": 31, "Y": 366}[period[-1]] * int(period[1:-1]) * abs(times)
    if longest < 365 * 2000:
        assert isinstance(after(FIRST, period, times), dt.date)
    elif longest > 366 * 8000:
        with pytest.raises(UnreadablePeriod, match=f"“{period}”"):
            after(FIRST, period, times)


# A later version: from which day, its kind, period and first date.
versions = st.tuples(near, st.sampled_from(["every", "once", "series"]), short, st.none() | near)


@pytest.mark.django_db
@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink an example takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(first=short, later=st.lists(versions, max_size=4), cut=st.integers(0, 900))
@example("P1M", [(FIRST, "every", "P1M", None)], 400)
@example("P3M", [(dt.date(2031, 9, 3), "every", "P3M", dt.date(2031, 9, 3))], 400)
@example("P3M", [(dt.date(2031, 9, 3), "series", "P3M", None)] * 3, 400)
def test_every_date_is_governed_by_one_version_and_planning_again_changes_nothing(
    first, later, cut
):
    Cycle.objects.all().delete()
    Obligation.objects.all().delete()
    until = FIRST + dt.timedelta(days=900)
    everything = Obligation.objects.all()
    made = asked(FIRST.isoformat(), [f"every:{first}"])
    for version in _versions(made, later):
        replan(everything, until=FIRST + dt.timedelta(days=cut))
        version.save()

    replan(everything, until=until)

    assert not compare(everything, until=until)
    before = list(Cycle.objects.order_by("pk").values())
    assert not replan(everything, until=until)
    assert list(Cycle.objects.order_by("pk").values()) == before
    chain = list(Cadence.objects.filter(obligation=made).order_by("version"))
    ends = [cadence.holds_from for cadence in chain[1:]] + [dt.date.max]
    for cycle in Cycle.objects.select_related("cadence"):
        governing = [
            cadence
            for cadence, end in zip(chain, ends, strict=True)
            if (cadence.version == 1 or cadence.holds_from <= cycle.mandated_on)
            and cycle.mandated_on < end
        ]
        assert governing == [cycle.cadence]


def _versions(made, later):
    letter = DocumentFactory(kind="letter")
    for number, (holds_from, kind, period, start_on) in enumerate(
        sorted(later, key=itemgetter(0)), start=2
    ):
        yield CadenceFactory.build(
            obligation=made,
            version=number,
            holds_from=holds_from,
            kind=kind,
            period=period,
            start_on=start_on if kind == "every" else None,
            series=SeriesFactory(period=period, anchor_on=FIRST) if kind == "series" else None,
            basis_document=letter,
        )
