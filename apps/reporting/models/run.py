"""A planning of many obligations in the background: how far it has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User


class PlanRun(models.Model):
    """One planning of everything, in batches; a killed one goes on where it was."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        CANCELLED = "cancelled", _("cancelled")
        FAILED = "failed", _("failed")

    until = models.DateField(_("up to"))
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    made = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)
    moved = models.PositiveIntegerField(default=0)
    # Key of the last obligation that is planned: the next batch begins after it.
    reached = models.BigIntegerField(default=0)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("planning")
        verbose_name_plural = _("plannings")

    def __str__(self) -> str:
        return f"{self.done}/{self.total}"

    @property
    def percent(self) -> int:
        """How much of it is done, in whole per cent, never more than is true."""
        return 100 * self.done // self.total if self.total else 0
