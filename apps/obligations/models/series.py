"""The series: a report that recurs by itself."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Count, Max, Q
from django.utils.translation import gettext_lazy as _

from apps.actors.models import Actor
from apps.documents.models import Document
from apps.history.models import records
from apps.obligations.codes import State
from apps.obligations.schedule import Spec, after, occurrences


class SeriesQuerySet(models.QuerySet["Series"]):
    def for_list(self) -> Self:
        """All that a row of the list shows: reports so far, the last of them, obligations that ride."""
        tracked = Q(obligations__state__in=[State.ACCEPTED, State.CLOSED])
        return self.select_related("author").annotate(
            reports_so_far=Count("reports", distinct=True),
            last_report_on=Max("reports__adopted_on"),
            riding=Count("obligations", filter=tracked, distinct=True),
        )


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

    history = records()
    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("series")
        verbose_name_plural = _("series")
        constraints = [
            models.CheckConstraint(
                name="a_series_has_a_period_and_a_day_or_neither",
                condition=Q(period="", anchor_on=None)
                | (~Q(period="") & Q(anchor_on__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def next_on(self, *, on: dt.date) -> dt.date | None:
        """The first day from `on` on which a report falls due; None where it has no rhythm."""
        if not (self.period and self.anchor_on):
            return None
        eve = on - dt.timedelta(days=1)
        spec = Spec("series", adopted_on=eve, period=self.period, anchor_on=self.anchor_on)
        return occurrences(spec, until=after(on, self.period))[0].on
