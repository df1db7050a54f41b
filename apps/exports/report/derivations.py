"""Why each date: how it follows from the words of the decision."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.exports.paper.model import Block, Cell, Column, Heading, Table
from apps.reporting.columns import NOTHING
from apps.reporting.models import Cycle
from apps.reporting.why import in_words

from .asked import Report
from .links import page_of
from .rows import BY_DATE, batches, cut
from .words import day


def derivations(report: Report) -> Iterator[Block]:
    yield Heading(_("Why each date"))
    columns = [Column(_("Reference"), 18), Column(_("Due"), 14), Column(_("Why"), 60)]
    cycles = report.cycles.order_by(
        "obligation__document__symbol", "obligation__paragraph__position", "obligation", *BY_DATE
    )
    found = (cycle for batch in batches(cycles, report) for cycle in batch)
    yield Table("", columns, (_row(report, one) for one in found))
    yield from cut(report, report.number)


def _row(report: Report, cycle: Cycle) -> list[Cell]:
    due = day(cycle.due_on) if cycle.due_on else NOTHING
    return [page_of(report, cycle.obligation), due, in_words(cycle)]
