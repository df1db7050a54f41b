"""Who is named where in one document: the language's table, and the names that the document defines."""

import re
from collections.abc import Iterator
from operator import attrgetter

from .clean import View
from .grammar import Grammar
from .wording import Hit

# `International Police Task Force (IPTF)`: capitals, so that no remark in brackets is taken.
_DEFINES = re.compile(r"\((?:\w{2,12} ){0,5}[\"']?([^\W\d_a-zа-я][A-ZА-Я0-9/&-]{1,14})[\"']?\)")
_LOOK_BACK = 160


class Names:
    """Finds actors in the text of one document. Made once a document."""

    def __init__(self, view: View, grammar: Grammar) -> None:
        self.view = view
        self.grammar = grammar
        self._defined = dict(self._definitions())
        words = sorted(map(re.escape, self._defined), key=len, reverse=True)
        self._short = re.compile(rf"(?<![\w/-])(?:{'|'.join(words)})(?![\w/-])") if words else None

    def find(self, start: int, stop: int) -> Iterator[Hit]:
        """The actors named between `start` and `stop`, from left to right."""
        known = self.grammar.actors.find(self.view.plain, start, stop)
        if self._short is None:
            yield from known
            return
        hits = list(known)
        for match in self._short.finditer(self.view.plain, start, stop):
            if not any(hit.start < match.end() and match.start() < hit.end for hit in hits):
                value, rule = self._defined[match[0]]
                hits.append(Hit(value, rule, match.start(), match.end(), {}))
        yield from sorted(hits, key=attrgetter("start"))

    def _definitions(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Acronyms that the table does not know, with the code of the name right before them."""
        for match in _DEFINES.finditer(self.view.plain):
            if self.grammar.actors.at(self.view.plain, *match.span(1)):
                continue
            start = max(match.start() - _LOOK_BACK, 0)
            hits = list(self.grammar.actors.find(self.view.plain, start, match.start()))
            if hits and hits[-1].end >= match.start() - 2 and hits[-1].value != "none":
                yield match[1], (hits[-1].value, f"{hits[-1].rule}.defined")
