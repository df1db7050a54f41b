"""What was logged, as a report tells it."""

import datetime as dt
from html import unescape

from django.db.models import Q, QuerySet
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from apps.exports.paper.model import Inline
from apps.followups.models import Entry
from apps.web.markdown import rendered

from .words import day

LONGEST = 600
"""Characters of what was logged that are told; the page of the obligation has it all."""


def open_steps(entries: QuerySet[Entry], *, on: dt.date) -> QuerySet[Entry]:
    """Those with a next step that was not taken by `on`."""
    return entries.exclude(next_step="").filter(
        Q(next_step_done_on=None) | Q(next_step_done_on__gt=on)
    )


def plain(text: str) -> str:
    """What a person wrote, as words without marks, on one line."""
    words = " ".join(unescape(strip_tags(rendered(text))).split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"


def entry_line(entry: Entry) -> list[Inline]:
    """Day and kind; what happened."""
    return [f"{day(entry.happened_on)}, {entry.get_kind_display()}", plain(entry.text)]


def step_line(entry: Entry) -> list[Inline]:
    """What comes next; by when and whose it is."""
    lines: list[Inline] = [entry.next_step]
    if entry.next_step_on:
        lines.append(_("By %(day)s") % {"day": day(entry.next_step_on)})
    if entry.next_step_by:
        lines.append(str(entry.next_step_by))
    return lines
