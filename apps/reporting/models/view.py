"""A filter, its columns and its order, under a name."""

from typing import Self

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office, User
from apps.history.models import records

# The list of each register.
PAGES = {"obligations": "reporting:obligation-list", "cycles": "reporting:cycle-list"}


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

    def for_register(self, name: str, person: User, *, first: int | None) -> Self:
        """Those of a register that `person` may see: the one with the key `first`, then the bookmarked."""
        marked = Bookmark.objects.filter(person=person, view=OuterRef("pk"))
        return (
            self.visible_to(person)
            .filter(register=name)
            .annotate(
                is_first=Case(When(pk=first, then=Value(0)), default=Value(1)),
                is_bookmarked=Exists(marked),
            )
            .order_by("is_first", "-is_bookmarked", "name", "pk")
        )


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

    def get_absolute_url(self) -> str:
        """The register with its query; that it is this view is said beside it and changes nothing."""
        query = f"{self.query}&" if self.query else ""
        return f"{reverse(PAGES[self.register])}?{query}view={self.pk}"

    def may_be_changed_by(self, person: User) -> bool:
        """Whether `person`, who sees it, may rename, overwrite and delete it."""
        if self.owner_id == person.pk:
            return True
        return self.scope != self.Scope.PRIVATE and person.has_perm("reporting.share_view")


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
