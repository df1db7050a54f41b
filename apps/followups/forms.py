from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.documents.forms import looks_like_a_symbol
from apps.obligations.codes import Finding
from apps.obligations.forms import SHIFTS, SUBJECT_HELP
from apps.obligations.models import CustomField, Obligation
from apps.obligations.own_forms import TagNames, form_name, own_form_fields
from apps.reporting.models import Response

DAY = {"type": "date"}


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs=DAY, format="%Y-%m-%d")


class FollowForm(forms.ModelForm):
    """Who follows it here, and how far it has come."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    tags = TagNames(label=_("Tags"), help_text=_("With commas between."))

    class Meta:
        model = Obligation
        fields = [
            "act",
            "subject",
            "region",
            "shift",
            "lead",
            "responsible",
            "finding",
            "finding_source",
            "review_on",
        ]
        widgets = {"act": forms.Textarea(attrs={"rows": 2}), "review_on": day_input()}
        help_texts = {"subject": SUBJECT_HELP}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        self.fields["region"].required = False
        self.fields["shift"].choices = SHIFTS  # type: ignore[attr-defined]
        self.fields["lead"].empty_label = _("nobody yet")  # type: ignore[attr-defined]
        self.initial["tags"] = self.instance.tag_names
        self.own = list(CustomField.objects.active())
        self.fields |= own_form_fields(self.own, self.instance.custom)

    def clean_region(self) -> str:
        region: str = self.cleaned_data["region"]
        return region or self.instance.region

    def values(self) -> dict[str, Any]:
        values = {name: self.cleaned_data[name] for name in self.Meta.fields}
        values["tag_names"] = self.cleaned_data["tags"]
        values["custom"] = {field.key: self.cleaned_data[form_name(field)] for field in self.own}
        return values


class CloseForm(forms.Form):
    """Why it ends."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    finding = forms.ChoiceField(
        label=_("Finding"),
        choices=[
            (f.value, f.label)
            for f in (
                Finding.FULFILLED,
                Finding.SUPERSEDED,
                Finding.LAPSED,
                Finding.NOT_APPLICABLE,
            )
        ],
    )
    reason = forms.CharField(label=_("Reason"), max_length=500)


class ResponseForm(forms.ModelForm):
    """The report that answers a cycle, by symbol; by symbol and date if it is not here yet."""

    symbol = forms.CharField(
        label=_("Symbol of the report"),
        max_length=100,
        validators=[looks_like_a_symbol],
        help_text=_("For example A/79/302"),
    )
    issued_on = forms.DateField(
        label=_("Issued on"),
        required=False,
        widget=day_input(),
        help_text=_("Needed only if the report is not in the system yet."),
    )
    title = forms.CharField(label=_("Title"), max_length=500, required=False)

    class Meta:
        model = Response
        fields = ["symbol", "issued_on", "title", "finding", "paragraphs", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["finding"].initial = Finding.FULFILLED


class WaiveForm(forms.Form):
    """Why no answer is expected any more."""

    reason = forms.CharField(label=_("Why is no answer expected?"), max_length=500)
