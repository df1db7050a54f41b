"""The printed lines of a text, and which of them are page furniture: headers, job numbers, footnotes."""

import re
from collections import Counter
from dataclasses import dataclass

from .language import Language
from .symbols import SYMBOL

_PLAIN: dict[str, str] = (
    {c: '"' for c in "“”„‟«»″"}
    | {c: "'" for c in "‘’‚‛′´`"}
    | {c: "-" for c in "‐‑‒–—―−－"}
    | {
        c: " "
        for c in "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    }
    | {chr(zero + i): str(i) for zero in (0xFF10, 0x0660, 0x06F0) for i in range(10)}
    | {"،": ",", "؛": ";", "؟": "?", "٪": "%"}
    | {"（": "(", "）": ")", "．": ".", "，": "，", "﹐": "，", "﹔": "；", "／": "/"}
)
"""One character for one, so that offsets stay: what is only another shape of the same sign."""
_UNPLAIN = re.compile(f"[{''.join(map(re.escape, _PLAIN))}]")


def plain(text: str) -> str:
    """Straight quotes, plain hyphens and spaces; the same length."""
    return _UNPLAIN.sub(lambda match: _PLAIN[match[0]], text)


_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_PAGE = re.compile(
    r"/\.\.\.|\*\w{5,9}\*|[`´]{3,}|Page \d{1,3}|\d{1,3}|\d{1,2}/\d{1,3}|-\s?\d{1,3}\s?-"
    r"|(?:\d{1,3}(?:/\d{1,3})?)?\s*\d{2}-\d{5}\s*(?:\d{1,3}(?:/\d{1,3})?)?"
    r"(?:\s*\([A-Z]\))?(?:\s+\d{6}){0,3}(?:\s*/\.\.\.)?(?:\s+\d{1,2}/\d{1,3})?"
    r"|\d{1,3}(?:/\d{1,3})?\s*\d{2}-\d{5}\d{0,2}/\d{1,3}"
)
_SYMBOL_LINE = re.compile(rf"(?:\d{{1,3}}\s+)?(?:{SYMBOL.pattern})(?:\s+\d{{1,3}}(?:/\d{{1,3}})?)?")
_RULE = re.compile(r"[_\-–—=*]{5,}")
_NOTE = re.compile(
    r"\d{1,3}\s?(?:Ibid|Official Records|See |Document |Resolution |[AES]/|United Nations, )"
)
_NOTE_LINES = 40
LABEL = re.compile(
    r"(?:\d{1,3}\s?(?:[.．、]|-(?=\s*[\u0600-\u06ff]))|\((?:[a-z]{1,3}|[ivx]{1,5}|\d{1,2}|\s?[\u0621-\u064a]ـ?\s?)\)"
    r"|[a-zа-я]\)|[IVX]{1,5}\.|'\d{1,2}'(?=\s))\s*\S"
)


@dataclass(slots=True)
class Line:
    """A line with words in it."""

    start: int
    end: int
    """Offsets in the source, without the spaces around the words."""
    text: str
    """Stripped and plain, to look at; never longer than 400 characters."""
    blank_before: bool
    size: int
    """How many characters it prints."""
    furniture: bool = False


def printed_lines(source: str) -> list[Line]:
    """The lines that print something, in order; offsets into `source` without the spaces around."""
    lines: list[Line] = []
    seen = plain(source)
    last_end = 0
    for match in _LINE.finditer(source):
        raw = match[0]
        words = raw.strip()
        if not words:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        end = start + len(words)
        blank = start - last_end > 1 and _breaks_twice(source[last_end : match.start()])
        shown = seen[start:end] if end - start <= 400 else _both_ends(seen, start, end)
        shown = shown.strip() or "."
        lines.append(Line(start, end, shown, blank, len(words)))
        last_end = end
    return lines


def _both_ends(text: str, start: int, end: int) -> str:
    """The first and the last words of a long line: its end tells whether the paragraph ends."""
    return f"{text[start : start + 350]} {text[end - 40 : end]}"


def _breaks_twice(gap: str) -> bool:
    gap = gap.replace("\r\n", "\n")
    return sum(gap.count(c) for c in "\n\r\x0b\x0c\u2028\u2029") > 1


def mark_furniture(lines: list[Line], language: Language) -> None:
    """Mark page headers and numbers, running heads and footnotes."""
    own = re.compile(language.furniture)
    for line in lines:
        if line.size <= 120:
            line.furniture = any(p.fullmatch(line.text) for p in (_PAGE, _SYMBOL_LINE, own))
    _mark_running_heads(lines)
    _mark_notes(lines)


def _mark_running_heads(lines: list[Line]) -> None:
    """A line that comes again beside page furniture is a running head, even over two lines."""
    times = Counter(line.text for line in lines if line.size <= 120)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        step = order.step
        for i in order:
            line, j = lines[i], i - step
            beside = 0 <= j < len(lines) and lines[j].furniture
            if (
                beside
                and times[line.text] > 1
                and line.text[-1] not in ";:,"
                and not LABEL.match(line.text)
            ):
                line.furniture = True


def _mark_notes(lines: list[Line]) -> None:
    """Footnotes: from a rule to the next page header; or a numbered source and its paragraph."""
    below, count = False, 0
    for line in lines:
        if _RULE.fullmatch(line.text):
            below, count, line.furniture = True, 0, True
        elif below and (line.furniture or count > _NOTE_LINES or LABEL.match(line.text)):
            below = False
        elif below:
            count, line.furniture = count + 1, True
        elif _NOTE.match(line.text):
            below, count, line.furniture = line.size > 60 and count < 0, 0, True
