"""A change of many obligations at once, which can be undone for a while."""

from typing import Self

from django.db import models
from django.db.models import Count, F
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.obligations.models import Obligation


class BulkEditQuerySet(models.QuerySet["BulkEdit"]):
    def for_list(self) -> Self:
        """All that a row shows, with `number`: how many obligations it changed; the last first."""
        found = self.select_related("made_by", "undone_by").annotate(number=Count("rows"))
        return found.order_by("-pk")


class BulkEdit(models.Model):
    """One change of many obligations: who, when, which rows, what was set."""

    # What follows the question mark in the address of the register the rows were chosen in.
    query = models.CharField(max_length=2000, blank=True)
    # As typed, by name: {"lead": 3, "add_tags": ["urgent"]}. Beside it stand, as keys of obligations,
    # "left" (by reason: not changed) and "not_undone".
    values = models.JSONField()
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    objects = BulkEditQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("change of many")
        verbose_name_plural = _("changes of many")

    def __str__(self) -> str:
        return f"{self.made_by}, {self.made_at:%Y-%m-%d %H:%M}"


class BulkEditRowQuerySet(models.QuerySet["BulkEditRow"]):
    def for_list(self) -> Self:
        """All that a line of the page of an edit shows."""
        return (
            self.select_related("obligation__document", "obligation__paragraph")
            .defer("obligation__quote", "obligation__words", "obligation__machine")
            .defer("obligation__paragraph__words", "obligation__paragraph__pieces")
            .order_by("pk")
        )

    def changed_since(self) -> Self:
        """Those whose obligation is not as the edit left it."""
        return self.exclude(obligation__version=F("version"))


class BulkEditRow(models.Model):
    """One obligation of it: what it had, and the version that the change gave it."""

    edit = models.ForeignKey(BulkEdit, on_delete=models.CASCADE, related_name="rows")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    former = models.JSONField()
    version = models.PositiveIntegerField()

    objects = BulkEditRowQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edit", "obligation"], name="an_obligation_is_changed_once_in_a_bulk_edit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.obligation} v{self.version}"
