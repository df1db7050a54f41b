"""A change of many obligations at once, which can be undone for a while."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.obligations.models import Obligation


class BulkEdit(models.Model):
    """One change of many obligations: who, when, which rows, what was set."""

    # What follows the question mark in the address of the register the rows were chosen in.
    query = models.CharField(max_length=2000, blank=True)
    # As typed, by name: {"lead": 3, "add_tags": ["urgent"]}.
    values = models.JSONField()
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("change of many")
        verbose_name_plural = _("changes of many")

    def __str__(self) -> str:
        return f"{self.made_by}, {self.made_at:%Y-%m-%d %H:%M}"


class BulkEditRow(models.Model):
    """One obligation of it: what it had, and the version that the change gave it."""

    edit = models.ForeignKey(BulkEdit, on_delete=models.CASCADE, related_name="rows")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    former = models.JSONField()
    version = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edit", "obligation"], name="an_obligation_is_changed_once_in_a_bulk_edit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.obligation} v{self.version}"
