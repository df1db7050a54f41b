"""What an organization keeps of the calendar: sessions of the Assembly, and its own days off."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.history.models import records


class Session(models.Model):
    """A regular session of the General Assembly and the day on which it opens."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    opens_on = models.DateField(_("opens on"), unique=True)

    history = records()

    class Meta:
        ordering = ["-number"]
        verbose_name = _("session of the General Assembly")
        verbose_name_plural = _("sessions of the General Assembly")

    def __str__(self) -> str:
        return str(self.number)


class Holiday(models.Model):
    """A day off of the organization, besides those of the calendar in the settings."""

    on = models.DateField(_("day"), unique=True)
    name = models.CharField(_("name"), max_length=100)

    history = records()

    class Meta:
        ordering = ["on"]
        verbose_name = _("day off")
        verbose_name_plural = _("days off")

    def __str__(self) -> str:
        return self.name


def opening_days() -> dict[int, dt.date]:
    """The day on which each known session opens."""
    return dict(Session.objects.values_list("number", "opens_on"))
