"""Every figure of every dashboard equals one that is counted in plain Python over all rows."""

import datetime as dt
from collections import Counter, defaultdict
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.http import QueryDict

from apps.accounts.models import Office
from apps.dashboards import groups, timeliness
from apps.dashboards.days import Days, held_against
from apps.dashboards.dimensions import DIMENSIONS
from apps.dashboards.figures import oldest_overdue
from apps.dashboards.folded import LEAD, brief_rows, brief_totals, folded, rows_by
from apps.dashboards.load import held_against as held_against_months
from apps.dashboards.load import load
from apps.dashboards.scope import Scope
from apps.dashboards.workload import people
from apps.obligations.codes import Region
from apps.reporting.registers import CycleRegister

from . import plain
from .five_hundred import Maker

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 29)
DAYS = [
    dt.date(2019, 6, 30),
    dt.date(2020, 2, 29),
    dt.date(2021, 12, 31),
    dt.date(2023, 3, 1),
    dt.date(2024, 2, 29),
    dt.date(2025, 6, 30),
    dt.date(2026, 6, 30),
    dt.date(2026, 11, 28),
    TODAY,
    dt.date(2027, 3, 1),
]


@pytest.fixture(scope="module")
def cycles(django_db_setup, django_db_blocker):
    """Made once for all tests of this module, and taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        Maker().make()
        yield plain.everything()
        transaction.set_rollback(True)


def scope_of(query, on):
    query = QueryDict(query, mutable=True)
    query["as_at"] = on.isoformat()
    found = Scope(query, today=TODAY, soon=30)
    assert not found.problems
    return found


def values(numbers):
    return {number.name: number.value for number in numbers}


def breakdown(by, scope, size):
    made = folded if by in ("lead", "addressee") else groups.breakdown
    return made(by, scope, size=size)


def rows_behind(number):
    """How many rows the register says there are at the address of a number."""
    query = QueryDict(urlsplit(number.url).query)
    register = CycleRegister(query, on=TODAY, soon=30)
    assert register.is_valid, number.url
    return register.filter.qs.count()


def test_every_figure_equals_a_plain_count_as_at_ten_days(cycles):
    assert len(cycles) > 1_000
    for on in DAYS:
        scope, then = scope_of("", on), plain.standing(cycles, on)
        totals(scope, then, on)
        for by in DIMENSIONS:
            one_dimension(by, scope, then, on)
        through_time(scope, then, on)
        answers(scope, then, on)
        to_come(scope, then, on)
        waiting(scope, then, on)


def totals(scope, then, on):
    found = groups.totals(rows_by(LEAD, scope), scope)
    brief = brief_totals(brief_rows(scope), scope)

    assert values(found.values()) == values(brief.values()) == plain.counts(then, on), on


def one_dimension(by, scope, then, on):
    members = defaultdict(list)
    for one in then:
        for key in plain.keys_of(by, one):
            members[key].append(one)
    expected = {}
    for key, some in members.items():
        counted = {name: plain.counts(some, on)[name] for name in groups.COLUMNS}
        if any(counted.values()):
            expected[str(key or "none")] = counted

    found = breakdown(by, scope, size=10_000)

    assert not found.has_more
    parameter = DIMENSIONS[by].parameter
    got = {
        QueryDict(urlsplit(group.numbers[0].url).query)[parameter]: values(group.numbers)
        for group in found.groups
    }
    assert got == expected, (by, on)
    order = [(-g.by_name["overdue"].value, -g.by_name["open"].value) for g in found.groups]
    assert order == sorted(order)


def through_time(scope, then, on):
    days = Days(scope)
    for stretch in [*days.months(), *days.quarters()]:
        expected = plain.by_stretch(then, on, stretch.first, stretch.last)
        assert [part.value for part in stretch.parts] == expected, (on, stretch.first)
        assert stretch.total.value == sum(expected)
        fell_due = sum(expected[:3])
        share = round(100 * expected[0] / fell_due) if fell_due else None
        assert stretch.on_time_share == share
    assert [month.first for month in days.months() if month.is_now] == [on.replace(day=1)]
    ages = [(on - one.due).days for one in then if one.overdue(on)]
    bounds = [(1, 30), (31, 90), (91, 180), (181, 365), (366, 10**6)]
    expected = [sum(a <= age <= b for age in ages) for a, b in bounds]
    assert [age.number.value for age in days.ages()] == expected, on


def answers(scope, then, on):
    first = plain.a_year_before(on)
    late = [(p.answered - p.due).days for p in then if p.late and first <= p.due < on]
    bounds = [(1, 7), (8, 30), (31, 90), (91, 180), (181, 10**6)]
    expected = [sum(a <= days <= b for days in late) for a, b in bounds]
    assert [number.value for number in timeliness.lateness(scope)] == expected, on

    years = defaultdict(lambda: [0, 0, 0, 0])
    for one in then:
        if (part := plain.outcome(one, on)) is not None:
            years[one.obligation.document.adopted_on.year][part] += 1
    found = {c.first.year: [part.value for part in c.parts] for c in timeliness.cohorts(scope)}
    assert found == dict(years), on


def to_come(scope, then, on):
    found = load(scope)
    expected = Counter(
        (one.due.replace(day=1), one.obligation.region)
        for one in then
        if one.open and one.due and one.due >= on
    )
    for month in found.months:
        for region, number in zip(Region.values, month.regions, strict=True):
            assert number.value == expected[month.first, region], (on, month.first, region)
    mean = sum(month.total.value for month in found.months) / 24
    assert found.mean == pytest.approx(mean)
    assert all(m.is_heavy == (m.total.value > 1.25 * mean) for m in found.months)


def waiting(scope, then, on):
    expected = sorted((one.due, one.cycle.pk) for one in then if one.overdue(on))[:10]
    assert [(cycle.due, cycle.pk) for cycle in oldest_overdue(scope)] == expected, on


def test_a_filter_narrows_every_figure_alike(cycles):
    office = Office.objects.get(short="T0")
    filters = {
        f"lead={office.pk}": lambda o, _p, _on: o.lead_id in plain.under(office),
        "region=africa&region=europe": lambda o, _p, _on: o.region in ("africa", "europe"),
        "addressee=mission": lambda o, _p, _on: "mission" in o.addressee_codes,
        "state=overdue&due_after=2025-01-01": lambda _o, p, on: (
            p.overdue(on) and p.due >= dt.date(2025, 1, 1)
        ),
        "subject_is=none": lambda o, _p, _on: o.subject == "",
        "year=2024": lambda o, _p, _on: o.document.adopted_on.year == 2024,
    }
    for on in (dt.date(2025, 12, 31), TODAY):
        standing = plain.standing(cycles, on)
        for query, is_in in filters.items():
            scope = scope_of(query, on)
            then = [p for p in standing if is_in(p.obligation, p, on)]
            totals(scope, then, on)
            for by in ("region", "organ", "document", "person"):
                one_dimension(by, scope, then, on)
            through_time(scope, then, on)
            to_come(scope, then, on)


def test_every_number_leads_to_so_many_rows_as_at_its_day(cycles):
    office = Office.objects.get(short="T0")
    for query in ("", f"lead={office.pk}&state=overdue&state=answered-late"):
        for on in (dt.date(2025, 6, 30), TODAY):
            scope = scope_of(query, on)
            numbers = list(groups.totals(rows_by(LEAD, scope), scope).values())
            for by in DIMENSIONS:
                for group in breakdown(by, scope, size=3).groups:
                    numbers += group.numbers
            numbers += [part for q in Days(scope).quarters()[-3:] for part in q.parts]
            numbers += [age.number for age in Days(scope).ages()]
            numbers += timeliness.lateness(scope)
            numbers += [part for c in timeliness.cohorts(scope)[:2] for part in c.parts]
            numbers += load(scope).months[1].regions
            for number in numbers[::5]:
                if number.url is None:
                    assert number.value == 0
                else:
                    assert rows_behind(number) == number.value, (on, number)


def test_another_day_is_held_against_it(cycles):
    other = dt.date(2026, 6, 30)
    scope = scope_of(f"against={other}", TODAY)
    before = plain.standing(cycles, other)

    for by in ("region", "lead", "person"):
        members = defaultdict(list)
        for one in before:
            for key in plain.keys_of(by, one):
                members[str(key or "none")].append(one)
        parameter = DIMENSIONS[by].parameter
        found = breakdown(by, scope, size=10_000).groups
        assert found
        for group in found:
            key = QueryDict(urlsplit(group.numbers[0].url).query)[parameter]
            expected = plain.counts(members[key], other)
            assert {n.name: n.before for n in group.numbers} == {
                name: expected[name] for name in groups.COLUMNS
            }, (by, key)


def test_months_quarters_ages_and_years_are_held_against_another_day(cycles):
    other = dt.date(2026, 6, 30)
    scope = scope_of(f"against={other}", TODAY)
    then = scope.then()

    quarters = held_against(Days(scope).quarters(), Days(then).quarters())
    years = held_against(timeliness.cohorts(scope), timeliness.cohorts(then))
    months = held_against_months(load(scope), load(then))

    before = plain.standing(cycles, other)
    for quarter in quarters[1:-2]:  # in those of both days
        expected = plain.by_stretch(before, other, quarter.first, quarter.last)
        assert [part.before for part in quarter.parts] == expected
    assert sum(year.total.before for year in years) == sum(
        plain.outcome(one, other) is not None for one in before
    )
    january = next(month for month in months if month.first == dt.date(2027, 1, 1))
    assert january.total.before == sum(
        one.open and one.due is not None and one.due.replace(day=1) == january.first
        for one in before
    )


def test_people_have_in_hand_what_they_are_responsible_for(cycles):
    on = dt.date(2026, 6, 30)
    scope = scope_of("", on)
    then = plain.standing(cycles, on)

    rows, _more = people(scope, cycles[0].obligation.responsible, first=0, size=100)

    got = {row.group.label: row.group.by_name["overdue"].value for row in rows}
    expected = Counter(str(p.obligation.responsible or "Nobody") for p in then if p.overdue(on))
    assert got == {name: expected[name] for name in got}
    assert sum(got.values()) == sum(expected.values())
