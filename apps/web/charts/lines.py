"""One to four lines over the same points in time."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .canvas import REACH, Canvas, shape_at
from .data import Cell, Chart, Key, Table, Value
from .scale import Scale
from .words import width_of

ABOVE, PLOT, BELOW = 16, 170, 44
BASE = ABOVE + PLOT
LOOKS = (("plain", "circle"), ("late", "square"), ("soon", "triangle"), ("other", "diamond"))
"""Colour and mark of the first to the fourth line; the stroke of each is in static/charts.css."""
LEAST_SLOT = 32


@dataclass(frozen=True, slots=True)
class Line:
    """One line; None where there is nothing to say, and there the line is broken."""

    label: str
    values: Sequence[Value | None]


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of the axis."""

    label: str
    """Short: "Q2"."""
    sublabel: str = ""
    """Under the label; given only where it changes: "2026"."""
    title: str = ""
    """In full: "Second quarter of 2026"."""

    @property
    def name(self) -> str:
        return self.title or f"{self.label} {self.sublabel}".strip()


@dataclass(frozen=True, kw_only=True)
class Lines(Chart):
    """Some 8 to 20 moments. Raises ValueError for more than four lines, or a line of another length."""

    moments: Sequence[Moment]
    lines: Sequence[Line]
    heading: str
    """What a moment is: "Quarter"."""
    is_percent: bool = False
    """Values are parts of a hundred, and the axis ends at 100."""
    width: int = 760

    def __post_init__(self) -> None:
        Chart.__post_init__(self)
        if len(self.lines) > len(LOOKS):
            raise ValueError(f"{len(self.lines)} lines are more than {len(LOOKS)}")
        for line in self.lines:
            if len(line.values) != len(self.moments):
                raise ValueError(
                    f"{line.label!r} has {len(line.values)} values for {len(self.moments)} moments"
                )

    def words(self, value: int) -> str:
        """A value as it is printed: with its sign where it is per cent."""
        if self.is_percent:
            return _("%(number)s %%") % {"number": localize(value)}
        return str(localize(value))

    def svg(self) -> SafeString:
        return _Drawing(self).draw()

    def table(self) -> Table:
        rows = []
        for number, moment in enumerate(self.moments):
            values = [line.values[number] for line in self.lines]
            cells = [Cell(v.value, v.href) if v else Cell(None) for v in values]
            rows.append([Cell(moment.name), *cells])
        sign = " (%)" if self.is_percent else ""
        return Table([self.heading, *(line.label + sign for line in self.lines)], rows)

    def legend(self) -> list[Key]:
        return [Key(_swatch(n), line.label) for n, line in enumerate(self.lines)]


def _swatch(number: int) -> SafeString:
    key, shape = LOOKS[number]
    markup = '<path class="chart-line chart-line-{} chart-edge-{}" d="M0 8H16"/>{}'
    return format_html(markup, number, key, shape_at(shape, key, 8, 8))


class _Drawing:
    """The lines of one chart on one canvas."""

    def __init__(self, chart: Lines) -> None:
        self.chart = chart
        values = [v.value for line in chart.lines for v in line.values if v]
        most = max([100 if chart.is_percent else 0, *values])
        self.scale = Scale.over(most, PLOT)
        self.start = max(44, width_of(chart.words(self.scale.top)) + 12)
        number = max(1, len(chart.moments))
        self.slot = max(LEAST_SLOT, (chart.width - self.start) // number)
        self.canvas = Canvas(
            chart.name, self.start + self.slot * number, BASE + BELOW, rtl=chart.rtl
        )

    def draw(self) -> SafeString:
        self._axis()
        for number, line in enumerate(self.chart.lines):
            for stretch in stretches(line.values):
                points = [(self._x(n), self._y(value)) for n, value in stretch]
                key = LOOKS[number][0]
                css = f"chart-line chart-line-{number} chart-edge-{key}"
                if len(points) > 1:
                    self.canvas.path(css, points)
        for number, line in enumerate(self.chart.lines):
            self._marks(number, line)
        return self.canvas.finish(self.chart, [])

    def _x(self, number: int) -> int:
        return self.start + self.slot * number + self.slot // 2

    def _y(self, value: Value) -> int:
        return BASE - self.scale.at(value.value)

    def _axis(self) -> None:
        end = self.canvas.width
        for value in self.scale.ticks():
            y, words = BASE - self.scale.at(value), self.chart.words(value)
            self.canvas.line("chart-tick" if value else "chart-ground", self.start, y, end, y)
            self.canvas.text("chart-soft", self.start - 6, y + 4, words, anchor="end", hidden=True)
        for number, moment in enumerate(self.chart.moments):
            for line, words in enumerate([moment.label, moment.sublabel]):
                y = BASE + 20 + 16 * line
                if words:
                    x = self._x(number)
                    self.canvas.text("chart-soft", x, y, words, anchor="middle", hidden=True)

    def _marks(self, number: int, line: Line) -> None:
        key, shape = LOOKS[number]
        for place, value in enumerate(line.values):
            if value is None:
                continue
            x, y = self._x(place), self._y(value)
            moment = self.chart.moments[place].name
            words = f"{line.label}, {moment}: {self.chart.words(value.value)}."
            with self.canvas.link(value.href, words, number=value.value):
                self.canvas.reach(x - REACH // 2, y - REACH // 2, REACH, REACH)
                self.canvas.shape(shape, key, x, y)


def stretches(values: Sequence[Value | None]) -> list[list[tuple[int, Value]]]:
    """Values without a gap between them, each with its place."""
    found: list[list[tuple[int, Value]]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            found.append([])
        else:
            found[-1].append((place, value))
    return [stretch for stretch in found if stretch]
