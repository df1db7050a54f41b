"""Words in a drawing: how wide they are about, cut to their room, and in the right order."""

import unicodedata

SIZE = 12
_WIDE, _BROAD, _CAPITAL, _NARROW, _ARABIC, _OTHER = 1.0, 0.95, 0.72, 0.36, 0.54, 0.62


def width_of(words: str, size: int = SIZE) -> int:
    """About how many pixels `words` take. Rather too many: nobody can measure on a server."""
    return round(size * sum(_share(char) for char in words))


def _share(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    if unicodedata.bidirectional(char) == "AL":
        return _ARABIC
    if char.isupper() or char in "%@—–":
        return _CAPITAL
    if char in "ijltf.,:;'!|()[] ":
        return _NARROW
    return _BROAD if char in "mw" else _OTHER


def cut(words: str, room: int) -> str:
    """As much of `words` as `room` pixels hold, with an ellipsis where something is left out."""
    if width_of(words) <= room:
        return words
    kept = words
    while kept and width_of(kept + "…") > room:
        kept = kept[:-1]
    return kept.rstrip() + "…" if kept else ""


def lines_of(words: str, room: int, size: int = SIZE) -> list[str]:
    """`words` in lines of at most `room` pixels, broken between words where there are any."""
    lines = [""]
    for word in words.split():
        whole = f"{lines[-1]} {word}".strip()
        if width_of(whole, size) <= room:
            lines[-1] = whole
            continue
        lines.append("")
        for char in word:  # Chinese is one long word
            if width_of(lines[-1] + char, size) > room:
                lines.append("")
            lines[-1] += char
    return [line for line in lines if line]


def is_rtl(words: str) -> bool:
    return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in words)


def plain(words: str) -> str:
    """`words` without what XML may not hold."""
    return "".join(char for char in words if char >= " " and char not in "\x7f\ufffe\uffff")


def isolated(words: str) -> str:
    """`words`, plain, as they are read whatever stands around them.

    What is written from the right is set apart (first strong isolate): brackets and numbers in it then
    stay in their order, while the drawing itself is laid out in plain coordinates.
    """
    words = plain(words)
    return f"\u2068{words}\u2069" if is_rtl(words) else words
