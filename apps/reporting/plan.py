"""Make the cycles of obligations. Safe to repeat: an occurrence that is there is left alone."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Exists, Min, OuterRef, QuerySet, Subquery

from apps.obligations.codes import CadenceKind, Shift, State
from apps.obligations.models import Cadence, Obligation
from apps.obligations.schedule import Occurrence, occurrences
from apps.obligations.specs import Answers, specs
from apps.obligations.workdays import Calendar, shifted

from .calendars import calendar_of, default_shift
from .models import Cycle

Key = tuple[int, int, str]
"""What a cycle is: obligation, number of its cadence, period."""
SINGLE = frozenset(CadenceKind) - {CadenceKind.EVERY, CadenceKind.SERIES}
"""Kinds of cadence that give one date, however far off."""


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

    def __bool__(self) -> bool:
        return bool(self.made or self.removed or self.moved)


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
    Cycle.objects.bulk_create(changes.made, batch_size=1000, ignore_conflicts=True)
    Cycle.objects.filter(pk__in=[cycle.pk for cycle in changes.removed]).delete()
    Cycle.objects.bulk_update(changes.moved, ["due_on", "derivation"], batch_size=500)
    refresh_next_due(obligations)
    return changes


def compare(
    obligations: QuerySet[Obligation], *, until: dt.date, instead: Iterable[Cadence] = ()
) -> Changes:
    """What planning the accepted among `obligations` would change; writes nothing.

    `instead` are cadences that are not saved, to be thought of as added.
    """
    cadences = [*_cadences(obligations), *instead]
    wanted = {_key(cycle): cycle for cycle in _wanted(cadences, until=until)}
    there = _there(cadences)
    changes = Changes(made=[cycle for key, cycle in wanted.items() if key not in there])
    gone = [c for key, c in there.items() if key not in wanted and _is_governed(c, until)]
    moved = [c for key, c in there.items() if key in wanted and c.due_on != wanted[key].due_on]
    untouched = _untouched([*gone, *moved])
    for cycle in gone:
        (changes.removed if cycle.pk in untouched else changes.kept).append(cycle)
    for cycle in moved:
        if cycle.pk in untouched:
            new = wanted[_key(cycle)]
            cycle.due_on, cycle.derivation = new.due_on, new.derivation
            changes.moved.append(cycle)
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


def _cadences(obligations: QuerySet[Obligation]) -> list[Cadence]:
    return list(
        Cadence.objects.filter(obligation__in=obligations.filter(state=State.ACCEPTED))
        .select_related("obligation__document", "series")
        .defer("obligation__machine", "obligation__quote", "obligation__words")
        .order_by("obligation_id", "number", "version")
    )


def _wanted(cadences: list[Cadence], *, until: dt.date) -> Iterable[Cycle]:
    calendar, usual = calendar_of(), default_shift()
    for cadence, spec in specs(cadences, _answers(cadences)):
        rule = cadence.obligation.shift or usual
        for occurrence in occurrences(spec, until=until):
            yield _cycle(cadence, occurrence, rule, calendar)


def _answers(cadences: list[Cadence]) -> Answers:
    """The days of the answers of those cadences that count from them."""
    counting = {c.obligation_id for c in cadences if c.from_answer}
    if not counting:
        return {}
    found: dict[tuple[int, int], list[dt.date]] = defaultdict(list)
    rows = Cycle.objects.filter(obligation__in=counting, answered_on__isnull=False)
    for obligation, number, day in rows.values_list("obligation", "cadence_number", "answered_on"):
        if day:
            found[obligation, number].append(day)
    return {key: tuple(days) for key, days in found.items()}


def _cycle(cadence: Cadence, occurrence: Occurrence, rule: str, calendar: Calendar) -> Cycle:
    due, derivation = occurrence.on, occurrence.derivation
    if due is not None:
        due, shift = shifted(due, rule, calendar)
        if shift and (rule != Shift.KEEP or shift["why"] != "weekend"):
            derivation = derivation | {"shift": shift}
    return Cycle(
        obligation=cadence.obligation,
        cadence=cadence,
        cadence_number=cadence.number,
        period=occurrence.period,
        mandated_on=occurrence.on,
        due_on=due,
        derivation=derivation,
    )


def _key(cycle: Cycle) -> Key:
    return cycle.obligation_id, cycle.cadence_number, cycle.period


def _there(cadences: list[Cadence]) -> dict[Key, Cycle]:
    """The cycles that are there, by what they are."""
    keys = {cadence.obligation_id for cadence in cadences}
    found = Cycle.objects.filter(obligation__in=keys).select_related("cadence").order_by()
    return {_key(cycle): cycle for cycle in found}


def _is_governed(cycle: Cycle, until: dt.date) -> bool:
    """Whether a planning up to `until` says anything of the cycle."""
    if cycle.answered_on or cycle.waived_on:
        return False
    return cycle.mandated_on is None or cycle.mandated_on <= until or cycle.cadence.kind in SINGLE


def _untouched(cycles: list[Cycle]) -> set[int]:
    keys = [cycle.pk for cycle in cycles]
    return set(Cycle.objects.filter(pk__in=keys).untouched().values_list("pk", flat=True))
