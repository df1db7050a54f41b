import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.documents.forms import looks_like_a_symbol
from apps.obligations.codes import Finding
from apps.obligations.forms import SHIFTS, SUBJECT_HELP
from apps.obligations.models import CustomField, Obligation
from apps.obligations.own_forms import TagNames, form_name, own_form_fields
from apps.reporting.models import Response

from .models import Entry

DAY = {"type": "date"}
MAX_FILES = 10


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs=DAY, format="%Y-%m-%d")


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/input.html"


class FilesField(forms.FileField):
    """Several files, each within the limit."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[Any]"]:
        files = [file for file in data or [] if file]
        if len(files) > MAX_FILES:
            raise forms.ValidationError(_t("At most %d files at once.") % MAX_FILES)
        for file in files:
            if file.size > settings.ATTACHMENT_MAX_BYTES:
                most = filesizeformat(settings.ATTACHMENT_MAX_BYTES)
                raise forms.ValidationError(
                    _t("“%(name)s” is larger than %(most)s.") % {"name": file.name, "most": most}
                )
        return [super(FilesField, self).clean(file, initial) for file in files]


class EntryForm(forms.ModelForm):
    """What was done, and what comes next."""

    attached = FilesField(label=_("Files"), required=False)

    class Meta:
        model = Entry
        fields = [
            "kind",
            "happened_on",
            "cycle",
            "text",
            "next_step",
            "next_step_on",
            "next_step_by",
        ]
        widgets = {
            "happened_on": day_input(),
            "next_step_on": day_input(),
            "text": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, obligation: Obligation, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["happened_on"].initial = on
        cycle, assignee = self.fields["cycle"], self.fields["next_step_by"]
        cycle.queryset = obligation.cycles.all()  # type: ignore[attr-defined]
        cycle.label_from_instance = lambda c: str(c.due_on or _t("no date"))  # type: ignore[attr-defined]
        cycle.empty_label = _("the obligation as a whole")  # type: ignore[attr-defined]
        may_log = Q(groups__permissions__codename="add_entry") | Q(is_superuser=True)
        assignee.queryset = User.objects.filter(may_log, is_active=True).distinct()  # type: ignore[attr-defined]

    def clean_happened_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["happened_on"]
        if day > self.on:
            raise forms.ValidationError(
                _t("%(day)s is still to come. What is planned is a next step.") % {"day": day}
            )
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("next_step") and (data.get("next_step_on") or data.get("next_step_by")):
            self.add_error("next_step", _("Say what the next step is."))
        return data


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
