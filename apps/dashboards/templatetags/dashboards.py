"""Tags of the dashboard."""

from django import template
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.dashboards.measures import Number

register = template.Library()


@register.simple_tag
def figure(number: Number) -> SafeString:
    """A number as a link to the cycles it counts. The page has hundreds: one tag, one string."""
    return format_html(
        '<a class="figure {}" href="{}" data-number="{}">{}</a>',
        "some" if number.value else "zero",
        number.url,
        number.value,
        localize(number.value),
    )
