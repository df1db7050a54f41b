"""What the head of a document says: symbols, day, kind, organ, agenda item, title."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from .clean import View
from .grammar import Grammar
from .lines import plain
from .model import Masthead
from .numbers import date
from .paragraphs import Stretch
from .symbols import SYMBOL, find_symbols, normal_form

_HEAD = 6_000
"""How many characters of a text may be its head; also where no paragraph was found."""
_BESIDE = 40
"""A line that holds more than a symbol and this many characters is a sentence, not a masthead."""

_PUNCTUATION = set("()（）,，;；。“”[]")

_KINDS = (
    ("draft", re.compile(r"/l\.\d|/crp\.")),
    ("resolution", re.compile(r"^(?:a|s|e|a/hrc)/res/|^e/\d{4}/res")),
    ("presidential-statement", re.compile(r"^s/prst/")),
    ("decision", re.compile(r"/dec/|^a/dec")),
)
_ORGANS = (
    ("human-rights-council", re.compile(r"^a/hrc/")),
    ("council", re.compile(r"^s/")),
    ("assembly", re.compile(r"^a/")),
    ("ecosoc", re.compile(r"^e/")),
)


def masthead(
    view: View,
    source: str,
    stretches: Sequence[Stretch],
    grammar: Grammar,
    *,
    code: str,
    adopted: dt.date | None,
) -> Masthead:
    """The masthead; `adopted` overrides the day that is printed."""
    first = stretches[0] if stretches else None
    head_end = first.paragraph.start if first else len(source)
    head = source[: min(head_end, _HEAD)]
    lead = view.lower[: min(first.start if first else len(view.lower), _HEAD)]
    organ = _organ_named(view, grammar)
    symbols = tuple(_own_symbols(head)) or _numbered(lead, organ, grammar)
    return Masthead(
        language=code,
        symbols=symbols,
        adopted=adopted or _adopted(view, lead, grammar) or _dated(head, grammar),
        kind=_kind(symbols, lead, grammar),
        organ=_first(_ORGANS, symbols) or organ,
        agenda_item=_group(grammar.agenda, view, lead),
        title=_group(grammar.title, view, lead),
    )


def _own_symbols(head: str) -> Iterator[str]:
    """Symbols that stand alone in their line, or beside the name of the organ."""
    seen: set[str] = set()
    for line in head.splitlines():
        if len(line) > 200 or "/" not in line:
            continue
        rest = SYMBOL.sub("\0", line).strip()
        if len(rest) > _BESIDE or "\0" not in (rest[:1], rest[-1:]) or set(rest) & _PUNCTUATION:
            continue
        for symbol in find_symbols(line):
            if normal_form(symbol) not in seen:
                seen.add(normal_form(symbol))
                yield symbol


def _numbered(lead: str, organ: str, grammar: Grammar) -> tuple[str, ...]:
    """The symbol that follows from `Resolution 402 (1976)` or `78/102. Title` and the organ."""
    match = grammar.resolution_number.search(lead)
    if match and organ == "council":
        return (f"S/RES/{match[1]} ({match[2]})",)
    match = re.search(r"(?m)^\s?\D{0,12}(\d{1,2})\s?/\s?(\d{1,3})(?!\d)", lead)
    return (f"A/RES/{match[1]}/{match[2]}",) if match and organ == "assembly" else ()


def _organ_named(view: View, grammar: Grammar) -> str:
    """The organ by whose name a paragraph begins."""
    start = 0
    for _ in range(300):
        match = grammar.opener.match(view.lower, start)
        if match and match.lastgroup:
            return match.lastgroup.replace("_", "-")
        start = view.text.find("\n", start) + 1
        if start == 0:
            break
    return ""


def _adopted(view: View, lead: str, grammar: Grammar) -> dt.date | None:
    for table in grammar.adopted:
        for hit in table.find(lead):
            day = date(grammar.language, hit.groups.get("date", ""), None)
            if day:
                return day
    return None


def _dated(head: str, grammar: Grammar) -> dt.date | None:
    """The day printed alone in a line of the masthead: the day of publication."""
    for line in head.splitlines():
        words = _tidy(line, grammar)
        if len(words) <= 60 and grammar.date_line.fullmatch(words):
            day = date(grammar.language, words, None)
            if day:
                return day
    return None


def _tidy(line: str, grammar: Grammar) -> str:
    joined = (" " if grammar.language.spaced else "").join(line.split())
    return plain(joined).lower()


def _kind(symbols: tuple[str, ...], lead: str, grammar: Grammar) -> str:
    by_symbol = _first(_KINDS, symbols)
    if by_symbol:
        return by_symbol
    for hit in grammar.kinds.find(lead):
        return hit.value
    return ""


def _first(table: Sequence[tuple[str, re.Pattern[str]]], symbols: tuple[str, ...]) -> str:
    for symbol in symbols[:1]:
        for value, pattern in table:
            if pattern.search(normal_form(symbol)):
                return value
    return ""


def _group(pattern: re.Pattern[str], view: View, lead: str) -> str:
    match = pattern.search(lead)
    if not match:
        return ""
    start, end = match.span(match.lastindex or 0)
    return " ".join(view.text[start:end].split()).strip(" .\"“”'")
