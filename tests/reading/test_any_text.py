"""Any text gives an answer, in time that grows with its length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.reading import read

PIECES = st.sampled_from(
    [
        "1. ", "(a) ", "Requests ", "the Secretary-General ", "to report ", "by 31 February 2031",
        "every ", "days ", "\n", "\n\n", "\x0c", "\r\n", "“", "The Security Council", ",", ";", ". ",
        "S/RES/1 (2001)", "-\n", "\xad", "ﬁ", "安全理事会", "请秘书长", "第", "三十", "年", "月", "İ", "\u2028",
        "______\n", "Annex\n", "for a period of ", "twelve ", "months until ", "9999年13月",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_gives_quotes_that_stand_at_their_offsets(text):
    reading = read(text)

    assert reading == read(text)
    for ask in reading.asks:
        assert 0 <= ask.start < ask.end <= len(text)
        assert text[ask.start : ask.end] == ask.quote
        assert all(0 <= e.start <= e.end <= len(text) for e in (*ask.evidence, *ask.unclear))
    for reference in reading.references:
        assert 0 <= reference.start < reference.end <= len(text)
    for paragraph in reading.paragraphs:
        assert 0 <= paragraph.start < paragraph.end <= len(text)


def seconds(piece, length):
    """Time of the processor to read a request that goes on with `piece` for `length` characters."""
    text = "1. Requests the Secretary-General to " + piece * (length // len(piece))
    begin = time.process_time()
    read(text)
    return time.process_time() - begin


@pytest.mark.parametrize(
    "piece",
    [
        "a", " ", "(", '"', "\n", "1. ", "(a)", "S/", "requests ", ", and ", "the Secretary-General and ",
        "请", "第", "，并", "in his ", "of the ", "submit to the ", "for a further ", "-\n", "x\n\n", "Requests the ",
    ],
)  # fmt: skip
def test_hostile_text_takes_time_in_line_with_its_length(piece):
    seconds(piece, 100)  # the tables are compiled at first use

    # Four times as long; sixteen if quadratic.
    assert seconds(piece, 60_000) < 8 * seconds(piece, 15_000) + 0.5


@pytest.mark.parametrize("piece", ["x" * 50 + " ", "((", "lamps\n"])
def test_five_megabytes_without_a_full_stop_take_five_times_one(piece):
    seconds(piece, 100)

    assert seconds(piece, 5_000_000) < 8 * seconds(piece, 1_000_000) + 0.5
