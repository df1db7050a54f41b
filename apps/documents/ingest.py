"""Take a published text in: one file to one text of one document. All or nothing."""

import datetime as dt
import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from apps.accounts.models import User
from apps.actors.models import Language
from apps.reading import Masthead, Reading, Reference, normal_form, read

from .files import Limits, text_of
from .models import Citation, Document, Kind, Organ, Paragraph, Text


class LanguageTaken(ValueError):
    """The document already has another text in that language."""

    def __init__(self, document: Document, language: str) -> None:
        name = dict(Language.choices).get(language, language)
        super().__init__(
            f"{document} already has another text in {name}. If this one is in another language, "
            "choose that; if it is another document, give its symbol."
        )
        self.document = document
        self.language = language


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says about a file; empty where the masthead is to be believed."""

    symbol: str = ""
    language: str = ""
    adopted_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Ingested:
    """The text that a file became, and whether it was here before."""

    text: Text
    is_new: bool
    gave_way: Document | None = None
    """The sample that had its symbol until now."""


def limits() -> Limits:
    """The limits of this installation."""
    return Limits(
        bytes=settings.UPLOAD_MAX_BYTES,
        unpacked=settings.UPLOAD_MAX_UNPACKED_BYTES,
        pages=settings.UPLOAD_MAX_PAGES,
        characters=settings.UPLOAD_MAX_CHARACTERS,
    )


def ingest(name: str, data: bytes, *, by: User | None, given: Given | None = None) -> Ingested:
    """Store the file `name` with these bytes as a text, and find its paragraphs.

    The same bytes again give the text that is there. A known symbol in another language joins its
    document. What the masthead does not say stays empty, to be asked for.

    Raises UnreadableFile, LanguageTaken.
    """
    given = given or Given()
    digest = hashlib.sha256(data).hexdigest()
    if known := Text.objects.select_related("document").filter(sha256=digest).first():
        return Ingested(known, is_new=False)
    content = text_of(name, data, limits())
    reading = read(content, language=given.language or None, adopted=given.adopted_on)
    symbols = [given.symbol] if given.symbol else list(reading.masthead.symbols)
    with transaction.atomic():
        sample = _sample(symbols)
        if sample:
            sample.give_way()
        document = _document(symbols, reading.masthead, by=by)
        text = _text(document, reading.masthead.language, content, by=by)
        text.sha256, text.filename = digest, PurePath(name).name[:255]
        # The row first: if it is refused, no file is left behind.
        text.save()
        store_paragraphs(text, reading)
        text.file.save(text.filename, ContentFile(data))
    return Ingested(text, is_new=True, gave_way=sample)


def _sample(symbols: list[str]) -> Document | None:
    """The sample document under one of these symbols, which the real one is to have."""
    found = (Document.objects.with_symbol(symbol).filter(is_sample=True) for symbol in symbols)
    return next((sample for samples in found for sample in samples), None)


def _document(symbols: list[str], masthead: Masthead, *, by: User | None) -> Document:
    for symbol in symbols:
        if known := Document.objects.with_symbol(symbol).first():
            return known
    document = Document(
        kind=masthead.kind if masthead.kind in Kind else Kind.OTHER,
        organ=masthead.organ if masthead.organ in Organ else Organ.OTHER,
        adopted_on=masthead.adopted,
        title=masthead.title[:500],
        agenda_item=masthead.agenda_item[:500],
        created_by=by,
    )
    document.save()
    if symbols:
        document.set_symbols(symbols)
        document.save()
    return document


def _text(document: Document, language: str, content: str, *, by: User | None) -> Text:
    if document.texts.filter(language=language).exists():
        raise LanguageTaken(document, language)
    return Text(document=document, language=language, content=content, created_by=by)


def store_paragraphs(text: Text, reading: Reading) -> None:
    """Keep the paragraphs that the reading found in `text`, and what they cite."""
    stored = Paragraph.objects.bulk_create(
        Paragraph(
            text=text,
            position=paragraph.position,
            label=paragraph.label[:40],
            part=paragraph.part,
            start=paragraph.start,
            end=paragraph.end,
            words=paragraph.text,
            pieces=paragraph.pieces,
        )
        for paragraph in reading.paragraphs
    )
    Citation.objects.bulk_create(_citations(stored, reading.references))


def _citations(paragraphs: list[Paragraph], references: Iterable[Reference]) -> Iterator[Citation]:
    """The citations, each with the paragraph in which it stands; both lists are in order."""
    starts = [paragraph.start for paragraph in paragraphs]
    for reference in references:
        paragraph = paragraphs[bisect_right(starts, reference.start) - 1]
        yield Citation(
            paragraph=paragraph,
            start=reference.start,
            end=reference.end,
            symbol=reference.symbol[:100],
            normal=normal_form(reference.symbol)[:100],
            labels=list(reference.paragraphs),
            act=reference.act,
            rule=reference.rule,
        )


@transaction.atomic
def set_language(text: Text, language: str) -> None:
    """Say which language `text` is in, and find its paragraphs again by that language's rules.

    Raises LanguageTaken; ProtectedError when something was already read from its paragraphs.
    """
    if language == text.language:
        return
    if text.document.texts.filter(language=language).exists():
        raise LanguageTaken(text.document, language)
    text.language = language
    text.save()
    text.paragraphs.all().delete()
    store_paragraphs(text, read(text.content, language=language))


@transaction.atomic
def join(document: Document, other: Document) -> None:
    """Move the texts of `document` to `other`, which has the same symbol, and let it go.

    Raises LanguageTaken; ProtectedError when something was already read from `document`.
    """
    for text in document.texts.all():
        if other.texts.filter(language=text.language).exists():
            raise LanguageTaken(other, text.language)
        text.document = other
        text.save()
    document.delete()
