"""The parts of a report that list: what is overdue, follow-ups, the table, why each date, the annex."""

import datetime as dt

import pytest

from apps.exports.paper.model import Quoted
from apps.exports.report.make import paper_of
from apps.followups.models import Entry
from tests.exports.report.report import asked, row, told
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    EntryFactory,
    ExtensionFactory,
    ObligationFactory,
    OfficeFactory,
    ParagraphFactory,
    ResponseFactory,
    TextFactory,
    UserFactory,
)
from tests.reporting.days import days

pytestmark = pytest.mark.django_db
OVERDUE = "part=overdue"
FOLLOW_UPS = "part=follow-ups"
TABLE = "part=table"


@pytest.fixture
def lamps():
    return ObligationFactory(
        lead=OfficeFactory(short="DPPA"),
        responsible=UserFactory(name="Ada"),
        region="asia",
        decided_at=dt.datetime(2021, 4, 20, tzinfo=dt.UTC),
    )


def logged(obligation, on, **values):
    """An entry that was logged on its own day."""
    entry = EntryFactory(obligation=obligation, happened_on=on, **values)
    noon = dt.datetime.combine(on, dt.time(12), dt.UTC)
    Entry.objects.filter(pk=entry.pk).update(created_at=noon)
    return entry


def test_what_is_overdue_says_how_long_what_was_done_and_what_comes_next(lamps):
    cycle = CycleFactory(cadence__obligation=lamps, due_on=days(-20))
    ExtensionFactory(
        cycle=cycle, former_due_on=days(-50), due_on=days(-20), reason="Fog", recorded_on=days(-51)
    )
    logged(lamps, days(-9), text="Older")
    logged(
        lamps,
        days(-5),
        kind="call",
        text="The **draft** is & stays late",
        next_step="Call again",
        next_step_on=days(3),
        next_step_by=UserFactory(name="Ben"),
    )

    line = row(told(OVERDUE), lamps.reference)

    assert line == (
        f"{lamps.reference} | report to the Council | DPPA / Ada"
        " | 20 days / Was due on 5 November 2026"
        f" / Moved from 6 October 2026 by {cycle.extensions.get().basis_document}: Fog"
        " | 20 November 2026, Call / The draft is & stays late"
        " | Call again / By 28 November 2026 / Ben"
    )


def test_the_longest_overdue_stands_first_and_nothing_else_stands_there(lamps):
    cadence = CadenceFactory(obligation=lamps)
    for due_on in (days(-1), days(-30), days(0), None):
        CycleFactory(cadence=cadence, due_on=due_on)
    CycleFactory(cadence=cadence, due_on=days(-40), answered_late=True)

    lines = told(OVERDUE)

    assert len(lines) == 3
    assert "30 days" in lines[1]
    assert "1 day / " in lines[2]


def test_as_at_an_earlier_day_what_came_later_is_not_known(lamps):
    cycle = CycleFactory(cadence__obligation=lamps, due_on=days(9))
    ExtensionFactory(
        cycle=cycle, former_due_on=days(-20), due_on=days(9), reason="Fog", recorded_on=days(-5)
    )
    logged(lamps, days(-15), text="Then", next_step="Ask", next_step_done_on=days(-2))
    logged(lamps, days(-1), text="Since")
    EntryFactory(obligation=lamps, happened_on=days(-16), text="Put in later")

    then = told(f"{OVERDUE}&{FOLLOW_UPS}&as_at={days(-10)}")
    now = told(f"{OVERDUE}&{FOLLOW_UPS}")

    assert " | 10 days / Was due on 5 November 2026 | " in row(then, lamps.reference)
    assert row(then, lamps.reference).endswith("Then | Ask")
    assert [line for line in then if "Since" in line or "Put in later" in line] == []
    assert "Nothing is overdue." in now
    assert any("Put in later" in line for line in now)


def test_an_answer_counts_from_the_day_on_which_it_was_recorded(lamps):
    cycle = CycleFactory(
        cadence__obligation=lamps,
        due_on=days(-20),
        answered_on=days(-25),
        recorded_on=days(-5),
    )
    report = ResponseFactory(cycle=cycle, judged_on=days(-5)).document

    then, now = told(f"{TABLE}&as_at={days(-6)}"), told(TABLE)

    assert row(then, lamps.reference).endswith("5 November 2026 | Overdue | –")
    assert row(now, lamps.reference).endswith(f"Answered | {report} / 19 April 2021")


