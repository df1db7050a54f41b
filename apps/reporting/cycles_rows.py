"""Rows of the table of reporting and mandate cycles, as they were true on a day.

A row is an obligation and one part of it: its mandate, or what it asks to be reported. Of a day, its
end is meant. On it, a row stands where the obligation was accepted by then and not closed by then (the
day of its finding); a version of a cadence counts when it holds by then or was recorded by then; an
answer, a waiver or an extension counts from the day on which a person recorded it. A date is the
one that held then: that of the decision, moved by the extensions recorded so far. Subject, region
and act are as they stand now.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from apps.documents.models import Document
from apps.obligations.codes import CadenceKind, Region, State
from apps.obligations.models import Cadence, Obligation
from apps.obligations.schedule import Spec, TooManyDates, UnreadablePeriod, after, occurrences
from apps.obligations.specs import specs

from .as_at import end_of, known
from .cadence_words import SINGLE, Timed, cadence_words, legal_basis, rhythm_words
from .models import Cycle, Extension, Response
from .respond import NO_ANSWER

MANDATES, REPORTS = 0, 1
PARTS = {MANDATES: _("Mandates"), REPORTS: _("Reports")}
DATED = frozenset(CadenceKind) - {CadenceKind.EVENT, CadenceKind.UNDATED}
Key = tuple[int, int]
"""Key of the obligation, and MANDATES or REPORTS."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    obligation: Obligation
    part: int
    cadence: str
    rhythm: str
    """The cadence without computed dates."""
    basis: str
    last_report: Document | None
    next_due: dt.date | None
    outstanding: dt.date | None
    """The first date that passed without an answer."""

    @property
    def subject(self) -> str:
        return self.obligation.subject or self.obligation.act

    @property
    def last_report_words(self) -> str:
        """Symbol and date: "S/2017/450 (22 May 2017)"; empty where there is none."""
        if self.last_report is None:
            return ""
        day = self.last_report.adopted_on
        return (
            f"{self.last_report} ({date_format(day, 'DATE_FORMAT')})"
            if day
            else str(self.last_report)
        )


def lines(*, on: dt.date) -> QuerySet[Any]:
    """The rows that stand on `on`, in the order of the table: for each the first cadence of its part.

    Annotated with `part`, `chapter` (place of the region) and `name` (the subject).
    """
    first = Cadence.objects.filter(known(on), version=1).annotate(part=part_of("kind"))
    earlier = first.filter(
        obligation=OuterRef("obligation"), number__lt=OuterRef("number"), part=OuterRef("part")
    )
    dated = Cadence.objects.filter(known(on), obligation=OuterRef("obligation"), kind__in=DATED)
    found = first.filter(tracked(on), ~Exists(earlier))
    return (
        found.filter(~Q(obligation__deliverable=[]) | Exists(dated))
        .annotate(chapter=CHAPTER, name=NAME)
        .order_by("chapter", "part", "name", "pk")
    )


def tracked(on: dt.date) -> Q:
    """What makes the obligation of a cadence or cycle count on `on`."""
    open_then = Q(obligation__state=State.ACCEPTED) | Q(
        obligation__state=State.CLOSED, obligation__finding_on__gt=on
    )
    return open_then & Q(obligation__decided_at__lt=end_of(on))


def part_of(kind: str) -> Case:
    """MANDATES or REPORTS, by the path to the kind of a cadence."""
    mandate = When(**{kind: CadenceKind.MANDATE}, then=Value(MANDATES))
    return Case(mandate, default=Value(REPORTS), output_field=IntegerField())


CHAPTER = Case(
    *(When(obligation__region=region, then=Value(n)) for n, region in enumerate(Region)),
    output_field=IntegerField(),
)
NAME = Case(
    When(obligation__subject="", then=F("obligation__act")),
    default=F("obligation__subject"),
    output_field=CharField(),
)


def cycles(*, on: dt.date) -> QuerySet[Any]:
    """Cycles known on `on` and not waived by then, with `stood_on`: when each was due, as things were."""
    moved = Extension.objects.filter(cycle=OuterRef("pk"))
    by_then = moved.filter(recorded_on__lte=on).order_by("-pk").values("due_on")[:1]
    before = moved.filter(recorded_on__gt=on).order_by("pk").values("former_due_on")[:1]
    return Cycle.objects.filter(
        known(on, "cadence__"), Q(waived_on=None) | Q(waived_on__gt=on)
    ).annotate(stood_on=Coalesce(Subquery(by_then), Subquery(before), F("due_on")))


def open_cycles(*, on: dt.date) -> QuerySet[Any]:
    """Those of `cycles` that were not answered by `on`."""
    answers = answers_by(on, cycle=OuterRef("pk"))
    linked = Response.objects.filter(cycle=OuterRef("pk")).exclude(finding__in=NO_ANSWER)
    # An answer without a document was recorded on its own day.
    by_itself = Q(answered_on__isnull=False, answered_on__lte=on) & ~Exists(linked)
    return cycles(on=on).filter(~Exists(answers)).exclude(by_itself)


