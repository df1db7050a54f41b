import datetime as dt

import pytest
from django.http import QueryDict

from apps.dashboards import figures, groups
from apps.dashboards.days import Days, percent
from apps.dashboards.folded import brief_rows, brief_totals, folded
from apps.dashboards.groups import COLUMNS, TOP
from apps.dashboards.scope import Scope
from apps.obligations.models import Addressee
from tests.factories import (
    ActorFactory,
    CadenceFactory,
    CycleFactory,
    EntryFactory,
    ObligationFactory,
    OfficeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 7, 1)
YESTERDAY = dt.date(2026, 6, 30)


def days(number):
    return TODAY + dt.timedelta(days=number)


def scope(query=""):
    return Scope(QueryDict(query), today=TODAY, soon=30)


def counted(name):
    return brief_totals(brief_rows(scope()), scope())[name].value


def values(breakdown):
    """Each group as its label and its numbers by column."""
    return {
        group.label: dict(zip(COLUMNS, [number.value for number in group.numbers], strict=True))
        for group in breakdown.groups
    }


def cycle_of(obligation, **kwargs):
    return CycleFactory(cadence=CadenceFactory(obligation=obligation), **kwargs)


def test_a_cycle_due_today_is_not_overdue():
    CycleFactory(due_on=YESTERDAY)
    CycleFactory(due_on=TODAY)
    CycleFactory(due_on=YESTERDAY, answered=True)
    CycleFactory(due_on=YESTERDAY, waived=True)

    assert counted("overdue") == 1
    assert counted("open") == 2


@pytest.mark.parametrize("within", [30, 60, 90])
def test_due_within_some_days_counts_from_today_to_the_last_of_them(within):
    CycleFactory(due_on=YESTERDAY)
    CycleFactory(due_on=TODAY)
    CycleFactory(due_on=days(within))
    CycleFactory(due_on=days(within + 1))

    assert counted(f"due_{within}") == 2


def test_a_cycle_without_a_date_is_open_and_undated_and_never_overdue():
    CycleFactory(due_on=None)

    assert (counted("open"), counted("undated"), counted("overdue")) == (1, 1, 0)


def test_cycles_of_what_nobody_accepted_are_not_counted():
    draft = ObligationFactory(draft=True)
    cycle_of(draft, due_on=YESTERDAY)
    cycle_of(ObligationFactory(closed=True), due_on=YESTERDAY)

    assert counted("overdue") == 1


def test_answers_are_counted_of_what_fell_due_in_the_year_before():
    CycleFactory(due_on=dt.date(2025, 6, 30), answered=True)
    CycleFactory(due_on=dt.date(2025, 7, 1), answered=True)
    CycleFactory(due_on=YESTERDAY, answered=True)
    CycleFactory(due_on=TODAY, answered=True)
    CycleFactory(due_on=days(-9), answered_late=True)
    CycleFactory(due_on=days(-9), waived=True)
    CycleFactory(due_on=days(-9))
    CycleFactory(due_on=days(-400))

    assert (counted("on_time"), counted("late"), counted("unanswered")) == (2, 1, 1)


@pytest.mark.parametrize(
    ("parts", "share"), [((0, 0), None), ((0, 3), 0), ((1, 2), 33), ((2, 1), 67), ((5, 0), 100)]
)
def test_a_share_is_in_whole_percent_and_of_nothing_there_is_none(parts, share):
    assert percent(*parts) == share


def test_a_cycle_that_two_are_asked_for_counts_for_both():
    asked = ObligationFactory(addressees=["secretary-general", "mission"])
    cycle_of(asked, due_on=YESTERDAY)
    CycleFactory(due_on=days(10))

    found = values(folded("addressee", scope()))

    assert found["Secretary-General"]["open"] == 2
    assert found["Secretary-General"]["due_30"] == 1
    assert found["Mission"]["overdue"] == 1


def test_two_missions_that_are_asked_by_name_are_one_code():
    asked = ObligationFactory(addressees=["mission"])
    asked.addressees.all().delete()
    for _number in range(2):
        Addressee.objects.create(
            obligation=asked, code="mission", actor=ActorFactory(kind="mission")
        )
    cycle_of(asked, due_on=YESTERDAY)

    assert values(folded("addressee", scope()))["Mission"]["overdue"] == 1


def test_an_office_counts_with_all_below_it():
    top = OfficeFactory(short="Top")
    middle = OfficeFactory(short="Middle", parent=top)
    below = OfficeFactory(short="Below", parent=middle)
    OfficeFactory(short="Idle")
    cycle_of(ObligationFactory(lead=top), due_on=YESTERDAY)
    cycle_of(ObligationFactory(lead=below), due_on=YESTERDAY)
    cycle_of(ObligationFactory(lead=None), due_on=YESTERDAY)

    found = values(folded("lead", scope()))

    overdue = {label: numbers["overdue"] for label, numbers in found.items()}
    assert overdue == {"Top": 2, "Middle": 1, "Below": 1, "No lead office": 1}


