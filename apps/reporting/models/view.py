"""A filter, its columns and its order, under a name."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office, User
from apps.history.models import records


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def visible_to(self, person: User) -> Self:
        """Everybody's, the person's own, and those of the person's office and of those above it."""
        mine = Q(owner=person) | Q(scope=SavedView.Scope.ALL)
        if person.office:
            above = [int(key) for key in person.office.path.strip("/").split("/")]
            mine |= Q(scope=SavedView.Scope.OFFICE, office__in=above)
        return self.filter(mine)

    def bookmarked_by(self, person: User) -> Self:
        """Those that stand in the person's menu, in that person's order."""
        return self.filter(bookmarks__person=person).order_by("bookmarks__place", "bookmarks__pk")


class SavedView(models.Model):
    """What an address of a register asks for, kept under a name."""

    class Scope(models.TextChoices):
        PRIVATE = "private", _("Only me")
        OFFICE = "office", _("My office and those below it")
        ALL = "all", _("Everybody")

    name = models.CharField(_("name"), max_length=100)
    register = models.CharField(max_length=11)
    # What follows the question mark in the address of the register: filter, columns, order.
    query = models.CharField(max_length=2000, blank=True)
    scope = models.CharField(_("for"), max_length=7, choices=Scope, default=Scope.PRIVATE)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="views")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="views"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    history = records()
    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        permissions = [("share_view", "Can save views for everybody")]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "register", "name"], name="a_person_uses_a_name_once"
            ),
            models.CheckConstraint(
                name="a_view_of_an_office_names_it",
                condition=~Q(scope="office") | Q(office__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Bookmark(models.Model):
    """That a view stands in a person's menu, and whether the desk shows how many rows it has."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="bookmarks")
    view = models.ForeignKey(SavedView, on_delete=models.CASCADE, related_name="bookmarks")
    place = models.PositiveSmallIntegerField(default=0)
    on_desk = models.BooleanField(_("count on my desk"), default=True)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "view"], name="a_view_is_bookmarked_once")
        ]

    def __str__(self) -> str:
        return str(self.view)
