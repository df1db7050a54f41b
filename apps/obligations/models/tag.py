"""What an organization adds to obligations: tags, links between them, fields of its own."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from apps.history.models import records

from .obligation import Obligation


class TagQuerySet(models.QuerySet["Tag"]):
    def used(self) -> Self:
        """Those that some obligation carries: the ones worth offering, in alphabetical order."""
        carried = self.filter(Exists(Tagging.objects.filter(tag=OuterRef("pk"))))
        return carried.order_by(Lower("name"))


class Tag(models.Model):
    """A word that people give to obligations to find them again."""

    name = models.CharField(_("name"), max_length=50, unique=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = [models.UniqueConstraint(Lower("name"), name="a_tag_is_spelt_one_way")]

    def __str__(self) -> str:
        return self.name


class Tagging(models.Model):
    """That an obligation carries a tag: the index of what `Obligation.tag_names` says."""

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="taggings")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "obligation"], name="a_tag_is_given_once")
        ]

    def __str__(self) -> str:
        return f"{self.obligation}: {self.tag}"


class LinkQuerySet(models.QuerySet["Link"]):
    def of(self, obligation: Obligation) -> Self:
        """The links of `obligation`, whichever end it is."""
        return self.filter(Q(source=obligation) | Q(target=obligation)).select_related(
            "source__document", "source__paragraph", "target__document", "target__paragraph"
        )


class Link(models.Model):
    """How one obligation stands to another."""

    class Kind(models.TextChoices):
        DEPENDS = "depends", _("Depends on")
        DUPLICATES = "duplicates", _("Duplicates")
        RELATES = "relates", _("Relates to")

    source = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="links_from")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.RELATES)
    target = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="links_to")
    note = models.CharField(_("note"), max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    history = records(
        named_by=["source__document", "source__paragraph", "target__document", "target__paragraph"]
    )
    objects = LinkQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target", "kind"], name="two_obligations_are_linked_once_a_kind"
            ),
            models.CheckConstraint(
                name="an_obligation_is_not_linked_to_itself", condition=~Q(source=F("target"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.get_kind_display()} {self.target}"

    def seen_from(self, obligation: Obligation) -> tuple[str, Obligation]:
        """How `obligation` stands to the other end, in words, and that other."""
        if self.source_id == obligation.pk:
            return str(self.get_kind_display()), self.target
        return str(_SEEN_FROM_TARGET[self.kind]), self.source

    @property
    def hangs_on(self) -> int:
        """For the history: the obligation that was linked to another."""
        return self.source_id


_SEEN_FROM_TARGET: dict[str, Any] = {
    Link.Kind.DEPENDS: _("Needed by"),
    Link.Kind.DUPLICATES: _("Duplicated by"),
    Link.Kind.RELATES: _("Relates to"),
}


class CustomFieldQuerySet(models.QuerySet["CustomField"]):
    def active(self) -> Self:
        """Those in use: what forms, registers and exports show."""
        return self.filter(is_active=True)

    def for_list(self) -> Self:
        """Each with how many obligations have a value of it, as `used`."""
        return self.annotate(used=Count("values"))


class CustomField(models.Model):
    """A field that an organization adds to obligations."""

    class Kind(models.TextChoices):
        TEXT = "text", _("Text")
        NUMBER = "number", _("Number")
        DATE = "date", _("Date")
        CHOICE = "choice", _("Choice")

    key = models.SlugField(_("key"), max_length=40, unique=True)
    label = models.CharField(_("label"), max_length=100)
    kind = models.CharField(_("kind"), max_length=6, choices=Kind, default=Kind.TEXT)
    choices = models.JSONField(_("choices"), default=list, blank=True)
    place = models.PositiveSmallIntegerField(_("place"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    history = records()
    objects = CustomFieldQuerySet.as_manager()

    class Meta:
        ordering = ["place", "pk"]
        verbose_name = _("field of the organization")
        verbose_name_plural = _("fields of the organization")

    def __str__(self) -> str:
        return self.label


class CustomValue(models.Model):
    """The index of what `Obligation.custom` says: one field of one obligation.

    `value` sorts and compares as the kind does: a date in ISO 8601, a number in `number` as well.
    """

    obligation = models.ForeignKey(
        Obligation, on_delete=models.CASCADE, related_name="custom_values"
    )
    field = models.ForeignKey(CustomField, on_delete=models.PROTECT, related_name="values")
    value = models.CharField(max_length=300)
    number = models.DecimalField(max_digits=20, decimal_places=4, null=True)

    class Meta:
        indexes = [
            models.Index(fields=["field", "value", "obligation"], name="custom_value_by_field"),
            models.Index(
                fields=["field", "number", "obligation"],
                name="custom_number_by_field",
                condition=Q(number__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["obligation", "field"], name="a_field_has_one_value")
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.value}"
