import datetime as dt

import pytest

from apps.reading import read

RESOLUTION = """United Nations S/RES/9001 (2031)
Security Council Distr.: General
4 May 2031
31-20001 (E)
*3120001*
Resolution 9001 (2031)
Adopted by the Security Council at the 12001st meeting, on
3 May 2031
The Security Council,
Recalling its earlier decisions on lighthouses, and noting with some
concern that the lamps of the northern coast have gone dark,
Acting for the safety of ships,
1. Welcomes the new lamps;
2. Requests the Keeper to look after:
(a) The northern coast:
(i) Its lamps;
(ii) Its bells;
(b) The southern
S/RES/9001 (2031)
31-20001 2/2
coast;
3. Decides to remain seized of the matter.
Annex
1. Lamps shall be lit."""


def paragraphs(text):
    return [(p.reference, p.part) for p in read(text).paragraphs]


def test_the_head_is_no_paragraph_and_labels_nest():
    assert paragraphs(RESOLUTION) == [
        ("1", "preamble"),
        ("2", "preamble"),
        ("1", "operative"),
        ("2", "operative"),
        ("2 (a)", "operative"),
        ("2 (a) (i)", "operative"),
        ("2 (a) (ii)", "operative"),
        ("2 (b)", "operative"),
        ("3", "operative"),
        ("1", "annex"),
    ]


def test_a_page_header_in_mid_sentence_is_left_out_of_the_text_for_reading():
    paragraph = next(p for p in read(RESOLUTION).paragraphs if p.label == "2 (b)")

    assert paragraph.text == "The southern coast;"
    assert "31-20001" in RESOLUTION[paragraph.start : paragraph.end]


def test_the_masthead_is_read():
    head = read(RESOLUTION).masthead

    assert head.language == "en"
    assert head.symbols == ("S/RES/9001 (2031)",)
    assert head.adopted == dt.date(2031, 5, 3)
    assert (head.kind, head.organ) == ("resolution", "council")


def test_a_given_day_of_adoption_overrides_the_printed_one():
    assert read(RESOLUTION, adopted=dt.date(2031, 5, 1)).masthead.adopted == dt.date(2031, 5, 1)


def test_an_old_resolution_has_the_symbol_of_its_number():
    text = (
        "Resolution 402 (1976)\nof 22 December 1976\n\nThe Security Council,\n\nDecides to wait.\n"
    )

    head = read(text).masthead

    assert head.symbols == ("S/RES/402 (1976)",)
    assert head.adopted == dt.date(1976, 12, 22)


def test_a_symbol_cited_in_the_introduction_is_not_the_documents_own():
    text = (
        "S/PRST/2031/4\n2031 年 4 月 19 日，依照\n在 S/2030/1 号文件中所列程序，安全理事会主席"
        "代表安理会发\n表声明如下：\n“安全理事会欢迎灯塔。\n“安全理事会请秘书长点灯。”\n"
    )

    reading = read(text)

    assert reading.masthead.symbols == ("S/PRST/2031/4",)
    assert [(p.reference, p.part) for p in reading.paragraphs] == [
        ("1", "statement"),
        ("2", "statement"),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", ""),
        ("12 34", ""),
        ("The Council notes the lamps of the coast", "en"),
        ("安全理事会注意到灯塔", "zh"),
        ("Le Conseil prend note des lampes de la côte", "fr"),
        ("El Consejo toma nota de las lámparas de la costa", "es"),
        ("Совет принимает к сведению лампы", "ru"),
        ("يحيط المجلس علما بالمصابيح", "ar"),
    ],
)
def test_the_language_is_told_from_the_text(text, language):
    assert read(text).masthead.language == language


def test_a_language_without_a_table_gives_paragraphs_and_no_asks():
    reading = read("1. Решает зажечь лампы;", language="xx")

    assert reading.asks == ()
    assert len(reading.paragraphs) == 1


def test_two_resolutions_in_one_text_each_have_a_preamble():
    assert [part for _, part in paragraphs(RESOLUTION + "\n" + RESOLUTION)].count("preamble") == 4
