"""Rows of a report as they are written: some hundreds at a time, however many there are."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import batched, groupby
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _

from apps.exports.paper.model import Block, Paragraph
from apps.obligations.codes import Region
from apps.reporting.cycles_rows import CHAPTER
from apps.reporting.models import Cycle

from .asked import Report
from .form import Order

AT_ONCE = 500


def batches(rows: QuerySet[Any], report: Report) -> Iterator[list[Any]]:
    """The rows that are shown, AT_ONCE at a time: what belongs to them is asked once for each time."""
    shown = rows if report.most is None else rows[: report.most]
    for batch in batched(shown.iterator(chunk_size=AT_ONCE), AT_ONCE, strict=False):
        yield list(batch)


def cycles_in_batches(rows: QuerySet[Any], report: Report) -> Iterator[list[Any]]:
    """The same of cycles: keys are put in order and not wide rows, so that fifty of a million cost little."""
    keys = list(rows.values_list("pk", flat=True)[: report.most])
    wide = rows.order_by()
    for some in batched(keys, AT_ONCE, strict=False):
        found = wide.in_bulk(some)
        yield [found[key] for key in some if key in found]


def cut(report: Report, number: int) -> Iterator[Block]:
    """That there are more rows than are shown, where there are."""
    if report.most is not None and number > report.most:
        words = _("Here are the first %(shown)d of %(number)d; the file has all of them.")
        yield Paragraph(words % {"shown": report.most, "number": number}, is_muted=True)


def by_date(report: Report) -> tuple[Combinable, str]:
    """The order by the date that held on the day; what has none last."""
    return F(report.day.at.due).asc(nulls_last=True), "pk"


def due_on(report: Report, cycle: Cycle) -> dt.date | None:
    """When the cycle was due, as things stood on the day."""
    found: dt.date | None = getattr(cycle, report.day.at.due)
    return found


def in_order(report: Report) -> QuerySet[Cycle]:
    """The cycles in scope as the table groups them, by date in each group."""
    by: dict[Order, list[Combinable]] = {
        Order.REGION: [CHAPTER],
        Order.LEAD: [F("obligation__lead__short").asc(nulls_last=True)],
        Order.DUE: [],
    }
    return report.rows.order_by(*by[report.order], *by_date(report))


def grouped(report: Report, rows: Iterable[Cycle]) -> Iterator[tuple[str, Iterator[Cycle]]]:
    """`rows`, which are `in_order`, with the words over each group; empty words over one list."""
    words = {
        Order.REGION: lambda cycle: str(Region(cycle.obligation.region).label),
        Order.LEAD: lambda cycle: str(cycle.obligation.lead or _("No lead office")),
        Order.DUE: lambda cycle: "",
    }[report.order]
    return groupby(rows, key=words)
