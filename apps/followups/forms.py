import datetime as dt
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
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
    finding_on = forms.DateField(
        label=_("Day of the finding"),
        required=False,
        widget=day_input(),
        help_text=_("Empty: today, where the finding is a new one."),
    )

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

    def __init__(self, *args: Any, on: dt.date, **kwargs: Any) -> None:
        """`on` is the day on which it is changed."""
        super().__init__(*args, **kwargs)
        self.on, self.former = on, self.instance.finding
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

    def clean_finding_on(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["finding_on"]
        if day and day > self.on:
            raise forms.ValidationError(
                _t("%(day)s is still to come: a finding is of today or earlier.")
                % {"day": date_format(day)}
            )
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        finding = data.get("finding")
        is_new = finding not in {None, self.former, Finding.NOT_STARTED}
        if is_new and not data.get("finding_source") and "finding_source" in data:
            self.add_error("finding_source", _("Say what the new finding rests on."))
        return data

    def values(self) -> dict[str, Any]:
        values = {name: self.cleaned_data[name] for name in self.Meta.fields}
        values["tag_names"] = self.cleaned_data["tags"]
        values["custom"] = {field.key: self.cleaned_data[form_name(field)] for field in self.own}
        if self.cleaned_data["finding_on"]:
            values["finding_on"] = self.cleaned_data["finding_on"]
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
    response = forms.ModelChoiceField(
        Response.objects.none(),
        label=_("Fulfilled by"),
        required=False,
        empty_label=_("no report"),
        help_text=_("Needed for what is fulfilled: the report that fulfils it."),
    )
    reason = forms.CharField(label=_("Reason"), max_length=500)

    def __init__(self, *args: Any, obligation: Obligation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = obligation.version
        response = self.fields["response"]
        response.queryset = (  # type: ignore[attr-defined]
            Response.objects.filter(cycle__obligation=obligation)
            .select_related("document", "cycle")
            .order_by("-document__adopted_on", "-pk")
        )
        response.label_from_instance = _symbol_and_day  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        is_fulfilled = data.get("finding") == Finding.FULFILLED
        if is_fulfilled and "response" in data and not data["response"]:
            self.add_error("response", self._what_is_missing())
        if not is_fulfilled:
            data["response"] = None
        return data

    def _what_is_missing(self) -> str:
        if self.fields["response"].queryset.exists():  # type: ignore[attr-defined]
            return _t("Choose the report that fulfils it.")
        return _t("No report is linked yet. Link the report to its cycle first, then close.")


def _symbol_and_day(response: Response) -> str:
    """The document that answers, its day and the cycle that it answers."""
    document, due_on = response.document, response.cycle.due_on
    issued = date_format(document.adopted_on) if document.adopted_on else _t("no date")
    due = date_format(due_on) if due_on else _t("no date")
    return _t("%(document)s, %(issued)s (due %(due)s)") % {
        "document": document,
        "issued": issued,
        "due": due,
    }


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
