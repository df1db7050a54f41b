"""Words that speak of time and give no day are said to be unclear. All sentences are our own."""

import datetime as dt

import pytest

from apps.reading import read

ON = dt.date(2031, 3, 3)


def unclear(sentence, language="en"):
    (ask,) = read(sentence, language=language, adopted=ON).asks
    return [(e.value, sentence[e.start : e.end].lower()) for e in ask.unclear]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Requests the Keeper to report every six months;",
        "1. Requests the Keeper to report by the end of 2032;",
        "1. Requests the Keeper to report shortly after the storm;",
        "1. Requests the Keeper to light the lamps.",
    ],
)
def test_a_clear_time_is_not_said_to_be_unclear(sentence):
    assert unclear(sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "1. Requests the Keeper to report in due course;", ("vague", "in due course")),
        ("en", "1. Requests the Keeper to report every few months;", ("uncounted", "every few months")),
        ("en", "1. Requests the Keeper to sing by the end of the transition;", ("no-day", "by the end of the transition")),
        ("fr", "1. Prie le Gardien de chanter en temps voulu;", ("vague", "en temps voulu")),
        ("es", "1. Solicita al Secretario General que cante a su debido tiempo;", ("vague", "a su debido tiempo")),
        ("ru", "1. просит Генерального секретаря петь в надлежащее время;", ("vague", "в надлежащее время")),
        ("zh", "1. 请秘书长在适当时候唱歌；", ("vague", "在适当时候")),
        ("ar", "١ - يطلب إلى الأمين العام أن يغني في الوقت المناسب؛", ("vague", "في الوقت المناسب")),
    ],
)  # fmt: skip
def test_vague_words_are_quoted_for_a_person_to_decide(language, sentence, expected):
    assert unclear(sentence, language) == [expected]
