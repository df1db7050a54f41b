"""Words as runs of a DOCX: cut where the direction changes, marked with their language, linked."""

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE

from .model import Cell, Inline, Link, Quoted
from .words import ARABIC, address, base, clean, is_rtl, lines, office_language

# What is written from the left inside text from the right, with the signs inside it: S/2018/592.
FROM_THE_LEFT = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f](?:[^\u0590-\u08ff]*[\w)])?")
RUN = re.compile(r"(\n|\t)")


class Links:
    """The addresses that a part of the file leads to, each kept once."""

    def __init__(self, part: Any) -> None:
        self.part = part
        self.known: dict[str, str] = {}

    def identity(self, target: str) -> str:
        if target not in self.known:
            # Asking python-docx for one looks through all of them each time.
            self.known[target] = f"rIdLink{len(self.known) + 1}"
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self.part.rels.add_relationship(kind, target, self.known[target], is_external=True)
        return self.known[target]


class Runs:
    """Turns what stands in a paper into runs, for a paper in `language`."""

    def __init__(self, language: str, links: Links) -> None:
        self.language = language
        self.links = links

    def cell(self, cell: Cell) -> str:
        return "<w:r><w:br/></w:r>".join(self.inline(part) for part in lines(cell))

    def inline(self, inline: Inline) -> str:
        match inline:
            case Link(words=words):
                return self._link(words, address(inline))
            case Quoted(words=words, language=language, source=source):
                said = self.words(words, language)
                return f"{said}{self.words(' ' + source, style='MutedWords')}" if source else said
            case _:
                return self.words(inline)

    def _link(self, words: str, target: str) -> str:
        if not target:
            return self.words(words)
        runs = self.words(words, style="Hyperlink")
        return f"<w:hyperlink r:id={quoteattr(self.links.identity(target))}>{runs}</w:hyperlink>"

    def words(self, words: str, language: str = "", style: str = "") -> str:
        """`words` as runs; `language` where it is not that of the paper."""
        text = clean(words)
        if not ARABIC.search(text):
            return _run(text, self._properties(style, language, is_right=False))
        parts: list[str] = []
        at = 0
        for left in FROM_THE_LEFT.finditer(text):
            parts += [text[at : left.start()], left[0]]
            at = left.end()
        parts.append(text[at:])
        return "".join(
            _run(part, self._properties(style, language, is_right=not number % 2))
            for number, part in enumerate(parts)
            if part
        )

    def _properties(self, style: str, language: str, *, is_right: bool) -> str:
        named = f'<w:rStyle w:val="{style}"/>' if style else ""
        right = "<w:rtl/>" if is_right else ""
        return named + right + _language(language or self.language, self.language)


def _language(language: str, of_paper: str) -> str:
    if base(language) == base(of_paper):
        return ""
    name = quoteattr(office_language(language))
    if is_rtl(language):
        return f"<w:lang w:bidi={name}/>"
    return f"<w:lang w:eastAsia={name}/>" if base(language) == "zh" else f"<w:lang w:val={name}/>"


def _run(text: str, properties: str) -> str:
    breaks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    inside = "".join(
        breaks.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        for part in RUN.split(text)
        if part
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"
