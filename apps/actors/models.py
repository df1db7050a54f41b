"""Who asks and who is asked."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


class Language(models.TextChoices):
    """The six languages of texts; the interface has the same."""

    ARABIC = "ar", _("Arabic")
    CHINESE = "zh", _("Chinese")
    ENGLISH = "en", _("English")
    FRENCH = "fr", _("French")
    RUSSIAN = "ru", _("Russian")
    SPANISH = "es", _("Spanish")


class ActorKind(models.TextChoices):
    """The addressee codes of the labelling guide."""

    SECRETARY_GENERAL = "secretary-general", _("Secretary-General")
    SECRETARIAT = "secretariat", _("Secretariat")
    MISSION = "mission", _("Mission")
    SUBSIDIARY_BODY = "subsidiary-body", _("Subsidiary body")
    COUNCIL = "council", _("Issuing body")
    OTHER_ORGAN = "other-organ", _("Other principal organ")
    UN_SYSTEM = "un-system", _("United Nations system")
    MEMBER_STATES = "member-states", _("Member States")
    NAMED_STATE = "named-state", _("Named State")
    PARTIES = "parties", _("Parties")
    REGIONAL_ORGS = "regional-orgs", _("Regional organizations")
    OTHERS = "others", _("Others")
    UNSTATED = "unstated", _("Not named")


class ActorQuerySet(models.QuerySet["Actor"]):
    def matching(self, text: str) -> Self:
        """Those of whose names, acronyms and aliases, in whatever language, each word of `text` is a part."""
        found = self
        for word in text.split():
            names = ActorName.objects.filter(actor=OuterRef("pk"), folded__contains=word.casefold())
            # An actor that the administration entered may have no rows of names.
            own = Q(acronym__icontains=word) | Q(key__icontains=word)
            for language in LANGUAGES:
                own |= Q(**{f"name_{language}__icontains": word})
            found = found.filter(Exists(names) | own)
        return found


class Actor(models.Model):
    """An organ, office, mission, body, State or organization that can be asked to act."""

    key = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ActorKind)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    is_active = models.BooleanField(_("exists today"), default=True)
    name_ar = models.CharField(_("name in Arabic"), max_length=300)
    name_en = models.CharField(_("name in English"), max_length=300)
    name_es = models.CharField(_("name in Spanish"), max_length=300)
    name_fr = models.CharField(_("name in French"), max_length=300)
    name_ru = models.CharField(_("name in Russian"), max_length=300)
    name_zh = models.CharField(_("name in Chinese"), max_length=300)

    objects = ActorQuerySet.as_manager()

    class Meta:
        ordering = ["name_en"]
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        constraints = [
            models.CheckConstraint(
                name="an_actor_has_a_kind_of_the_guide", condition=models.Q(kind__in=ActorKind)
            )
        ]

    def __str__(self) -> str:
        return self.acronym or self.name

    def get_absolute_url(self) -> str:
        return reverse("actors:actor-detail", args=[self.pk])

    @property
    def name(self) -> str:
        """Name in the language of the interface, English where that is none of the six."""
        language = (get_language() or "en")[:2]
        name: str = getattr(self, f"name_{language if language in LANGUAGES else 'en'}")
        return name


class ActorName(models.Model):
    """One name, acronym or alias, as it is printed in texts of one language."""

    class Kind(models.TextChoices):
        NAME = "name", _("name")
        ACRONYM = "acronym", _("acronym")
        ALIAS = "alias", _("alias")

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=2, choices=Language)
    kind = models.CharField(_("kind"), max_length=7, choices=Kind)
    text = models.CharField(_("text"), max_length=300)
    folded = models.CharField(max_length=300, editable=False, db_index=True)

    class Meta:
        ordering = ["language", "kind", "text"]
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "language", "text"], name="an_actor_has_a_name_once_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, **kwargs: Any) -> None:
        """Save, with the form that look-ups compare."""
        self.folded = self.text.casefold()
        super().save(**kwargs)
