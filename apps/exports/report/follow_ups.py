"""What was logged since a day, obligation by obligation."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.exports.paper.model import Block, Cell, Column, Heading, Link, Paragraph, Table
from apps.followups.models import Entry
from apps.obligations.models import Obligation
from apps.reporting.columns import NOTHING

from .asked import Report
from .entries import plain, step_line
from .links import page_of
from .rows import batches, cut
from .words import day

MOST = 2_000


def follow_ups(report: Report) -> Iterator[Block]:
    """The newest first under each obligation, in the order of the documents."""
    yield Heading(_("Follow-ups"))
    entries = _entries(report)
    number = entries.count()
    yield Paragraph(_told(report, number))
    found = (entry for batch in batches(entries[:MOST], report) for entry in batch)
    for obligation, logged in groupby(found, key=lambda entry: entry.obligation):
        yield Paragraph(_about(report, obligation))
        yield Table("", _columns(), (_row(entry) for entry in logged))
    yield from cut(report, min(number, MOST))
    if number > MOST:
        words = _("These are %(most)d of %(number)d: choose a later day.")
        yield Paragraph(words % {"most": MOST, "number": number}, is_muted=True)


def _entries(report: Report) -> QuerySet[Any]:
    in_scope = report.cycles.values("obligation")
    found = report.entries.filter(happened_on__gte=report.since, obligation__in=in_scope)
    return (
        found.select_related(
            "author", "next_step_by", "obligation__document", "obligation__paragraph"
        )
        .defer("obligation__machine", "obligation__quote", "obligation__words")
        .defer("obligation__paragraph__words", "obligation__paragraph__pieces")
        .order_by(
            "obligation__document__symbol",
            "obligation__paragraph__position",
            "obligation__number",
            "obligation",
            "-happened_on",
            "-pk",
        )
    )


def _told(report: Report, number: int) -> str:
    values = {"first": day(report.since), "last": day(report.on), "number": number}
    if not number:
        return _("Nothing was logged from %(first)s to %(last)s.") % values
    words = ngettext(
        "%(number)d follow-up from %(first)s to %(last)s.",
        "%(number)d follow-ups from %(first)s to %(last)s.",
        number,
    )
    return words % values


def _about(report: Report, obligation: Obligation) -> Link:
    """Reference and what is asked, leading to the page."""
    link = page_of(report, obligation)
    return Link(f"{link.words}: {obligation.act}", link.address)


def _columns() -> list[Column]:
    return [
        Column(_("Day"), 12),
        Column(_("Kind"), 11),
        Column(_("What happened"), 43),
        Column(_("Logged by"), 13),
        Column(_("Next step"), 21),
    ]


def _row(entry: Entry) -> list[Cell]:
    return [
        day(entry.happened_on),
        entry.get_kind_display(),
        plain(entry.text),
        str(entry.author),
        step_line(entry) if entry.next_step else NOTHING,
    ]
