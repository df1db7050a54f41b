"""A grid of numbers, tinted by size. The number is printed, so that the tint only helps."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .canvas import Canvas
from .data import Cell, Chart, Key, Table, Value
from .lines import Moment
from .words import cut, width_of

STEPS = 5
HEAD, ROW, GAP = 36, 28, 8
LEAST_CELL, MOST_LABEL = 36, 220


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One region or office. None is a cell that cannot have a number."""

    label: str
    values: Sequence[Value | None]
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Heat(Chart):
    """Rows by columns in time. Raises ValueError where a row is longer or shorter than the heading."""

    moments: Sequence[Moment]
    rows: Sequence[HeatRow]
    heading: str
    """What a row is: "Region"."""

    def __post_init__(self) -> None:
        Chart.__post_init__(self)
        for row in self.rows:
            if len(row.values) != len(self.moments):
                raise ValueError(
                    f"{row.label!r} has {len(row.values)} values for {len(self.moments)} moments"
                )

    @property
    def most(self) -> int:
        return max((v.value for row in self.rows for v in row.values if v), default=0)

    def svg(self) -> SafeString:
        return _Drawing(self).draw()

    def table(self) -> Table:
        rows = [
            [
                Cell(row.label, row.href),
                *(Cell(v.value, v.href) if v else Cell(None) for v in row.values),
            ]
            for row in self.rows
        ]
        return Table([self.heading, *(moment.name for moment in self.moments)], rows)

    def legend(self) -> list[Key]:
        """The five tints, each with the numbers it is for; a tint for no whole number is left out."""
        keys = []
        for step in range(1, STEPS + 1):
            low, high = (step - 1) * self.most // STEPS + 1, step * self.most // STEPS
            words = localize(low) if low == high else f"{localize(low)}–{localize(high)}"
            if low <= high:
                keys.append(Key(_swatch(step), words))
        return keys


def step_of(value: int, most: int) -> int:
    """Which tint, 1 to 5, in five equal steps up to `most`; 0 for nothing."""
    return -(-value * STEPS // most) if value else 0


def _swatch(step: int) -> SafeString:
    markup = '<rect class="chart-heat chart-heat-{}" x="1" y="1" width="14" height="14"/>'
    return format_html(markup, step)


class _Drawing:
    """The grid of one chart on one canvas."""

    def __init__(self, chart: Heat) -> None:
        self.chart = chart
        self.room = min(MOST_LABEL, max((width_of(row.label) for row in chart.rows), default=0))
        self.start = self.room + GAP
        heads = [width_of(moment.label) for moment in chart.moments]
        self.cell = max([LEAST_CELL, width_of(localize(chart.most)) + 10, *(h + 6 for h in heads)])
        width = max(self.start + self.cell * len(chart.moments) + 2, 240)
        height = HEAD + ROW * len(chart.rows) + 4
        self.canvas = Canvas(chart.name, width, height, rtl=chart.rtl)

    def draw(self) -> SafeString:
        for number, moment in enumerate(self.chart.moments):
            middle = self.start + self.cell * number + self.cell // 2
            for y, words in ((12, moment.sublabel), (28, moment.label)):
                if words:
                    self.canvas.text("chart-soft", middle, y, words, anchor="middle", hidden=True)
        for number, row in enumerate(self.chart.rows):
            self._row(row, HEAD + ROW * number)
        return self.canvas.finish(self.chart, [])

    def _row(self, row: HeatRow, y: int) -> None:
        with self.canvas.link(row.href, row.label):
            self.canvas.reach(2, y + 1, self.room, ROW - 2)
            words = cut(row.label, self.room)
            self.canvas.text("chart-word", self.room, y + 18, words, anchor="end")
        for number, value in enumerate(row.values):
            if value is not None:
                self._cell(
                    row, self.chart.moments[number], value, self.start + self.cell * number, y
                )

    def _cell(self, row: HeatRow, moment: Moment, value: Value, x: int, y: int) -> None:
        step = step_of(value.value, self.chart.most)
        words = f"{row.label}, {moment.name}: {localize(value.value)}."
        with self.canvas.link(value.href, words, number=value.value, by_keys=False):
            self.canvas.rect(f"chart-heat chart-heat-{step}", x, y, self.cell, ROW)
            css = "chart-on-dark" if step > 3 else "chart-word" if step else "chart-soft"
            middle, shown = x + self.cell // 2, localize(value.value)
            self.canvas.text(css, middle, y + 18, shown, anchor="middle")
            self.canvas.reach(x, y, self.cell, ROW)
