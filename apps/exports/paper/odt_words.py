"""Words as they stand in an ODT: spaces and lines kept, marked with their language, linked."""

import re
from xml.sax.saxutils import escape, quoteattr

from .model import Cell, Inline, Link, Quoted
from .words import address, base, clean, lines

KEPT = re.compile("( {2,}|^ | $|\n|\t)")


class Words:
    """Turns what stands in a paper into text of an ODT, and knows the languages met."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.spoken: set[str] = set()

    def cell(self, cell: Cell) -> str:
        return "<text:line-break/>".join(self.inline(part) for part in lines(cell))

    def inline(self, inline: Inline) -> str:
        match inline:
            case Link(words=words):
                target = address(inline)
                return _link(words, target) if target else self.words(words)
            case Quoted(words=words, language=language, source=source):
                said = self.words(words, language)
                return f"{said} {span('Muted_20_Words', self.words(source))}" if source else said
            case _:
                return self.words(inline)

    def words(self, words: str, language: str = "") -> str:
        inside = text(words)
        other = base(language or self.language)
        if other == base(self.language):
            return inside
        self.spoken.add(other)
        return span(f"In_{other}", inside)


def span(style: str, inside: str) -> str:
    return f'<text:span text:style-name="{style}">{inside}</text:span>'


def text(words: str) -> str:
    """`words` with every space and line break."""
    return "".join(map(_piece, KEPT.split(clean(words))))


def _piece(piece: str) -> str:
    if piece and not piece.strip(" "):
        return f'<text:s text:c="{len(piece)}"/>' if len(piece) > 1 else "<text:s/>"
    return {"\n": "<text:line-break/>", "\t": "<text:tab/>"}.get(piece) or escape(piece)


def _link(words: str, target: str) -> str:
    return (
        f'<text:a xlink:type="simple" xlink:href={quoteattr(target)}'
        f' text:style-name="Internet_20_link">{text(words)}</text:a>'
    )
