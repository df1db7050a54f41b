"""The series: a report that recurs by itself."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from apps.actors.models import Actor
from apps.documents.models import Document


class Series(models.Model):
    """A report that recurs by itself, on which obligations can ride."""

    key = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=300)
    author = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True)
    # Both empty: it comes when it comes, and nothing that rides on it has a date.
    period = models.CharField(_("period"), max_length=10, blank=True)
    anchor_on = models.DateField(_("a day on which one fell due"), null=True, blank=True)
    reports = models.ManyToManyField(Document, blank=True, related_name="series")
    is_sample = models.BooleanField(_("sample"), default=False)

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name = _("series")
        verbose_name_plural = _("series")
        constraints = [
            models.CheckConstraint(
                name="a_series_has_a_period_and_a_day_or_neither",
                condition=Q(period="", anchor_on=None) | (~Q(period="") & Q(anchor_on__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return self.name
