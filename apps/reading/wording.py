"""A table of wordings and the one way to look for them.

A wording is one line: a name, the code it gives, and a pattern. Patterns are regular expressions over
the cleaned text (single spaces, straight quotes, plain hyphens). `<n>`, `<unit>`, `<date>` and the
other slots of `numbers.slots` stand for numbers, units and dates in the words of the language.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple


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
        joined = "|".join(
            f"(?P<w{i}>{fill(w.pattern, slots, named=False)})" for i, w in enumerate(wordings)
        )
        self._here = re.compile(joined or r"(?!)")
        # Most places of a text begin no word: to ask that first is several times quicker.
        self._any = re.compile(f"{begins}(?:{joined})" if wordings else r"(?!)")

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Hits that do not overlap, from left to right, between `start` and `end`."""
        stop = len(text) if end is None else end
        for match in self._any.finditer(text, start, stop):
            if match.end() > match.start():
                yield self._hit(text, match, stop)

    def at(self, text: str, start: int, end: int) -> Hit | None:
        """The hit that begins exactly at `start`, if any."""
        match = self._here.match(text, start, end)
        return self._hit(text, match, end) if match and match.end() > start else None

    def _hit(self, text: str, match: re.Match[str], stop: int) -> Hit:
        index = int((match.lastgroup or "w0")[1:])
        again = self._single[index].match(text, match.start(), stop)
        found = again.groupdict().items() if again else ()
        groups = {key.split("__")[0]: value for key, value in found if value is not None}
        return Hit(self._values[index], self._rules[index], match.start(), match.end(), groups)


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
