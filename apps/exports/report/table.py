"""All cycles in scope, a row each."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.documents.models import Document
from apps.exports.paper.model import Block, Cell, Column, Heading, Table
from apps.reporting.columns import NOTHING, addressees
from apps.reporting.models import Cycle, TimingState

from .answers import documents, with_last_answer
from .asked import Report
from .links import document, page_of
from .rows import cut, cycles_in_batches, due_on, grouped, in_order
from .words import day


def table(report: Report) -> Iterator[Block]:
    """The rows, under a heading for each region or office."""
    yield Heading(_("Cycles in detail"))
    answers: dict[int, Document] = {}
    for words, cycles in grouped(report, _cycles(report, answers)):
        if words:
            yield Heading(words, 2)
        # The heading says what the table is of.
        yield Table("", _columns(), (_row(report, one, answers) for one in cycles))
    yield from cut(report, report.number)


def _cycles(report: Report, answers: dict[int, Document]) -> Iterator[Cycle]:
    """The cycles, with the documents of their last answers put into `answers` as they come."""
    rows = with_last_answer(in_order(report), on=report.on)
    for batch in cycles_in_batches(rows, report):
        answers.update(documents(batch))
        yield from batch


def _columns() -> list[Column]:
    return [
        Column(_("Reference"), 15),
        Column(_("What is asked"), 27),
        Column(_("Addressee"), 13),
        Column(_("Lead"), 8),
        Column(_("Due"), 12),
        Column(_("State"), 11),
        Column(_("Last answer"), 14),
    ]


def _row(report: Report, cycle: Cycle, answers: dict[int, Document]) -> list[Cell]:
    obligation = cycle.obligation
    due = due_on(report, cycle)
    last = answers.get(cycle.last_answer)  # type: ignore[attr-defined]  # annotated
    return [
        page_of(report, obligation),
        obligation.act,
        "; ".join(map(str, addressees(obligation))) or NOTHING,
        str(obligation.lead or NOTHING),
        day(due) if due else NOTHING,
        str(TimingState(cycle.state).label),  # type: ignore[attr-defined]  # annotated
        _answer(report, last) if last else NOTHING,
    ]


def _answer(report: Report, last: Document) -> Cell:
    link = document(report, last)
    return [link, day(last.adopted_on)] if last.adopted_on else link
