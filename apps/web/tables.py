"""The table of people."""

from typing import Any

import django_tables2 as tables
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User

from .people_forms import role_words
from .templatetags.web import badge


class PersonTable(tables.Table):
    """People, and when each was last here."""

    caption = gettext_lazy("People")

    name = tables.Column(gettext_lazy("Name"), linkify=("web:person-detail", [tables.A("pk")]))
    email = tables.Column(gettext_lazy("E-mail address"))
    office = tables.Column(gettext_lazy("Office"), order_by="office__short", default="–")
    roles = tables.Column(gettext_lazy("Roles"), orderable=False, empty_values=())
    seen_at = tables.Column(gettext_lazy("Last seen"), empty_values=())
    is_active = tables.Column(gettext_lazy("Sign-in"))

    def __init__(self, data: Any, **kwargs: Any) -> None:
        super().__init__(data, order_by_field="sort", **kwargs)

    def render_roles(self, record: User) -> str:
        roles = record.roles
        if record.is_superuser:
            return role_words([*roles, _("may do everything")])
        return role_words(roles) or "–"

    def render_seen_at(self, record: Any) -> str:
        if record.seen_at is None:
            return _("never")
        shown = date_format(localtime(record.seen_at), "SHORT_DATETIME_FORMAT")
        return format_html('<time datetime="{}">{}</time>', record.seen_at.isoformat(), shown)

    def render_is_active(self, record: Any) -> str:
        if not record.is_active:
            return badge("waived", _("Deactivated"))
        if record.is_invited:
            return badge("due-soon", _("Invited"))
        return badge("accepted", _("May sign in"))
