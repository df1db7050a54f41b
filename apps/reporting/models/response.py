"""The answers to cycles, and the postponements of their dates."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.documents.models import Document
from apps.history.models import records
from apps.obligations.codes import Finding

from .cycle import Cycle


class Response(models.Model):
    """A document that answers a cycle, and a person's finding of how fully."""

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="responses")
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="responses", verbose_name=_("document")
    )
    finding = models.CharField(_("how fully it answers"), max_length=16, choices=Finding)
    paragraphs = models.CharField(
        _("paragraphs of the report"),
        max_length=200,
        blank=True,
        help_text=_("For example 12–15, 40"),
    )
    note = models.TextField(_("note"), blank=True)
    # By which its obligation was closed as fulfilled.
    fulfils = models.BooleanField(default=False, editable=False)
    judged_on = models.DateField(_("found on"))
    judged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = records(named_by=["document", "cycle"])

    class Meta:
        ordering = ["-judged_on", "-pk"]
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        permissions = [("respond_for_any_office", "Can link responses whichever office leads")]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "document"], name="a_document_answers_a_cycle_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.get_finding_display()}"

    @property
    def hangs_on(self) -> int:
        """For the history: the obligation whose cycle it is about."""
        return self.cycle.obligation_id


class Extension(models.Model):
    """That one cycle is due later, or earlier, than the decision says; its date there stays."""

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="extensions")
    former_due_on = models.DateField(_("was due"))
    due_on = models.DateField(_("now due"))
    basis_document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="+", verbose_name=_("basis")
    )
    reason = models.CharField(_("reason"), max_length=500)
    recorded_on = models.DateField(_("recorded on"))
    # When the move of this cycle before it was recorded; none for the first. By it the first move after
    # a day is known without looking at the others.
    former_recorded_on = models.DateField(null=True, editable=False)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = records(named_by=["basis_document", "cycle"], derived=["former_recorded_on"])

    class Meta:
        ordering = ["pk"]
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        constraints = [
            models.CheckConstraint(
                name="an_extension_moves_the_date",
                condition=~models.Q(due_on=models.F("former_due_on")),
            ),
            models.CheckConstraint(
                name="an_extension_has_a_reason", condition=~models.Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.former_due_on} → {self.due_on} ({self.basis_document})"

    @property
    def hangs_on(self) -> int:
        """For the history: the obligation whose cycle it is about."""
        return self.cycle.obligation_id
