"""The cadence: how often or by when, in versions."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from apps.documents.models import Document
from apps.obligations.codes import CadenceKind
from apps.obligations.schedule import Spec
from apps.obligations.timing import UnreadableTiming, timings

from .obligation import Obligation
from .series import Series


class CadenceQuerySet(models.QuerySet["Cadence"]):
    def current(self) -> Self:
        """The last version of each cadence."""
        later = Cadence.objects.filter(
            obligation=models.OuterRef("obligation"),
            number=models.OuterRef("number"),
            version__gt=models.OuterRef("version"),
        )
        return self.filter(~models.Exists(later))


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
    basis_document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    basis_paragraph = models.CharField(_("paragraph"), max_length=40, blank=True)
    holds_from = models.DateField(_("holds from"))
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    history = HistoricalRecords()
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
    def spec(self) -> Spec:
        """What the pure schedule needs to know. A document has a date before anything is read."""
        series = self.series
        return Spec(
            kind=self.kind,
            adopted_on=self.obligation.document.adopted_on or self.holds_from,
            on=self.on,
            period=(series.period if series else "") or self.period,
            start_on=self.start_on,
            start_after=self.start_after,
            anchor_on=series.anchor_on if series else None,
            series=series.name if series else "",
        )


def cadences_of(obligation: Obligation) -> list[Cadence]:
    """The cadences that the timing codes of `obligation` mean, not saved. Raises UnreadableTiming."""
    document = obligation.document
    if document.adopted_on is None:
        raise UnreadableTiming(f"{document} has no date to count from.")
    return [
        Cadence(
            obligation=obligation,
            number=number,
            kind=timing.kind,
            on=timing.on,
            period=timing.period,
            start_on=timing.start_on,
            start_after=timing.start_after,
            session=timing.session,
            series=obligation.series if timing.kind == CadenceKind.SERIES else None,
            note=timing.note,
            basis_document=document,
            basis_paragraph=obligation.paragraph.reference,
            holds_from=document.adopted_on,
        )
        for number, timing in enumerate(timings(obligation.timing), start=1)
    ]
