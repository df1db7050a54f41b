"""The words of the decisions, each paragraph once."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from apps.documents.models import Paragraph as Published
from apps.exports.paper.model import Block, Heading, Paragraph, Quoted
from apps.obligations.models import Obligation

from .asked import Report
from .rows import batches, cut
from .words import day


def annex(report: Report) -> Iterator[Block]:
    """In the order of the documents, a heading for each; in the language that was read."""
    yield Heading(_("Annex: the words of the decisions"))
    paragraphs = _paragraphs(report)
    before = None
    for batch in batches(paragraphs, report):
        for paragraph in batch:
            if paragraph.text.document_id != before:
                before = paragraph.text.document_id
                yield from _document(paragraph)
            source = f"{paragraph.text.document} ¶ {paragraph.reference}"
            yield Quoted(paragraph.words, paragraph.text.language, source)
    if report.most is not None:
        yield from cut(report, paragraphs.count())


def _paragraphs(report: Report) -> QuerySet[Any]:
    cycles = report.cycles.filter(obligation=OuterRef("pk"))
    asked = Obligation.objects.filter(Exists(cycles), paragraph=OuterRef("pk"))
    return (
        Published.objects.filter(Exists(asked))
        .select_related("text__document")
        .defer("pieces", "text__content")
        .order_by("text__document__symbol", "text", "position")
    )


def _document(paragraph: Published) -> Iterator[Block]:
    document = paragraph.text.document
    yield Heading(str(document), 2)
    told = [document.title, day(document.adopted_on) if document.adopted_on else ""]
    if words := ", ".join(filter(None, told)):
        yield Paragraph(words, is_muted=True)
