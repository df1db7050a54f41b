from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.actors.models import ActorKind
from apps.documents.models import Paragraph, Text

from .codes import Deliverable, Qualifier, Recipient, Shift, VerbClass
from .models import Obligation
from .timing import UnreadableTiming, check

SUBJECT_HELP = _(
    "As the table of reporting and mandate cycles names it: the situation, what it is about. "
    "For example DRC: MONUSCO mandate. Empty: what is asked, in one line."
)
SHIFTS = [("", _("as the organization does")), *Shift.choices]


class Codes(forms.TypedMultipleChoiceField):
    """Several codes of the guide, as a list of check boxes."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: Any, choices: Any, *, required: bool = False) -> None:
        super().__init__(label=label, choices=choices, required=required, coerce=str)


class ReadingForm(forms.ModelForm):
    """The fields that the machine reads, to be corrected; and who follows it here."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    addressee_codes = Codes(_("Addressees"), ActorKind.choices, required=True)
    deliverable = Codes(_("What must come back"), Deliverable.choices)
    recipients = Codes(_("To whom"), Recipient.choices)
    timing = forms.CharField(
        label=_("Timing"),
        required=False,
        max_length=200,
        help_text=_(
            "Codes with a space between them: by:2026-03-31, within:P90D, every:P6M, until:2026-12-31, "
            "for:P1Y, before-expiry:P30D, session:81, series, asap, regular, event. Empty for none."
        ),
    )
    qualifiers = Codes(_("Qualifiers"), Qualifier.choices)

    class Meta:
        model = Obligation
        fields = [
            "act",
            "subject",
            "region",
            "verb_class",
            "addressee_codes",
            "deliverable",
            "recipients",
            "timing",
            "series",
            "shift",
            "qualifiers",
            "lead",
            "responsible",
        ]
        widgets = {"act": forms.Textarea(attrs={"rows": 2})}
        labels = {"series": _("Rides on the series")}
        help_texts = {"subject": SUBJECT_HELP}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].required = False
        self.fields["shift"].choices = SHIFTS  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["timing"] = " ".join(self.instance.timing)
            self.initial["version"] = self.instance.version

    def clean_region(self) -> str:
        region: str = self.cleaned_data["region"]
        return region or self.instance.region

    def clean_timing(self) -> list[str]:
        try:
            return sorted({check(code) for code in self.cleaned_data["timing"].split()})
        except UnreadableTiming as error:
            raise forms.ValidationError(str(error)) from None

    def values(self) -> dict[str, Any]:
        """What to change, by name of the column."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ReasonForm(forms.Form):
    """Why a draft is no ask."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Why is this not an ask?"), max_length=500)


class SplitForm(forms.Form):
    """Where the second of two asks begins."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = forms.CharField(label=_("The second ask begins with the words"), max_length=2000)


class MissedForm(forms.Form):
    """Words that the machine did not take for an ask."""

    paragraph = forms.ModelChoiceField(Paragraph.objects.none(), label=_("Paragraph"))
    words = forms.CharField(
        label=_("Words of the ask, from its verb on"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    verb_class = forms.ChoiceField(label=_("Class of the verb"), choices=VerbClass)
    addressee_codes = Codes(_("Addressees"), ActorKind.choices, required=True)

    def __init__(self, *args: Any, text: Text, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["paragraph"]
        field.queryset = text.paragraphs.all()  # type: ignore[attr-defined]
