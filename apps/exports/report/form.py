"""What an address can ask of a status report, beside the filter of the register of cycles."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from apps.exports.models import Template

LONGEST_TITLE = 200
LONGEST_NOTE = 1_500


class Part(TextChoices):
    """What a report can hold, in the order in which it stands there."""

    SUMMARY = "summary", _("Summary")
    FIGURES = "figures", _("Figures")
    OVERDUE = "overdue", _("What is overdue, and why")
    FOLLOW_UPS = "follow-ups", _("Follow-ups since a day")
    TABLE = "table", _("Cycles in detail, as a table")
    DERIVATIONS = "derivations", _("Why each date")
    ANNEX = "annex", _("Annex: the words of the decisions")


USUAL = (Part.SUMMARY, Part.FIGURES, Part.OVERDUE, Part.TABLE)
"""What it holds where the address does not say; where all is overdue, one list of it is enough."""


class Order(TextChoices):
    """How the rows of the table stand together."""

    REGION = "region", _("By region or theme")
    LEAD = "lead", _("By lead office")
    DUE = "due", _("In one list, by date")


def _day(label: Any, help_text: Any) -> forms.DateField:
    """A day as ISO 8601 writes it, in the address as in the field."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    formats = ["%Y-%m-%d"]
    return forms.DateField(
        label=label, help_text=help_text, required=False, widget=widget, input_formats=formats
    )


class ReportForm(forms.Form):
    """The names are parameters of addresses that people share and schedules keep."""

    language = forms.ChoiceField(label=_("Language"), required=False, choices=settings.LANGUAGES)
    title = forms.CharField(label=_("Title"), required=False, max_length=LONGEST_TITLE)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=LONGEST_NOTE,
        help_text=_("Stands before the first part; an empty line begins a new paragraph."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    part = forms.MultipleChoiceField(
        label=_("Parts"), required=False, choices=Part, widget=forms.CheckboxSelectMultiple
    )
    since = _day(_("Follow-ups since"), _("Empty: the thirty days before."))
    order = forms.ChoiceField(label=_("Order of the table"), required=False, choices=Order)
    template = forms.ModelChoiceField(
        label=_("Template of the DOCX"),
        required=False,
        queryset=Template.objects.filter(is_active=True),
        empty_label=_("The product's own layout"),
    )
