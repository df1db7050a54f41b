"""Where the bars of a chart stand. Pure: numbers in, whole pixels out; a template draws them.

Whole numbers only: a template would write 12.5 as 12,5 in half of the languages.
"""

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT = 240
START, END, ABOVE, BELOW = 44, 4, 20, 56
SLOT, BAR = 38, 26
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a stacked bar."""

    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One stacked bar in its slot; `segments` in the order of the values given."""

    slot: int
    """Where the slot begins; it is `Chart.slot` wide."""
    x: int
    middle: int
    top: int
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class Tick:
    """One line across, with its value."""

    value: int
    y: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of stacked bars, all lengths in the units of its view box."""

    width: int
    height: int
    start: int
    end: int
    base: int
    slot: int
    bar: int
    bars: list[Bar]
    ticks: list[Tick]


def stacked(rows: Sequence[Sequence[int]]) -> Chart:
    """Lay out one bar for each of `rows`, its values stacked from the ground up."""
    step = tick_step(max((sum(row) for row in rows), default=0))
    top = step * max(1, -(-max((sum(row) for row in rows), default=0) // step))
    base = HEIGHT - BELOW
    width = START + SLOT * len(rows) + END
    bars = [_bar(START + SLOT * number, row, base, top) for number, row in enumerate(rows)]
    ticks = [Tick(value, _y(value, base, top)) for value in range(0, top + 1, step)]
    return Chart(width, HEIGHT, START, width - END, base, SLOT, BAR, bars, ticks)


def tick_step(most: int) -> int:
    """Return 1, 2 or 5 times a power of ten, so that at most five steps reach `most`."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power * MOST_TICKS >= most:
                return factor * power
        power *= 10


def _bar(slot: int, row: Sequence[int], base: int, top: int) -> Bar:
    segments = []
    below = 0
    for value in row:
        y, ground = _y(below + value, base, top), _y(below, base, top)
        segments.append(Segment(y, ground - y))
        below += value
    return Bar(slot, slot + (SLOT - BAR) // 2, slot + SLOT // 2, _y(below, base, top), segments)


def _y(value: int, base: int, top: int) -> int:
    return base - round((base - ABOVE) * value / top)
