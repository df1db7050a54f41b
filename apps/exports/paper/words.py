"""What every writer asks of the words of a paper: what may stand in a file, in which language and direction."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from .model import Cell, Inline, Link, Paper, Quoted

# XML 1.0 allows no other control character, no half of a pair, and no non-character.
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SCHEMES = {"http", "https", "mailto"}
# The language as office programs name it: with a country, which they need to choose a dictionary.
COUNTRIES = {
    "ar": "ar-SA",
    "en": "en-GB",
    "es": "es-ES",
    "fr": "fr-FR",
    "ru": "ru-RU",
    "zh": "zh-CN",
}
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
HAN = re.compile("[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")


def clean(words: object) -> str:
    """`words` without the characters that no XML may hold."""
    return ILLEGAL.sub("", str(words)).replace("\r\n", "\n").replace("\r", "\n")


def lines(cell: Cell) -> list[Inline]:
    """What stands in `cell`, a line each."""
    return [cell] if isinstance(cell, str | Link | Quoted) else list(cell)


def plain(cell: Cell) -> str:
    """`cell` as nothing but words."""
    return "\n".join(clean(part if isinstance(part, str) else part.words) for part in lines(cell))


def address(link: Link) -> str:
    """Where `link` leads; empty if it is no address to follow from a file."""
    target = clean(link.address).strip()
    try:
        return target if urlsplit(target).scheme.lower() in SCHEMES else ""
    except ValueError:
        return ""


def base(language: str) -> str:
    """`zh` of `zh-hans`."""
    return language.lower().replace("_", "-").partition("-")[0]


def html_language(language: str) -> str:
    """`language` as HTML and PDF name it."""
    return "zh-Hans" if base(language) == "zh" else base(language)


def office_language(language: str) -> str:
    """`language` as office programs name it."""
    return COUNTRIES.get(base(language), language)


def is_rtl(language: str) -> bool:
    return base(language) in RIGHT_TO_LEFT


def direction(language: str) -> str:
    return "rtl" if is_rtl(language) else "ltr"


def authors(paper: Paper) -> str:
    """Who made it, for the properties of the file."""
    names: Iterable[str] = paper.authors or filter(None, [paper.person or paper.organization])
    return ", ".join(map(clean, names))


def facts(paper: Paper) -> list[tuple[str, Cell]]:
    return [(clean(label), cell) for label, cell in paper.facts]
