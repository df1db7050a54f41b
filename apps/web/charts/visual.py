"""Words from the right as a plain row of glyphs from the left, for a program that sets letter by letter.

WeasyPrint draws the text of an SVG one letter after the other, so that Arabic comes out unjoined and in
reverse. Here letters get the form that they have in their place (Unicode's presentation forms) and the
order in which they stand, inside an override by which other programs leave that order alone.
"""

import unicodedata
from functools import cache

from .words import is_rtl

OVERRIDE, POP = "\u202d", "\u202c"
MARKS = "\u2068\u2069\u202d\u202c"
MIRRORED = str.maketrans("()[]<>«»", ")(][><»«")


@cache
def _forms() -> dict[tuple[str, str], str]:
    """The presentation form of a letter, or of lam with alef, by ("initial", letters)."""
    found: dict[tuple[str, str], str] = {}
    for code in range(0xFB50, 0xFEFD):
        kind, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if kind in {"<initial>", "<medial>", "<final>", "<isolated>"}:
            key = "".join(chr(int(letter, 16)) for letter in letters.split())
            found.setdefault((kind.strip("<>"), key), chr(code))
    return found


def visual(words: str) -> str:
    """`words` in the order in which they are seen, each letter in its form; unchanged if none is from the right."""
    if not is_rtl(words):
        return words
    plain = "".join(char for char in words if char not in MARKS)
    first = next(char for char in plain if unicodedata.bidirectional(char) in {"L", "R", "AL"})
    runs = _runs(_shaped(plain), from_right=is_rtl(first))
    ordered = runs[::-1] if is_rtl(first) else runs
    return OVERRIDE + "".join(_turned(run) if back else run for run, back in ordered) + POP


def _shaped(words: str) -> str:
    forms, out, before = _forms(), [], False
    letters = _with_ligatures(words)
    for place, letter in enumerate(letters):
        if unicodedata.combining(letter[0]):
            continue  # vowel signs: a chart does without
        after = next((x for x in letters[place + 1 :] if not unicodedata.combining(x[0])), "")
        joins = ("initial", letter) in forms and ("final", after) in forms
        kind = ("medial" if joins else "final") if before else ("initial" if joins else "isolated")
        out.append(forms.get((kind, letter), letter))
        before = joins
    return "".join(out)


def _with_ligatures(words: str) -> list[str]:
    letters: list[str] = []
    for char in words:
        if letters and letters[-1] == "\u0644" and ("isolated", "\u0644" + char) in _forms():
            letters[-1] += char
        else:
            letters.append(char)
    return letters


def _runs(words: str, *, from_right: bool) -> list[tuple[str, bool]]:
    """Stretches of one direction. Spaces and signs go with what is around them, else with the whole."""
    sides: list[bool | None] = []
    for char in words:
        kind = unicodedata.bidirectional(char)
        sides.append(True if kind in {"R", "AL"} else False if kind in {"L", "EN", "AN"} else None)
    for place, side in enumerate(sides):
        if side is None:
            before = sides[place - 1] if place else from_right
            after = next((s for s in sides[place:] if s is not None), from_right)
            sides[place] = before if before == after else from_right
    runs: list[tuple[str, bool]] = []
    for char, side in zip(words, sides, strict=True):
        if runs and runs[-1][1] == side:
            runs[-1] = (runs[-1][0] + char, bool(side))
        else:
            runs.append((char, bool(side)))
    return runs


def _turned(run: str) -> str:
    return run[::-1].translate(MIRRORED)
