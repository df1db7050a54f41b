"""The form of a change of many obligations."""

from typing import Any

import django_filters as filters
from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office, User
from apps.obligations.codes import Finding
from apps.obligations.organise import UnusableTag, folded, split_names
from apps.obligations.rights import may_find

from .filter_fields import OfficeField
from .narrow import NOBODY

LEAVE = _("Leave as it is")
TAGS_HELP = _("Several with commas between them.")


class TagsField(forms.CharField):
    """Names of tags between commas."""

    def clean(self, value: Any) -> list[str]:
        try:
            return split_names(super().clean(value))
        except UnusableTag as error:
            raise forms.ValidationError(str(error)) from None


class ChangeForm(forms.Form):
    """What is to change on all of them; what is left empty stays as it is."""

    lead = OfficeField(
        label=_("Lead"),
        queryset=Office.objects.all(),
        required=False,
        empty_label=LEAVE,
        null_label=_("Nobody yet"),
        null_value=NOBODY,
    )
    responsible = filters.fields.ModelChoiceField(
        label=_("Responsible"),
        queryset=User.objects.filter(is_active=True),
        required=False,
        empty_label=LEAVE,
        null_label=_("Nobody yet"),
        null_value=NOBODY,
    )
    add_tags = TagsField(label=_("Tags to add"), required=False, help_text=TAGS_HELP)
    remove_tags = TagsField(label=_("Tags to take away"), required=False, help_text=TAGS_HELP)
    finding = forms.ChoiceField(
        label=_("Finding"), required=False, choices=[("", LEAVE), *Finding.choices]
    )
    finding_source = forms.CharField(
        label=_("Source of the finding"),
        max_length=300,
        required=False,
        help_text=_("Needed with a finding: where it says so."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        required=False,
        help_text=_("Stands in the history of each."),
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_finding(self) -> str:
        finding: str = self.cleaned_data["finding"]
        if finding and not may_find(self.person):
            raise forms.ValidationError(
                _t(
                    "A finding needs approval here, one obligation at a time: propose it on the "
                    "page of each, or ask somebody who approves findings."
                )
            )
        return finding

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("finding") and not data.get("finding_source"):
            self.add_error("finding_source", _("Say where it says so."))
        if data.get("finding_source") and not data.get("finding") and "finding" not in self.errors:
            self.add_error("finding", _("Say which finding this is the source of."))
        added = {folded(name): name for name in data.get("add_tags", [])}
        for name in data.get("remove_tags", []):
            if folded(name) in added:
                words = _t("“%(name)s” is to be added as well: say which.") % {"name": name}
                self.add_error("remove_tags", words)
        if not self.errors and not self.values():
            raise forms.ValidationError(_("Say what is to change: everything is left as it is."))
        return data

    def values(self) -> dict[str, Any]:
        """What is to be set, by name; None for nobody."""
        data = self.cleaned_data
        values = {
            name: None if data[name] == NOBODY else data[name]
            for name in ("lead", "responsible")
            if data.get(name)
        }
        values |= {name: data[name] for name in ("add_tags", "remove_tags") if data.get(name)}
        if data.get("finding"):
            values |= {name: data[name] for name in ("finding", "finding_source")}
        return values
