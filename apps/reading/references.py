"""Cited documents, and what each citation does: recalls, extends, amends, asks again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from .clean import View
from .grammar import Grammar
from .model import Reference
from .paragraphs import Stretch
from .symbols import SYMBOL, normal_form

_COUNCIL = re.compile(r"(?<![\d/])(\d{1,4}) ?\(((?:19|20)\d{2})\)")
_ASSEMBLY = re.compile(r"(?<![\d/\w.])(\d{1,2})/(\d{1,3})( [A-Z]\b)?(?![\d/])")
_OLD_ASSEMBLY = re.compile(r"(?<![\d/])(\d{1,4})( [A-Z])? ?\(((?:E?S-)?[IVXLC]{1,8})\)")
_ECOSOC = re.compile(r"(?<![\d/\w])((?:19|20)\d{2})/(\d{1,3})(?![\d/])")
_LABEL = re.compile(r"\d{1,3}(?: ?\([^\W\d_]{1,3}\))*")
_BACK = 200
"""How many characters before a bare number the word `resolution` may stand: lists are long."""
_NAME = 32
"""How far from it the name of the organ may stand: `Human Rights Council resolution`."""
_BESIDE = 90
"""How many characters beside a citation may name its paragraphs."""


@dataclass(frozen=True, slots=True)
class _Cited:
    start: int
    end: int
    symbol: str


def references(
    view: View, stretches: Sequence[Stretch], own: Sequence[str], grammar: Grammar
) -> tuple[Reference, ...]:
    """Every citation of another document in the paragraphs, in order; `own` are its own symbols."""
    mine = {normal_form(symbol) for symbol in own}
    return tuple(
        _reference(view, stretch, cited, rule, grammar)
        for stretch in stretches
        for cited, rule in _with_acts(view, stretch, grammar)
        if normal_form(cited.symbol) not in mine
    )


def _with_acts(
    view: View, stretch: Stretch, grammar: Grammar
) -> Iterator[tuple[_Cited, tuple[str, str]]]:
    """Each citation with what it does and by which rule: the last wording before it says so."""
    cited = list(_cited(view, stretch, grammar))
    if not cited:
        return
    hits = grammar.citing.find(view.lower, stretch.body, stretch.end)
    events: list[tuple[int, str, str]] = [(hit.start, hit.value, hit.rule) for hit in hits]
    ends = grammar.sentence_end.finditer(view.plain, stretch.body, cited[-1].start)
    events += [(match.end(), "", "") for match in ends]
    events.sort(key=itemgetter(0))
    act, rule, i = "", "", 0
    for one in cited:
        while i < len(events) and events[i][0] < one.start:
            _at, value, name = events[i]
            # `the mandate established pursuant to`: what is done to the mandate stays.
            if value != "keep":
                act, rule = value, name
            elif not act:
                act, rule = "pursuant-to", name
            i += 1
        yield one, (act or "cites", rule)


def _reference(
    view: View, stretch: Stretch, cited: _Cited, done: tuple[str, str], grammar: Grammar
) -> Reference:
    act, rule = done
    return Reference(
        start=view.source(cited.start),
        end=view.source_end(cited.end),
        symbol=cited.symbol,
        paragraphs=_paragraphs(view, stretch, cited, grammar),
        act=act,
        rule=rule,
        paragraph=stretch.paragraph.reference,
    )


def _cited(view: View, stretch: Stretch, grammar: Grammar) -> Iterator[_Cited]:
    """The citations of a paragraph, from left to right."""
    found: list[_Cited] = []
    for match in SYMBOL.finditer(view.plain, stretch.body, stretch.end):
        if any(c.isdigit() for c in match[0]):
            printed = re.sub(r"\s+", " ", match[0]).rstrip(".-")
            found.append(_Cited(match.start(), match.start() + len(printed), printed))
    taken = [(one.start, one.end) for one in found]
    for pattern, build in _NUMBERED:
        for match in pattern.finditer(view.plain, stretch.body, stretch.end):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            before = view.lower[max(stretch.body, match.start() - _BACK) : match.start()]
            symbol = build(match, before, grammar)
            if symbol:
                found.append(_Cited(match.start(), match.end(), symbol))
                taken.append(match.span())
    yield from sorted(found, key=lambda one: one.start)


def _opens_list(before: str, grammar: Grammar) -> re.Match[str] | None:
    """The word `resolution` in whose list the number after `before` stands."""
    words = list(grammar.listed_resolution.finditer(before))
    in_list = words and not re.search(r"[.;；。]", before[words[-1].end() :])
    return words[-1] if in_list else None


def _council(match: re.Match[str], before: str, grammar: Grammar) -> str:
    return f"S/RES/{match[1]} ({match[2]})"


def _old_assembly(match: re.Match[str], before: str, grammar: Grammar) -> str:
    return f"A/RES/{match[1]}{match[2] or ''} ({match[3]})"


def _ecosoc(match: re.Match[str], before: str, grammar: Grammar) -> str:
    return f"E/RES/{match[1]}/{match[2]}" if _opens_list(before, grammar) else ""


def _assembly(match: re.Match[str], before: str, grammar: Grammar) -> str:
    """A bare `78/102` counts only in a list that the word `resolution` opens."""
    word = _opens_list(before, grammar)
    if not word:
        return ""
    beside = before[max(word.start() - _NAME, 0) : word.end() + _NAME]
    organ = "A/HRC" if grammar.human_rights.search(beside) else "A"
    return f"{organ}/RES/{match[1]}/{match[2]}{match[3] or ''}"


_NUMBERED = (
    (_COUNCIL, _council),
    (_OLD_ASSEMBLY, _old_assembly),
    (_ECOSOC, _ecosoc),
    (_ASSEMBLY, _assembly),
)


def _paragraphs(view: View, stretch: Stretch, cited: _Cited, grammar: Grammar) -> tuple[str, ...]:
    """The labels of the cited paragraphs: `paragraphs 8 to 10 of` gives 8, 9 and 10."""
    before = view.lower[max(stretch.body, cited.start - _BESIDE) : cited.start]
    match = grammar.cited_before.search(before)
    if not match:
        after = view.lower[cited.end : min(stretch.end, cited.end + _BESIDE)]
        match = grammar.cited_after.match(after)
    return _labels(match["list"], grammar) if match else ()


def _labels(words: str, grammar: Grammar) -> tuple[str, ...]:
    labels: list[str] = []
    reached = 0
    for match in _LABEL.finditer(words):
        label = re.sub(r" ?\(", " (", match[0]).replace(") (", ") (")
        between = words[reached : match.start()]
        if labels and grammar.ranges.search(between) and labels[-1].isdecimal():
            last = int(re.match(r"\d+", label)[0])  # type: ignore[index] # a label begins with digits
            if 0 < last - int(labels[-1]) <= 60:
                labels += [str(n) for n in range(int(labels[-1]) + 1, last)]
        labels.append(label)
        reached = match.end()
    return tuple(dict.fromkeys(labels))
