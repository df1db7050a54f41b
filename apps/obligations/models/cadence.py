"""The cadence: how often or by when, in versions."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.documents.models import Document
from apps.history.models import records
from apps.obligations.codes import CadenceKind, State
from apps.obligations.timing import UnreadableTiming, timings

from .obligation import Obligation
from .series import Series


class CadenceQuerySet(models.QuerySet["Cadence"]):
    def current(self) -> Self:
        """The last version of each cadence."""
        return self.with_current().filter(is_current=True)

    def with_current(self) -> Self:
        """Annotate `is_current`: no later version of the same cadence is there."""
        later = Cadence.objects.filter(
            obligation=models.OuterRef("obligation"),
            number=models.OuterRef("number"),
            version__gt=models.OuterRef("version"),
        )
        return self.annotate(is_current=~models.Exists(later))


class Cadence(models.Model):
    """How often or by when one obligation is to be answered; one version of it."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="cadences")
    number = models.PositiveSmallIntegerField(default=1)
    version = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(_("kind"), max_length=13, choices=CadenceKind)
    on = models.DateField(_("date printed"), null=True, blank=True)
    period = models.CharField(_("period"), max_length=10, blank=True)
    start_on = models.DateField(_("first date"), null=True, blank=True)
    start_after = models.CharField(_("first after"), max_length=10, blank=True)
    session = models.PositiveSmallIntegerField(_("session"), null=True, blank=True)
    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, null=True, blank=True, related_name="cadences"
    )
    note = models.CharField(max_length=10, blank=True)
    # What a date before the end, or half-way, is counted from.
    mandate = models.ForeignKey(
        Obligation, on_delete=models.PROTECT, null=True, blank=True, related_name="counted_from"
    )
    until_on = models.DateField(_("no date after"), null=True, blank=True)
    from_answer = models.BooleanField(_("counted from the last answer"), default=False)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    basis_document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    basis_paragraph = models.CharField(_("paragraph"), max_length=40, blank=True)
    holds_from = models.DateField(_("holds from"))
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    history = records()
    objects = CadenceQuerySet.as_manager()

    class Meta:
        ordering = ["number", "version"]
        verbose_name = _("cadence")
        verbose_name_plural = _("cadences")
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "number", "version"], name="a_cadence_has_one_of_each_version"
            ),
            models.CheckConstraint(
                name="once_has_a_date_or_a_period",
                condition=~Q(kind=CadenceKind.ONCE) | Q(on__isnull=False) | ~Q(period=""),
            ),
            models.CheckConstraint(
                name="only_a_recurrence_counts_from_answers",
                condition=Q(from_answer=False) | Q(kind=CadenceKind.EVERY),
            ),
            models.CheckConstraint(
                name="every_has_a_period", condition=~Q(kind=CadenceKind.EVERY) | ~Q(period="")
            ),
            models.CheckConstraint(
                name="a_mandate_has_an_end_or_a_period",
                condition=~Q(kind=CadenceKind.MANDATE) | Q(on__isnull=False) | ~Q(period=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.period or self.on or ''}".strip()

    @property
    def basis(self) -> str:
        """The document and paragraph that this version rests on."""
        paragraph = f" ¶ {self.basis_paragraph}" if self.basis_paragraph else ""
        return f"{self.basis_document}{paragraph}"


def cadences_of(obligation: Obligation) -> list[Cadence]:
    """The cadences that the timing codes of `obligation` mean, not saved. Raises UnreadableTiming."""
    document = obligation.document
    if document.adopted_on is None:
        raise UnreadableTiming(f"{document} has no date to count from.")
    found = timings(obligation.timing)
    counts_back = any(timing.kind == CadenceKind.BEFORE_EXPIRY for timing in found)
    mandate = mandate_of(obligation) if counts_back else None
    return [
        Cadence(
            obligation=obligation,
            number=number,
            kind=timing.kind,
            on=timing.on,
            period=timing.period,
            start_on=timing.start_on,
            start_after=timing.start_after,
            until_on=timing.until_on,
            session=timing.session,
            series=obligation.series if timing.kind == CadenceKind.SERIES else None,
            note=timing.note,
            mandate=mandate if timing.kind == CadenceKind.BEFORE_EXPIRY else None,
            basis_document=document,
            basis_paragraph=obligation.paragraph.reference,
            holds_from=document.adopted_on,
        )
        for number, timing in enumerate(found, start=1)
    ]


def mandate_of(obligation: Obligation) -> Obligation | None:
    """The mandate of the same document whose end `obligation` counts back from: the one before it.

    It may itself be a mandate; where none stands before it, the first of the document is meant.
    """
    asked = Obligation.objects.of(obligation.document).filter(merged_into=None)
    found = [
        one
        for one in asked.exclude(state=State.REJECTED)
        if any(code.startswith(("until:", "for:")) for code in one.timing)
    ]
    before = [mandate for mandate in found if mandate.start <= obligation.start]
    return before[-1] if before else (found[0] if found else None)
