"""Why each date: how it follows from the words of the decision."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.exports.paper.model import Block, Cell, Column, Heading, Table
from apps.reporting.columns import NOTHING
from apps.reporting.models import Cycle
from apps.reporting.why import in_words

from .asked import Report
from .links import page_of
from .rows import by_date, cut, cycles_in_batches, due_on
from .words import day


def derivations(report: Report) -> Iterator[Block]:
    yield Heading(_("Why each date"))
    columns = [Column(_("Reference"), 20), Column(_("Due"), 15), Column(_("Why"), 65)]
    cycles = report.rows.order_by(
        "obligation__document__symbol",
        "obligation__paragraph__position",
        "obligation",
        *by_date(report),
    )
    found = (cycle for batch in cycles_in_batches(cycles, report) for cycle in batch)
    yield Table("", columns, (_row(report, one) for one in found))
    yield from cut(report, report.number)


def _row(report: Report, cycle: Cycle) -> list[Cell]:
    due = due_on(report, cycle)
    return [page_of(report, cycle.obligation), day(due) if due else NOTHING, in_words(cycle)]
