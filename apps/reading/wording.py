"""A table of wordings and the one way to look for them.

A wording is one line: a name, the code it gives, and a pattern. Patterns are regular expressions over
the cleaned text (single spaces, straight quotes, plain hyphens). `<n>`, `<unit>`, `<date>` and the
other slots of `numbers.slots` stand for numbers, units and dates in the words of the language.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .firsts import firsts


class Wording(NamedTuple):
    """One line of a language's table."""

    name: str
    """Unique in its table; becomes the last part of the rule's name."""
    value: str
    """The code that it gives; `{n}` and `{unit}` are filled from the slots."""
    pattern: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a wording stands in the cleaned text."""

    value: str
    rule: str
    start: int
    end: int
    groups: Mapping[str, str]
    refers: tuple[int, int] | None = None
    """For a pronoun: the words that it stands for."""


class Table:
    """Wordings of one field, tried together: the leftmost wins, then the first in the table."""

    def __init__(
        self,
        prefix: str,
        wordings: tuple[Wording, ...],
        slots: Mapping[str, str],
        begins: str = "",
    ) -> None:
        self._rules = tuple(f"{prefix}.{wording.name}" for wording in wordings)
        self._values = tuple(wording.value for wording in wordings)
        self._single = tuple(re.compile(fill(w.pattern, slots, named=True)) for w in wordings)
        filled = [fill(wording.pattern, slots) for wording in wordings]
        self._starts, self._by_first, self._rest = _dispatch(filled, begins)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Hits that do not overlap, from left to right, between `start` and `end`."""
        stop = len(text) if end is None else end
        reached = start
        for place in self._starts.finditer(text, start, stop):
            at = place.start()
            match = self._match(text, at, stop) if at >= reached else None
            if match:
                reached = match.end()
                yield self._hit(text, match, stop)

    def at(self, text: str, start: int, end: int) -> Hit | None:
        """The hit that begins exactly at `start`, if any."""
        match = self._match(text, start, end) if start < end else None
        return self._hit(text, match, end) if match else None

    def _match(self, text: str, at: int, stop: int) -> re.Match[str] | None:
        match = self._by_first.get(text[at], self._rest).match(text, at, stop)
        return match if match and match.end() > at else None

    def _hit(self, text: str, match: re.Match[str], stop: int) -> Hit:
        index = int((match.lastgroup or "w0")[1:])
        again = self._single[index].match(text, match.start(), stop)
        found = again.groupdict().items() if again else ()
        groups = {key.split("__")[0]: value for key, value in found if value is not None}
        return Hit(self._values[index], self._rules[index], match.start(), match.end(), groups)


_Dispatch = tuple[re.Pattern[str], dict[str, re.Pattern[str]], re.Pattern[str]]


def _dispatch(patterns: list[str], begins: str) -> _Dispatch:
    """Where to look, and the patterns by the character that stands there, in their order.

    Most words begin no wording of a table: to try only those that can is many times quicker.
    """
    letters = [firsts(pattern) for pattern in patterns]
    known: set[str] = set().union(*(found for found in letters if found is not None))
    anywhere = None in letters
    cases = "".join(re.escape(c) for c in sorted(known))
    starts = r"[\s\S]" if anywhere else f"[{cases}]" if cases else r"(?!)"
    by_first = {c: _either(patterns, letters, c) for c in known}
    return re.compile(begins + starts), by_first, _either(patterns, letters, "")


def _either(
    patterns: list[str], letters: list[frozenset[str] | None], first: str
) -> re.Pattern[str]:
    able = (found is None or first in found for found in letters)
    named = [f"(?P<w{i}>{p})" for i, (p, can) in enumerate(zip(patterns, able, strict=True)) if can]
    return re.compile("|".join(named) or r"(?!)")


def fill(pattern: str, slots: Mapping[str, str], *, named: bool = False) -> str:
    """Put the slots of a language into a pattern; named, they keep what they matched."""
    count = 0

    def slot(match: re.Match[str]) -> str:
        nonlocal count
        name = match[1]
        if name not in slots:
            return match[0]
        count += 1
        # A slot may stand in several alternatives, and a group may have a name only once.
        return f"(?P<{name}__{count}>{slots[name]})" if named else f"(?:{slots[name]})"

    return re.sub(r"(?<!\(\?P)<(\w+)>", slot, pattern)
