"""The table of the series."""

import datetime as dt
from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from apps.obligations.explain import period_words
from apps.obligations.models import Series
from apps.web.templatetags.web import day, days_from

from .columns import NOTHING, RegisterColumn


class SeriesTable(tables.Table):
    """Reports that recur by themselves."""

    caption = gettext_lazy("Series")

    name = tables.Column(
        gettext_lazy("Name"), linkify=("reporting:series-detail", [tables.A("pk")])
    )
    author = tables.Column(gettext_lazy("Author"), order_by="author__name_en", default=NOTHING)
    period = tables.Column(gettext_lazy("Every"), default=NOTHING, orderable=False)
    next_on = tables.Column(gettext_lazy("Next expected"), empty_values=(), orderable=False)
    last_report_on = tables.Column(gettext_lazy("Last report"), default=NOTHING)
    reports_so_far = RegisterColumn(
        gettext_lazy("Reports"), lambda s: s.reports_so_far, by=("reports_so_far",), number=True
    )
    riding = RegisterColumn(
        gettext_lazy("Obligations"), lambda s: s.riding, by=("riding",), number=True
    )

    def __init__(self, data: Any, *, on: dt.date, **kwargs: Any) -> None:
        self.on = on
        super().__init__(data, order_by_field="sort", **kwargs)

    def render_period(self, value: str) -> str:
        return period_words(value)

    def render_next_on(self, record: Series) -> str:
        expected = record.next_on(on=self.on)
        if expected is None:
            return NOTHING
        return format_html(
            '{} <span class="muted">{}</span>', day(expected), days_from(expected, self.on)
        )

    def render_last_report_on(self, value: dt.date) -> str:
        return day(value)
