"""A link by which somebody without an account reads one page for a while."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.obligations.models import Obligation
from apps.reporting.models.feed import new_token


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    def valid(self, *, at: dt.datetime) -> Self:
        """Neither revoked nor expired at `at`, and made by a person who may still sign in."""
        return self.filter(revoked_at=None, expires_at__gt=at, made_by__is_active=True)

    def for_list(self) -> Self:
        """All that a row shows."""
        return self.select_related(
            "obligation__document", "obligation__paragraph", "made_by"
        ).defer("obligation__machine", "obligation__quote", "obligation__paragraph__words")


class ShareLink(models.Model):
    """One page, read-only, for whoever has the address, until it expires (setting SHARE_LINKS)."""

    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    obligation = models.ForeignKey(
        Obligation, on_delete=models.CASCADE, null=True, blank=True, related_name="share_links"
    )
    # Or a register with what follows the question mark in its address.
    register = models.CharField(max_length=11, blank=True)
    query = models.CharField(max_length=2000, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(null=True, editable=False)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("link to share")
        verbose_name_plural = _("links to share")
        permissions = [("share_page", "Can make links by which others read without an account")]
        constraints = [
            models.CheckConstraint(
                name="a_link_shares_an_obligation_or_a_register",
                condition=Q(obligation__isnull=False, register="", query="")
                | (Q(obligation__isnull=True) & ~Q(register="")),
            )
        ]

    def __str__(self) -> str:
        return str(self.obligation or self.register)

    def revoke(self, *, at: dt.datetime) -> None:
        """End it for good, however often: the first time counts."""
        ShareLink.objects.filter(pk=self.pk, revoked_at=None).update(revoked_at=at)
