"""Where asks are marked in a paragraph."""

import pytest

from apps.obligations.marks import Mark, Piece, pieces

WORDS = "Requests X to report"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [Piece(WORDS, None, ())]),
        ([Mark(0, 20, 1)], [Piece(WORDS, 1, ())]),
        (
            [Mark(9, 20, 1), Mark(9, 10, 1, "addressees")],
            [
                Piece("Requests ", None, ()),
                Piece("X", 1, ("addressees",)),
                Piece(" to report", 1, ()),
            ],
        ),
        (
            [Mark(0, 20, 1), Mark(14, 20, 2)],
            [Piece("Requests X to ", 1, ()), Piece("report", 2, ())],
        ),
        (
            [Mark(0, 20, 1), Mark(0, 8, 2, "class")],
            [Piece(WORDS[:8], 1, ()), Piece(WORDS[8:], 1, ())],
        ),
    ],
)
def test_words_are_cut_where_marks_begin_and_end(marks, expected):
    found = pieces(WORDS, marks)

    assert found == expected
    assert "".join(piece.words for piece in found) == WORDS
