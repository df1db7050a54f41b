"""The figures once more, by reading every row in Python and counting on the fingers."""

import datetime as dt
from dataclasses import dataclass

from apps.accounts.models import Office
from apps.reporting.models import Cycle

NO_ANSWER = ("not-started", "not-applicable")


@dataclass
class Plain:
    """One cycle as it stood on a day."""

    cycle: Cycle
    due: dt.date | None
    answered: dt.date | None
    waived: bool

    @property
    def obligation(self):
        return self.cycle.obligation

    @property
    def open(self):
        return self.answered is None and not self.waived

    @property
    def on_time(self):
        return not self.waived and self.answered and self.due and self.answered <= self.due

    @property
    def late(self):
        return not self.waived and self.answered and self.due and self.answered > self.due

    def overdue(self, on):
        return self.open and self.due is not None and self.due < on


def everything():
    """All cycles, with what is needed, read once."""
    return list(
        Cycle.objects.select_related(
            "obligation__document", "obligation__lead", "obligation__responsible", "cadence"
        ).prefetch_related("responses__document", "extensions", "obligation__addressees")
    )


def standing(cycles, on):
    """Those that counted on `on`, as they stood."""
    return [plain for cycle in cycles if (plain := stood(cycle, on))]


def stood(cycle, on):
    obligation = cycle.obligation
    if obligation.state not in ("accepted", "closed"):
        return None
    if obligation.decided_at.date() > on:
        return None
    if cycle.cadence.holds_from > on and cycle.cadence.created_at.date() > on:
        return None
    due = cycle.due_on
    for extension in sorted(cycle.extensions.all(), key=lambda e: -e.pk):
        if extension.recorded_on > on:
            due = extension.former_due_on
    counting = [r for r in cycle.responses.all() if r.finding not in NO_ANSWER]
    if counting:
        known = [r.document.adopted_on for r in counting if r.judged_on <= on]
        answered = min(known, default=None)
    else:
        answered = cycle.answered_on
        if answered and answered > on:
            answered = None
    return Plain(cycle, due, answered, bool(cycle.waived_on and cycle.waived_on <= on))


def a_year_before(on):
    try:
        return on.replace(year=on.year - 1)
    except ValueError:  # 29 February
        return on.replace(year=on.year - 1, day=28)


def counts(plains, on):
    """Every measure, by name."""
    found = dict.fromkeys(
        [
            "open",
            "overdue",
            "due_30",
            "due_60",
            "due_90",
            "undated",
            "on_time",
            "late",
            "unanswered",
        ],
        0,
    )
    first = a_year_before(on)
    for plain in plains:
        past = plain.due is not None and first <= plain.due < on
        found["open"] += plain.open
        found["overdue"] += plain.overdue(on)
        for days in (30, 60, 90):
            ahead = plain.due is not None and 0 <= (plain.due - on).days <= days
            found[f"due_{days}"] += plain.open and ahead
        found["undated"] += plain.open and plain.due is None
        found["on_time"] += bool(past and plain.on_time)
        found["late"] += bool(past and plain.late)
        found["unanswered"] += past and plain.open
    return found


def keys_of(by, plain):
    """The groups of a dimension in which a cycle counts."""
    obligation = plain.obligation
    if by == "addressee":
        return {one.code for one in obligation.addressees.all()}
    if by == "lead":
        if obligation.lead is None:
            return {None}
        return {int(key) for key in obligation.lead.path.strip("/").split("/")}
    if by == "series":
        return {obligation.series_id} - {None}
    if by == "mandate":
        cadence = plain.cycle.cadence
        own = obligation.pk if cadence.kind == "mandate" else cadence.mandate_id
        return {own} - {None}
    single = {
        "person": obligation.responsible_id,
        "organ": obligation.document.organ,
        "region": obligation.region,
        "subject": obligation.subject,
        "class": obligation.verb_class,
        "document": obligation.document_id,
    }
    return {single[by]}


def outcome(plain, on):
    """Which part of a column, from the ground up; None of what was waived or has no date."""
    if plain.due is None or plain.waived:
        return None
    if plain.on_time:
        return 0
    if plain.late:
        return 1
    return 2 if plain.due < on else 3


def by_stretch(plains, on, first, last):
    found = [0, 0, 0, 0]
    for plain in plains:
        if plain.due and first <= plain.due <= last and (part := outcome(plain, on)) is not None:
            found[part] += 1
    return found


def under(office):
    return {o.pk for o in Office.objects.all() if o.path.startswith(office.path)}
