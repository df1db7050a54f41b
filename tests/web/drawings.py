"""Charts to look at, and what is drawn in them."""

import datetime as dt
from xml.etree import ElementTree as ET

from apps.web.charts import (
    Bar,
    Bars,
    Column,
    Columns,
    Heat,
    HeatRow,
    Kind,
    Lane,
    Line,
    Lines,
    Moment,
    Point,
    Series,
    Span,
    Timeline,
    Value,
    render,
)

SVG = "{http://www.w3.org/2000/svg}"
TWO = [Series("on-time", "On time"), Series("late", "Late")]
DUE = Kind("Due", "ring", "open")
ANSWERED = Kind("Answered", "circle", "on-time")
SAID = {"name": "it", "title": "What it is", "description": "What it shows"}


def columns(*rows, hrefs=False, **more):
    """One column for each of `rows`, two numbers each."""
    made = [
        Column(
            f"c{n}",
            [Value(v, f"/part/{n}/{m}") if hrefs else Value(v) for m, v in enumerate(row)],
            href=f"/column/{n}",
        )
        for n, row in enumerate(rows)
    ]
    return Columns(
        **{**SAID, "series": TWO, "columns": made, "heading": "Month", "total_label": "All"} | more
    )


def bars(*rows, hrefs=False, labels=None, **more):
    made = [
        Bar(
            labels[n] if labels else f"b{n}",
            [Value(v, f"/part/{n}/{m}") if hrefs else Value(v) for m, v in enumerate(row)],
            f"/bar/{n}",
        )
        for n, row in enumerate(rows)
    ]
    return Bars(
        **{**SAID, "series": TWO, "bars": made, "heading": "Office", "total_label": "All"} | more
    )


def lines(*rows, **more):
    """One line for each of `rows`; None is a gap."""
    made = [
        Line(
            f"l{n}", [None if v is None else Value(v, f"/point/{n}/{m}") for m, v in enumerate(row)]
        )
        for n, row in enumerate(rows)
    ]
    moments = [Moment(f"Q{n}") for n in range(len(rows[0]) if rows else 0)]
    return Lines(**{**SAID, "moments": moments, "lines": made, "heading": "Quarter"} | more)


def heat(*rows, **more):
    made = [
        HeatRow(
            f"r{n}", [None if v is None else Value(v, f"/cell/{n}/{m}") for m, v in enumerate(row)]
        )
        for n, row in enumerate(rows)
    ]
    moments = [Moment(f"m{n}") for n in range(len(rows[0]) if rows else 0)]
    return Heat(**{**SAID, "moments": moments, "rows": made, "heading": "Region"} | more)


def timeline(points=(), spans=(), **more):
    """One lane. A point is (day, words), a span (since, until, words)."""
    lane = Lane(
        "Lane",
        [Span(*span, href=f"/span/{n}") for n, span in enumerate(spans)],
        [Point(on, DUE, words, f"/point/{n}") for n, (on, words) in enumerate(points)],
    )
    return Timeline(**{**SAID, "lanes": [lane], "width": 800} | more)


def every_kind(**more):
    """One chart of each kind, with something in it."""
    day = dt.date(2026, 6, 30)
    return [
        columns([2, 3], [0, 1], **more),
        bars([2, 3], [0, 1], **more),
        lines([10, None, 30], [5, 6, 7], **more),
        timeline([(day, "Report")], [(day, None, "Every year")], today=day, **more),
        heat([1, 2], [None, 40], **more),
    ]


def drawn(chart):
    return ET.fromstring(render(chart))


def of_class(root, css, tag=""):
    """The parts that have the class `css`, in the order drawn."""
    return [
        part
        for part in root.iter()
        if css in part.get("class", "").split() and (not tag or part.tag == SVG + tag)
    ]


def box(rect):
    """(x, y, end, bottom) of a rectangle."""
    x, y, width, height = (int(rect.get(name)) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def links(root):
    """Addresses, in the order drawn."""
    return [part.get("href") for part in root.iter(f"{SVG}a")]


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
