"""A view of the text for reading: page furniture out, lines joined, and every character traceable.

Texts come as PDFs give them: a line break at every line, a page header in mid-sentence, blank lines
everywhere or nowhere. The view has one line a paragraph. `View.source` leads back to the text as given.
"""

import re
from bisect import bisect_right
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
    | {chr(0xFF10 + i): str(i) for i in range(10)}
    | {"（": "(", "）": ")", "．": ".", "，": "，", "﹐": "，", "﹔": "；", "／": "/"}
)
"""One character for one, so that offsets stay: what is only another shape of the same sign."""

_UNPLAIN = re.compile(f"[{''.join(map(re.escape, _PLAIN))}]")


def plain(text: str) -> str:
    """Straight quotes, plain hyphens and spaces; the same length."""
    return _UNPLAIN.sub(lambda match: _PLAIN[match[0]], text)


_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NOTHING = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a-\u202e"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
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
_LABEL = re.compile(
    r"(?:\d{1,3}\s?[.．、]|\((?:[a-z]{1,3}|[ivx]{1,5}|\d{1,2})\)|[IVX]{1,5}\.)\s*\S"
)
_ENDS = ".;:,!?\"'。；：，！？、"
_STRONG = ".;:!?\"'。；：！？"


@dataclass(frozen=True, slots=True)
class View:
    """The text for reading. `text`, `plain` and `lower` have the same length."""

    text: str
    """As printed, without furniture; paragraphs are parted by a line feed."""
    plain: str
    """Straight quotes, plain hyphens, the language's own fold."""
    lower: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    """The character at `starts[k] + i` of the view is at `sources[k] + i` of the source."""
    limit: int

    def source(self, position: int) -> int:
        """Offset in the source of the character at `position` of the view."""
        if not self.starts:
            return 0
        k = max(bisect_right(self.starts, position) - 1, 0)
        return min(self.sources[k] + position - self.starts[k], self.limit)

    def pieces(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """For the characters `start` to `end` of the view: where each unbroken piece begins there,
        counted from `start`, and where in the source."""
        first = bisect_right(self.starts, start)
        last = bisect_right(self.starts, end - 1)
        inner = zip(self.starts[first:last], self.sources[first:last], strict=True)
        return (0, self.source(start)), *((at - start, source) for at, source in inner)

    def source_end(self, end: int) -> int:
        """Offset in the source right after the character before `end` of the view."""
        return min(self.source(end - 1) + 1, self.limit) if end > 0 else 0


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    """Stripped and plain, to look at; never longer than 400 characters."""
    blank_before: bool
    size: int
    furniture: bool = False


def view(source: str, language: Language) -> View:
    """The cleaned view of `source`."""
    lines = _lines(source)
    _mark_furniture(lines, language)
    kept = [line for line in lines if not line.furniture]
    return _assemble(source, kept, language)


def _lines(source: str) -> list[_Line]:
    lines: list[_Line] = []
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
        shown = seen[start : min(end, start + 400)].strip() or "."
        lines.append(_Line(start, end, shown, blank, len(words)))
        last_end = end
    return lines


def _breaks_twice(gap: str) -> bool:
    gap = gap.replace("\r\n", "\n")
    return sum(gap.count(c) for c in "\n\r\x0b\x0c\u2028\u2029") > 1


def _mark_furniture(lines: list[_Line], language: Language) -> None:
    own = re.compile(language.furniture)
    for line in lines:
        if line.size <= 120:
            line.furniture = any(p.fullmatch(line.text) for p in (_PAGE, _SYMBOL_LINE, own))
    _mark_running_heads(lines)
    _mark_notes(lines)


def _mark_running_heads(lines: list[_Line]) -> None:
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
                and not _LABEL.match(line.text)
            ):
                line.furniture = True


def _mark_notes(lines: list[_Line]) -> None:
    """Footnotes: from a rule to the next page header; or a numbered source and its paragraph."""
    below, count = False, 0
    for line in lines:
        if _RULE.fullmatch(line.text):
            below, count, line.furniture = True, 0, True
        elif below and (line.furniture or count > _NOTE_LINES or _LABEL.match(line.text)):
            below = False
        elif below:
            count, line.furniture = count + 1, True
        elif _NOTE.match(line.text):
            below, count, line.furniture = line.size > 60 and count < 0, 0, True


def _assemble(source: str, lines: list[_Line], language: Language) -> View:
    joiner = _Joiner(lines, language)
    pieces: list[tuple[str, int]] = []
    for i, line in enumerate(lines):
        end = line.end
        glue = joiner.between(i) if i + 1 < len(lines) else ""
        if glue == "-":
            end, glue = end - 1, ""
        pieces.extend(_split(source, line.start, end, language))
        if glue:
            pieces.append((glue, line.end - 1 if line.end >= len(source) else line.end))
    return _build(pieces, language, len(source))


