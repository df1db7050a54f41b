"""What stands in the table of reporting and mandate cycles on a day."""

import datetime as dt

import pytest

from apps.obligations.codes import CadenceKind, Region
from apps.reporting.cycles_rows import MANDATES, REPORTS, lines, rows
from tests.factories import (
    DocumentFactory,
    ExtensionFactory,
    ResponseFactory,
    SessionFactory,
)

from .cycles import HELD_FROM, TODAY, ask, due, rhythm, table, the_row

pytestmark = pytest.mark.django_db
MAY, NOVEMBER = dt.date(2027, 5, 15), dt.date(2026, 11, 15)
FEBRUARY = dt.date(2027, 2, 15)
A_DAY = dt.timedelta(days=1)


def subjects(on=TODAY):
    return [row.subject for row in table(on)]


def test_a_row_says_subject_cadence_basis_last_report_and_next_due():
    obligation = ask("Lighthouse: keepers")
    cadence = rhythm(obligation)
    (answered,) = due(cadence, NOVEMBER)
    report = DocumentFactory(symbol="S/2026/657", adopted_on=dt.date(2026, 11, 10))
    ResponseFactory(cycle=answered, document=report, judged_on=dt.date(2026, 11, 12))
    due(cadence, MAY)

    row = the_row()

    assert row.subject == "Lighthouse: keepers"
    assert row.cadence == "Every six months (15 May 2027)"
    assert row.basis == f"{obligation.document} para. 2".replace("S/RES/", "resolution ")
    assert row.last_report_words == "S/2026/657 (10 November 2026)"
    assert (row.next_due, row.outstanding) == (MAY, None)


def test_without_a_subject_the_act_stands_for_it():
    rhythm(ask("", act="Report on the lamps"))

    assert subjects() == ["Report on the lamps"]


def test_what_has_no_date_and_asks_for_nothing_back_is_no_row():
    rhythm(ask("Asks nothing", deliverable=[]), kind=CadenceKind.UNDATED)
    rhythm(ask("When it happens", deliverable=[]), kind=CadenceKind.EVENT)
    rhythm(ask("Comes back some day", deliverable=["report"]), kind=CadenceKind.UNDATED)
    rhythm(ask("Has a date", deliverable=[]), kind=CadenceKind.ONCE, on=MAY)

    assert subjects() == ["Comes back some day", "Has a date"]


def test_what_gets_a_date_later_is_a_row_from_then_on():
    obligation = ask(deliverable=[])
    rhythm(obligation, kind=CadenceKind.UNDATED)
    rhythm(obligation, version=2, holds_from=NOVEMBER, recorded_on=NOVEMBER)

    assert not table(NOVEMBER - A_DAY)
    assert table(NOVEMBER)


def test_mandate_and_report_of_one_obligation_are_two_rows():
    obligation = ask()
    rhythm(obligation, number=1)
    rhythm(obligation, number=2, kind=CadenceKind.MANDATE, period="P1Y")

    assert [(row.part, row.rhythm) for row in table()] == [
        (MANDATES, "For a period of one year"),
        (REPORTS, "Every six months"),
    ]


def test_midterm_and_final_report_are_one_row():
    obligation = ask(words="a midterm and a final report")
    rhythm(obligation, number=1, kind=CadenceKind.ONCE, on=NOVEMBER)
    rhythm(obligation, number=2, kind=CadenceKind.ONCE, on=MAY)

    assert the_row().cadence == (
        "Midterm report no later than 15 November 2026, final report no later than 15 May 2027"
    )


def test_rows_stand_by_region_then_mandates_first_then_by_subject():
    for subject, region, kind in [
        ("B", Region.OTHER, "once"),
        ("Z", Region.AFRICA, "once"),
        ("C", Region.AFRICA, "once"),
        ("Y", Region.AFRICA, "mandate"),
        ("A", Region.EUROPE, "once"),
    ]:
        rhythm(ask(subject, region=region), kind=kind, on=MAY)

    assert subjects() == ["Y", "C", "Z", "A", "B"]


