"""A real chain: paragraph 6 of resolution 2046 (2012), asked day by day from 2012 to 2018.

Adopted on 2 May 2012: within fifteen days, then every two weeks. By S/2013/657 every month, by
S/2014/613 every three months, by S/2016/1029 every six months beginning 15 May 2017. The days of
the first two notes are not confirmed: 8 November 2013 and 20 August 2014 stand for them. The third
is taken to hold from its first date.
"""

import calendar
import datetime as dt

import pytest

from apps.obligations.models import Cadence, Obligation
from apps.reporting.change import Amendment, amend, extend, preview, set_programme
from apps.reporting.models import Cycle
from apps.reporting.plan import compare, plan, replan
from apps.reporting.respond import respond, waive
from apps.reporting.why import in_words
from tests.factories import DocumentFactory, EntryFactory, UserFactory
from tests.obligations.asked import asked, codes_of, said

pytestmark = pytest.mark.django_db
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
ADOPTED, END = dt.date(2012, 5, 2), dt.date(2018, 12, 31)
MONTHLY, QUARTERLY, HALF_YEARLY = dt.date(2013, 11, 8), dt.date(2014, 8, 20), dt.date(2017, 5, 15)
NOTES = [
    (MONTHLY, "S/2013/657", {"kind": "every", "period": "P1M"}),
    (QUARTERLY, "S/2014/613", {"kind": "every", "period": "P3M"}),
    (HALF_YEARLY, "S/2016/1029", {"kind": "every", "period": "P6M", "start_on": HALF_YEARLY}),
]


# A second, plain way to the same dates: it shares no line with the product.


def months_after(day, number):
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def counted(known_on, until=END + 3 * 366 * DAY):
    """The dates as they stand when only the notes up to `known_on` are known."""
    found, day = [], dt.date(2012, 5, 17)
    while day < (MONTHLY if known_on >= MONTHLY else until):
        found.append(day)
        day += 2 * WEEK
    for start, months, end, first in (
        (MONTHLY, 1, QUARTERLY, 1),
        (QUARTERLY, 3, HALF_YEARLY, 1),
        (HALF_YEARLY, 6, until, 0),
    ):
        if known_on < start:
            break
        limit = end if known_on >= end else until
        day = months_after(start, first * months)
        while day < limit:
            found.append(day)
            first += 1
            day = months_after(start, first * months)
    return found


@pytest.fixture
def ask():
    words = "report within 15 days and in two week intervals thereafter"
    made = asked(ADOPTED.isoformat(), codes_of(words, "2012-05-02"))
    plan(Obligation.objects.all(), until=end_of(ADOPTED))
    return made


def end_of(day):
    """Up to when is planned on `day`: to the end of the second year after it."""
    return dt.date(day.year + 2, 12, 31)


def note(number):
    holds_from, symbol, values = NOTES[number]
    document = DocumentFactory(symbol=symbol, kind="letter", adopted_on=holds_from)
    return Amendment(1, document, "", holds_from, values)


def amended(ask, number):
    """Preview, amend, and hold what the preview said against what became of the rows."""
    ask.refresh_from_db()
    new = note(number)
    until = end_of(new.holds_from)
    foreseen, before = preview(ask, new, until=until), rows()
    assert rows() == before
    assert Cadence.objects.count() == number + 1
    done = amend(ask.pk, ask.version, new, until=until, by=UserFactory())
    after = rows()

    assert said(foreseen) == said(done)
    assert {key(cycle) for cycle in foreseen.made} == after.keys() - before.keys()
    assert {key(cycle) for cycle in foreseen.removed} == before.keys() - after.keys()
    changed = {one for one in before.keys() & after.keys() if before[one] != after[one]}
    assert {key(cycle) for cycle in [*foreseen.moved, *foreseen.restated]} == changed
    for cycle in [*foreseen.made, *foreseen.moved, *foreseen.restated]:
        assert after[key(cycle)] == (cycle.due_on, cycle.cadence.version, cycle.derivation)
    assert not compare(Obligation.objects.all(), until=until)
    return done


def key(cycle):
    return cycle.obligation_id, cycle.cadence_number, cycle.period


def rows():
    return {key(c): (c.due_on, c.cadence.version, c.derivation) for c in Cycle.objects.select_related("cadence")}  # fmt: skip


def days(first, last):
    while first <= last:
        yield first
        first += DAY


def test_every_day_from_2012_to_2018_finds_the_right_cycles(ask):
    waiting = dict(enumerate(start for start, _symbol, _values in NOTES))
    ours = counted(ADOPTED)

    for today in days(ADOPTED, END):
        if today in waiting.values():
            (number,) = [n for n, start in waiting.items() if start == today]
            amended(ask, number)
            ours = counted(today)
        elif (today.month, today.day) == (1, 1):  # as the yearly planning does
            replan(Obligation.objects.all(), until=end_of(today))
        coming = Cycle.objects.due(on=today, within=366).values_list("due_on", flat=True)
        ahead = [day for day in ours if today <= day <= today + 366 * DAY]

        assert list(coming) == ahead, today  # the first is due today, or the next
        if today.day == 1:
            passed = [day for day in ours if day < today]
            assert Cycle.objects.overdue(on=today).count() == len(passed), today

    expected = [day for day in counted(END) if day <= end_of(END)]
    assert [cycle.due_on for cycle in Cycle.objects.order_by("due_on")][: len(expected)] == expected


def test_each_cycle_names_the_note_that_governs_it(ask):
    for number in range(3):
        amended(ask, number)

    for cycle in Cycle.objects.select_related("cadence__basis_document"):
        symbols = ["S/RES", *(symbol for start, symbol, _v in NOTES if start <= cycle.due_on)]
        assert symbols[-1] in in_words(cycle)
        assert cycle.cadence.version == len(symbols)
    last = Cycle.objects.order_by("due_on").last()
    assert "the first date printed in the decision, 15 May 2017" in in_words(last)


def test_only_future_cycles_that_nobody_touched_are_rebuilt(ask):
    def of(day):
        return Cycle.objects.get(due_on=day)

    by, report = UserFactory(), DocumentFactory(kind="report", adopted_on=dt.date(2013, 10, 30))
    answered, waived, entered, extended, slotted = (
        dt.date(2013, 11, 14) + 2 * n * WEEK for n in range(5)
    )
    passed = dt.date(2013, 10, 31)  # two weeks before: due before the note, never answered
    respond(of(answered), report, finding="fulfilled", by=by, on=report.adopted_on)
    waive(of(waived), on=report.adopted_on, reason="Sample")
    EntryFactory(obligation=ask, cycle=of(entered))
    extend(
        of(extended), extended + WEEK, basis=report, reason="Sample", by=by, on=report.adopted_on
    )
    set_programme(of(slotted), {"slot_on": slotted - 10 * WEEK})

    changes = amended(ask, 0)

    kept = [str(day) for day in (entered, extended, slotted)]
    assert said(changes)["kept"] == kept
    old = Cycle.objects.filter(cadence__version=1, mandated_on__gte=MONTHLY)
    stays = [answered, waived, entered, extended, slotted]
    assert list(old.order_by("mandated_on").values_list("mandated_on", flat=True)) == stays
    assert Cycle.objects.get(mandated_on=extended).due_on == extended + WEEK
    assert of(passed).cadence.version == 1
    monthly = Cycle.objects.filter(cadence__version=2).order_by("due_on")
    assert monthly.first().due_on == dt.date(2013, 12, 8)
    assert not replan(Obligation.objects.all(), until=end_of(MONTHLY))
