"""Paragraphs of a decision: labels, sub-paragraphs, and which part each belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .clean import View
from .grammar import Grammar
from .model import Paragraph

_NUMBER = re.compile(r"(\d{1,3})\s?(?:[.．、]|-(?=\s*[\u0600-\u06ff]))\s*(?=\D)")
_ITEM = re.compile(
    r"\(?\s?([a-zа-я]{1,2}|[ivx]{1,5}|\d{1,2}|[\u0621-\u064a]ـ?)\s?\)\s*|'(\d{1,2})'\s+"
)
_SECTION = re.compile(r"[IVX]{1,5}(?:\s?[.]?\s?[A-Z])?\.?|[A-H]\.?")
_ROMAN = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph in the view, for the finding of asks. Offsets count characters of the view."""

    start: int
    end: int
    body: int
    """Where the words begin, after the label."""
    depth: int
    """0 for a paragraph, 1 for `(a)`, 2 for `(i)` below it."""
    paragraph: Paragraph


@dataclass(slots=True)
class _Place:
    """How far the reading of the structure has come."""

    part: str
    section: str = ""
    number: str = ""
    items: tuple[str, ...] = ()
    over: bool = False


def paragraphs(view: View, grammar: Grammar) -> tuple[Stretch, ...]:
    """All paragraphs in the order printed; the head of the document and vote lists are none."""
    lines = list(_lines(view))
    place = _opening(view, lines, grammar)
    stretches: list[Stretch] = []
    for start, end in lines:
        if _moves(view, start, end, place, grammar):
            continue
        body, depth = _label(view, start, end, place)
        part = _part(view, body, end, place, grammar)
        label = _printed(place, depth) if body > start or depth else ""
        stretches.append(_stretch(view, (start, end, body), label, depth, part, len(stretches)))
    return tuple(stretches)


def _lines(view: View) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(view.text):
        end = view.text.find("\n", start)
        end = len(view.text) if end < 0 else end
        if view.text[start:end].strip():
            yield start, end
        start = end + 1


def _opening(view: View, lines: list[tuple[int, int]], grammar: Grammar) -> _Place:
    """The place before the first line: in the head where the text has one."""
    statement = resolution = 0
    for start, end in lines[:400]:
        if grammar.statement_intro.search(view.lower, start, min(end, start + 700)):
            return _Place("head")
        match = grammar.opener.match(view.lower, start, end)
        if match and _opens(view, start, match.end(), end, grammar):
            resolution += 1
        elif match:
            statement += 1
    if resolution:
        return _Place("head")
    return _Place("head-of-statement" if statement > 1 else "")


def _opens(view: View, start: int, at: int, end: int, grammar: Grammar) -> bool:
    """Whether the body's name opens a resolution: alone, or with the preamble right after it."""
    rest = re.match(r"[\s,，:：]*", view.lower[at : min(end, at + 20)])
    words = at + (rest.end() if rest else 0)
    if words >= end:
        return True
    if view.plain[start] in "\"'" and not _hangs(view, end):
        return False  # a quoted sentence: `"The Council, recalling ..., calls upon ..."`
    return words > at + 1 and bool(grammar.preamble.match(view.lower, words, end))


def _moves(view: View, start: int, end: int, place: _Place, grammar: Grammar) -> bool:
    """Whether this line is no paragraph, but tells where the next ones belong."""
    if grammar.statement_intro.search(view.lower, start, min(end, start + 700)):
        place.part, place.over = "statement", False
        return True
    match = grammar.opener.match(view.lower, start, end)
    if match and _opens(view, start, match.end(), end, grammar) and place.part != "statement":
        place.part, place.number, place.items, place.over = "preamble", "", (), False
        return end - match.end() < 3
    if place.part == "head-of-statement" and match:
        place.part = "statement"
        return False
    if place.part.startswith("head"):
        return True
    return _closes(view, start, end, place, grammar)


