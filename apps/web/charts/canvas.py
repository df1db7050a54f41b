"""Where a chart is drawn. All x are counted from the start side: from the right in Arabic.

Whole numbers only, and made into text here: a template would write 12.5 as 12,5 in half of the languages.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from .data import Chart, Key
from .patterns import fill_of, pattern
from .words import isolated, lines_of, width_of

TITLE_SIZE, TITLE_LINE = 15, 20
LEGEND_LINE, LEGEND_GAP, SWATCH = 22, 18, 16
OPPOSITE = {"start": "end", "end": "start", "middle": "middle"}
REACH = 24
"""The least width and height of what can be pressed, in pixels."""


class Canvas:
    """A drawing that grows part by part, `width` by `height` pixels."""

    def __init__(self, name: str, width: int, height: int, *, rtl: bool) -> None:
        self.name, self.width, self.height, self.rtl = name, width, height, rtl
        self.parts: list[SafeString] = []

    def x(self, x: int, width: int = 0) -> int:
        """The true left edge of what begins at `x` from the start side and is `width` wide."""
        return self.width - x - width if self.rtl else x

    def rect(
        self,
        css: str,
        x: int,
        y: int,
        width: int,
        height: int,
        *,
        fill: str = "",
        round_by: int = 0,
    ) -> None:
        """`fill` is a key whose pattern fills it; else the class decides."""
        place = (css, self.x(x, width), y, width, height, round_by)
        rest = format_html(' fill="{}"', fill_of(self.name, fill)) if fill else ""
        markup = '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="{}"{}/>'
        self.parts.append(format_html(markup, *place, rest))

    def line(self, css: str, x1: int, y1: int, x2: int, y2: int) -> None:
        markup = '<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>'
        self.parts.append(format_html(markup, css, self.x(x1), y1, self.x(x2), y2))

    def path(self, css: str, points: Sequence[tuple[int, int]]) -> None:
        """Straight lines from point to point."""
        way = "M" + "L".join(f"{self.x(x)} {y}" for x, y in points)
        self.parts.append(format_html('<path class="{}" d="{}"/>', css, way))

    def text(
        self, css: str, x: int, y: int, words: str, *, anchor: str = "start", hidden: bool = False
    ) -> None:
        """`hidden` from screen readers: what a link or the table says anyway."""
        side = OPPOSITE[anchor] if self.rtl else anchor
        rest = mark_safe(' aria-hidden="true"') if hidden else ""
        markup = '<text class="{}" x="{}" y="{}" text-anchor="{}"{}>{}</text>'
        self.parts.append(format_html(markup, css, self.x(x), y, side, rest, isolated(words)))

    def shape(self, shape: str, key: str, x: int, y: int) -> None:
        self.parts.append(shape_at(shape, key, self.x(x), y))

    @contextmanager
    def link(
        self, href: str, words: str, *, number: int | None = None, by_keys: bool = True
    ) -> Iterator[None]:
        """What is drawn inside leads to `href` and is called `words`; without `href` it is only called so.

        Not `by_keys`: the table has the same link, and a hundred stops on the way there are too many.
        """
        words = isolated(words)
        if href:
            data = "" if number is None else format_html(' data-number="{}"', number)
            skip = "" if by_keys else mark_safe(' tabindex="-1"')
            markup = '<a class="chart-link" href="{}" aria-label="{}"{}{}><title>{}</title>'
            self.parts.append(format_html(markup, href, words, data, skip, words))
        else:
            self.parts.append(format_html("<g><title>{}</title>", words))
        yield
        self.parts.append(mark_safe("</a>" if href else "</g>"))

    def reach(self, x: int, y: int, width: int, height: int) -> None:
        """The area that can be pressed, in a link; shown when the link has the focus."""
        self.rect("chart-reach", x, y, width, height)

    def finish(self, chart: Chart, keys: Sequence[str]) -> SafeString:
        """The whole drawing. `keys` are those whose patterns are used.

        The title above and the legend below lie outside of what the page shows, because there they are HTML:
        whoever takes the drawing out of the page shows `data-above` and `data-below` pixels more.
        """
        core = self.parts
        self.parts = []
        above = self._title(chart.title)
        below = self._legend(chart.legend())
        label = f"{self.name}-title {self.name}-description"
        head = format_html(
            '<title id="{0}-title">{1}</title><desc id="{0}-description">{2}</desc><defs>{3}</defs>',
            self.name,
            isolated(chart.title),
            isolated(chart.description),
            mark_safe("".join(pattern(self.name, key) for key in dict.fromkeys(keys))),
        )
        opening = format_html(
            '<svg class="chart-svg" xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}"'
            ' role="group" aria-labelledby="{2}" data-above="{3}" data-below="{4}">',
            *(self.width, self.height, label, above, below),
        )
        outside = format_html('<g aria-hidden="true">{}</g>', mark_safe("".join(self.parts)))
        return mark_safe("".join([opening, head, outside, *core, "</svg>"]))

    def _title(self, title: str) -> int:
        lines = lines_of(title, self.width - 8, TITLE_SIZE)
        above = TITLE_LINE * len(lines) + 8 if lines else 0
        for number, line in enumerate(lines):
            self.text("chart-title-drawn", 4, number * TITLE_LINE - above + TITLE_SIZE + 3, line)
        return above

    def _legend(self, keys: Sequence[Key]) -> int:
        """Draw the legend under the chart, in as many lines as it needs; return its height."""
        x, y = 4, self.height + 6
        for key in keys:
            width = SWATCH + 6 + width_of(key.label) + LEGEND_GAP
            if x > 4 and x + width > self.width:
                x, y = 4, y + LEGEND_LINE
            inside = format_html(
                '<g transform="translate({} {})">{}</g>', self.x(x, SWATCH), y, key.swatch
            )
            self.parts.append(inside)
            self.text("chart-word", x + SWATCH + 6, y + 12, key.label)
            x += width
        return y + LEGEND_LINE - self.height if keys else 0


SHAPES = {
    "circle": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "ring": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
    "square": "M-5-5h10v10h-10z",
    "diamond": "M0-7 7 0 0 7-7 0z",
    "triangle": "M0-7 7 6H-7z",
    "cross": "M-5-5 5 5M5-5-5 5",
    "bar": "M-2-8h4v16h-4z",
}


def shape_at(shape: str, key: str, x: int, y: int) -> SafeString:
    """A mark of one of SHAPES around a point, in the colour of `key`."""
    look = "empty" if shape in {"ring", "cross"} else "full"
    edge = " chart-thick" if look == "empty" else f" chart-paint-{key}"
    markup = '<path class="chart-mark-{} chart-edge-{}{}" transform="translate({} {})" d="{}"/>'
    return format_html(markup, look, key, edge, x, y, SHAPES[shape])


def part_swatch(name: str, key: str) -> SafeString:
    markup = '<rect class="chart-edge-{}" x="1" y="1" width="14" height="14" fill="{}"/>'
    return format_html(markup, key, fill_of(name, key))
