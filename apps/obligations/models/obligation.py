"""The obligation: an ask that is tracked."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office
from apps.actors.models import Actor, ActorKind
from apps.documents.models import Document, Paragraph
from apps.history.models import records
from apps.obligations.codes import (
    CODES_IN_LISTS,
    Deliverable,
    Finding,
    Qualifier,
    Recipient,
    Region,
    Shift,
    State,
    VerbClass,
    words_of,
)

from .series import Series

# What the machine reads and a person may correct; compared field by field for the quality figures.
READ_FIELDS = (
    "verb_class",
    "addressee_codes",
    "deliverable",
    "recipients",
    "timing",
    "qualifiers",
)


GROUPED = ("lead", "responsible", "region", "verb_class", "document", "series", "addressee_codes")
"""By which figures over cycles are grouped: an index holds all of it."""


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def drafts(self) -> Self:
        """Read by the machine or marked by a person, and not yet decided on."""
        return self.filter(state=State.DRAFT)

    def tracked(self) -> Self:
        """Accepted by a person, closed ones included: what the register holds."""
        return self.filter(state__in=[State.ACCEPTED, State.CLOSED])

    def open(self) -> Self:
        """Accepted and not closed."""
        return self.filter(state=State.ACCEPTED)

    def of(self, document: Document) -> Self:
        """Those of one document, in the order of its text."""
        return self.filter(document=document).order_by("paragraph__text_id", "start", "pk")

    def for_list(self) -> Self:
        """All that a row of a list shows, without the long texts."""
        return (
            self.select_related("document", "paragraph__text", "lead", "responsible")
            .defer("paragraph__words", "paragraph__pieces", "paragraph__text__content")
            .defer("machine", "quote")
            .prefetch_related("addressees__actor")
        )

    def matching(self, text: str) -> Self:
        """Those where every word of `text` is found: in the words of the decision, the act or the document.

        A word is what stands between spaces, so a run of Chinese characters is one.
        """
        found = self
        for word in text.split():
            found = found.filter(
                Q(words__icontains=word)
                | Q(act__icontains=word)
                | Q(document__in=Document.objects.matching(word))
            )
        return found

    def addressed_to(self, codes: Iterable[str]) -> Self:
        """Those that ask somebody of one of these kinds to act, each once."""
        asked = Addressee.objects.filter(obligation=OuterRef("pk"), code__in=codes)
        return self.filter(Exists(asked))

    def addressed_to_actor(self, actor: Actor) -> Self:
        """Those that ask `actor` by name to act."""
        return self.filter(Exists(actor.addressed.filter(obligation=OuterRef("pk"))))

    def tagged(self, names: Iterable[str]) -> Self:
        """Those that carry any of these tags, as they are spelt here."""
        carrying = Obligation.objects.filter(taggings__tag__name__in=names)
        return self.filter(pk__in=carrying.values("pk"))

    def led_by(self, office: Office) -> Self:
        """Those that `office`, or an office below it, follows here."""
        return self.filter(lead__in=Office.objects.under(office))

    def needing_review(self, *, on: dt.date, is_past: bool = False) -> Self:
        """Open ones without any date (then, by `reporting.as_at`) to be looked at by `on`, or without a day."""
        names = ("next_due_then", "undated_then") if is_past else ("next_due_on", "is_undated")
        undated = dict(zip(names, (None, True), strict=True))
        return self.open().filter(Q(review_on=None) | Q(review_on__lte=on), **undated)


class Obligation(models.Model):
    """An ask that is tracked; a draft until a person accepts it."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="obligations")
    paragraph = models.ForeignKey(Paragraph, on_delete=models.PROTECT, related_name="obligations")
    number = models.PositiveSmallIntegerField(_("number in its paragraph"), default=1)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField(_("words of the decision"))
    # The quote with its line breaks joined: what is shown in lists and searched.
    words = models.TextField(editable=False)

    act = models.CharField(_("what is asked, in one line"), max_length=500)
    verb_class = models.CharField(_("class of the verb"), max_length=12, choices=VerbClass)
    # The codes; the rows of Addressee add the named actors and the index.
    addressee_codes = models.JSONField(_("addressees"), default=list)
    deliverable = models.JSONField(_("deliverable"), default=list, blank=True)
    recipients = models.JSONField(_("recipients"), default=list, blank=True)
    timing = models.JSONField(_("timing"), default=list, blank=True)
    qualifiers = models.JSONField(_("qualifiers"), default=list, blank=True)

    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, null=True, blank=True, related_name="obligations"
    )

    # The reading as it was, never changed; None where a person marked what the machine missed.
    machine = models.JSONField(null=True, editable=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.DRAFT)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    # As the table of reporting and mandate cycles names it: "DRC: MONUSCO mandate".
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    region = models.CharField(
        _("region or theme"), max_length=9, choices=Region, default=Region.OTHER
    )
    # Where a due date goes that falls on a day off; empty for what the organization does.
    shift = models.CharField(_("on a day off"), max_length=7, choices=Shift, blank=True)
    # The earlier obligation that this one extends or restates.
    renews = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="renewed_by"
    )
    lead = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="obligations"
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="obligations",
    )
    finding = models.CharField(
        _("finding"), max_length=16, choices=Finding, default=Finding.NOT_STARTED
    )
    finding_on = models.DateField(_("found on"), null=True, blank=True)
    finding_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    finding_source = models.CharField(_("source of the finding"), max_length=300, blank=True)
    review_on = models.DateField(_("look at again on"), null=True, blank=True)
    # Names of tags, and values of the organization's own fields by key; the rows of Tagging and of
    # CustomValue add the index.
    tag_names = models.JSONField(_("tags"), default=list, blank=True)
    custom = models.JSONField(_("fields of the organization"), default=dict, blank=True)
    # First date of an open cycle: no clock in it. Written only where cycles change (reporting).
    next_due_on = models.DateField(_("next due"), null=True, editable=False)
    is_undated = models.BooleanField(default=False, editable=False)

    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    history = records(
        named_by=["document", "paragraph"],
        derived=["decided_at", "decided_by", "next_due_on", "is_undated", "version"],
        excluded_fields=["quote", "words", "machine"],
    )
    objects = ObligationQuerySet.as_manager()
    words_of_codes = CODES_IN_LISTS

    class Meta:
        verbose_name = _("obligation")
        verbose_name_plural = _("obligations")
        permissions = [("review_obligation", "Can accept, correct and reject drafts")]
        indexes = [
            models.Index(fields=["state", "next_due_on", "id"], name="obligation_by_next_due"),
            models.Index(fields=["document", "state"], name="obligation_by_document"),
            models.Index(fields=["lead", "state"], name="obligation_by_lead"),
            models.Index(fields=["id", *GROUPED], name="obligation_for_figures"),
            models.Index(fields=["decided_at", "state"], name="obligation_by_decision"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["paragraph", "number"], name="an_obligation_is_cited_one_way"
            ),
            models.CheckConstraint(
                name="an_obligation_quotes_its_decision",
                condition=~Q(quote="") & Q(end__gt=F("start")),
            ),
            models.CheckConstraint(
                name="what_is_rejected_or_closed_has_a_reason",
                condition=~Q(state__in=[State.REJECTED, State.CLOSED]) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def hangs_on(self) -> int | None:
        """For the history: the changes of an obligation stand with those of what hangs on it."""
        return self.pk

    @property
    def reference(self) -> str:
        """How it is cited: S/PRST/2021/9 ¶ 11 (2)."""
        number = f" ({self.number})" if self.number > 1 else ""
        return f"{self.document.symbol} ¶ {self.paragraph.reference}{number}"

    @property
    def deliverable_words(self) -> list[str]:
        return words_of(Deliverable, self.deliverable)

    @property
    def recipient_words(self) -> list[str]:
        return words_of(Recipient, self.recipients)

    @property
    def qualifier_words(self) -> list[str]:
        return words_of(Qualifier, self.qualifiers)

    def values(self) -> dict[str, Any]:
        """The values of READ_FIELDS as they stand, lists sorted, to hold against the machine's."""
        values = {name: getattr(self, name) for name in READ_FIELDS}
        return {k: sorted(v) if isinstance(v, list) else v for k, v in values.items()}

    @property
    def corrected_fields(self) -> list[str]:
        """Names of the fields in which a person changed the machine's reading."""
        now, read = self.values(), self.machine
        return [] if read is None else [n for n in READ_FIELDS if now[n] != read[n]]

    def set_addressees(self, codes: list[str], actors: Iterable[Actor] = ()) -> None:
        """Address these codes, named where an actor of that kind is given; save nothing else."""
        self.addressee_codes = codes
        named: dict[str, list[Actor | None]] = {}
        for actor in actors:
            named.setdefault(actor.kind, []).append(actor)
        self.addressees.all().delete()
        Addressee.objects.bulk_create(
            Addressee(obligation=self, code=code, actor=actor)
            for code in codes
            for actor in named.get(code, [None])
        )


class Addressee(models.Model):
    """Who is to act: a code of the guide always, the named actor when known."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="addressees")
    code = models.CharField(max_length=20, choices=ActorKind)
    actor = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="addressed"
    )

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["code", "obligation"], name="addressee_by_code")]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "code", "actor"], name="an_actor_is_addressed_once"
            ),
            models.UniqueConstraint(
                fields=["obligation", "code"],
                condition=Q(actor=None),
                name="a_code_without_an_actor_stands_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.actor or self.get_code_display())
