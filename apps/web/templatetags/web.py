"""Tags that pages of several apps share."""

import datetime as dt
from typing import Any

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.web.icons import ICONS

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Icon as inline SVG, hidden from screen readers: a word always stands beside it."""
    inside = mark_safe(ICONS[name])
    return format_html(
        '<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{}</svg>',
        inside,
    )


@register.simple_tag
def badge(code: str, label: str) -> SafeString:
    """State as icon, word and colour; `code` is a timing state or a state of an obligation."""
    return format_html('<span class="badge-state state-{}">{} {}</span>', code, icon(code), label)


@register.simple_tag
def day(value: dt.date | None, empty: str = "–") -> SafeString:
    """A date as the locale writes it, in an element that carries the ISO date."""
    if value is None:
        return format_html("{}", empty)
    shown = date_format(value, "DATE_FORMAT")
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), shown)


@register.simple_tag
def days_from(value: dt.date | None, on: dt.date) -> str:
    """How many days `value` is from `on`, in words: "in 36 days", "100 days ago", "today"."""
    if value is None:
        return ""
    days = (value - on).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}
    return ngettext("%(days)d day ago", "%(days)d days ago", -days) % {"days": -days}


@register.inclusion_tag("includes/rail_item.html", takes_context=True)
def rail_item(context: dict[str, Any], view: str, icon_name: str, label: str) -> dict[str, Any]:
    """One entry of the rail, marked on its own page and on the pages below it.

    The list of a thing is `app:thing-list`; its other pages are `...:thing-...`, in whatever app.
    An overview stands for all pages of its app.
    """
    match = context["request"].resolver_match
    page = match.view_name if match else ""
    app, _colon, name = view.partition(":")
    thing = name.removesuffix("-list")
    below = thing != "" and page.partition(":")[2].split("-")[0] == thing
    below = below or (name == "overview" and page.partition(":")[0] == app)
    return {
        "url": reverse(view),
        "icon_name": icon_name,
        "label": label,
        "current": "page" if page == view else "true" if below else "",
    }


@register.simple_tag
def rows_of(table: Any) -> list[tuple[Any, list[tuple[Any, str, SafeString]]]]:
    """The rows of the page, each with its cells, their headings and attributes.

    Headings and attributes are made once for a column and not again in each of a thousand cells.
    """
    columns = [
        (column.name, str(column.header), mark_safe(column.attrs["td"].as_html()))
        for column in table.columns
    ]
    return [
        (row, [(row.get_cell(name), heading, attrs) for name, heading, attrs in columns])
        for row in table.paginated_rows
    ]
