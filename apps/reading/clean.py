"""A view of the text for reading: page furniture out, lines joined, and every character traceable.

Texts come as PDFs give them: a line break at every line, a page header in mid-sentence, blank lines
everywhere or nowhere. The view has one line a paragraph. `View.source` leads back to the text as given.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from .joins import Joiner
from .language import Language
from .lines import Line, mark_furniture, plain, printed_lines

_NOTHING = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a-\u202e"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


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


def view(source: str, language: Language) -> View:
    """The cleaned view of `source`."""
    lines = printed_lines(source)
    _spell(lines, language)
    mark_furniture(lines, language)
    kept = [line for line in lines if not line.furniture]
    return _assemble(source, kept, language)


def _spell(lines: list[Line], language: Language) -> None:
    """Spell what is looked at in the lines as the patterns of the language do."""
    if not language.fold and not language.drop:
        return
    table = str.maketrans(dict(language.fold))
    for line in lines:
        kept = re.sub(language.drop, "", line.text) if language.drop else line.text
        line.text = kept.translate(table) or "."


def _assemble(source: str, lines: list[Line], language: Language) -> View:
    joiner = Joiner(lines, language)
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
        _NOISE[language.code] = re.compile(rf"{spaces}|[{_NOTHING}]+|_+ ?|[{ligatures}]{drop}")
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
