"""A time axis with lanes: stretches of days, and points that move to lines of their own."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format, localize
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .canvas import REACH, Canvas, shape_at
from .data import Cell, Chart, Key, Table
from .days import Days
from .lanes import Laid, Placed, lay
from .timeline_parts import Lane, Point, Span, written
from .words import cut, width_of

TOP, FOOT, AIR = 22, 40, 8
"""Above the lanes, where "today" stands; below, where months and years do; between two lanes."""
MOST_LABEL, END = 180, 8
LEAST_WORDS = 24
"""A stretch narrower than this has no words in it."""
MOST_NAMED = 12
"""Points of a lane have their words beside them, where there is room, up to so many."""


@dataclass(frozen=True, kw_only=True)
class Timeline(Chart):
    """Lanes over one axis of days, from 1 point to some 200.

    The axis reaches over all that is given and `today`; years, quarters or months stand under it by its length.
    """

    lanes: Sequence[Lane]
    today: dt.date | None = None
    """A line is drawn on it."""
    width: int = 960
    """In pixels; narrower screens scroll inside the figure."""

    def svg(self) -> SafeString:
        return _Drawing(self).draw()

    def table(self) -> Table:
        """What, of which kind, and its days as they are written in the language of the page."""
        rows = []
        for lane in self.lanes:
            for span in sorted(lane.spans, key=lambda span: span.since):
                until = written(span.until) if span.until else _("open")
                days = [Cell(written(span.since)), Cell(until)]
                rows.append([Cell(span.words, span.href), Cell(lane.label), *days])
            for point in sorted(lane.points, key=lambda point: point.on):
                kind = f"{lane.label}: {point.kind.label}" if lane.label else point.kind.label
                days = [Cell(written(point.on)), Cell(None)]
                rows.append([Cell(point.words, point.href), Cell(kind), *days])
        return Table([_("What"), _("Kind"), _("On or from"), _("Until")], rows)

    def legend(self) -> list[Key]:
        kinds = dict.fromkeys(point.kind for lane in self.lanes for point in lane.points)
        return [Key(shape_at(kind.shape, kind.key, 8, 8), kind.label) for kind in kinds]

    def opens_at(self) -> int:
        # Today, else the last day.
        days = self.days()
        if not days:
            return 0
        return round(10 * _Drawing(self).x(self.today or max(days)) / self.width)

    def days(self) -> list[dt.date]:
        """Every day that the axis must reach, in no order."""
        found = [point.on for lane in self.lanes for point in lane.points]
        for lane in self.lanes:
            for span in lane.spans:
                found += [span.since, span.until or span.since]
        return [*found, self.today] if self.today else found


class _Drawing:
    def __init__(self, chart: Timeline) -> None:
        self.chart = chart
        self.lanes = [lane for lane in chart.lanes if lane.spans or lane.points]
        self.room = min(MOST_LABEL, max((width_of(lane.label) for lane in self.lanes), default=0))
        self.start = self.room + 12 if self.room else 4
        length = max(200, chart.width - self.start - END)
        self.days = Days.over(chart.days() or [dt.date(2000, 1, 1)], length)
        self.laid = [(lane, self._spans(lane), self._points(lane)) for lane in self.lanes]
        lines = sum(spans.lines + points.lines for _lane, spans, points in self.laid)
        self.base = TOP + REACH * lines + AIR * len(self.lanes)
        self.canvas = Canvas(chart.name, chart.width, self.base + FOOT, rtl=chart.rtl)

    def x(self, day: dt.date) -> int:
        return self.start + self.days.at(day)

    def _spans(self, lane: Lane) -> Laid[Span]:
        """A line may be as many as it takes: stretches are few, and each must be seen."""
        things = []
        for span in lane.spans:
            x, end = self.x(span.since), self.x(span.until or self.days.last)
            things.append((x, max(end, x + REACH), span))
        return lay(things, until=self.start + self.days.length, most=len(things))

    def _points(self, lane: Lane) -> Laid[Point]:
        half = REACH // 2
        things = [(self.x(p.on) - half, self.x(p.on) + half, p) for p in lane.points]
        return lay(things, until=self.start + self.days.length)

    def draw(self) -> SafeString:
        if self.chart.days():
            self._axis()
        y = TOP
        for number, (lane, spans, points) in enumerate(self.laid):
            height = REACH * (spans.lines + points.lines) + AIR
            self._lane(lane, y, height, is_even=number % 2 == 0)
            for span in spans.placed:
                self._span(span, y + AIR // 2 + REACH * span.line)
            below = y + AIR // 2 + REACH * spans.lines
            for point in points.placed:
                few = len(lane.points) <= MOST_NAMED
                self._point(point, below + REACH * point.line, is_named=few)
            for x, left in points.more:
                self._more(x, left, below + REACH * (points.lines - 1))
            y += height
        self._today()
        return self.canvas.finish(self.chart, [])

    def _axis(self) -> None:
        end = self.start + self.days.length
        self.canvas.line("chart-ground", self.start, self.base, end, self.base)
        by_year = self.days.step % 12 == 0
        for number, day in enumerate(self.days.ticks()):
            x = self.x(day)
            self.canvas.line("chart-tick", x, TOP, x, self.base)
            lines = [str(day.year)] if by_year else [date_format(day, "M")]
            if not by_year and (number == 0 or day.month == 1):
                lines.append(str(day.year))
            for line, words in enumerate(lines):
                y = self.base + 16 * (line + 1)
                self.canvas.text("chart-soft", x, y, words, anchor="middle", hidden=True)

    def _lane(self, lane: Lane, y: int, height: int, *, is_even: bool) -> None:
        css = "chart-lane" if is_even else "chart-lane-odd"
        self.canvas.rect(css, 0, y, self.start + self.days.length, height)
        if lane.label:
            with self.canvas.link("", lane.label):
                words = cut(lane.label, self.room)
                self.canvas.text("chart-strong", 4, y + AIR // 2 + 16, words)

    def _span(self, one: Placed[Span], y: int) -> None:
        span, width = one.thing, one.end - one.x
        until = written(span.until) if span.until else _("open")
        name = f"{span.words}: {written(span.since)} – {until}"
        with self.canvas.link(span.href, name):
            css = f"chart-ground-{span.key} chart-edge-{span.key}"
            self.canvas.rect(css, one.x, y + 3, width, REACH - 6, round_by=3)
            if span.until is None:  # open: no edge at its end
                self.canvas.line("chart-open-end", one.end, y + 4, one.end, y + REACH - 4)
            if width >= LEAST_WORDS:
                words = cut(span.words, width - 10)
                self.canvas.text("chart-word", one.x + 5, y + 16, words)
            self.canvas.reach(one.x, y, width, REACH)

    def _point(self, one: Placed[Point], y: int, *, is_named: bool) -> None:
        point = one.thing
        name = f"{point.words}: {written(point.on)} ({point.kind.label})"
        with self.canvas.link(point.href, name):
            self.canvas.reach(one.x, y, REACH, REACH)
            self.canvas.shape(point.kind.shape, point.kind.key, one.x + REACH // 2, y + REACH // 2)
            if is_named and self._has_room(one):
                self.canvas.text("chart-word", one.end + 1, y + 16, point.words)

    def _has_room(self, one: Placed[Point]) -> bool:
        """Whether its words fit beside it, and do not run through the line of today."""
        width = width_of(one.thing.words) + 4
        today = self.x(self.chart.today) if self.chart.today else -1
        return width <= one.room and not one.end <= today <= one.end + width

    def _more(self, x: int, left: list[Point], y: int) -> None:
        """How many points found no place. They stand in the table."""
        name = ngettext(
            "%(number)d more here, in the table", "%(number)d more here, in the table", len(left)
        )
        with self.canvas.link("", name % {"number": len(left)}):
            words = f"+{localize(len(left))}"
            self.canvas.text("chart-strong", x, y + 16, words, anchor="middle")

    def _today(self) -> None:
        if self.chart.today is None:
            return
        x, words = self.x(self.chart.today), _("Today")
        self.canvas.line("chart-today", x, TOP - 4, x, self.base)
        half = width_of(words) // 2 + 2
        middle = max(half, min(x, self.canvas.width - half))
        self.canvas.text("chart-strong", middle, TOP - 8, words, anchor="middle")
