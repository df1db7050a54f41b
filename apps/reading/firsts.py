"""With which characters a pattern can begin: lets a table try only the wordings that can match.

Knows the part of the syntax of `re` that tables of wordings use; of anything else it says None.
"""

from collections.abc import Iterator

_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")


def firsts(pattern: str) -> frozenset[str] | None:
    """The characters that a match can begin with; None where it may be any."""
    found, empty = _alternatives(pattern)
    return None if found is None or empty else frozenset(found)


def _alternatives(pattern: str) -> tuple[set[str] | None, bool]:
    found: set[str] = set()
    empty = False
    for alternative in _split(pattern):
        letters, may_be_empty = _sequence(alternative)
        if letters is None:
            return None, True
        found |= letters
        empty = empty or may_be_empty
    return found, empty


def _split(pattern: str) -> Iterator[str]:
    depth, start = 0, 0
    for i, c in _outside_classes(pattern):
        depth += (c == "(") - (c == ")")
        if c == "|" and depth == 0:
            yield pattern[start:i]
            start = i + 1
    yield pattern[start:]


def _outside_classes(pattern: str) -> Iterator[tuple[int, str]]:
    """Every character with a meaning of its own: not escaped, not in brackets."""
    i, bracket = 0, False
    while i < len(pattern):
        c = pattern[i]
        if c == "\\":
            i += 1
        elif bracket:
            bracket = c != "]"
        elif c == "[":
            bracket = True
        else:
            yield i, c
        i += 1


def _sequence(pattern: str) -> tuple[set[str] | None, bool]:
    """First characters of an alternative, and whether it may match nothing."""
    found: set[str] = set()
    i = 0
    while i < len(pattern):
        letters, may_be_empty, i = _item(pattern, i)
        if letters is None:
            return None, True
        found |= letters
        if not may_be_empty and not pattern[i : i + 2].startswith(("?", "*", "{0", "{,")):
            return found, False
        while i < len(pattern) and pattern[i] in "?*+":
            i += 1
        if pattern[i : i + 1] == "{":
            i = pattern.index("}", i) + 1
    return found, True


def _item(pattern: str, i: int) -> tuple[set[str] | None, bool, int]:
    """First characters of the item at `i`, whether it may be empty, and where it ends."""
    c = pattern[i]
    if c == "(":
        return _group(pattern, i)
    if c == "[":
        return _class(pattern, i)
    if c == "\\":
        escaped = pattern[i + 1]
        if escaped == "b":
            return set(), True, i + 2
        if escaped == "d":
            return set("0123456789"), False, i + 2
        return (None if escaped.isalnum() else {escaped}), False, i + 2
    if c in "^$":
        return set(), True, i + 1
    return (None if c == "." else {c}), False, i + 1


def _group(pattern: str, i: int) -> tuple[set[str] | None, bool, int]:
    depth = 0
    end = i
    for at, c in _outside_classes(pattern[i:]):
        depth += (c == "(") - (c == ")")
        if depth == 0:
            end = i + at + 1
            break
    if pattern.startswith(_LOOKS, i):
        return set(), True, end
    inner = pattern[i + 1 : end - 1]
    if inner.startswith("?P<"):
        inner = inner[inner.index(">") + 1 :]
    elif inner.startswith("?"):
        inner = inner.removeprefix("?:")
        if inner.startswith("?"):
            return None, True, end
    found, empty = _alternatives(inner)
    return found, empty, end


def _class(pattern: str, i: int) -> tuple[set[str] | None, bool, int]:
    end = pattern.index("]", i + 1)
    inner = pattern[i + 1 : end]
    if inner.startswith("^") or "\\" in inner:
        return None, True, end + 1
    found: set[str] = set()
    at = 0
    while at < len(inner):
        if inner[at + 1 : at + 2] == "-" and at + 2 < len(inner):
            found |= {chr(code) for code in range(ord(inner[at]), ord(inner[at + 2]) + 1)}
            at += 3
        else:
            found.add(inner[at])
            at += 1
    return (found if len(found) < 100 else None), False, end + 1
