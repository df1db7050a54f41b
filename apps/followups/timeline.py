"""An obligation on an axis of days: what was decided, how often it is due, when, and what came back."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext as _

from apps.documents.models import Document
from apps.obligations.codes import State
from apps.obligations.explain import period_words
from apps.obligations.models import Cadence, Obligation
from apps.reporting.models import Cycle, Response, TimingState
from apps.web.charts import Kind, Lane, Point, Span, Timeline

MOST_POINTS = 200
MOST_SPANS = 20
"""Versions of cadences that are drawn, the newest."""
MARKS = {
    TimingState.OVERDUE: ("triangle", "overdue"),
    TimingState.DUE: ("diamond", "soon"),
    TimingState.DUE_SOON: ("ring", "soon"),
    TimingState.NOT_DUE: ("ring", "open"),
    TimingState.ANSWERED: ("circle", "on-time"),
    TimingState.ANSWERED_LATE: ("circle", "late"),
    TimingState.WAIVED: ("cross", "waived"),
}
"""Shape and colour of a cycle that stands so."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A timeline, and how many points were too many to be drawn."""

    chart: Timeline
    left_out: int = 0


def timeline_of(
    obligation: Obligation,
    cycles: Iterable[Cycle],
    cadences: Iterable[Cadence],
    chain: Iterable[Obligation],
    *,
    on: dt.date,
) -> Drawn:
    """`obligation` as it stands on `on`. Asks the database nothing that is not given.

    `cycles` know their state on `on`, with their responses and extensions; `cadences` are all
    versions in their order; `chain` is what it renews and is renewed by, itself among them.
    """
    cycles = list(cycles)
    lanes = [
        Lane(_("Decision"), points=list(_decided(obligation, chain))),
        Lane(_("Cadence"), spans=list(_versions(list(cadences), obligation))[-MOST_SPANS:]),
        Lane(_("Due"), points=[due(cycle) for cycle in cycles if cycle.due_on]),
        Lane(_("Came back"), points=list(came_back(cycles))),
        Lane(_("Moved"), points=[point for c in cycles for point in _moved(c)]),
    ]
    description = _(
        "The decision, its cadences, the days on which answers are due, what came back, and what was"
        " moved. Each leads to its cycle or its document."
    )
    return drawn(lanes, title=_("Timeline"), description=description, on=on)


def drawn(lanes: Sequence[Lane], *, title: str, description: str, on: dt.date) -> Drawn:
    """`lanes` with the line of `on`; of their points the `MOST_POINTS` nearest to it."""
    points = [point for lane in lanes for point in lane.points]
    kept = set(map(id, sorted(points, key=lambda p: abs(p.on - on))[:MOST_POINTS]))
    chart = Timeline(
        name="timeline",
        title=title,
        description=description,
        lanes=[replace(lane, points=[p for p in lane.points if id(p) in kept]) for lane in lanes],
        today=on,
        rtl=get_language_bidi(),
    )
    return Drawn(chart, len(points) - len(kept))


def due(cycle: Cycle, *, page: str = "") -> Point:
    """The day on which an answer is due. `page` is the address of its obligation, elsewhere than there."""
    state = TimingState(cycle.state)  # type: ignore[attr-defined]  # by with_state
    assert cycle.due_on is not None  # what has no day has no point
    kind = Kind(str(state.label), *MARKS[state])
    href = f"{page}#cycle-{cycle.pk}"
    return Point(cycle.due_on, kind, _("Answer due"), href, is_quiet=True)


def came_back(cycles: Iterable[Cycle]) -> Iterator[Point]:
    """Documents that answer, on their days of issue; and waivers, once for all of one day and reason."""
    waived: Counter[tuple[dt.date, str]] = Counter()
    for cycle in cycles:
        yield from filter(None, map(_answer, cycle.responses.all()))
        if cycle.waived_on:
            waived[cycle.waived_on, cycle.waived_reason] += 1
    for (on, reason), number in waived.items():
        words = ngettext("Waived: %(reason)s", "%(number)d waived: %(reason)s", number)
        words %= {"reason": reason, "number": number}
        yield Point(on, Kind(_("Waiver"), "bar", "waived"), words)


def adopted(document: Document, words: str, *, href: str = "") -> Iterator[Point]:
    """The day of a decision, where it is known."""
    if document.adopted_on:
        yield Point(document.adopted_on, Kind(_("Decision"), "square", "open"), words, href)


def _answer(response: Response) -> Point | None:
    document = response.document
    if document.adopted_on is None:
        return None
    words = f"{document}: {response.get_finding_display()}"
    kind = Kind(_("Report"), "square", "on-time")
    return Point(document.adopted_on, kind, words, document.get_absolute_url())


def _decided(obligation: Obligation, chain: Iterable[Obligation]) -> Iterator[Point]:
    """Adoption, closing, and the decisions that it renews or that renew it."""
    document = obligation.document
    yield from adopted(document, str(document), href=document.get_absolute_url())
    for one in chain:
        if one.pk == obligation.pk:
            continue
        words = _("Renews %(other)s") if _is_before(one, obligation) else _("Renewed by %(other)s")
        address = reverse("followups:obligation-detail", args=[one.pk])
        yield from adopted(one.document, words % {"other": one}, href=address)
    if obligation.state == State.CLOSED and obligation.finding_on:
        words = _("Closed: %(reason)s") % {"reason": obligation.reason}
        yield Point(obligation.finding_on, Kind(_("Closing"), "cross", "plain"), words)


def _is_before(one: Obligation, other: Obligation) -> bool:
    """By the order of the chain: the earlier decision first."""
    first, second = one.document.adopted_on, other.document.adopted_on
    return (first or dt.date.min, one.pk) < (second or dt.date.min, other.pk)


def _versions(cadences: Sequence[Cadence], obligation: Obligation) -> Iterator[Span]:
    """Each version from the day it holds to the eve of the next, to the closing, or open."""
    for cadence, after in zip_longest(cadences, cadences[1:]):
        is_last = after is None or after.number != cadence.number
        until = cadence.until_on
        if after is not None and not is_last:
            until = after.holds_from - dt.timedelta(days=1)
        elif obligation.state == State.CLOSED and obligation.finding_on:
            until = min(filter(None, [until, obligation.finding_on]))
        since = cadence.holds_from
        yield Span(
            since,
            max(since, until) if until else None,
            _rhythm(cadence),
            cadence.basis_document.get_absolute_url(),
            "open" if is_last else "other",
        )


def _rhythm(cadence: Cadence) -> str:
    """How often, since which version, by what."""
    version = _("version %(number)d") % {"number": cadence.version} if cadence.version > 1 else ""
    series = str(cadence.series) if cadence.series else ""
    often = period_words(cadence.period) if cadence.period else ""
    parts = [str(cadence.get_kind_display()), often, series, version, cadence.basis]
    return " · ".join(filter(None, parts))


def _moved(cycle: Cycle) -> Iterator[Point]:
    """Each postponement, on the day on which it was recorded."""
    for extension in cycle.extensions.all():
        words = _("%(basis)s: from %(former)s to %(due)s") % {
            "basis": extension.basis_document,
            "former": date_format(extension.former_due_on),
            "due": date_format(extension.due_on),
        }
        kind = Kind(_("Extension"), "diamond", "other")
        yield Point(extension.recorded_on, kind, words, f"#cycle-{cycle.pk}")
