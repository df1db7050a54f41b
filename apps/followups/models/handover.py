"""That an obligation goes from one office to another: offered by one, accepted by the other."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office, User
from apps.history.models import records
from apps.obligations.codes import State as ObligationState
from apps.obligations.models import Obligation


class HandoverQuerySet(models.QuerySet["Handover"]):
    def waiting(self) -> Self:
        """Not decided on; what was closed meanwhile is nobody's to take over."""
        return self.filter(state=Handover.State.WAITING, obligation__state=ObligationState.ACCEPTED)

    def offered_by(self, person: User) -> Self:
        """Those that the person offered, or that the person's office or one below it gives away."""
        offered = Q(offered_by=person)
        if person.office:
            offered |= Q(from_office__in=Office.objects.under(person.office))
        return self.filter(offered)

    def for_list(self) -> Self:
        """All that a row shows, the longest waiting first."""
        return (
            self.select_related(
                "obligation__document",
                "obligation__paragraph",
                "from_office",
                "to_office",
                "to_person",
                "offered_by",
            )
            .defer("obligation__machine", "obligation__quote", "obligation__paragraph__words")
            .order_by("offered_at", "pk")
        )

    def waiting_for(self, person: User) -> Self:
        """Those that the person's office, or one below it, is asked to take over."""
        if not person.office:
            return self.none()
        return self.waiting().filter(to_office__in=Office.objects.under(person.office))


class Handover(models.Model):
    """One offer. The lead stays where it is until the receiver accepts."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="handovers")
    from_office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    to_office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("to the office")
    )
    to_person = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("to the person"),
    )
    note = models.TextField(_("note"))
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    history = records(named_by=["obligation__document", "obligation__paragraph", "to_office"])
    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("handover")
        verbose_name_plural = _("handovers")
        constraints = [
            models.UniqueConstraint(
                fields=["obligation"],
                condition=Q(state="waiting"),
                name="an_obligation_is_offered_to_one_office_at_a_time",
            ),
            models.CheckConstraint(
                name="a_handover_goes_to_another_office",
                condition=Q(from_office=None) | ~Q(from_office=F("to_office")),
            ),
            models.CheckConstraint(
                name="a_handover_is_declined_with_a_reason",
                condition=~Q(state="declined") | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation} → {self.to_office}"

    def may_be_decided_by(self, person: User) -> bool:
        """Whether the person may accept or decline it: in its office or above it, and may log."""
        return person.has_perm("followups.add_entry") and person.leads_for(self.to_office)