def test_the_most_overdue_document_comes_first_and_ten_are_shown():
    for _number in range(TOP):
        CycleFactory(due_on=TODAY)
    worst = CycleFactory(due_on=YESTERDAY).obligation.document

    found = groups.breakdown("document", scope())

    assert found.groups[0].label == worst.symbol
    assert found.groups[0].link == worst
    assert len(found.groups) == TOP
    assert found.has_more


@pytest.mark.parametrize("by", ["addressee", "lead", "document"])
def test_the_groups_go_on_where_the_first_page_ends(by):
    codes = ["secretary-general", "mission", "council"]
    for number, code in enumerate(codes):
        office = OfficeFactory(short=f"O{number}")
        cycle_of(ObligationFactory(lead=office, addressees=[code]), due_on=YESTERDAY)

    first = (groups.breakdown if by == "document" else folded)(by, scope(), size=2)
    rest = (groups.breakdown if by == "document" else folded)(by, scope(), first=2, size=2)

    assert (len(first.groups), first.has_more) == (2, True)
    assert (len(rest.groups), rest.has_more) == (1, False)


def test_months_go_from_twelve_back_to_twelve_ahead():
    months = Days(scope()).months()

    assert [months[0].first, months[-1].first] == [dt.date(2025, 7, 1), dt.date(2027, 7, 1)]
    assert [month.first for month in months if month.is_now] == [dt.date(2026, 7, 1)]


def test_a_month_has_its_cycles_by_how_they_stand():
    CycleFactory(due_on=dt.date(2025, 6, 30))
    CycleFactory(due_on=dt.date(2026, 6, 1), answered=True)
    CycleFactory(due_on=dt.date(2026, 6, 2), answered_late=True)
    CycleFactory(due_on=dt.date(2026, 6, 30))
    CycleFactory(due_on=dt.date(2026, 6, 15), waived=True)
    CycleFactory(due_on=dt.date(2026, 7, 1))
    CycleFactory(due_on=dt.date(2027, 7, 31))
    CycleFactory(due_on=dt.date(2027, 8, 1))

    months = {month.first: month for month in Days(scope()).months()}

    def parts(year, month):
        return [part.value for part in months[dt.date(year, month, 1)].parts]

    assert parts(2026, 6) == [1, 1, 1, 0]
    assert parts(2026, 7) == [0, 0, 0, 1]
    assert parts(2027, 7) == [0, 0, 0, 1]
    assert months[dt.date(2026, 6, 1)].total.value == 3
    assert sum(month.total.value for month in months.values()) == 5


def test_the_oldest_overdue_come_first_and_ten_are_shown(django_assert_num_queries):
    oldest = CycleFactory(due_on=days(-500))
    for number in range(TOP):
        CycleFactory(due_on=days(-number - 1))
    CycleFactory(due_on=days(-600), answered=True)

    with django_assert_num_queries(3):  # with the own fields
        found = figures.oldest_overdue(scope())
        words = [(str(cycle.obligation), cycle.obligation.lead) for cycle in found]

    assert found[0] == oldest
    assert len(words) == TOP


def test_quality_tells_the_machines_drafts_from_what_people_added():
    machine = {"rule": "requests-to"}
    ObligationFactory(draft=True, machine=machine)
    ObligationFactory(machine=machine)
    ObligationFactory(closed=True, machine=machine)
    whole = ObligationFactory()
    ObligationFactory(rejected=True, machine=machine)
    ObligationFactory(rejected=True, machine=machine, merged_into=whole)
    ObligationFactory(rejected=True)

    quality = figures.quality(scope())

    assert quality == figures.Quality(accepted=2, rejected=1, merged=1, by_hand=1)
    assert (quality.decided, quality.tracked) == (4, 3)


def test_undated_obligations_wait_for_review_until_a_day_is_set():
    CycleFactory(due_on=None)
    cycle_of(ObligationFactory(review_on=TODAY), due_on=None)
    cycle_of(ObligationFactory(review_on=days(1)), due_on=None)

    assert figures.beside(scope(), UserFactory())["undated"][0] == 2


def test_a_next_step_is_overdue_the_day_after():
    for when in (YESTERDAY, TODAY):
        EntryFactory(next_step="Call", next_step_on=when)
    EntryFactory(next_step="Call", next_step_on=YESTERDAY, next_step_done_on=YESTERDAY)

    assert figures.beside(scope(), UserFactory())["steps_overdue"][0] == 1


def test_next_steps_are_those_of_today_whatever_day_to_come_is_asked_for():
    """The list to which they lead knows no other day, and an obligation need not have cycles."""
    EntryFactory(next_step="Call", next_step_on=TODAY)
    EntryFactory(next_step="Call", next_step_on=YESTERDAY)

    found = figures.beside(scope(f"as_at={days(9)}"), UserFactory())["steps_overdue"]

    assert found == (1, "/obligations/next-steps/?overdue=1")
