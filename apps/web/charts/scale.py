"""From numbers to pixels. Pure."""

from dataclasses import dataclass

MOST_TICKS = 5


def tick_step(most: int) -> int:
    """Return 1, 2 or 5 times a power of ten, so that at most five steps reach `most`."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power * MOST_TICKS >= most:
                return factor * power
        power *= 10


@dataclass(frozen=True, slots=True)
class Scale:
    """0 to `top` over `length` pixels; `top` is a whole number of steps and reaches the largest value."""

    top: int
    length: int
    step: int

    @classmethod
    def over(cls, most: int, length: int) -> "Scale":
        step = tick_step(most)
        return cls(step * max(1, -(-most // step)), length, step)

    def at(self, value: int) -> int:
        return round(self.length * value / self.top)

    def ticks(self) -> range:
        return range(0, self.top + 1, self.step)
