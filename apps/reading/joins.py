"""What stands between two printed lines: nothing, a space, or the end of a paragraph."""

import re

from .language import Language
from .lines import LABEL, Line

_ENDS = ".;:,!?\"'。；：，！？、"
_STRONG = ".;:!?\"'。；：！？"


class Joiner:
    """Says what stands between two lines: nothing, a space, or the end of a paragraph."""

    def __init__(self, lines: list[Line], language: Language) -> None:
        self._lines = lines
        self._language = language
        self._small = language.small_openers
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

    def _breaks(self, above: Line, below: Line) -> bool:
        if any(
            self._alone.fullmatch(line.text.lower()) for line in (above, below) if line.size < 60
        ):
            return True
        # A footnote's number may follow the full stop.
        last = above.text.rstrip("0123456789 ")[-1:] or above.text[-1]
        ended = last in _STRONG
        short = above.size < 0.8 * self._width
        blank = below.blank_before and self._blank_means_break
        if LABEL.match(below.text) and (last in _ENDS or blank or short):
            return True
        if below.text[0] in "\"'" and (ended or blank):
            return True
        if blank:
            capital = self._language.spaced and not below.text[0].islower()
            return last in _ENDS or short or capital
        if not self._wrapped and last in _ENDS:
            return not below.text[0].islower() or (self._small and self._opens(below))
        if ended and not below.text[0].islower():
            return short or self._opens(below)
        # Without spaces a line that is full may end at any character, at a comma too.
        sure = short or (self._language.spaced and not self._small)
        return last in ",，" and self._opens(below) and sure

    def _opens(self, line: Line) -> bool:
        any_case = self._small or not self._language.spaced
        return bool(
            self._openers.match(
                line.text[:80].lower() if any_case else _first_lower(line.text[:80])
            )
        )

    def _hyphen(self, above: Line, below: Line) -> str:
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
