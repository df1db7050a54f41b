"""A day as people type it."""

import datetime as dt

import pytest
from django.utils.formats import date_format
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from apps.followups.day_words import UnreadableDay, day_of

SUNDAY = dt.date(2026, 11, 29)
LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh-hans"]


@pytest.mark.parametrize(
    ("typed", "behind", "ahead"),
    [
        ("today", "2026-11-29", "2026-11-29"),
        ("Yesterday", "2026-11-28", "2026-11-28"),
        ("tomorrow", "2026-11-30", "2026-11-30"),
        ("-2", "2026-11-27", "2026-11-27"),
        ("+1w", "2026-12-06", "2026-12-06"),
        ("-1m", "2026-10-29", "2026-10-29"),
        ("Monday", "2026-11-23", "2026-11-30"),
        ("sun", "2026-11-29", "2026-11-29"),
        ("3 May", "2026-05-03", "2027-05-03"),
        ("May 3rd", "2026-05-03", "2027-05-03"),
        ("Dec. 3", "2025-12-03", "2026-12-03"),
        ("29 Feb", "2024-02-29", "2028-02-29"),
        ("3 May 2024", "2024-05-03", "2024-05-03"),
        ("3/5", "2026-05-03", "2027-05-03"),
        ("3.5.24", "2024-05-03", "2024-05-03"),
        ("2026-5-3", "2026-05-03", "2026-05-03"),
        ("２０２６年５月３日", "2026-05-03", "2026-05-03"),
    ],
)
def test_what_happened_lies_behind_and_a_next_step_ahead(typed, behind, ahead):
    assert str(day_of(typed, on=SUNDAY)) == behind
    assert str(day_of(typed, on=SUNDAY, ahead=True)) == ahead


@pytest.mark.parametrize(
    ("language", "typed", "means"),
    [
        ("fr", "hier", "2026-11-28"),
        ("fr", "1er mai", "2026-05-01"),
        ("fr", "août 3", "2026-08-03"),
        ("es", "3 de mayo", "2026-05-03"),
        ("es", "mañana", "2026-11-30"),
        ("ru", "вчера", "2026-11-28"),
        ("ru", "3 мая", "2026-05-03"),
        ("ru", "понедельник", "2026-11-23"),
        ("zh-hans", "昨天", "2026-11-28"),
        ("zh-hans", "5月3日", "2026-05-03"),
        ("ar", "أمس", "2026-11-28"),
        ("ar", "٣ مايو", "2026-05-03"),
        ("ru", "yesterday", "2026-11-28"),
    ],
)
def test_words_are_taken_in_the_readers_language_and_in_english(language, typed, means):
    with override(language):
        assert str(day_of(typed, on=SUNDAY)) == means


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(min_value=dt.date(1946, 1, 1), max_value=dt.date(2060, 12, 31)))
def test_a_date_as_the_page_writes_it_is_understood(language, day):
    with override(language):
        assert day_of(date_format(day), on=SUNDAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "30 Feb",
        "32/13/2026",
        "99",
        "soon",
        "3 May May",
        "1/2/3/4",
        "9999999-1-1",
        "+99999m",
        "٣",
    ],
)
def test_what_is_no_day_is_quoted(typed):
    with pytest.raises(UnreadableDay) as refused:
        day_of(typed, on=SUNDAY)

    assert f"“{typed}”" in str(refused.value)


@given(st.text(max_size=40))
def test_any_text_gives_a_day_or_says_that_it_is_none(typed):
    try:
        assert isinstance(day_of(typed, on=SUNDAY), dt.date)
    except UnreadableDay:
        pass
