"""From stored cadences to what the pure schedule needs: versions, mandates and sessions looked up in bulk."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .codes import CadenceKind
from .models import Cadence, Obligation, cadences_of, opening_days
from .schedule import Spec, occurrences
from .timing import UnreadableTiming

Answers = Mapping[int, tuple[dt.date, ...]]
"""By key of the version of a cadence, the days on which its cycles were answered."""


@dataclass(frozen=True, slots=True)
class Term:
    """Begin and end of a mandate, and how it is cited."""

    begins_on: dt.date
    expires_on: dt.date
    reference: str


@dataclass(frozen=True, slots=True)
class Known:
    """What dates are counted from besides the cadences themselves."""

    sessions: Mapping[int, dt.date] = field(default_factory=dict)
    terms: Mapping[int, Term] = field(default_factory=dict)
    """By key of the obligation that is the mandate."""
    answers: Answers = field(default_factory=dict)


def specs(
    cadences: Sequence[Cadence], answers: Answers | None = None
) -> list[tuple[Cadence, Spec]]:
    """Each of `cadences` with its spec. All versions of a cadence must be among them, in any order.

    At most three queries, however many there are.
    """
    known = Known(
        sessions=opening_days() if any(c.session for c in cadences) else {},
        terms=terms(
            {c.mandate_id for c in cadences if c.mandate_id},
            instead=[c for c in cadences if c._state.adding],
        ),
        answers=answers or {},
    )
    chains: dict[tuple[int, int], list[Cadence]] = defaultdict(list)
    for cadence in cadences:
        chains[cadence.obligation_id, cadence.number].append(cadence)
    found = []
    for chain in chains.values():
        chain.sort(key=lambda cadence: cadence.version)
        untils = [later.holds_from for _earlier, later in pairwise(chain)]
        for cadence, until in zip(chain, [*untils, None], strict=True):
            found.append((cadence, spec_of(cadence, known, until=until)))
    return found


def spec_of(cadence: Cadence, known: Known, *, until: dt.date | None = None) -> Spec:
    """What the pure schedule needs to know; `until` is the day from which the next version holds."""
    series, term = cadence.series, known.terms.get(cadence.mandate_id or 0)
    is_later = cadence.version > 1
    # A document has a date before anything is read from it.
    adopted = cadence.obligation.document.adopted_on or cadence.holds_from
    answers = known.answers.get(cadence.pk, ()) if cadence.pk else ()
    return Spec(
        kind=cadence.kind,
        adopted_on=cadence.holds_from if is_later else adopted,
        start_is="version" if is_later else "adoption",
        on=cadence.on,
        period=(series.period if series else "") or cadence.period,
        start_on=cadence.start_on,
        start_after=cadence.start_after,
        anchor_on=series.anchor_on if series else None,
        series=series.name if series else "",
        holds_from=cadence.holds_from if is_later else None,
        holds_until=until,
        last_on=cadence.until_on,
        session=cadence.session,
        opens_on=known.sessions.get(cadence.session or 0),
        begins_on=term.begins_on if term else None,
        expires_on=term.expires_on if term else None,
        mandate=term.reference if term else "",
        answered=answers if cadence.from_answer else None,
    )


def terms(mandates: Iterable[int], *, instead: Iterable[Cadence] = ()) -> dict[int, Term]:
    """Begin and end of each of these mandates: by their last cadences, or by their timing if drafts.

    `instead` are cadences that are not saved, to be thought of as the last versions.
    """
    keys = set(mandates)
    if not keys:
        return {}
    related = ("obligation__document", "obligation__paragraph", "series")
    saved = Cadence.objects.current().filter(obligation__in=keys).select_related(*related)
    last = {(c.obligation_id, c.number): c for c in [*saved, *instead]}
    found = {c.obligation_id: c for c in last.values() if c.kind == CadenceKind.MANDATE}
    drafts = Obligation.objects.filter(pk__in=keys - {key for key, _number in last})
    for draft in drafts.select_related("document", "paragraph"):
        for cadence in _mandates(draft):
            found[draft.pk] = cadence
    return {key: term for key, cadence in found.items() if (term := _term(cadence))}


def _mandates(draft: Obligation) -> list[Cadence]:
    try:
        return [c for c in cadences_of(draft) if c.kind == CadenceKind.MANDATE]
    except UnreadableTiming:
        return []


def _term(cadence: Cadence) -> Term | None:
    spec = spec_of(cadence, Known())
    (end,) = [one.on for one in occurrences(spec, until=spec.adopted_on)] or [None]
    begin = cadence.start_on or spec.adopted_on
    return Term(begin, end, cadence.obligation.reference) if end else None
