"""The review screen: the text on one side, what it asks on the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_GET, require_POST

from apps.documents.models import Citation, CitedFor, Document, Paragraph, Text
from apps.obligations.codes import State
from apps.obligations.explain import explain
from apps.obligations.extract import extract, unread
from apps.obligations.forms import MissedForm, ReadingForm
from apps.obligations.marks import Mark, Piece, pieces
from apps.obligations.models import Extraction, Obligation, cadences_of
from apps.obligations.renewals import Proposal, proposals_for
from apps.obligations.schedule import Spec, TooManyDates, UnreadablePeriod, occurrences
from apps.obligations.specs import specs
from apps.obligations.timing import UnreadableTiming
from apps.reading.languages import LANGUAGES
from apps.web.keys import as_key
from apps.web.request import Request

PER_PAGE = 100
DATES_SHOWN = 2
YEARS_SHOWN = 6
may_review = permission_required("obligations.review_obligation", raise_exception=True)


@require_GET
def review_list(request: Request) -> HttpResponse:
    drafts = Q(obligations__state=State.DRAFT)
    waiting = Document.objects.annotate(drafts=Count("obligations", filter=drafts))
    waiting = waiting.filter(drafts__gt=0).order_by("-adopted_on", "-pk")
    context = {
        "waiting": Paginator(waiting, PER_PAGE).get_page(request.GET.get("page")),
        "unread": unread(),
        "drafts": Obligation.objects.drafts().count(),
    }
    return render(request, "obligations/review_list.html", context)


@require_POST
@may_review
def read(request: Request, document: int) -> HttpResponse:
    found = get_object_or_404(Document, pk=document)
    if found.missing:
        return redirect(found)
    extract(found, by=request.user)
    return redirect("obligations:review", found.pk)


@require_GET
def review(request: Request, document: int) -> HttpResponse:
    found = get_object_or_404(Document.objects.prefetch_related("texts"), pk=document)
    if found.missing or not found.texts.all():
        return redirect(found)
    context = screen(found, beside=request.GET.get("beside", ""))
    editing = as_key(request.GET.get("edit", ""))
    if editing and request.user.has_perm("obligations.review_obligation"):
        for card in context["cards"]:
            if card.obligation.pk == editing:
                card.form = ReadingForm(instance=card.obligation)
    context["missed"] = MissedForm(text=context["text"], initial={"verb_class": "requests"})
    return render(request, "obligations/review.html", context)


@dataclass(slots=True)
class Card:
    """One obligation as the screen shows it, with what an act on it left behind."""

    obligation: Obligation
    form: Any = None
    """The form of an edit, shown in place of the values."""
    error: str = ""
    changes: Any = ()
    """What somebody else changed meanwhile, field by field."""
    changed_by: Any = None
    reason: str = ""
    """A reason for rejecting that was typed and not yet taken."""
    points_to: Sequence[tuple[Citation, Document | None]] = ()
    """What its words extend, amend, end or ask again, with the document where it is here."""
    renewals: Any = None
    """What all cards together may renew, by key of the obligation; found out when it is shown."""

    @property
    def may_renew(self) -> Sequence[Proposal]:
        """The earlier obligations that it may extend or restate, the likeliest first."""
        return self.renewals.get(self.obligation.pk, ()) if self.renewals is not None else ()

    @property
    def unclear(self) -> list[str]:
        """Words that speak of time and give no day: for a person to decide."""
        obligation = self.obligation
        found = (obligation.machine or {}).get("unclear", [])
        spans = ((e["start"] - obligation.start, e["end"] - obligation.start) for e in found)
        return [" ".join(obligation.quote[start:end].split()) for start, end in spans if start >= 0]

    @property
    def dates(self) -> list[str]:
        """Each cadence that the timing means, as the first dates it gives and how they come about."""
        try:
            cadences = cadences_of(self.obligation)
            return [sentence for _c, spec in specs(cadences) for sentence in _dates(spec)]
        except (UnreadableTiming, UnreadablePeriod, TooManyDates) as error:
            return [str(error)]


def _dates(spec: Spec) -> list[str]:
    until = spec.adopted_on.replace(year=spec.adopted_on.year + YEARS_SHOWN, day=1)
    found = occurrences(spec, until=until)
    return [explain(one.derivation, one.on) for one in found[:DATES_SHOWN]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph with its marks, and the same paragraph in a second language."""

    paragraph: Paragraph
    pieces: list[Piece]
    beside: str = ""


