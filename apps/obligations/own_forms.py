"""Form fields for tags and for the organization's own fields."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import CustomField
from .organise import (
    DECIMALS,
    LONGEST_VALUE,
    MOST_DIGITS,
    UnusableTag,
    split_names,
    typed_value,
    with_tags,
)

KNOWN_TAGS = "known-tags"  # id of the list of tags that a page offers


class TagNames(forms.CharField):
    """Names of tags with commas between; gives a list of them."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"list": KNOWN_TAGS, "autocomplete": "off"})
        super().__init__(required=False, max_length=2000, widget=widget, **kwargs)

    def clean(self, value: Any) -> list[str]:
        try:
            return with_tags(split_names(super().clean(value)))
        except UnusableTag as error:
            raise forms.ValidationError(str(error)) from None

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value


def own_form_fields(
    fields: Iterable[CustomField], kept: Mapping[str, str]
) -> dict[str, forms.Field]:
    """A form field for each of the organization's own, filled with what an obligation keeps."""
    return {form_name(field): _form_field(field, kept.get(field.key, "")) for field in fields}


def form_name(field: CustomField) -> str:
    return f"field-{field.key}"


def _form_field(field: CustomField, kept: str) -> forms.Field:
    common: dict[str, Any] = {
        "label": field.label,
        "required": False,
        "initial": typed_value(field, kept),
    }
    match field.kind:
        case CustomField.Kind.NUMBER:
            digits = MOST_DIGITS + DECIMALS
            return forms.DecimalField(
                localize=True, max_digits=digits, decimal_places=DECIMALS, **common
            )
        case CustomField.Kind.DATE:
            day = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            return forms.DateField(widget=day, **common)
        case CustomField.Kind.CHOICE:
            choices = [("", _("nothing")), *((one, one) for one in field.choices)]
            return forms.ChoiceField(choices=choices, **common)
        case _:
            return forms.CharField(max_length=LONGEST_VALUE, **common)
