"""Cited documents and what the citation does. All sentences are our own."""

import pytest

from apps.reading import read

LATIN = "The Security Council,\nRecalling the lamps,\n1. {}\n"


def cited(sentence, language="en"):
    heads = {"fr": "Le Conseil de sécurité,\nRappelant les lampes,\n1. {}\n", "en": LATIN}
    text = heads.get(language, "1. {}\n").format(sentence)
    found = read(text, language=language).references
    for reference in found:
        assert text[reference.start : reference.end]
    return [(r.symbol, r.paragraphs, r.act) for r in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Requests 78/102 keepers to sing;",
        "Requests the Keeper to sing on 12/13 days;",
        "Requests the Keeper to count 2046 lamps (2012 of them red);",
        "Requests the Keeper to apply Article 41 of the Charter;",
        "Requests the Keeper to read page 12/345;",
    ],
)
def test_a_number_alone_is_no_citation(sentence):
    assert cited(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Reiterates its request in paragraph 9 of resolution 2046 (2012);",
            [("S/RES/2046 (2012)", ("9",), "requests")],
        ),
        (
            "Decides to extend the mandate of the Keeper as set out in paragraph 3 (a) of resolution 4001 (2031);",
            [("S/RES/4001 (2031)", ("3 (a)",), "extends")],
        ),
        (
            "Decides to amend paragraphs 8 to 10 and 12 of resolution 4001 (2031);",
            [("S/RES/4001 (2031)", ("8", "9", "10", "12"), "amends")],
        ),
        (
            "Decides to terminate the measures imposed by resolution 4001 (2031);",
            [("S/RES/4001 (2031)", (), "supersedes")],
        ),
        (
            "Requests the Committee established pursuant to resolution 4001 (2031) to meet;",
            [("S/RES/4001 (2031)", (), "pursuant-to")],
        ),
        (
            "Recalls its resolutions 4001 (2031), 4002 (2031) and the note S/2031/66;",
            [
                ("S/RES/4001 (2031)", (), "recalls"),
                ("S/RES/4002 (2031)", (), "recalls"),
                ("S/2031/66", (), "recalls"),
            ],
        ),
        (
            "Recalls General Assembly resolutions 77/10 and 78/102 A, and Human Rights Council resolution 34/22;",
            [
                ("A/RES/77/10", (), "recalls"),
                ("A/RES/78/102 A", (), "recalls"),
                ("A/HRC/RES/34/22", (), "recalls"),
            ],
        ),
        (
            "Recalls General Assembly resolution 1514 (XV) and Council resolution 2013/42;",
            [("A/RES/1514 (XV)", (), "recalls"), ("E/RES/2013/42", (), "recalls")],
        ),
        (
            "Recalls resolution 4001 (2031). Lamps burn as foreseen by S/2031/66.",
            [("S/RES/4001 (2031)", (), "recalls"), ("S/2031/66", (), "cites")],
        ),
    ],
)
def test_what_is_cited_and_what_is_done_with_it(sentence, expected):
    assert cited(sentence) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "Réitère sa demande figurant au paragraphe 9 de la résolution 2046 (2012);", ("9", "requests")),
        ("fr", "Décide de proroger le mandat énoncé aux paragraphes 3 et 4 de la résolution 2046 (2012);", ("3 4", "extends")),
        ("es", "Reitera su solicitud que figura en el párrafo 9 de la resolución 2046 (2012);", ("9", "requests")),
        ("es", "Decide prorrogar las medidas establecidas en el párrafo 1 de la resolución 2046 (2012);", ("1", "extends")),
        ("ru", "вновь подтверждает свою просьбу, изложенную в пункте 9 резолюции 2046 (2012);", ("9", "requests")),
        ("ru", "постановляет продлить действие мер, введенных пунктом 1 резолюции 2046 (2012);", ("1", "extends")),
        ("zh", "决定将第2046(2012)号决议第9和第11段规定的灯塔措施延长一年；", ("9 11", "extends")),
        ("zh", "回顾第2046(2012)号决议第9段；", ("9", "recalls")),
        ("ar", "يشير إلى الفقرة 9 من القرار 2046 (2012)؛", ("9", "recalls")),
        ("ar", "يقرر تمديد التدابير المفروضة بموجب الفقرة 1 من القرار 2046 (2012)؛", ("1", "extends")),
    ],
)  # fmt: skip
def test_every_language_cites(language, sentence, expected):
    found = cited(sentence, language)

    assert [(s, " ".join(p), act) for s, p, act in found] == [("S/RES/2046 (2012)", *expected)]


def test_a_document_does_not_cite_itself():
    text = (
        "S/RES/4003 (2031)\n\nResolution 4003 (2031)\n\nThe Security Council,\n\n"
        "Recalling resolution 4001 (2031),\n\n1. Decides that resolution 4003 (2031) shall stand.\n"
    )

    assert [r.symbol for r in read(text, language="en").references] == ["S/RES/4001 (2031)"]
