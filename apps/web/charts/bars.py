"""Stacked bars that lie: offices, addressees, ages."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import localize
from django.utils.safestring import SafeString

from .canvas import REACH, Canvas, part_swatch
from .data import Cell, Chart, Key, Series, Table, Value, said
from .scale import Scale
from .words import cut, width_of

ROW, BAR = 28, 18
MOST_LABEL, GAP = 220, 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing and its numbers."""

    label: str
    """In full; cut in the drawing where it is long."""
    values: Sequence[Value]
    """One a series, in their order, from the start side."""
    href: str = ""
    """Where the bar as a whole leads."""

    @property
    def total(self) -> int:
        return sum(value.value for value in self.values)


@dataclass(frozen=True, kw_only=True)
class Bars(Chart):
    """One bar a row. Parts at least 24 pixels wide lead where their value does, the rest to the bar's."""

    series: Sequence[Series]
    bars: Sequence[Bar]
    heading: str
    """What a bar is: "Lead office"."""
    total_label: str = ""
    """What all parts together are; no such column in the table when empty."""
    width: int = 640

    def svg(self) -> SafeString:
        return _Drawing(self).draw()

    def table(self) -> Table:
        rows = []
        for bar in self.bars:
            cells = [Cell(bar.label), *(Cell(v.value, v.href) for v in bar.values)]
            rows.append([*cells, Cell(bar.total, bar.href)] if self.total_label else cells)
        together = [self.total_label] if self.total_label else []
        return Table([self.heading, *(s.label for s in self.series), *together], rows)

    def legend(self) -> list[Key]:
        """Nothing where all bars are of one meaning: the title says it."""
        if len(self.series) < 2:
            return []
        return [Key(part_swatch(self.name, s.key), s.label) for s in self.series]


class _Drawing:
    """The bars of one chart on one canvas."""

    def __init__(self, chart: Bars) -> None:
        self.chart = chart
        self.room = min(
            MOST_LABEL, chart.width // 3, max((width_of(b.label) for b in chart.bars), default=0)
        )
        self.start = self.room + GAP
        most = max((bar.total for bar in chart.bars), default=0)
        length = chart.width - self.start - width_of(localize(most)) - GAP - 4
        # The longest bar fills the room: values stand at the ends, so no round top is needed.
        self.scale = Scale(max(1, most), max(1, length), 1)
        height = ROW * max(1, len(chart.bars)) + 4
        self.canvas = Canvas(chart.name, chart.width, height, rtl=chart.rtl)

    def draw(self) -> SafeString:
        for number, bar in enumerate(self.chart.bars):
            self._bar(bar, 2 + ROW * number)
        self.canvas.line("chart-ground", self.start, 0, self.start, self.canvas.height)
        return self.canvas.finish(self.chart, [s.key for s in self.chart.series])

    def _bar(self, bar: Bar, y: int) -> None:
        x = self.start
        apart = []
        with self.canvas.link(
            bar.href,
            said(bar.label, bar.total, self.chart.series, bar.values),
            number=bar.total,
        ):
            self.canvas.reach(2, y + 1, self.canvas.width - 4, ROW - 2)
            words = cut(bar.label, self.room)
            self.canvas.text("chart-word", self.room, y + 18, words, anchor="end")
            below = 0
            for series, value in zip(self.chart.series, bar.values, strict=True):
                x = self.start + self.scale.at(below)
                below += value.value
                width = self.start + self.scale.at(below) - x
                if value.href and width >= REACH:
                    apart.append((series, value, x, width))
                elif value.value:
                    self._part(series, x, y, width)
            end = self.start + self.scale.at(below) + 6
            self.canvas.text("chart-strong", end, y + 18, localize(bar.total))
        for series, value, x, width in apart:
            words = f"{bar.label}, {said(series.label, value.value, (), ())}"
            with self.canvas.link(value.href, words, number=value.value, by_keys=False):
                self.canvas.reach(x, y, width, ROW)
                self._part(series, x, y, width)

    def _part(self, series: Series, x: int, y: int, width: int) -> None:
        css, inset = f"chart-edge-{series.key}", (ROW - BAR) // 2
        self.canvas.rect(css, x, y + inset, max(1, width), BAR, fill=series.key)