def of_document(document: Document) -> QuerySet[Obligation]:
    return (
        Obligation.objects.of(document)
        .select_related("document", "paragraph__text", "series", "lead", "responsible")
        .select_related("renews__document", "renews__paragraph")
        .defer("paragraph__text__content", "paragraph__words", "renews__paragraph__words")
        .prefetch_related("addressees__actor", "cadences")
    )


def screen(document: Document, beside: str = "") -> dict[str, Any]:
    """All that the screen and every answer to an act on it shows."""
    obligations = list(of_document(document))
    extraction = Extraction.objects.filter(text__document=document).select_related("text").first()
    texts = list(document.texts.all())
    text = extraction.text if extraction else texts[0]
    left = sum(o.state == State.DRAFT for o in obligations)
    return {
        "document": document,
        "text": text,
        "others": [t for t in texts if t != text],
        "beside": next((t for t in texts if t.language == beside and t != text), None),
        "extraction": extraction,
        "can_be_read": text.language in LANGUAGES,
        "cards": with_pointers([Card(obligation) for obligation in obligations]),
        "paragraphs": shown(text, obligations, texts, beside),
        "left": left,
        "decided": len(obligations) - left,
        "total": len(obligations),
    }


def with_pointers(cards: list[Card]) -> list[Card]:
    """`cards` with what the words of each point to; two queries for all of them.

    What they may renew is asked for once, for all, when the first of them is shown.
    """
    paragraphs = {card.obligation.paragraph.text_id for card in cards}
    citations = list(
        Citation.objects.filter(paragraph__text__in=paragraphs)
        .exclude(act__in=[CitedFor.RECALLS, CitedFor.CITES])
        .order_by("start")
    )
    here = Document.objects.by_symbol({citation.normal for citation in citations})
    renewals = SimpleLazyObject(lambda: proposals_for([card.obligation for card in cards]))
    for card in cards:
        one = card.obligation
        card.renewals = renewals
        inside = (c for c in citations if one.start <= c.start < one.end)
        once = {(c.normal, c.act, *c.labels): c for c in inside}
        card.points_to = [(c, here.get(c.normal)) for c in once.values()]
    return cards


def shown(text: Text, obligations: list[Obligation], texts: list[Text], beside: str) -> list[Shown]:
    """The paragraphs of `text` with their marks, in the order printed."""
    other = next((t for t in texts if t.language == beside and t != text), None)
    words = {p.position: p.words for p in other.paragraphs.all()} if other else {}
    marked = [o for o in obligations if o.merged_into_id is None]
    return [
        Shown(
            paragraph,
            pieces(paragraph.words, marks(paragraph, marked)),
            words.get(paragraph.position, ""),
        )
        for paragraph in text.paragraphs.all()
    ]


def marks(paragraph: Paragraph, obligations: list[Obligation]) -> list[Mark]:
    """The asks that reach into `paragraph`, and the evidence for their values."""
    found = []
    for o in obligations:
        spans = [(o.start, o.end, "")]
        spans += [(e["start"], e["end"], e["field"]) for e in (o.machine or {}).get("evidence", [])]
        for start, end, field in spans:
            if start < paragraph.end and end > paragraph.start:
                place = (paragraph.place_of(start), paragraph.place_of(end))
                if place[0] < place[1]:
                    found.append(Mark(*place, o.pk, field))
    return found
