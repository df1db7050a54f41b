"""Forms that change dates: each names the document that it rests on."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from apps.documents.forms import looks_like_a_symbol
from apps.obligations.codes import CadenceKind
from apps.obligations.models import Cadence, Obligation
from apps.obligations.timing import LONGEST
from apps.reporting.models import Cycle

from .forms import day_input

UNITS = (("D", _("days")), ("W", _("weeks")), ("M", _("months")), ("Y", _("years")))
# With a series it rides on is said in the review, where the words are.
KINDS = [(kind.value, kind.label) for kind in CadenceKind if kind != CadenceKind.SERIES]
NEEDS: dict[str, tuple[str, ...]] = {
    CadenceKind.ONCE: ("on", "count"),
    CadenceKind.EVERY: ("count",),
    CadenceKind.SESSION: ("session",),
    CadenceKind.MANDATE: ("on", "count"),
    CadenceKind.BEFORE_EXPIRY: ("mandate",),
    CadenceKind.MIDTERM: ("mandate",),
    CadenceKind.EVENT: ("on",),
}
"""For each kind, the fields of which one must be given."""


class BasisForm(forms.Form):
    """The decision, letter or note that a change rests on."""

    symbol = forms.CharField(
        label=_("By which document"),
        max_length=100,
        validators=[looks_like_a_symbol],
        help_text=_("Symbol of the decision, letter or note, for example S/2016/1029."),
    )
    issued_on = forms.DateField(
        label=_("Its date"),
        required=False,
        widget=day_input(),
        help_text=_("Needed only if the document is not in the system yet."),
    )


class ExtensionForm(BasisForm):
    """One cycle is due on another day."""

    due_on = forms.DateField(label=_("Now due on"), widget=day_input())
    reason = forms.CharField(label=_("Reason"), max_length=500)
    field_order = ("due_on", "reason", "symbol", "issued_on")


class ProgrammeForm(forms.ModelForm):
    """Days of the programme of a report, beside the one that the decision gives."""

    class Meta:
        model = Cycle
        fields = ("considered_on", "slot_on", "submitted_on")
        widgets = {name: day_input() for name in fields}
        labels = {
            "considered_on": _("Considered on"),
            "slot_on": _("Slot: to be submitted on"),
            "submitted_on": _("Submitted on"),
        }


class AmendmentForm(BasisForm):
    """A new version of a cadence."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    number = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("How often or by when"), choices=KINDS)
    count = forms.IntegerField(label=_("Period"), required=False, min_value=1, max_value=9999)
    unit = forms.ChoiceField(label=_("of"), choices=UNITS, initial="M")
    on = forms.DateField(label=_("Date, or end of the mandate"), required=False, widget=day_input())
    start_on = forms.DateField(label=_("First date"), required=False, widget=day_input())
    until_on = forms.DateField(label=_("No date after"), required=False, widget=day_input())
    from_answer = forms.BooleanField(label=_("Counted from the last answer"), required=False)
    session = forms.IntegerField(
        label=_("Session of the General Assembly"), required=False, min_value=1, max_value=999
    )
    mandate = forms.ModelChoiceField(
        Obligation.objects.none(), label=_("Mandate that it counts from"), required=False
    )
    paragraph = forms.CharField(label=_("Paragraph"), max_length=40, required=False)
    holds_from = forms.DateField(label=_("Holds from"), widget=day_input())
    reason = forms.CharField(label=_("Remark"), max_length=500, required=False)
    field_order = (
        "kind", "count", "unit", "on", "start_on", "until_on", "from_answer", "session", "mandate",
        "symbol", "paragraph", "issued_on", "holds_from", "reason",
    )  # fmt: skip

    def __init__(self, *args: Any, cadence: Cadence, **kwargs: Any) -> None:
        obligation = cadence.obligation
        initial = {
            "version": obligation.version,
            "number": cadence.number,
            "kind": cadence.kind,
            "count": cadence.period[1:-1],
            "unit": cadence.period[-1:] or "M",
        }
        kwargs["initial"] = initial
        super().__init__(*args, **kwargs)
        self.fields["mandate"].queryset = (  # type: ignore[attr-defined]
            Obligation.objects.tracked()
            .of(obligation.document)
            .select_related("document", "paragraph")
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kind = data.get("kind", "")
        needed = NEEDS.get(kind, ())
        if needed and not any(data.get(name) for name in needed):
            self.add_error(needed[0], _("This kind of cadence needs it."))
        count, unit = data.get("count"), data.get("unit", "M")
        if count and count > LONGEST.get(unit, 9999):
            self.add_error("count", _t("%(n)d is longer than a hundred years.") % {"n": count})
        return data

    def values(self) -> dict[str, Any]:
        """What the new version is, by name of the column; only what its kind makes use of."""
        data = self.cleaned_data
        kind = data["kind"]
        period = f"P{data['count']}{data['unit']}" if data["count"] else ""
        recurs = kind == CadenceKind.EVERY
        counts_back = kind in {CadenceKind.BEFORE_EXPIRY, CadenceKind.MIDTERM}
        return {
            "kind": kind,
            "period": "" if kind in {CadenceKind.EVENT, CadenceKind.SESSION} else period,
            "on": None if recurs or counts_back else data["on"],
            "start_on": data["start_on"] if recurs or kind == CadenceKind.MANDATE else None,
            "until_on": data["until_on"] if recurs else None,
            "from_answer": recurs and data["from_answer"],
            "session": data["session"] if kind == CadenceKind.SESSION else None,
            "mandate": data["mandate"] if counts_back else None,
        }


def last_day_planned(today: dt.date, years: int) -> dt.date:
    """The last day up to which recurrences are planned: the end of a year."""
    return dt.date(today.year + years, 12, 31)
