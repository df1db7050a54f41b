"""The words of the decisions, each paragraph once.

In the language of the report where the decision is here in it too, its paragraph at the same place; else in
the language that was read.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from apps.actors.models import Language
from apps.documents.models import Paragraph as Published
from apps.exports.paper.model import Block, Heading, Paragraph, Quoted
from apps.obligations.models import Obligation

from .asked import Report
from .rows import batches, cut
from .words import day


def annex(report: Report) -> Iterator[Block]:
    """In the order of the documents, a heading for each."""
    yield Heading(_("Annex: the words of the decisions"))
    paragraphs = _paragraphs(report)
    before = None
    for batch in batches(paragraphs, report):
        for paragraph in batch:
            if paragraph.text.document_id != before:
                before = paragraph.text.document_id
                yield from _document(paragraph)
            yield _quoted(report, paragraph)
    if report.most is not None:
        yield from cut(report, paragraphs.count())


def _paragraphs(report: Report) -> QuerySet[Any]:
    cycles = report.cycles.filter(obligation=OuterRef("pk"))
    asked = Obligation.objects.filter(Exists(cycles), paragraph=OuterRef("pk"))
    return (
        Published.objects.filter(Exists(asked))
        .select_related("text__document")
        .annotate(in_language=_in_language(report))
        .defer("pieces", "text__content")
        .order_by("text__document__symbol", "text", "position")
    )


def _in_language(report: Report) -> Subquery:
    """The words of the same paragraph in the text in the language of the report."""
    same = Published.objects.filter(
        text__document=OuterRef("text__document"),
        text__language=_two_letters(report),
        position=OuterRef("position"),
        label=OuterRef("label"),
    )
    return Subquery(same.order_by("pk").values("words")[:1])


def _two_letters(report: Report) -> str:
    """Texts are of languages alone: zh, not zh-hans."""
    return report.language.partition("-")[0]


def _quoted(report: Report, paragraph: Any) -> Quoted:
    language = _two_letters(report) if paragraph.in_language else paragraph.text.language
    words = paragraph.in_language or paragraph.words
    reference = f"{paragraph.text.document} ¶ {paragraph.reference}"
    told = [reference, str(Language(language).label)] if language else [reference]
    return Quoted(words, language, ", ".join(told))


def _document(paragraph: Published) -> Iterator[Block]:
    document = paragraph.text.document
    yield Heading(str(document), 2)
    told = [document.title, day(document.adopted_on) if document.adopted_on else ""]
    if words := ", ".join(filter(None, told)):
        yield Paragraph(words, is_muted=True)
