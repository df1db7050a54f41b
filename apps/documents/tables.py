from typing import Any

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from apps.web.templatetags.web import day

from .models import Document


class DocumentTable(tables.Table):
    """Documents, newest first."""

    symbol = tables.Column(linkify=True, empty_values=(), verbose_name=_("Symbol"))
    languages = tables.Column(
        accessor="texts", orderable=False, verbose_name=_("Languages"), empty_values=()
    )

    class Meta:
        model = Document
        fields = ["symbol", "adopted_on", "kind", "organ", "title", "languages"]
        order_by_field = "sort"
        attrs = {"class": "table", "caption": _("Documents")}

    def render_symbol(self, record: Document) -> str:
        return str(record)

    def render_adopted_on(self, value: Any) -> str:
        return day(value)

    def render_languages(self, record: Document) -> str:
        return ", ".join(text.get_language_display() or "?" for text in record.texts.all())
