"""Tags for the rows of a register that can be selected."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from apps.reporting.tables import RegisterTable

register = template.Library()


@register.simple_tag
def select_box(table: RegisterTable, record: Any) -> SafeString:
    """The box of one row; it belongs to the form `selection`, which stands outside what is swapped."""
    label = _("Select %(row)s") % {"row": table.row_name(record)}
    return format_html(
        '<label class="select-box"><input class="form-check-input" type="checkbox" id="row-{}" '
        'form="selection" name="row" value="{}" data-select autocomplete="off">'
        '<span class="visually-hidden">{}</span></label>',
        record.pk,
        record.pk,
        label,
    )
