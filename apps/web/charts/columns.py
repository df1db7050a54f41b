"""Stacked columns in time: months or quarters."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import localize
from django.utils.safestring import SafeString

from .canvas import REACH, Canvas, part_swatch
from .data import Cell, Chart, Key, Series, Table, Value, said
from .scale import Scale
from .words import width_of

ABOVE, PLOT, BELOW, END = 20, 164, 56, 4
BASE = ABOVE + PLOT
WIDE, NARROW, MANY = 38, 28, 26


@dataclass(frozen=True, slots=True)
class Column:
    """One stretch of time."""

    label: str
    """Short: "Jun"."""
    values: Sequence[Value]
    """One a series, in their order; stacked from the ground up."""
    sublabel: str = ""
    """Under the label; given only where it changes: "2026"."""
    title: str = ""
    """In full: "June 2026"."""
    href: str = ""
    """Where the column as a whole leads."""
    is_now: bool = False

    @property
    def name(self) -> str:
        return self.title or f"{self.label} {self.sublabel}".strip()

    @property
    def total(self) -> int:
        return sum(value.value for value in self.values)


@dataclass(frozen=True, kw_only=True)
class Columns(Chart):
    """Some 8 to 36 columns. Parts at least 24 pixels high lead where their value does, the rest to the column's."""

    series: Sequence[Series]
    columns: Sequence[Column]
    heading: str
    """What a column is: "Month"."""
    total_label: str = ""
    """What all parts together are; no such column in the table when empty."""
    now_label: str = ""

    def svg(self) -> SafeString:
        return _Drawing(self).draw()

    def table(self) -> Table:
        rows = []
        for column in self.columns:
            cells = [Cell(column.name), *(Cell(v.value, v.href) for v in column.values)]
            rows.append([*cells, Cell(column.total, column.href)] if self.total_label else cells)
        together = [self.total_label] if self.total_label else []
        return Table([self.heading, *(s.label for s in self.series), *together], rows)

    def legend(self) -> list[Key]:
        return [Key(part_swatch(self.name, s.key), s.label) for s in self.series]

    def opens_at(self) -> int:
        now = next((n for n, column in enumerate(self.columns) if column.is_now), 0)
        return round(10 * now / max(1, len(self.columns)))


class _Drawing:
    """The columns of one chart on one canvas."""

    def __init__(self, chart: Columns) -> None:
        self.chart = chart
        self.scale = Scale.over(max((c.total for c in chart.columns), default=0), PLOT)
        least = WIDE if len(chart.columns) <= MANY else NARROW
        totals = [width_of(localize(column.total)) for column in chart.columns]
        self.slot = max([least, *(total + 4 for total in totals)])
        self.bar = self.slot * 2 // 3
        self.start = max(30, width_of(localize(self.scale.top)) + 12)
        width = max(self.start + self.slot * len(chart.columns) + END, 240)
        self.canvas = Canvas(chart.name, width, BASE + BELOW, rtl=chart.rtl)

    def draw(self) -> SafeString:
        self._axis()
        # Labels that would run into each other stand under every second or third column only.
        widest = max((width_of(column.label) for column in self.chart.columns), default=0)
        every = -(-(widest + 2) // self.slot)
        for number, column in enumerate(self.chart.columns):
            slot = self.start + self.slot * number
            if column.is_now:
                self.canvas.rect("chart-now", slot, 0, self.slot, BASE + BELOW)
            self._labels(column, slot + self.slot // 2, named=number % every == 0)
            if column.total:
                self._column(column, slot)
        self.canvas.line("chart-ground", self.start, BASE, self.canvas.width - END, BASE)
        return self.canvas.finish(self.chart, [s.key for s in self.chart.series])

    def _axis(self) -> None:
        for value in self.scale.ticks():
            y = BASE - self.scale.at(value)
            self.canvas.line("chart-tick", self.start, y, self.canvas.width - END, y)
            words = localize(value)
            self.canvas.text("chart-soft", self.start - 6, y + 4, words, anchor="end", hidden=True)

    def _labels(self, column: Column, middle: int, *, named: bool) -> None:
        lines = [column.label if named else "", column.sublabel]
        for number, words in enumerate(lines):
            y = BASE + 16 * (number + 1)
            if words:
                self.canvas.text("chart-soft", middle, y, words, anchor="middle", hidden=True)
        if column.is_now:
            words = self.chart.now_label
            self.canvas.text("chart-strong", middle, BASE + 48, words, anchor="middle")

    def _column(self, column: Column, slot: int) -> None:
        name = said(column.name, column.total, self.chart.series, column.values)
        x, below = slot + (self.slot - self.bar) // 2, 0
        apart = []
        with self.canvas.link(column.href, name, number=column.total):
            self.canvas.reach(slot, 2, self.slot, BASE - 2)
            for series, value in zip(self.chart.series, column.values, strict=True):
                y = BASE - self.scale.at(below + value.value)
                height = BASE - self.scale.at(below) - y
                below += value.value
                if value.href and height >= REACH:
                    apart.append((series, value, y, height))
                elif value.value:
                    self._part(series, x, y, height)
            top, words = BASE - self.scale.at(below) - 5, localize(column.total)
            self.canvas.text("chart-strong", slot + self.slot // 2, top, words, anchor="middle")
        for series, value, y, height in apart:
            words = f"{column.name}, {said(series.label, value.value, (), ())}"
            with self.canvas.link(value.href, words, number=value.value, by_keys=False):
                self.canvas.reach(slot, y, self.slot, height)
                self._part(series, x, y, height)

    def _part(self, series: Series, x: int, y: int, height: int) -> None:
        css = f"chart-edge-{series.key}"
        self.canvas.rect(css, x, y, self.bar, max(1, height), fill=series.key)
