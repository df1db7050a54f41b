"""A finding that waits for an officer's approval."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.history.models import records
from apps.obligations.codes import Finding
from apps.obligations.codes import State as ObligationState

from .obligation import Obligation


class FindingProposalQuerySet(models.QuerySet["FindingProposal"]):
    def waiting(self) -> Self:
        """Not decided on; with the obligation closed there is nothing to decide."""
        return self.filter(
            state=FindingProposal.State.WAITING, obligation__state=ObligationState.ACCEPTED
        )

    def for_list(self) -> Self:
        """All that a row shows, the longest waiting first."""
        return (
            self.select_related(
                "obligation__document", "obligation__paragraph", "obligation__lead", "found_by"
            )
            .defer("obligation__machine", "obligation__quote", "obligation__paragraph__words")
            .order_by("pk")
        )


class FindingProposal(models.Model):
    """What somebody found, until an officer approves it or sends it back.

    Used only where the organization wants it (setting FINDINGS_NEED_APPROVAL).
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        APPROVED = "approved", _("approved")
        REFUSED = "refused", _("sent back")

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="proposals")
    finding = models.CharField(_("finding"), max_length=16, choices=Finding)
    source = models.CharField(_("source of the finding"), max_length=300, blank=True)
    found_on = models.DateField(_("found on"))
    found_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    history = records(named_by=["obligation__document", "obligation__paragraph"])
    objects = FindingProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("proposed finding")
        verbose_name_plural = _("proposed findings")
        permissions = [("approve_finding", "Can approve the findings of others")]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation"],
                condition=Q(state="waiting"),
                name="one_finding_waits_at_a_time",
            ),
            models.CheckConstraint(
                name="a_finding_is_sent_back_with_a_reason",
                condition=~Q(state="refused") | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation}: {self.get_finding_display()}"