def _closes(view: View, start: int, end: int, place: _Place, grammar: Grammar) -> bool:
    if grammar.annex.fullmatch(view.lower, start, end) and place.part != "statement":
        place.part, place.number, place.items, place.over = "annex", "", (), False
        return True
    if grammar.closing.match(view.lower, start, end):
        place.over = place.part == "operative"
        return True
    if _SECTION.fullmatch(view.text, start, end):
        place.section, place.number, place.items = view.text[start:end].rstrip("."), "", ()
        return True
    return place.over


def _label(view: View, start: int, end: int, place: _Place) -> tuple[int, int]:
    """Where the words begin, and how deep the paragraph lies; moves the place to this label."""
    match = _NUMBER.match(view.plain, start, end)
    if match and match.end() < end:
        place.number, place.items = match[1], ()
        return match.end(), 0
    match = _ITEM.match(view.lower, start, end)
    if match and match.end() < end:
        group = 1 if match[1] else 2
        item = view.text[match.start(group) : match.end(group)].lower()
        place.items = _nest(place.items, item)
        return match.end(), len(place.items)
    quote = 1 if view.plain[start] in "\"'" else 0
    if not view.text[start].islower():
        place.items = ()
    return start + quote if not place.number else start, 0


def _nest(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    """`(i)` after `(h)` is a letter, after `(a)` the first of a deeper list."""
    for depth in range(len(items), 0, -1):
        if _follows(items[depth - 1], item):
            return (*items[: depth - 1], item)
    if _first(item):
        return (*items, item) if len(items) < 3 else items
    kinds = [_kind(known) for known in items]
    if _kind(item) in kinds:
        return (*items[: kinds.index(_kind(item))], item)
    return (*items[:1], item) if items else (item,)


def _first(item: str) -> bool:
    return item in {"a", "i", "1", "aa", "а", "أ", "ا"}


def _kind(item: str) -> str:
    if item.isdecimal():
        return "number"
    return "roman" if _ROMAN.fullmatch(item) else "letter"


def _follows(known: str, item: str) -> bool:
    if known.isdecimal() or item.isdecimal():
        return known.isdecimal() and item.isdecimal() and int(item) - int(known) in (1, 2)
    if len(known) == len(item) == 1 and ord(item) - ord(known) in (1, 2):
        return True
    order = [
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
    ]
    if known in order and item in order:
        return order.index(item) == order.index(known) + 1
    return False


def _part(view: View, body: int, end: int, place: _Place, grammar: Grammar) -> str:
    if place.part in {"annex", "statement"}:
        return place.part
    if place.part == "" and not place.number:
        return "preamble" if _preambular(view, body, end, grammar) else "operative"
    if place.number or place.part == "operative":
        place.part = place.part and "operative"
        return "operative"
    if grammar.operative.match(view.lower, body, end) and not _hangs(view, end):
        place.part = "operative"
        return "operative"
    return "preamble"


def _preambular(view: View, body: int, end: int, grammar: Grammar) -> bool:
    return bool(grammar.preamble.match(view.lower, body, end)) and (
        _hangs(view, end) or not grammar.operative.match(view.lower, body, end)
    )


def _hangs(view: View, end: int) -> bool:
    """Whether the paragraph ends with a comma, as preambular ones do."""
    return view.plain[max(end - 3, 0) : end].rstrip()[-1:] in {",", "，"}


def _printed(place: _Place, depth: int) -> str:
    parts = [place.number, *(f"({item})" for item in place.items[:depth])]
    label = " ".join(part for part in parts if part)
    label = re.sub(r"\) \(", ") (", label)
    return f"{place.section}.{label}" if place.section and label else label


def _stretch(
    view: View, span: tuple[int, int, int], label: str, depth: int, part: str, before: int
) -> Stretch:
    start, end, body = span
    source = (view.source(start), view.source_end(end))
    words = view.text[body:end].rstrip()
    pieces = view.pieces(body, body + len(words))
    paragraph = Paragraph(*source, label, before + 1, part, words, pieces)
    return Stretch(start, end, body, depth, paragraph)
