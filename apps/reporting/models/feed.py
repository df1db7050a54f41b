"""A calendar that a person's own program reads, by an address that nobody can guess."""

import datetime as dt
import secrets
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User

from .view import SavedView

TOKEN_BYTES = 32


def new_token() -> str:
    """256 random bits, as an address can carry them."""
    return secrets.token_urlsafe(TOKEN_BYTES)


class FeedQuerySet(models.QuerySet["Feed"]):
    def active(self) -> Self:
        """Not revoked, and of a person who may still sign in."""
        return self.filter(revoked_at=None, person__is_active=True)

    def of(self, person: User) -> Self:
        return self.filter(person=person)


class Feed(models.Model):
    """Cycles for a calendar program. Whoever knows the address reads it; nothing can be changed by it.

    The token is kept as it is, so that its owner can be shown the address again for a second
    device. It opens less than what stands beside it in the same database; a leaked one is revoked.
    """

    class Holds(models.TextChoices):
        """Whose cycles it holds."""

        MINE = "mine", _("What I am responsible for")
        OFFICE = "office", _("What my office leads, or one below it")
        FILTER = "filter", _("A filter of the register of cycles")
        VIEW = "view", _("A saved view of the register of cycles")

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="feeds")
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    holds = models.CharField(_("holds"), max_length=6, choices=Holds, default=Holds.MINE)
    # What follows the question mark in the address of the register; empty for all cycles.
    query = models.CharField(_("filter"), max_length=2000, blank=True)
    view = models.ForeignKey(
        SavedView, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("saved view")
    )
    title = models.CharField(_("name"), max_length=200)
    # A calendar program says nothing of its reader's language.
    language = models.CharField(max_length=10)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, editable=False)

    objects = FeedQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")
        constraints = [
            models.CheckConstraint(
                name="only_a_feed_of_a_filter_has_a_query",
                condition=Q(holds="filter") | Q(query=""),
            ),
            models.CheckConstraint(
                name="a_feed_of_a_view_names_it",
                condition=Q(holds="view", view__isnull=False)
                | (~Q(holds="view") & Q(view__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def revoke(self, *, at: dt.datetime) -> None:
        """End it for good, however often: the first time counts."""
        Feed.objects.filter(pk=self.pk, revoked_at=None).update(revoked_at=at)