def _split(source: str, start: int, end: int, language: Language) -> list[tuple[str, int]]:
    """The pieces of a line: without what means nothing, runs of spaces as one."""
    pieces: list[tuple[str, int]] = []
    at = start
    for match in _noise(language).finditer(source, start, end):
        if match.start() > at:
            pieces.append((source[at : match.start()], at))
        found = match[0]
        if found in _LIGATURES:
            pieces.extend((c, match.start()) for c in _LIGATURES[found])
        elif found[0].isspace() and _keeps_space(source, match, language):
            pieces.append((" ", match.start()))
        at = match.end()
    if at < end:
        pieces.append((source[at:end], at))
    return pieces


_NOISE: dict[str, re.Pattern[str]] = {}


def _noise(language: Language) -> re.Pattern[str]:
    if language.code not in _NOISE:
        spaces = r"\s\s+|[^\S ]" if language.spaced else r"\s+"
        drop = f"|{language.drop}" if language.drop else ""
        ligatures = "".join(_LIGATURES)
        _NOISE[language.code] = re.compile(rf"{spaces}|[{_NOTHING}]+|[{ligatures}]{drop}")
    return _NOISE[language.code]


def _keeps_space(source: str, match: re.Match[str], language: Language) -> bool:
    if language.spaced:
        return True
    before = source[match.start() - 1 : match.start()]
    after = source[match.end() : match.end() + 1]
    return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()


def _build(pieces: list[tuple[str, int]], language: Language, limit: int) -> View:
    starts: list[int] = []
    sources: list[int] = []
    length = 0
    for piece, source in pieces:
        starts.append(length)
        sources.append(source)
        length += len(piece)
    text = "".join(piece for piece, _ in pieces)
    folded = plain(text)
    if language.fold:
        folded = folded.translate(
            str.maketrans("".join(language.fold), "".join(language.fold.values()))
        )
    return View(text, folded, _lowered(folded), tuple(starts), tuple(sources), limit)


def _lowered(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


class _Joiner:
    """Says what stands between two lines: nothing, a space, or the end of a paragraph."""

    def __init__(self, lines: list[_Line], language: Language) -> None:
        self._lines = lines
        self._language = language
        self._openers = re.compile(f"(?:{language.preamble}|{language.operative})")
        self._alone = _alone(language)
        gaps = sum(line.blank_before for line in lines[1:])
        self._blank_means_break = gaps < 0.7 * max(len(lines) - 1, 1)
        sizes = sorted(min(line.size, 400) for line in lines)
        self._width = sizes[len(sizes) * 9 // 10] if sizes else 0
        ended = sum(line.text[-1] in _ENDS for line in lines)
        self._wrapped = ended < 0.6 * len(lines)
        self._words = self._seen_words()

    def _seen_words(self) -> set[str]:
        if not any(line.text.endswith("-") for line in self._lines):
            return set()
        text = "\n".join(line.text for line in self._lines).lower()
        return set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))

    def between(self, i: int) -> str:
        """`\\n` for a new paragraph, `-` to take the hyphen out, else a space or nothing."""
        above, below = self._lines[i], self._lines[i + 1]
        if self._breaks(above, below):
            return "\n"
        if above.text.endswith("-") and above.text[-2:-1].isalpha() and above.size > 1:
            return self._hyphen(above, below)
        return " " if self._language.spaced else ""

    def _breaks(self, above: _Line, below: _Line) -> bool:
        if any(
            self._alone.fullmatch(line.text.lower()) for line in (above, below) if line.size < 60
        ):
            return True
        # A footnote's number may follow the full stop.
        last = above.text.rstrip("0123456789 ")[-1:] or above.text[-1]
        ended = last in _STRONG
        short = above.size < 0.8 * self._width
        blank = below.blank_before and self._blank_means_break
        if _LABEL.match(below.text) and (last in _ENDS or blank or short):
            return True
        if below.text[0] in "\"'" and (ended or blank):
            return True
        if blank:
            capital = self._language.spaced and not below.text[0].islower()
            return last in _ENDS or short or capital
        if not self._wrapped and last in _ENDS:
            return not below.text[0].islower()
        if ended and not below.text[0].islower():
            return short or self._opens(below)
        # Without spaces a line that is full may end at any character, at a comma too.
        return last in ",，" and self._opens(below) and (short or self._language.spaced)

    def _opens(self, line: _Line) -> bool:
        return bool(
            self._openers.match(
                line.text[:80].lower()
                if not self._language.spaced
                else _first_lower(line.text[:80])
            )
        )

    def _hyphen(self, above: _Line, below: _Line) -> str:
        left = re.search(r"[^\W\d_]+(?=-$)", above.text.lower())
        right = re.match(r"[^\W\d_]+", below.text)
        if not left or not right or not right[0].islower():
            return ""
        if f"{left[0]}-{right[0]}" in self._words or left[0] + right[0] not in self._words:
            known = left[0] in self._words and right[0] in self._words
            return "" if known or f"{left[0]}-{right[0]}" in self._words else "-"
        return "-"


def _alone(language: Language) -> re.Pattern[str]:
    """Lines that are a paragraph of their own: the body's name, `Annex`."""
    bodies = "|".join(language.bodies.values()) or r"(?!)"
    return re.compile(rf"[\"']?(?:{bodies})\s?[,，:：]?|{language.annex}")


def _first_lower(text: str) -> str:
    """Lower case only where the line begins with a capital: openers are capitalized lines."""
    return text.lower() if text[:1].isupper() else ""
