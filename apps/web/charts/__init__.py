"""Charts as SVG made on the server: plain data in, safe markup out. Pages show one by includes/chart.html."""

from .data import Cell, Chart, Series, Table, Value
from .timeline import Kind, Lane, Point, Span, Timeline

__all__ = [
    "Cell",
    "Chart",
    "Kind",
    "Lane",
    "Point",
    "Series",
    "Span",
    "Table",
    "Timeline",
    "Value",
]
