"""Published text, and nothing about what it asks."""

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.actors.models import Language
from apps.history.models import records
from apps.reading.symbols import normal_form


class Kind(models.TextChoices):
    """What sort of document it is."""

    RESOLUTION = "resolution", _("Resolution")
    PRESIDENTIAL_STATEMENT = "presidential-statement", _("Presidential statement")
    DECISION = "decision", _("Decision")
    REPORT = "report", _("Report")
    LETTER = "letter", _("Letter")
    NOTE = "note", _("Note")
    DRAFT = "draft", _("Draft")
    OTHER = "other", _("Other")


class Organ(models.TextChoices):
    """The body that issued it."""

    COUNCIL = "council", _("Security Council")
    ASSEMBLY = "assembly", _("General Assembly")
    ECOSOC = "ecosoc", _("Economic and Social Council")
    HUMAN_RIGHTS_COUNCIL = "human-rights-council", _("Human Rights Council")
    SECRETARIAT = "secretariat", _("Secretariat")
    OTHER = "other", _("Other")


class DocumentQuerySet(models.QuerySet["Document"]):
    def with_symbol(self, symbol: str) -> Self:
        """The document published under `symbol`, however its dashes, case and spaces are typed."""
        return self.filter(symbols__normal=normal_form(symbol))

    def matching(self, text: str) -> Self:
        """Documents in whose symbols, title or agenda item every word of `text` stands."""
        found = self
        for word in filter(normal_form, text.split()):
            by_symbol = Symbol.objects.filter(normal__contains=normal_form(word))
            found = found.filter(
                models.Q(title__icontains=word)
                | models.Q(agenda_item__icontains=word)
                | models.Q(pk__in=by_symbol.values("document"))
            )
        return found

    def by_symbol(self, normals: Iterable[str]) -> dict[str, "Document"]:
        """The documents that have one of these normal forms, by it; one query."""
        named = Symbol.objects.filter(normal__in=normals).select_related("document")
        return {symbol.normal: symbol.document for symbol in named}

    def complete(self) -> Self:
        """Documents that lack nothing that has to be known before they can be read."""
        return self.exclude(adopted_on=None).exclude(symbol="").exclude(texts__language="")

    def for_list(self) -> Self:
        """All that a row of the list shows, newest first."""
        return self.prefetch_related(
            models.Prefetch("texts", Text.objects.defer("content"))
        ).order_by(models.F("adopted_on").desc(nulls_first=True), "-pk")