def test_an_extension_is_told_from_the_day_on_which_it_was_recorded(lamps):
    cycle = CycleFactory(cadence__obligation=lamps, due_on=days(9))
    ExtensionFactory(cycle=cycle, former_due_on=days(-20), due_on=days(9), recorded_on=days(-5))

    then = row(told(f"part=derivations&as_at={days(-6)}"), lamps.reference)
    now = row(told("part=derivations"), lamps.reference)

    assert f"{lamps.reference} | 5 November 2026 | " in then
    assert "moved it" not in then
    assert f"{lamps.reference} | 4 December 2026 | " in now
    assert "moved it" in now


def test_follow_ups_since_a_day_stand_by_obligation_the_newest_first(lamps):
    CycleFactory(cadence__obligation=lamps, due_on=days(9))
    other = CycleFactory(due_on=days(9)).obligation
    for on, text in ((-31, "Too old"), (-30, "First"), (-2, "Last")):
        logged(lamps, days(on), text=text, author=UserFactory(name="Cy"))
    logged(other, days(-3), text="Other")
    logged(ObligationFactory(), days(-3), text="Out of scope")

    lines = told(f"{FOLLOW_UPS}&since={days(-30)}")

    assert lines == [
        "Follow-ups",
        "3 follow-ups from 26 October 2026 to 25 November 2026.",
        f"{lamps.reference}: report to the Council",
        "23 November 2026 | Note | Last | Cy | –",
        "26 October 2026 | Note | First | Cy | –",
        f"{other.reference}: report to the Council",
        f"22 November 2026 | Note | Other | {Entry.objects.get(text='Other').author} | –",
    ]
    assert lines == told(FOLLOW_UPS)


def test_no_follow_ups_are_told_as_such(lamps):
    CycleFactory(cadence__obligation=lamps, due_on=days(9))

    lines = told(f"{FOLLOW_UPS}&since={days(-1)}")

    assert lines[1] == "Nothing was logged from 24 November 2026 to 25 November 2026."


def test_the_table_has_a_row_a_cycle_with_the_last_answer_before_it(lamps):
    cadence = CadenceFactory(obligation=lamps)
    first = CycleFactory(cadence=cadence, due_on=days(-200), answered=True)
    CycleFactory(cadence=cadence, due_on=days(-20))
    report = ResponseFactory(cycle=first, document__adopted_on=days(-210)).document

    lines = told(TABLE)

    start = f"{lamps.reference} | report to the Council | Secretary-General | DPPA"
    assert lines[1:] == [
        "Asia and the Middle East",
        f"{start} | 9 May 2026 | Answered | {report} / 29 April 2026",
        f"{start} | 5 November 2026 | Overdue | {report} / 29 April 2026",
    ]


@pytest.mark.parametrize(
    ("order", "headings"),
    [
        ("region", ["Africa", "Other matters"]),
        ("lead", ["DPPA", "No lead office"]),
        ("due", []),
    ],
)
def test_the_table_is_grouped_as_asked(order, headings, lamps):
    CycleFactory(cadence__obligation=lamps, due_on=days(1))
    type(lamps).objects.update(region="africa")
    CycleFactory(due_on=days(-1))

    lines = told(f"{TABLE}&order={order}")

    assert [line for line in lines[1:] if " | " not in line] == headings


def test_every_date_says_how_it_was_computed(lamps):
    CycleFactory(cadence__obligation=lamps, due_on=days(-20))

    line = row(told("part=derivations"), lamps.reference)

    assert line == (
        f"{lamps.reference} | 5 November 2026 | By {lamps.document}. "
        "The decision prints this date: 5 November 2026."
    )


def test_the_annex_quotes_each_paragraph_once(lamps):
    second = ObligationFactory(paragraph=lamps.paragraph, number=2)
    for obligation in (lamps, second):
        CycleFactory(cadence__obligation=obligation, due_on=days(1))

    lines = told("part=annex")

    assert lines == [
        "Annex: the words of the decisions",
        lamps.document.symbol,
        "A decision, 19 April 2021",
        "1. Requests the Secretary-General to report on the lamps every six months;",
    ]


def test_the_annex_quotes_the_language_of_the_report_where_the_decision_is_here_in_it(lamps):
    CycleFactory(cadence__obligation=lamps, due_on=days(1))
    french = TextFactory(document=lamps.document, language="fr")
    ParagraphFactory(
        text=french,
        position=lamps.paragraph.position,
        label=lamps.paragraph.label,
        words="1. Prie le Secrétaire général ;",
    )

    quotes = [
        block
        for language in ("fr", "ru")
        for block in paper_of(asked("part=annex", language=language)).blocks
        if isinstance(block, Quoted)
    ]

    assert [(one.language, one.words[:7]) for one in quotes] == [
        ("fr", "1. Prie"),
        ("en", "1. Requ"),
    ]
    assert quotes[0].source.startswith(f"{lamps.document} ¶ {lamps.paragraph.label}, ")
