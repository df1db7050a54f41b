"""Symbols of documents: as printed, as compared, and where they stand in a text.

How symbols are built: https://research.un.org/en/docs/symbols
"""

import re

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))
SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/])"
    r"(?:[AS]|E|ST|TD|T|DP|CERD|CCPR|CEDAW|CRC|CAT|HSP|UNEP|ECE|A-S)"
    r"(?:/[A-Z0-9][A-Za-z0-9.]{0,30}(?:[-‐‑][A-Za-z0-9.]{1,20}(?![A-Za-z0-9/])){0,3}){1,7}"
    r"(?:\s?\((?:19|20)\d{2}\))?"
)


def normal_form(symbol: str) -> str:
    """The form by which symbols are compared: case, kind of dash and spaces make no difference."""
    folded = symbol.translate(_DASHES).casefold()
    return re.sub(r"\s+", "", folded).rstrip(".,;:")


def find_symbols(text: str) -> tuple[str, ...]:
    """Every symbol in `text`, as printed, in order, each once. A double symbol counts as two."""
    found: dict[str, str] = {}
    for match in SYMBOL.finditer(text):
        symbol = re.sub(r"\s+", " ", match[0]).rstrip(".")
        if any(c.isdigit() for c in symbol):
            found.setdefault(normal_form(symbol), symbol)
    return tuple(found.values())
