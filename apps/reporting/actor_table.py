"""The table of actors."""

from typing import Any

import django_tables2 as tables
from django.db.models import F, QuerySet
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from apps.actors.models import LANGUAGES, Actor
from apps.web.templatetags.web import badge

from .columns import NOTHING, RegisterColumn


class ActorTable(tables.Table):
    """Who is asked and who reports, with how much is asked of each by name."""

    caption = gettext_lazy("Actors")

    name = tables.Column(gettext_lazy("Name"), linkify=True)
    acronym = tables.Column(gettext_lazy("Acronym"), default=NOTHING)
    kind = tables.Column(gettext_lazy("Kind"))
    asked = RegisterColumn(
        gettext_lazy("Obligations"), lambda a: a.asked, by=("asked",), number=True
    )
    authored = RegisterColumn(
        gettext_lazy("Series"), lambda a: a.authored, by=("authored",), number=True
    )
    is_active = tables.Column(gettext_lazy("Exists today"))

    def __init__(self, data: Any, **kwargs: Any) -> None:
        super().__init__(data, order_by_field="sort", **kwargs)

    def order_name(
        self,
        queryset: QuerySet[Actor],
        is_descending: bool,  # noqa: FBT001 (django-tables2 calls it so)
    ) -> tuple[QuerySet[Actor], bool]:
        """By the name in the language of the page, as `Actor.name` shows it; then by key."""
        language = (get_language() or "en")[:2]
        name = F(f"name_{language if language in LANGUAGES else 'en'}")
        order = (name.desc(), "-pk") if is_descending else (name.asc(), "pk")
        return queryset.order_by(*order), True

    def render_kind(self, record: Actor) -> str:
        return record.get_kind_display()

    def render_is_active(self, record: Actor) -> str:
        return _("yes") if record.is_active else badge("closed", _("Exists no more"))
