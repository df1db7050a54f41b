"""The wording of the table that is typed by hand today."""

import datetime as dt

import pytest
from django.utils import translation

from apps.documents.models import Document
from apps.obligations.codes import CadenceKind as K
from apps.obligations.models import Cadence, Obligation, Series
from apps.reporting.cadence_words import Timed, cadence_words, legal_basis, rhythm_words

MAY = dt.date(2027, 5, 15)
SEPTEMBER = dt.date(2026, 9, 27)


def timed(on=MAY, deliverable=("report",), act="", words="", **values):
    obligation = Obligation(act=act, words=words, deliverable=list(deliverable))
    return Timed(Cadence(obligation=obligation, **values), on)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"kind": K.UNDATED, "on": None}, "As appropriate"),
        ({"kind": K.UNDATED, "on": None, "note": "asap"}, "As soon as possible"),
        ({"kind": K.EVERY, "period": "P6M"}, "Every six months (15 May 2027)"),
        ({"kind": K.EVERY, "period": "P90D"}, "Every 90 days (15 May 2027)"),
        ({"kind": K.EVERY, "period": "P2W"}, "Every two weeks (15 May 2027)"),
        ({"kind": K.EVERY, "period": "P1M"}, "Every month (15 May 2027)"),
        ({"kind": K.EVERY, "period": "P1Y", "on": None}, "Every year"),
        (
            {"kind": K.EVERY, "period": "P6M", "from_answer": True},
            "Every six months after the last report (15 May 2027)",
        ),
        (
            {"kind": K.EVERY, "period": "P6M", "until_on": SEPTEMBER},
            "Every six months until 27 September 2026 (15 May 2027)",
        ),
        (
            {"kind": K.MANDATE, "period": "P1Y", "on": SEPTEMBER},
            "For a period of one year (27 September 2026)",
        ),
        ({"kind": K.ONCE, "period": "P60D"}, "Within 60 days (15 May 2027)"),
        (
            {"kind": K.BEFORE_EXPIRY, "period": "P30D"},
            "30 days before the mandate ends (15 May 2027)",
        ),
        ({"kind": K.BEFORE_EXPIRY, "period": "P0D"}, "When the mandate ends (15 May 2027)"),
        (
            {"kind": K.SESSION, "session": 81},
            "At session 81 of the General Assembly (15 May 2027)",
        ),
        ({"kind": K.SERIES, "series": Series(name="Lamps")}, "With “Lamps” (15 May 2027)"),
        ({"kind": K.SERIES, "on": None}, "With another report"),
        ({"kind": K.EVENT, "on": None}, "When it happens"),
        ({"kind": K.MIDTERM}, "Midterm report no later than 15 May 2027"),
        (
            {"kind": K.MIDTERM, "deliverable": []},
            "Half-way through the mandate (15 May 2027)",
        ),
    ],
)
def test_a_cadence_is_worded_with_its_date_in_brackets(values, words):
    assert cadence_words([timed(**values)]) == words


@pytest.mark.parametrize("kind", [K.ONCE, K.MANDATE])
def test_a_printed_day_is_not_said_twice_but_an_extension_is(kind):
    words = {K.ONCE: "No later than 15 May 2027", K.MANDATE: "Until 15 May 2027"}[kind]
    obligation = Obligation(deliverable=[])
    cadence = Cadence(obligation=obligation, kind=kind, on=MAY)

    assert cadence_words([Timed(cadence, MAY)]) == words
    assert cadence_words([Timed(cadence, SEPTEMBER)]) == f"{words} (27 September 2026)"


PAIR = "Midterm report no later than 27 September 2026, final report no later than 15 May 2027"


@pytest.mark.parametrize(
    "words", ["a midterm report", "a mid-term report", "中期报告", "un rapport à mi-parcours"]
)
def test_two_dates_are_a_midterm_and_a_final_report_where_the_decision_says_so(words):
    pair = [timed(kind=K.ONCE, words=words), timed(SEPTEMBER, kind=K.ONCE, words=words)]

    assert cadence_words(pair) == PAIR


def test_a_cadence_half_way_makes_the_pair_too():
    assert cadence_words([timed(kind=K.ONCE), timed(SEPTEMBER, kind=K.MIDTERM)]) == PAIR


@pytest.mark.parametrize(
    "second",
    [
        {"kind": K.ONCE},
        {"kind": K.MIDTERM, "deliverable": []},
        {"kind": K.EVERY, "period": "P1Y"},
    ],
)
def test_other_cadences_stand_side_by_side(second):
    first = timed(
        SEPTEMBER, kind=K.ONCE, period="P60D", deliverable=second.get("deliverable", ["report"])
    )

    assert cadence_words([first, timed(**second)]).startswith(
        "Within 60 days (27 September 2026); "
    )


def test_the_rhythm_has_no_computed_date():
    assert rhythm_words([timed(kind=K.EVERY, period="P6M").cadence]) == "Every six months"


def test_numbers_are_spelled_in_english_alone():
    with translation.override("fr"):
        assert "6" in rhythm_words([timed(kind=K.EVERY, period="P6M").cadence])


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        ([("S/RES/2046 (2012)", "6"), ("S/2013/657", "")], "resolution 2046 (2012) para. 6; S/2013/657"),
        ([("S/RES/2231 (2015)", "11"), ("S/RES/2231 (2015)", "12")], "resolution 2231 (2015) paras. 11 and 12"),
        ([("S/PRST/2021/9", "11"), ("S/PRST/2021/9", "11")], "S/PRST/2021/9 para. 11"),
        ([("A/RES/60/1", "7 (a)")], "General Assembly resolution 60/1 para. 7 (a)"),
        ([("S/RES/2046 (2012) (sample)", "")], "S/RES/2046 (2012) (sample)"),
    ],
)  # fmt: skip
def test_the_legal_basis_names_every_document_once_with_its_paragraphs(cited, words):
    versions = [Cadence(basis_document=Document(symbol=s), basis_paragraph=p) for s, p in cited]

    assert legal_basis(versions) == words
