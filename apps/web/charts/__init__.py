"""Charts as SVG made on the server: plain data in, safe markup out.

A page shows one by templates/includes/chart.html with `chart`, and loads static/charts.css and
static/copy.js. `standalone` is for wherever there is no page.
"""

from django.utils.safestring import SafeString

from .bars import Bar, Bars
from .columns import Column, Columns
from .data import KEYS, Cell, Chart, Key, Series, Table, UnknownKey, Value
from .heat import Heat, HeatRow
from .lines import Line, Lines, Moment
from .standalone import standalone, standalone_png
from .timeline import Timeline
from .timeline_parts import Kind, Lane, Point, Span


def render(chart: Chart) -> SafeString:
    return chart.svg()


__all__ = [
    "KEYS",
    "Bar",
    "Bars",
    "Cell",
    "Chart",
    "Column",
    "Columns",
    "Heat",
    "HeatRow",
    "Key",
    "Kind",
    "Lane",
    "Line",
    "Lines",
    "Moment",
    "Point",
    "Series",
    "Span",
    "Table",
    "Timeline",
    "UnknownKey",
    "Value",
    "render",
    "standalone",
    "standalone_png",
]