def answers_by(on: dt.date, **which: Any) -> QuerySet[Response]:
    """Answers recorded by `on`, the newest document first."""
    found = Response.objects.filter(judged_on__lte=on, **which).exclude(finding__in=NO_ANSWER)
    return found.order_by(F("document__adopted_on").desc(nulls_last=True), "-pk")


def rows(keys: Iterable[Key], *, on: dt.date) -> dict[Key, Row]:
    """The rows with these keys as they stood on `on`; at most seven queries, however many."""
    wanted = set(keys)
    chains: dict[Key, list[list[Any]]] = defaultdict(list)
    for (obligation, _number), versions in _chains({key for key, _part in wanted}, on).items():
        part = MANDATES if versions[0].kind == CadenceKind.MANDATE else REPORTS
        if (obligation, part) in wanted:
            chains[obligation, part].append(versions)
    computed = _computed([v for found in chains.values() for v in found], on)
    answers = {v[-1].last_answer for found in chains.values() for v in found}
    reports = {
        response.pk: response.document
        for response in Response.objects.filter(pk__in=answers).select_related("document")
    }
    return {key: _row(key[1], found, on, computed, reports) for key, found in chains.items()}


def _chains(obligations: set[int], on: dt.date) -> dict[tuple[int, int], list[Any]]:
    """The known versions of every cadence, each with what is asked of its cycles."""
    same = {"obligation": OuterRef("obligation"), "cadence_number": OuterRef("number")}
    waiting, all_ = open_cycles(on=on).filter(**same), cycles(on=on).filter(**same)
    answer = answers_by(
        on,
        cycle__obligation=OuterRef("obligation"),
        cycle__cadence_number=OuterRef("number"),
    )
    found = (
        Cadence.objects.filter(known(on), obligation__in=obligations)
        .select_related("obligation__document", "basis_document", "series")
        .defer("obligation__machine", "obligation__quote")
        .annotate(
            next_on=_first(waiting.filter(stood_on__gte=on), "stood_on"),
            missed_on=_first(waiting.filter(stood_on__lt=on), "stood_on"),
            last_on=_first(all_.filter(stood_on__isnull=False), "-stood_on"),
            last_answer=Subquery(answer.values("pk")[:1]),
        )
        .order_by("obligation_id", "number", "version")
    )
    chains: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for version in found:
        chains[version.obligation_id, version.number].append(version)
    return chains


def _first(found: QuerySet[Any], order: str) -> Subquery:
    return Subquery(found.order_by(order).values("stood_on")[:1])


def _row(
    part: int,
    chains: Sequence[list[Any]],
    on: dt.date,
    computed: Mapping[int, dt.date],
    reports: Mapping[int, Document],
) -> Row:
    timed, dues = [], []
    for versions in chains:
        last = versions[-1]
        due = last.next_on or computed.get(last.pk)
        dues.append(due if due and due >= on else None)
        shown = due or last.missed_on or (last.last_on if last.kind in SINGLE else None)
        holds = [v for v in versions if v.holds_from <= (due or on)] or versions[:1]
        timed.append(Timed(holds[-1], shown))
    found = [reports[v[-1].last_answer] for v in chains if v[-1].last_answer in reports]
    every = sorted(
        (v for c in chains for v in c), key=lambda v: (v.holds_from, v.number, v.version)
    )
    return Row(
        obligation=chains[0][0].obligation,
        part=part,
        cadence=cadence_words(timed),
        rhythm=rhythm_words(one.cadence for one in timed),
        basis=legal_basis(every),
        last_report=max(found, key=lambda d: (d.adopted_on or dt.date.min, d.pk), default=None),
        next_due=min((day for day in dues if day), default=None),
        outstanding=min((v[-1].missed_on for v in chains if v[-1].missed_on), default=None),
    )


def _computed(chains: Sequence[list[Any]], on: dt.date) -> dict[int, dt.date]:
    """By key of the last version, a date that no cycle gives: not planned, or planned anew since `on`."""
    lacking = [
        v for v in chains if not v[-1].next_on and (v[-1].kind not in SINGLE or not v[-1].last_on)
    ]
    found = {}
    for cadence, spec in specs([version for chain in lacking for version in chain]):
        last: Any = cadence
        if cadence.pk in {chain[-1].pk for chain in lacking}:
            past = max(on - dt.timedelta(days=1), last.last_on or on - dt.timedelta(days=1))
            day = _next(spec, past)
            if day:
                found[cadence.pk] = day
    return found


def _next(spec: Spec, past: dt.date) -> dt.date | None:
    """The first date of a recurrence after the day `past`; the date of what comes once."""
    try:
        first = max(past, spec.adopted_on, spec.start_on or past)
        if spec.start_after:
            first = max(first, after(spec.adopted_on, spec.start_after))
        until = after(first, spec.period) if spec.kind not in SINGLE and spec.period else first
        found = [one.on for one in occurrences(spec, until=until) if one.on]
    except (TooManyDates, UnreadablePeriod):
        return None
    if spec.kind in SINGLE:
        return found[0] if found else None
    return next((day for day in found if day > past), None)
