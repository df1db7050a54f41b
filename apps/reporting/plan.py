"""Make the cycles of obligations. Safe to repeat: an occurrence that is there is left alone."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Exists, Min, OuterRef, QuerySet, Subquery

from apps.obligations.codes import CadenceKind, Shift, State
from apps.obligations.models import Cadence, Obligation
from apps.obligations.schedule import Occurrence, TooManyDates, UnreadablePeriod, occurrences
from apps.obligations.specs import Answers, specs
from apps.obligations.workdays import Calendar, NoWorkingDay, shifted

from .calendars import calendar_of, default_shift
from .models import Cycle

Key = tuple[int, int, str]
"""What a cycle is: obligation, number of its cadence, period."""
CADENCE_FIELDS = (
    "number", "version", "kind", "on", "period", "start_on", "start_after", "session", "mandate",
    "until_on", "from_answer", "holds_from", "obligation__shift", "obligation__document__adopted_on",
    "series__name", "series__period", "series__anchor_on",
)  # fmt: skip
"""What dates are made of: planning passes by all the rest."""
SINGLE = frozenset(CadenceKind) - {CadenceKind.EVERY, CadenceKind.SERIES}
"""Kinds of cadence that give one date, however far off."""


CANNOT_PLAN = (TooManyDates, UnreadablePeriod, NoWorkingDay)
"""Why the dates of an obligation cannot be computed."""


@dataclass(slots=True)
class Changes:
    """What a planning would do, or did."""

    made: list[Cycle] = field(default_factory=list)
    removed: list[Cycle] = field(default_factory=list)
    """Cycles that nobody touched and that the cadence no longer gives."""
    kept: list[Cycle] = field(default_factory=list)
    """Cycles that the cadence no longer gives, but somebody has done something with."""
    moved: list[Cycle] = field(default_factory=list)
    """Untouched cycles that are due on another day now: a day off was added or taken away."""
    restated: list[Cycle] = field(default_factory=list)
    """Untouched cycles due on the same day for another reason: a later version gives it too."""

    def __bool__(self) -> bool:
        return bool(self.made or self.removed or self.moved or self.restated)


@transaction.atomic
def plan(obligations: QuerySet[Obligation], *, until: dt.date) -> int:
    """Make the cycles of the accepted among `obligations` due up to `until`; return how many.

    Single dates are planned however far off; recurring ones up to `until`. Planning again with
    the same or an earlier `until` changes nothing.
    """
    return len(replan(obligations, until=until).made)


@transaction.atomic
def replan(obligations: QuerySet[Obligation], *, until: dt.date) -> Changes:
    """Plan `obligations` and take away what their cadences no longer give and nobody touched."""
    changes = compare(obligations, until=until)
    if not changes:
        return changes  # the figures of the obligations are true already
    Cycle.objects.bulk_create(changes.made, batch_size=1000, ignore_conflicts=True)
    Cycle.objects.filter(pk__in=[cycle.pk for cycle in changes.removed]).delete()
    changed = [*changes.moved, *changes.restated]
    Cycle.objects.bulk_update(changed, ["due_on", "derivation", "cadence"], batch_size=500)
    refresh_next_due(obligations)
    return changes


def compare(
    obligations: QuerySet[Obligation], *, until: dt.date, instead: Iterable[Cadence] = ()
) -> Changes:
    """What planning the accepted among `obligations` would change; writes nothing.

    `instead` are cadences that are not saved, to be thought of as added.
    """
    cadences = [*_cadences(obligations), *instead]
    kinds = {cadence.pk: cadence.kind for cadence in cadences}
    wanted = _wanted(cadences, until=until)
    there, ends = _there(cadences), _ends(cadences)
    gone = [
        row
        for key, row in there.items()
        if key not in wanted and _is_governed(row, until, ends, kinds)
    ]
    other = [row for key, row in there.items() if key in wanted and not _is_same(row, wanted[key])]
    cycles = Cycle.objects.in_bulk([row.pk for row in [*gone, *other]])
    untouched = _untouched(list(cycles))
    changes = Changes()
    for row in gone:
        (changes.removed if row.pk in untouched else changes.kept).append(cycles[row.pk])
    for row in other:
        if row.pk in untouched:
            (changes.moved if row.due_on != wanted[row.key].due_on else changes.restated).append(
                wanted[row.key].written_to(cycles[row.pk])
            )
    opened = _opened(there.values(), changes.kept, kinds)
    changes.made += [
        new.cycle()
        for key, new in wanted.items()
        if key not in there and new.cadence.pk not in opened
    ]
    return changes


def refresh_next_due(obligations: QuerySet[Obligation]) -> None:
    """Set `next_due_on` and `is_undated` of `obligations` from their open cycles.

    Both are facts about dates with no clock in them, kept on the obligation so that the register
    sorts by an index. Whatever changes cycles calls this.
    """
    of_this = Cycle.objects.open().filter(obligation=OuterRef("pk")).order_by()
    first = of_this.values("obligation").annotate(first=Min("due_on")).values("first")
    Obligation.objects.filter(pk__in=obligations.values("pk")).update(
        next_due_on=Subquery(first), is_undated=Exists(of_this.filter(due_on=None))
    )


class _Wanted(NamedTuple):
    """A cycle as planning would write it; made a model only where it has to be."""

    cadence: Cadence
    period: str
    mandated_on: dt.date | None
    due_on: dt.date | None
    derivation: dict[str, Any]

    def cycle(self) -> Cycle:
        return Cycle(
            obligation=self.cadence.obligation,
            cadence=self.cadence,
            cadence_number=self.cadence.number,
            period=self.period,
            mandated_on=self.mandated_on,
            due_on=self.due_on,
            derivation=self.derivation,
        )

    def written_to(self, cycle: Cycle) -> Cycle:
        cycle.due_on, cycle.derivation, cycle.cadence = self.due_on, self.derivation, self.cadence
        return cycle


class _There(NamedTuple):
    """What of a cycle that is there has to be known: a million of them pass through here."""

    pk: int
    obligation_id: int
    cadence_number: int
    period: str
    cadence_id: int
    mandated_on: dt.date | None
    due_on: dt.date | None
    derivation: dict[str, Any]
    answered_on: dt.date | None
    waived_on: dt.date | None

    @property
    def key(self) -> Key:
        return self.obligation_id, self.cadence_number, self.period

    @property
    def is_settled(self) -> bool:
        return bool(self.answered_on or self.waived_on)


def _cadences(obligations: QuerySet[Obligation]) -> list[Cadence]:
    return list(
        Cadence.objects.filter(obligation__in=obligations.filter(state=State.ACCEPTED))
        .select_related("obligation__document", "series")
        .only(*CADENCE_FIELDS)
        .order_by("obligation_id", "number", "version")
    )


def _wanted(cadences: list[Cadence], *, until: dt.date) -> dict[Key, _Wanted]:
    calendar, usual = calendar_of(), default_shift()
    found: dict[Key, _Wanted] = {}
    for cadence, spec in specs(cadences, _answers(cadences)):
        rule = cadence.obligation.shift or usual
        for occurrence in occurrences(spec, until=until):
            key = (cadence.obligation_id, cadence.number, occurrence.period)
            found[key] = _dated(cadence, occurrence, rule, calendar)
    return found


def _answers(cadences: list[Cadence]) -> Answers:
    """The days of the answers of those cadences that count from them."""
    counting = {c.obligation_id for c in cadences if c.from_answer}
    if not counting:
        return {}
    found: dict[int, list[dt.date]] = defaultdict(list)
    rows = Cycle.objects.filter(obligation__in=counting, answered_on__isnull=False)
    for cadence, day in rows.values_list("cadence", "answered_on"):
        if day:
            found[cadence].append(day)
    return {key: tuple(days) for key, days in found.items()}


def _dated(cadence: Cadence, occurrence: Occurrence, rule: str, calendar: Calendar) -> _Wanted:
    due, derivation = occurrence.on, occurrence.derivation
    if due is not None:
        due, shift = shifted(due, rule, calendar)
        if shift and (rule != Shift.KEEP or shift["why"] != "weekend"):
            derivation = derivation | {"shift": shift}
    return _Wanted(cadence, occurrence.period, occurrence.on, due, derivation)


def _there(cadences: list[Cadence]) -> dict[Key, _There]:
    """The cycles that are there, by what they are."""
    keys = {cadence.obligation_id for cadence in cadences}
    found = Cycle.objects.filter(obligation__in=keys).order_by().values_list(*_There._fields)
    rows = (_There(*row) for row in found)
    return {row.key: row for row in rows}


def _ends(cadences: list[Cadence]) -> dict[int, dt.date]:
    """By key of a version that is followed by another, the day from which that one holds."""
    chain = sorted(cadences, key=lambda c: (c.obligation_id, c.number, c.version))
    return {
        earlier.pk: later.holds_from
        for earlier, later in pairwise(chain)
        if (earlier.obligation_id, earlier.number) == (later.obligation_id, later.number)
    }


def _is_governed(
    row: _There, until: dt.date, ends: dict[int, dt.date], kinds: dict[int, str]
) -> bool:
    """Whether a planning up to `until` says anything of the cycle."""
    day = row.mandated_on
    if row.is_settled:
        return False
    if day is None or day <= until or kinds.get(row.cadence_id) in SINGLE:
        return True
    return day >= ends.get(row.cadence_id, dt.date.max)  # its version does not hold that long


def _is_same(row: _There, new: _Wanted) -> bool:
    """Whether planning would write the cycle as it stands."""
    return (
        row.due_on == new.due_on
        and row.cadence_id == new.cadence.pk
        and row.derivation == new.derivation
    )


def _opened(there: Iterable[_There], kept: list[Cycle], kinds: dict[int, str]) -> set[int]:
    """Cadences whose session has a dated cycle that stays: a corrected opening makes no second."""
    stays = {cycle.pk for cycle in kept}
    return {
        row.cadence_id
        for row in there
        if kinds.get(row.cadence_id) == CadenceKind.SESSION
        and row.mandated_on
        and (row.pk in stays or row.is_settled)
    }


def _untouched(keys: list[int]) -> set[int]:
    if not keys:
        return set()
    return set(Cycle.objects.filter(pk__in=keys).untouched().values_list("pk", flat=True))
