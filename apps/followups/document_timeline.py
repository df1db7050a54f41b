"""A document on an axis of days: its adoption, what it renews, and a lane for each thing it asks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet, Window
from django.db.models.expressions import OrderBy
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.documents.models import Document
from apps.obligations.models import Obligation
from apps.reporting.models import Cycle
from apps.web.charts import Lane, Point

from .timeline import Drawn, adopted, came_back, drawn, due

MOST_LANES = 20
MOST_BEFORE, MOST_AHEAD = 6, 4
"""Cycles of each obligation on either side of the day, the nearest."""
MOST_RENEWALS = 30


@dataclass(frozen=True, slots=True)
class DocumentTimeline:
    """What the page shows."""

    drawn: Drawn
    obligations: list[Obligation]
    """Those that have a lane, the next due first."""
    asked: int
    """How many obligations the document has in the register."""

    @property
    def without_lane(self) -> int:
        return max(0, self.asked - MOST_LANES)


def timeline_of_document(document: Document, *, on: dt.date, soon: int) -> DocumentTimeline:
    """`document` as on `on`; `soon` days ahead is due soon. Eight queries, whatever it asks."""
    asked = Obligation.objects.tracked().filter(document=document)
    first = asked.select_related("document", "paragraph").order_by(
        F("next_due_on").asc(nulls_last=True), "paragraph__position", "start", "pk"
    )
    obligations = list(first.defer("machine", "quote", "words")[:MOST_LANES])
    cycles = _nearest(obligations, on=on, soon=soon)
    lanes = [
        Lane(_("Decision"), points=list(_decided(document))),
        *(_lane(obligation, cycles[obligation.pk]) for obligation in obligations),
    ]
    description = _(
        "The decision, and for each obligation of it the days on which answers are due and the"
        " reports that came. Each leads to its obligation or its document."
    )
    title = _("Timeline of %(document)s") % {"document": document}
    chart = drawn(lanes, title=title, description=description, on=on)
    return DocumentTimeline(chart, obligations, asked.count())


def _lane(obligation: Obligation, cycles: Sequence[Cycle]) -> Lane:
    page = reverse("followups:obligation-detail", args=[obligation.pk])
    points = [*(due(cycle, page=page) for cycle in cycles), *came_back(cycles)]
    number = f" ({obligation.number})" if obligation.number > 1 else ""
    return Lane(f"¶ {obligation.paragraph.reference}{number}", points=points)


def _nearest(obligations: list[Obligation], *, on: dt.date, soon: int) -> dict[int, list[Cycle]]:
    """The cycles of each that lie nearest to `on`, with their state, answers and extensions."""
    rows = Cycle.objects.filter(obligation__in=obligations)
    found: dict[int, list[Cycle]] = defaultdict(list)
    for side in (
        _first(rows.filter(due_on__lt=on), F("due_on").desc(), MOST_BEFORE),
        _first(rows.filter(due_on__gte=on), F("due_on").asc(), MOST_AHEAD),
    ):
        with_state = Cycle.objects.with_state(on=on, soon=soon).filter(pk__in=side)
        for cycle in with_state.prefetch_related("responses__document"):
            found[cycle.obligation_id].append(cycle)
    return found


def _first(rows: QuerySet[Cycle], order: OrderBy, most: int) -> list[int]:
    """Keys of the first `most` rows of each obligation."""
    place = Window(RowNumber(), partition_by="obligation", order_by=[order, F("pk").asc()])
    return list(rows.annotate(place=place).filter(place__lte=most).values_list("pk", flat=True))


def _decided(document: Document) -> Iterator[Point]:
    """Its adoption, and the documents of what its obligations renew and are renewed by, each once."""
    yield from adopted(document, str(document))
    mine = Obligation.objects.filter(document=document)
    renewed = Document.objects.filter(obligations__renewed_by__in=mine)
    renewing = Document.objects.filter(obligations__renews__in=mine)
    for words, others in ((_("Renews %(other)s"), renewed), (_("Renewed by %(other)s"), renewing)):
        newest = others.exclude(pk=document.pk).distinct().order_by("-adopted_on", "-pk")
        for other in newest[:MOST_RENEWALS]:
            href = other.get_absolute_url()
            yield from adopted(other, words % {"other": other}, href=href)