def test_a_row_stands_from_the_day_of_acceptance_to_the_eve_of_closing():
    accepted_on, closed_on = dt.date(2026, 3, 1), dt.date(2026, 10, 1)
    rhythm(
        ask(accepted_on=accepted_on, state="closed", reason="Done", finding_on=closed_on),
        kind=CadenceKind.ONCE,
        on=MAY,
    )

    assert [bool(table(day)) for day in (accepted_on - A_DAY, accepted_on)] == [False, True]
    assert [bool(table(day)) for day in (closed_on - A_DAY, closed_on)] == [True, False]


@pytest.mark.parametrize("state", ["draft", "rejected"])
def test_what_is_not_accepted_is_no_row(state):
    rhythm(ask(**{state: True}))

    assert not table()


def test_versions_are_the_basis_in_their_order_and_the_one_that_holds_is_worded():
    obligation = ask(paragraph__text__document__symbol="S/RES/2046 (2012)")
    rhythm(obligation, period="P2W", basis_paragraph="6", holds_from=dt.date(2012, 5, 2))
    for number, (symbol, period, day) in enumerate(
        [
            ("S/2013/657", "P1M", dt.date(2013, 11, 8)),
            ("S/2016/1029", "P6M", dt.date(2017, 5, 15)),
        ],
        start=2,
    ):
        basis = DocumentFactory(symbol=symbol)
        values = {"version": number, "basis_document": basis, "basis_paragraph": ""}
        rhythm(obligation, period=period, holds_from=day, recorded_on=TODAY, **values)

    def at(day):
        return (rows([(obligation.pk, REPORTS)], on=day))[obligation.pk, REPORTS]

    assert at(dt.date(2013, 11, 7)).basis == "resolution 2046 (2012) para. 6"
    assert at(dt.date(2013, 11, 7)).rhythm == "Every two weeks"
    assert at(dt.date(2013, 11, 8)).basis == "resolution 2046 (2012) para. 6; S/2013/657"
    assert at(dt.date(2013, 11, 8)).rhythm == "Every month"
    assert at(TODAY).basis == "resolution 2046 (2012) para. 6; S/2013/657; S/2016/1029"
    assert at(TODAY).rhythm == "Every six months"


def test_a_version_that_is_still_to_hold_counts_once_it_is_recorded():
    obligation = ask()
    first = rhythm(obligation)
    due(first, NOVEMBER)
    second = rhythm(obligation, version=2, period="P1M", holds_from=FEBRUARY, recorded_on=NOVEMBER)
    due(second, FEBRUARY)

    assert the_row(TODAY).cadence == "Every month (15 February 2027)"
    assert the_row(NOVEMBER - A_DAY).rhythm == "Every six months"


def test_a_date_that_was_planned_away_since_is_computed_anew():
    obligation = ask()
    rhythm(obligation, start_on=dt.date(2020, 5, 15))
    later = rhythm(obligation, version=2, period="P1M", holds_from=FEBRUARY, recorded_on=TODAY)
    due(later, FEBRUARY)

    assert the_row(TODAY - A_DAY).cadence == "Every six months (15 May 2027)"
    assert the_row(TODAY - A_DAY).next_due == MAY


@pytest.mark.parametrize(
    ("values", "day"),
    [
        ({"period": "P6M", "start_on": dt.date(2020, 5, 15)}, MAY),
        ({"period": "P6M", "start_on": dt.date(2030, 5, 15)}, dt.date(2030, 5, 15)),
        ({"period": "P6M", "start_after": "P7Y"}, dt.date(2028, 4, 19)),
        ({"period": "P6M", "until_on": NOVEMBER}, None),
        ({"period": "P1D", "start_on": dt.date(1950, 1, 1)}, None),
        ({"kind": CadenceKind.ONCE, "on": MAY}, MAY),
        ({"kind": CadenceKind.SESSION, "session": 171}, dt.date(2116, 9, 15)),
        ({"kind": CadenceKind.SESSION, "session": 999}, None),
    ],
)
def test_what_is_not_planned_yet_has_the_date_that_its_cadence_gives(values, day):
    SessionFactory(number=171, opens_on=dt.date(2116, 9, 15))
    rhythm(ask(), **values)

    assert the_row().next_due == day


def test_the_next_date_is_the_first_that_is_neither_answered_nor_waived_by_the_day():
    cadence = rhythm(ask())
    waived, answered, _open = due(cadence, TODAY, FEBRUARY, MAY)
    ResponseFactory(cycle=answered, judged_on=TODAY)
    waived.waived_on, waived.waived_reason = TODAY, "Not needed"
    waived.save()

    assert the_row(TODAY).next_due == MAY
    assert the_row(TODAY - A_DAY).next_due == TODAY  # neither was recorded then


