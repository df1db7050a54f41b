"""The words of a notice, made when it is shown: in the language and for the eyes of its reader."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.obligations.codes import State
from apps.obligations.models import Obligation
from apps.web.templatetags.web import days_from

from .models import Entry, Notice

Kind = Notice.Kind
SENTENCES: dict[str, Any] = {
    Kind.DUE: gettext_lazy("Due on %(day)s (%(days)s)."),
    Kind.OVERDUE: gettext_lazy("Was due on %(day)s (%(days)s), and nothing answers it yet."),
    Kind.ESCALATED: gettext_lazy(
        "Was due on %(day)s (%(days)s), and nothing answers it yet. You hear of it as a manager of the office that leads, or of one above it."
    ),
    Kind.STEP: gettext_lazy("A next step is yours by %(day)s (%(days)s)."),
    Kind.REMINDER: gettext_lazy("You wanted to be reminded on %(day)s."),
    Kind.MENTION: gettext_lazy("%(by)s calls your attention to it."),
    Kind.ASSIGNED: gettext_lazy("%(by)s gave it to you."),
    Kind.HANDOVER: gettext_lazy("%(by)s hands it over, or decided on a handover."),
    Kind.FINDING: gettext_lazy("%(by)s asks for a decision on its finding, or made one."),
    Kind.CHANGED: gettext_lazy("%(by)s changed something on it, and you watch it."),
}
LOGGED = gettext_lazy("%(by)s logged something on it, and you watch it.")
ICONS = {
    Kind.DUE: "due-soon",
    Kind.OVERDUE: "overdue",
    Kind.ESCALATED: "overdue",
    Kind.STEP: "due",
    Kind.REMINDER: "not-due",
    Kind.MENTION: "person",
    Kind.ASSIGNED: "person",
    Kind.HANDOVER: "export",
    Kind.FINDING: "review",
    Kind.CHANGED: "cycle",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in words."""

    notice: Notice
    reference: str
    act: str
    """What is asked, in the language of the decision."""
    sentence: str
    detail: str
    """What a person wrote, where the reader may see it."""
    address: str
    """The path of the place that it leads to."""

    @property
    def icon(self) -> str:
        return ICONS[Kind(self.notice.kind)]


def told(notices: Iterable[Notice], *, person: User, on: dt.date) -> Iterator[Told]:
    """Each of `notices` (of `for_list`) in words for `person`, whose day it is `on`. One query."""
    notices = list(notices)
    keys = {notice.entry_id for notice in notices if notice.entry_id}
    readable: set[int] = set()
    if keys:
        entries = Entry.objects.filter(pk__in=keys).visible_to(person)
        readable.update(entries.values_list("pk", flat=True))
    for notice in notices:
        sees = notice.entry_id is None or notice.entry_id in readable
        yield Told(
            notice,
            reference=str(notice.obligation),
            act=notice.obligation.act,
            sentence=_sentence(notice, on),
            detail=_detail(notice) if sees else "",
            address=place(notice),
        )


def _sentence(notice: Notice, on: dt.date) -> str:
    words = SENTENCES[notice.kind]
    if notice.kind == Kind.CHANGED and notice.entry_id:
        words = LOGGED
    values = {
        "day": date_format(notice.on) if notice.on else "",
        "days": days_from(notice.on, on),
        "by": str(notice.by or _("Somebody")),
    }
    return str(words % values)


def _detail(notice: Notice) -> str:
    """What was written: the step, the reminder, the note; not the whole of an entry."""
    if notice.kind == Kind.STEP and notice.entry:
        return notice.entry.next_step
    if notice.kind == Kind.REMINDER and notice.reminder:
        return notice.reminder.text
    if notice.kind in {Kind.MENTION, Kind.CHANGED} and notice.entry and not notice.note:
        return shortened(notice.entry.text)
    return notice.note


def shortened(text: str, most: int = 200) -> str:
    """The first words of `text` on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def place(notice: Notice) -> str:
    """The path of the page, and of the place there, that a notice speaks of."""
    page = place_of(notice.obligation)
    if notice.cycle_id and "#" not in page:
        return f"{page}#cycle-{notice.cycle_id}"
    if notice.entry_id and "#" not in page:
        return f"{page}#entry-{notice.entry_id}"
    return page


def place_of(obligation: Obligation) -> str:
    """Its own page; before it is accepted, and where it is rejected, its card in the review."""
    if obligation.state in {State.ACCEPTED, State.CLOSED}:
        return reverse("followups:obligation-detail", args=[obligation.pk])
    return f"{reverse('obligations:review', args=[obligation.document_id])}#card-{obligation.pk}"
