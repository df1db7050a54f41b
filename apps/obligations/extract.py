"""Read what a text asks, as drafts. Safe to repeat: what was read once is left alone."""

from django.db import transaction

from apps.accounts.models import User
from apps.actors.models import Actor
from apps.actors.names import Names
from apps.documents.models import Document, Paragraph, Text
from apps.reading import Ask, Evidence, read

from .models import Extraction, Obligation

ACT_LENGTH = 300


class NotComplete(ValueError):
    """The document lacks something that must be known before it is read."""

    def __init__(self, document: Document) -> None:
        super().__init__(f"{document} lacks {', '.join(document.missing)}")
        self.document = document


def unread() -> list[Document]:
    """Documents that lack nothing and of which no text was read yet, newest first."""
    found = Document.objects.complete().filter(texts__extraction=None, texts__isnull=False)
    return list(found.exclude(texts__extraction__isnull=False).distinct().order_by("-pk")[:50])


@transaction.atomic
def extract(document: Document, *, by: User | None) -> list[Obligation]:
    """Read the first text of `document` and return the new drafts.

    Only one text of a document is read: the same asks stand in every language. Raises NotComplete.
    """
    if document.missing:
        raise NotComplete(document)
    text = document.texts.select_for_update().first()
    if text is None or Extraction.objects.filter(text__document=document).exists():
        return []
    asks = read(text.content, language=text.language, adopted=document.adopted_on).asks
    paragraphs = list(text.paragraphs.all())
    names = Names(text.language)
    drafts = []
    for ask in asks:
        paragraph = around(paragraphs, ask.start)
        if paragraph is not None:
            drafts.append(_draft(text, paragraph, ask, names, by=by))
    Extraction.objects.create(text=text, found=len(drafts), created_by=by)
    return drafts


def around(paragraphs: list[Paragraph], position: int) -> Paragraph | None:
    """The innermost of `paragraphs` in which the character at `position` stands."""
    inside = [p for p in paragraphs if p.start <= position < p.end]
    return min(inside, key=lambda p: p.end - p.start, default=None)


def joined(quote: str, language: str) -> str:
    """`quote` on one line: its line breaks are the printer's. Chinese has no spaces to keep."""
    return ("" if language == "zh" else " ").join(quote.split())


def act_of(words: str) -> str:
    """The first line that a person reads: the words, cut at a word where they are long."""
    if len(words) <= ACT_LENGTH:
        return words
    cut = words[:ACT_LENGTH]
    return f"{cut[: cut.rfind(' ') if ' ' in cut[200:] else ACT_LENGTH].rstrip(' ,;，；')}…"


def next_number(paragraph: Paragraph) -> int:
    """The number by which the next obligation of `paragraph` is cited; numbers are never reused."""
    last = Obligation.objects.filter(paragraph=paragraph).order_by("-number").first()
    return last.number + 1 if last else 1


def _draft(
    text: Text,
    paragraph: Paragraph,
    ask: Ask,
    names: Names,
    *,
    by: User | None,
) -> Obligation:
    words = joined(ask.quote, text.language)
    obligation = Obligation(
        document=text.document,
        paragraph=paragraph,
        number=next_number(paragraph),
        start=ask.start,
        end=ask.end,
        quote=ask.quote,
        words=words,
        act=act_of(words),
        verb_class=ask.verb_class,
        addressee_codes=sorted(ask.addressees),
        deliverable=sorted(ask.deliverable),
        recipients=sorted(ask.recipients),
        timing=sorted(ask.timing),
        qualifiers=sorted(ask.qualifiers),
        created_by=by,
    )
    obligation.machine = obligation.values() | {
        "rule": ask.rule,
        "evidence": [_as_data(evidence) for evidence in ask.evidence],
        "unclear": [_as_data(evidence) for evidence in ask.unclear],
    }
    obligation.save()
    named = (_actor(text, e, names) for e in ask.evidence if e.field == "addressees")
    obligation.set_addressees(
        obligation.addressee_codes,
        {actor.pk: actor for actor in named if actor}.values(),
    )
    return obligation


def _actor(text: Text, evidence: Evidence, names: Names) -> Actor | None:
    start, end = evidence.refers_to or (evidence.start, evidence.end)
    return names.meant(text.content, start, end, evidence.value)


def _as_data(evidence: Evidence) -> dict[str, str | int]:
    return {
        "field": evidence.field,
        "value": evidence.value,
        "rule": evidence.rule,
        "start": evidence.start,
        "end": evidence.end,
    }