def test_a_waiver_and_an_answer_count_from_the_day_on_which_they_were_recorded():
    cadence = rhythm(ask())
    answered, _open = due(cadence, FEBRUARY, MAY)
    ResponseFactory(cycle=answered, judged_on=TODAY)

    assert [the_row(day).next_due for day in (TODAY - A_DAY, TODAY)] == [FEBRUARY, MAY]


def test_an_answer_counts_from_the_day_on_which_it_was_recorded():
    cadence = rhythm(ask())
    (cycle,) = due(cadence, NOVEMBER)
    due(cadence, MAY)
    report = DocumentFactory(adopted_on=NOVEMBER - A_DAY)
    ResponseFactory(cycle=cycle, document=report, judged_on=TODAY)
    cycle.answered_on = NOVEMBER - A_DAY
    cycle.save()

    assert (the_row(TODAY).outstanding, the_row(TODAY).last_report) == (None, report)
    before = the_row(TODAY - A_DAY)
    assert (before.outstanding, before.last_report) == (NOVEMBER, None)


def test_an_answer_without_a_document_counts_from_its_own_day():
    due(rhythm(ask()), NOVEMBER, answered_on=TODAY)

    assert [the_row(day).outstanding for day in (TODAY - A_DAY, TODAY)] == [NOVEMBER, None]


def test_a_report_that_answers_nothing_is_no_last_report():
    (cycle,) = due(rhythm(ask()), NOVEMBER)
    ResponseFactory(cycle=cycle, finding="not-applicable")

    assert (the_row().last_report, the_row().outstanding) == (None, NOVEMBER)


def test_the_last_report_is_the_newest_by_its_own_date():
    first, second = due(rhythm(ask()), NOVEMBER, MAY)
    newer = DocumentFactory(adopted_on=NOVEMBER)
    ResponseFactory(cycle=first, document=newer, judged_on=HELD_FROM)
    older = DocumentFactory(adopted_on=NOVEMBER - A_DAY)
    ResponseFactory(cycle=second, document=older, judged_on=TODAY)

    assert the_row().last_report == newer


def test_an_extension_counts_from_the_day_on_which_it_was_recorded():
    (cycle,) = due(rhythm(ask(), kind=CadenceKind.ONCE, on=NOVEMBER), NOVEMBER)
    for former, day, recorded_on in [(NOVEMBER, FEBRUARY, NOVEMBER), (FEBRUARY, MAY, TODAY)]:
        ExtensionFactory(cycle=cycle, former_due_on=former, due_on=day, recorded_on=recorded_on)
    cycle.due_on = MAY
    cycle.save()

    words = "No later than 15 November 2026"
    assert the_row(NOVEMBER - A_DAY).cadence == words
    assert the_row(NOVEMBER).cadence == f"{words} (15 February 2027)"
    assert the_row(TODAY).cadence == f"{words} (15 May 2027)"


def test_a_single_date_stays_in_brackets_when_it_is_answered():
    (cycle,) = due(rhythm(ask(), kind=CadenceKind.ONCE, period="P60D"), NOVEMBER)
    ResponseFactory(cycle=cycle)

    row = the_row()

    assert (row.cadence, row.next_due) == ("Within 60 days (15 November 2026)", None)


def test_dates_of_a_mandate_and_of_the_reports_on_it_are_kept_apart():
    obligation = ask()
    due(rhythm(obligation, number=1), MAY)
    due(rhythm(obligation, number=2, kind=CadenceKind.MANDATE, period="P1Y"), FEBRUARY)

    assert [row.next_due for row in table()] == [FEBRUARY, MAY]


@pytest.mark.parametrize("number", [1, 20])
def test_rows_cost_the_same_queries_however_many(number, django_assert_num_queries):
    for _n in range(number):
        obligation = ask()
        cadence = rhythm(obligation)
        ResponseFactory(cycle=due(cadence, NOVEMBER)[0])
        rhythm(ask(), kind=CadenceKind.SESSION, session=176)  # computed
    keys = list(lines(on=TODAY).values_list("obligation_id", "part"))

    with django_assert_num_queries(3):  # cadences, sessions, last reports
        rows(keys, on=TODAY)
