"""Tags of the dashboards."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from apps.dashboards.days import Stretch
from apps.dashboards.drawn import quarter_words
from apps.dashboards.measures import Number
from apps.dashboards.timeliness import Cohort
from apps.documents.models import Document
from apps.obligations.models import Obligation, Series

register = template.Library()


@register.simple_tag
def figure(number: Number) -> SafeString:
    """A number as a link to the cycles it counts. The page has hundreds: one tag, one string."""
    if number.url is None:
        return format_html('<span class="figure zero">{}</span>', localize(number.value))
    return format_html(
        '<a class="figure {}" href="{}" data-number="{}">{}</a>{}',
        "some" if number.value else "zero",
        number.url,
        number.value,
        localize(number.value),
        change(number),
    )


def change(number: Number) -> SafeString | str:
    """How many more or fewer than on the other day; nothing where none is asked for."""
    if number.change is None:
        return ""
    words = _("before: %(number)s") % {"number": localize(number.before)}
    return format_html(
        ' <span class="change">{}<span class="visually-hidden">, {}</span></span>',
        signed(number.change),
        words,
    )


def signed(number: int) -> str:
    """With its sign, as print has it; ±0 where nothing changed."""
    sign = "+" if number > 0 else "−" if number < 0 else "±"
    return f"{sign}{localize(abs(number))}"


@register.simple_block_tag
def tile(content: str, number: Number) -> SafeString:
    """A figure in large, leading to the cycles it counts; the words stand under it."""
    inside = format_html(
        '<span class="tile-number">{}{}</span> {}', localize(number.value), change(number), content
    )
    if number.url is None:
        return format_html('<span class="tile-still">{}</span>', inside)
    return format_html('<a href="{}" data-number="{}">{}</a>', number.url, number.value, inside)


@register.simple_tag
def page_of(record: Any, label: str) -> SafeString | str:
    """`label`, leading to the page of the record where it has one."""
    if isinstance(record, Document):
        address = record.get_absolute_url()
    elif isinstance(record, Series):
        address = reverse("reporting:series-detail", args=[record.pk])
    elif isinstance(record, Obligation):
        address = reverse("followups:obligation-detail", args=[record.pk])
    else:
        return label
    return format_html('<a href="{}">{}</a>', address, label)


@register.simple_tag
def stretch_words(row: Stretch | Cohort) -> str:
    return quarter_words(row) if isinstance(row, Stretch) else str(row.year)
