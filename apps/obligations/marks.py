"""Where asks stand in a paragraph: the paragraph's words cut into pieces to be marked. Pure."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of a paragraph's words, and what they are."""

    start: int
    end: int
    ask: int
    """Key of the obligation."""
    field: str = ""
    """The field for which these characters are the evidence; empty for the ask itself."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are marked alike."""

    words: str
    ask: int | None
    fields: tuple[str, ...]


def pieces(words: str, marks: Sequence[Mark]) -> list[Piece]:
    """`words` in order, cut wherever a mark begins or ends. Where asks overlap the later one shows."""
    cuts = sorted({0, len(words), *(m.start for m in marks), *(m.end for m in marks)})
    cuts = [cut for cut in cuts if 0 <= cut <= len(words)]
    found = []
    for start, end in itertools.pairwise(cuts):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        asks = [mark for mark in over if not mark.field]
        ask = max(asks, key=lambda mark: mark.start).ask if asks else None
        fields = tuple(sorted({m.field for m in over if m.field and m.ask == ask}))
        found.append(Piece(words[start:end], ask, fields))
    return found