class Document(models.Model):
    """Something published under one or more symbols, in one or more of six languages."""

    # Printed form of the first symbol, kept here for lists; `symbols` holds all of them.
    symbol = models.CharField(_("symbol"), max_length=100, blank=True, editable=False)
    kind = models.CharField(_("kind"), max_length=25, choices=Kind, default=Kind.OTHER)
    organ = models.CharField(_("organ"), max_length=25, choices=Organ, default=Organ.OTHER)
    adopted_on = models.DateField(_("adopted or issued on"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    agenda_item = models.CharField(_("agenda item"), max_length=500, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    history = records(derived=["version"])
    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        indexes = [models.Index(fields=["-adopted_on", "-id"], name="document_newest_first")]

    def __str__(self) -> str:
        return self.symbol or str(_("Document without a symbol"))

    def get_absolute_url(self) -> str:
        return reverse("documents:document-detail", args=[self.pk])

    @property
    def missing(self) -> list[str]:
        """Names of what could not be read and must be given by a person before asks are read."""
        missing = []
        if not self.symbol:
            missing.append("symbol")
        if self.adopted_on is None:
            missing.append("adopted_on")
        if any(not text.language for text in self.texts.all()):
            missing.append("language")
        return missing

    def set_symbols(self, printed: list[str]) -> None:
        """Give the document exactly these symbols, the first its own. Raises SymbolTaken."""
        for symbol in printed:
            other = Document.objects.with_symbol(symbol).exclude(pk=self.pk).first()
            if other:
                raise SymbolTaken(symbol, other)
        self.symbols.all().delete()
        wanted = {normal_form(symbol): symbol for symbol in reversed(printed)}
        Symbol.objects.bulk_create(
            Symbol(document=self, printed=symbol, normal=normal, position=position)
            for position, (normal, symbol) in enumerate(reversed(wanted.items()), start=1)
        )
        self.symbol = printed[0] if printed else ""

    def give_way(self) -> None:
        """Mark the symbols of a sample as such, so that the real document can have them."""
        self.set_symbols([f"{symbol} (sample)" for symbol in self.symbols.all()])
        self.save()


class SymbolTaken(ValueError):
    """The symbol belongs to another document."""

    def __init__(self, symbol: str, other: Document) -> None:
        super().__init__(f"{symbol} is the symbol of another document")
        self.symbol = symbol
        self.other = other


class Symbol(models.Model):
    """One symbol of a document. One report may carry two: A/73/328 and S/2018/592."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="symbols")
    printed = models.CharField(_("as printed"), max_length=100)
    normal = models.CharField(max_length=100, unique=True, editable=False)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.printed


class Text(models.Model):
    """A document's words in one language. Every offset counts code points of `content`."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="texts")
    # Empty only until a person has said what could not be told.
    language = models.CharField(_("language"), max_length=2, choices=Language, blank=True)
    content = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    file = models.FileField(upload_to="texts/%Y/%m", max_length=300)
    filename = models.CharField(max_length=255)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "language"], name="a_document_has_one_text_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} ({self.language})"

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, for the page."""
        return "rtl" if self.language == Language.ARABIC else "ltr"


class Paragraph(models.Model):
    """One paragraph or lettered sub-paragraph of a text, in the order printed."""

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="paragraphs")
    position = models.PositiveIntegerField()
    label = models.CharField(max_length=40, blank=True)
    part = models.CharField(max_length=10)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()
    # For each unbroken piece of `words`: where it begins there, and where in the content.
    pieces = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["text", "position"], name="paragraphs_are_in_one_order"
            ),
            models.CheckConstraint(
                name="a_paragraph_ends_after_it_starts",
                condition=models.Q(end__gt=models.F("start")),
            ),
        ]

    def __str__(self) -> str:
        return f"¶ {self.reference}"

    @property
    def reference(self) -> str:
        """How it is cited: its label, or its position where none is printed."""
        return self.label or str(self.position)

    def source_of(self, position: int) -> int:
        """Where in the text's content the character at `position` of `words` stands."""
        at, source = next(p for p in reversed(self.pieces) if p[0] <= position)
        return int(source + position - at)

    def place_of(self, offset: int) -> int:
        """Where in `words` the character at `offset` of the content stands; the nearest if none."""
        ends = [at for at, _source in self.pieces[1:]] + [len(self.words)]
        for (at, source), end in zip(self.pieces, ends, strict=True):
            if offset < source:
                return int(at)
            if offset < source + end - at:
                return int(at + offset - source)
        return len(self.words)


class CitedFor(models.TextChoices):
    """What a citation does with the document that it names."""

    RECALLS = "recalls", _("recalls")
    PURSUANT_TO = "pursuant-to", _("pursuant to")
    EXTENDS = "extends", _("extends")
    AMENDS = "amends", _("amends")
    SUPERSEDES = "supersedes", _("ends or replaces")
    REQUESTS = "requests", _("asks again")
    CITES = "cites", _("cites")


class CitationQuerySet(models.QuerySet["Citation"]):
    def of(self, document: Document) -> Self:
        """What the first text of `document` cites, in the order of its text."""
        first = document.texts.order_by("pk").values("pk")[:1]
        return self.filter(paragraph__text__in=first).select_related("paragraph").order_by("start")

    def to(self, document: Document) -> Self:
        """Citations of `document` in others, the newest first."""
        named = self.filter(normal__in=document.symbols.values("normal"))
        return named.select_related("paragraph__text__document").order_by(
            models.F("paragraph__text__document__adopted_on").desc(nulls_last=True), "start"
        )


class Citation(models.Model):
    """That a paragraph names another document, by whatever symbol; which may not be here."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="citations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    symbol = models.CharField(max_length=100)
    normal = models.CharField(max_length=100, db_index=True, editable=False)
    # Labels of the paragraphs that are cited; empty where the document is cited as a whole.
    labels = models.JSONField(default=list)
    act = models.CharField(max_length=11, choices=CitedFor)
    rule = models.CharField(max_length=60, blank=True)

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["paragraph", "start"]

    def __str__(self) -> str:
        return f"{self.symbol} ¶ {', '.join(self.labels)}" if self.labels else self.symbol
