"""Which line of its lane each stretch and point stands on, so that nothing covers anything. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

MOST_LINES = 8
"""So many points stand over one another; of the rest only the number is told."""


@dataclass(frozen=True, slots=True)
class Placed[Thing]:
    """Something on line `line` of its lane, from `x` to `end`."""

    thing: Thing
    line: int
    x: int
    end: int
    room: int = 0
    """How far it is from `end` to what follows on the line, or to the end of the axis."""


@dataclass(frozen=True, slots=True)
class Laid[Thing]:
    placed: list[Placed[Thing]]
    lines: int
    more: list[tuple[int, list[Thing]]] = field(default_factory=list)
    """What did not find a place, by the pixel around which it would stand; on a line of its own."""


def lay[Thing](
    things: Sequence[tuple[int, int, Thing]], *, until: int, most: int = MOST_LINES
) -> Laid[Thing]:
    """Put (x, end, thing) on the first line that is free at x; `until` is the end of the axis."""
    ends: list[int] = []
    placed: list[Placed[Thing]] = []
    left: list[tuple[int, Thing]] = []
    for x, end, thing in sorted(things, key=lambda item: item[0]):
        line = next((n for n, taken in enumerate(ends) if taken <= x), len(ends))
        if line == most:
            left.append(((x + end) // 2, thing))
            continue
        ends[line : line + 1] = [end]
        placed.append(Placed(thing, line, x, end))
    return Laid(_with_room(placed, until), len(ends) + bool(left), _gathered(left))


def _with_room[Thing](placed: Sequence[Placed[Thing]], until: int) -> list[Placed[Thing]]:
    following: dict[int, int] = {}
    found = []
    for one in reversed(placed):
        room = following.get(one.line, until) - one.end
        found.append(Placed(one.thing, one.line, one.x, one.end, max(0, room)))
        following[one.line] = one.x
    return found[::-1]


def _gathered[Thing](
    left: Sequence[tuple[int, Thing]], width: int = 40
) -> list[tuple[int, list[Thing]]]:
    groups = groupby(left, key=lambda item: item[0] // width)
    return [(place * width + width // 2, [thing for _, thing in group]) for place, group in groups]
