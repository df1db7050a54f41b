"""The charts of a report: those of the dashboards over the same cycles, each with its table."""

from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings
from django.utils.translation import gettext as _

from apps.dashboards import drawn
from apps.dashboards.days import Days
from apps.dashboards.scope import Scope
from apps.exports.paper.model import Block, Column, Figure, Table
from apps.web.charts import Chart

from .asked import Report


def charts(report: Report) -> Iterator[Block]:
    """Cycles by month; how many were answered on time by quarter, where the filter keeps all states."""
    register = report.register
    scope = Scope(
        register.given, today=report.today, soon=settings.DUE_SOON_DAYS, own=list(register.own)
    )
    days = Days(scope)
    if any(month.total.value for month in days.months()):
        words = _(
            "Twelve months back and twelve ahead; months in which nothing is due have no row."
        )
        yield _figure(replace(drawn.months(days), description=words))
    quarters = days.quarters()
    # One point is no line.
    told = sum(one.on_time_share is not None for one in quarters)
    if not report.states and told > 1:
        yield _figure(drawn.quarters(quarters))


def _figure(chart: Chart) -> Figure:
    table = chart.table()
    first, *others = table.headings
    columns = [Column(first, 20), *(Column(words, 10, is_number=True) for words in others)]
    rows = [
        [cell.shown for cell in row]
        for row in table.rows
        if any(cell.value not in (0, None) for cell in row[1:])
    ]
    return Figure(chart.svg(), chart.title, chart.description, Table("", columns, rows))
