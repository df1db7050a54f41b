"""People and the offices they work in."""

import functools
import zoneinfo
from typing import Any, ClassVar, Self

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser, Permission
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce, Greatest, Lower
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _


class OfficeQuerySet(models.QuerySet["Office"]):
    def under(self, office: "Office") -> Self:
        """`office` and every office below it, however deep."""
        return self.filter(path__startswith=office.path)


class Office(models.Model):
    """A department, division or unit that follows obligations here; a tree."""

    name = models.CharField(_("name"), max_length=200)
    short = models.CharField(_("short name"), max_length=30, unique=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    # Keys from the root down, each between slashes: one index answers "this office and all below".
    path = models.CharField(max_length=500, editable=False, db_index=True, default="")

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["short"]
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def __str__(self) -> str:
        return self.short

    def save(self, **kwargs: Any) -> None:
        """Save, and keep the path of this office and of all below it true."""
        super().save(**kwargs)
        path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        if path != self.path:
            self.path = path
            Office.objects.filter(pk=self.pk).update(path=path)
            for child in self.children.all():
                child.parent = self
                child.save()


@functools.cache
def time_zones() -> frozenset[str]:
    """The names of the IANA database; looking them up reads many files."""
    return frozenset(zoneinfo.available_timezones())


def is_time_zone(value: str) -> None:
    """Raise ValidationError unless `value` names a time zone of the IANA database."""
    if value not in time_zones():
        raise ValidationError(
            _t("There is no time zone “%(value)s”. Name one as Europe/Paris or Asia/Shanghai.")
            % {"value": value}
        )


class UserQuerySet(models.QuerySet["User"]):
    def active(self) -> Self:
        """Those who may sign in."""
        return self.filter(is_active=True)

    def who_may(self, permission: str, *, superusers: bool = True) -> Self:
        """Active people with `permission` ("app.codename"): by a role, their own, or all of them.

        Without `superusers` not those who have it only because they may do everything.
        """
        app, codename = permission.split(".")
        wanted = Permission.objects.filter(content_type__app_label=app, codename=codename)
        by_role = wanted.filter(group__user=OuterRef("pk"))
        own = wanted.filter(user=OuterRef("pk"))
        given = Q(Exists(by_role)) | Q(Exists(own))
        return self.active().filter(given | Q(is_superuser=True) if superusers else given)

    def administrators(self) -> Self:
        """Those who look after people here, and may sign in to do so."""
        return self.who_may("accounts.change_user")

    def matching(self, text: str) -> Self:
        """Those where every word of `text` is found in the name, the address or the office."""
        found = self
        for word in text.split():
            found = found.filter(
                Q(name__icontains=word)
                | Q(email__icontains=word)
                | Q(office__short__icontains=word)
                | Q(office__name__icontains=word)
            )
        return found

    def for_list(self) -> Self:
        """All that a row of the list of people shows; `seen_at` is None for who never signed in."""
        seen = (
            UserSession.objects.filter(user=OuterRef("pk"))
            .order_by("-last_seen_at")
            .values("last_seen_at")[:1]
        )
        last = models.Subquery(seen)
        return (
            self.select_related("office")
            .prefetch_related("groups")
            # Either may be missing, and with one missing there is no greatest.
            .annotate(seen_at=Greatest(Coalesce(last, "last_login"), Coalesce("last_login", last)))
        )


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a person who signs in with `email` and `password`."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an administrator."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """A person who signs in by e-mail address."""

    class Theme(models.TextChoices):
        AUTO = "auto", _("As the system")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    class Digest(models.TextChoices):
        """How often the mail comes that gathers a person's notices."""

        AT_ONCE = "at-once", _("At once")
        DAILY = "daily", _("Once a day")
        WEEKLY = "weekly", _("Once a week, on Monday")
        NEVER = "never", _("Never: I look at the bell")

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )

    # Empty: what the browser asks for, and the organization's own.
    language = models.CharField(
        _("language"), max_length=10, blank=True, choices=settings.LANGUAGES
    )
    time_zone = models.CharField(
        _("time zone"), max_length=60, blank=True, validators=[is_time_zone]
    )
    theme = models.CharField(_("theme"), max_length=5, choices=Theme, default=Theme.AUTO)
    digest = models.CharField(_("mail"), max_length=7, choices=Digest, default=Digest.DAILY)
    digest_hour = models.PositiveSmallIntegerField(_("hour of the mail"), default=7)
    # Single keys do something on pages; WCAG 2.1.4 asks that they can be turned off.
    shortcuts = models.BooleanField(_("keys for what is done often"), default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager.from_queryset(UserQuerySet)()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_person_per_e_mail_address"),
            models.CheckConstraint(
                name="a_digest_has_an_hour_of_the_day", condition=models.Q(digest_hour__lt=24)
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @property
    def roles(self) -> list[str]:
        """Names of the person's roles, in the order of the alphabet."""
        return sorted(group.name for group in self.groups.all())

    @property
    def is_invited(self) -> bool:
        """Whether the person may come in, but has chosen no password yet."""
        return self.is_active and not self.has_usable_password()

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The time zone in which this person's day begins."""
        return zoneinfo.ZoneInfo(self.time_zone or settings.TIME_ZONE)

    def leads_for(self, office: Office | None) -> bool:
        """Whether `office` is the person's own office or one below it."""
        return bool(office and self.office and office.path.startswith(self.office.path))

    def may_act_for(self, office: Office | None, *, own: str, any_office: str) -> bool:
        """Whether the person has the permission `any_office`, or `own` and leads for `office`."""
        return self.has_perm(any_office) or (self.has_perm(own) and self.leads_for(office))
