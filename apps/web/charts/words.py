"""Words in a drawing: how wide they are about, cut to their room, and in the right order."""

import unicodedata

SIZE = 12
_WIDE, _BROAD, _CAPITAL, _NARROW, _OTHER = 1.0, 0.95, 0.72, 0.36, 0.62


def width_of(words: str, size: int = SIZE) -> int:
    """About how many pixels `words` take. Rather too many: nobody can measure on a server."""
    return round(size * sum(_share(char) for char in words))


def _share(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
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
    """`words` broken between words into lines of at most `room` pixels."""
    lines: list[str] = []
    for word in words.split():
        if lines and width_of(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def is_rtl(words: str) -> bool:
    return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in words)


def isolated(words: str) -> str:
    """`words` as XML may hold them, and as they are read whatever stands around them.

    What is written from the right is set apart (first strong isolate): brackets and numbers in it then
    stay in their order, while the drawing itself is laid out in plain coordinates.
    """
    plain = "".join(char for char in words if char >= " " and char not in "\ufffe\uffff\x7f")
    return f"\u2068{plain}\u2069" if is_rtl(plain) else plain
