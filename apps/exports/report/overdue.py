"""What is overdue: since when, what was last done about it, what comes next, and why it was moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from apps.exports.paper.model import Block, Cell, Column, Heading, Inline, Paragraph, Table
from apps.followups.models import Entry
from apps.reporting.columns import NOTHING
from apps.reporting.models import Cycle, TimingState

from .asked import Report
from .entries import entry_line, open_steps, step_line
from .links import page_of
from .rows import by_date, cut, cycles_in_batches, due_on
from .words import counted_days, day


@dataclass(frozen=True, slots=True)
class Late:
    """An overdue cycle with what was logged of it."""

    cycle: Cycle
    entry: Entry | None
    """The newest that may be read here."""
    step: Entry | None
    """The one whose next step comes first."""


def overdue(report: Report) -> Iterator[Block]:
    """The longest overdue first."""
    yield Heading(_("Overdue, the longest first"))
    cycles = report.rows.filter(state=TimingState.OVERDUE)
    number = cycles.count()
    if not number:
        yield Paragraph(_("Nothing is overdue."))
        return
    columns = [
        Column(_("Reference"), 14),
        Column(_("What is asked"), 23),
        Column(_("Lead"), 11),
        Column(_("Overdue"), 15),
        Column(_("Last follow-up"), 23),
        Column(_("Next step"), 14),
    ]
    rows = (_row(report, late) for late in _late(report, cycles))
    yield Table("", columns, rows)
    yield from cut(report, number)


def _late(report: Report, cycles: QuerySet[Cycle]) -> Iterator[Late]:
    """The cycles, the entries of each AT_ONCE of them in one query."""
    about = Q(cycle=None) | Q(cycle=OuterRef("pk"))
    seen = report.entries.filter(about, obligation=OuterRef("obligation"))
    newest = seen.order_by("-happened_on", "-pk").values("pk")[:1]
    steps = open_steps(seen, on=report.on)
    step = steps.order_by(F("next_step_on").asc(nulls_last=True), "-pk").values("pk")[:1]
    rows: QuerySet[Any] = cycles.annotate(newest=Subquery(newest), step=Subquery(step))
    for batch in cycles_in_batches(rows.order_by(*by_date(report)), report):
        keys = {key for cycle in batch for key in (cycle.newest, cycle.step) if key}
        entries = Entry.objects.select_related("author", "next_step_by").in_bulk(keys)
        for cycle in batch:
            yield Late(cycle, entries.get(cycle.newest), entries.get(cycle.step))


def _row(report: Report, late: Late) -> list[Cell]:
    obligation = late.cycle.obligation
    return [
        page_of(report, obligation),
        obligation.act,
        [str(one) for one in (obligation.lead, obligation.responsible) if one] or NOTHING,
        _since(report, late.cycle),
        entry_line(late.entry) if late.entry else NOTHING,
        step_line(late.step) if late.step else NOTHING,
    ]


def _since(report: Report, cycle: Cycle) -> list[Inline]:
    """The days, the day on which it was due, and what moved that."""
    due = due_on(report, cycle)
    if due is None:
        return []  # what has no date is not overdue
    lines: list[Inline] = [
        counted_days((report.on - due).days),
        _("Was due on %(day)s") % {"day": day(due)},
    ]
    for moved in cycle.extensions.all():
        words = _("Moved from %(former)s by %(basis)s: %(reason)s")
        values = {"former": day(moved.former_due_on), "basis": moved.basis_document}
        lines.append(words % {**values, "reason": moved.reason})
    return lines
