"""Forms of the work flow: handing over, deciding with a reason, sharing."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office, User
from apps.obligations.models import Obligation

from .fields import PersonField
from .handover import heirs, receivers
from .models import Handover
from .people import who_may_log


class HandoverForm(forms.Form):
    """To whom an obligation is offered, and what they should know."""

    to_office = forms.ModelChoiceField(
        Office.objects.none(), label=_("To the office"), empty_label=_("choose an office")
    )
    to_person = PersonField(
        label=_("To a person in it"), required=False, help_text=_("Empty: whoever accepts.")
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Why, what stands, and what comes next. Everybody who reads the page reads it."
        ),
    )

    def __init__(self, *args: Any, obligation: Obligation, me: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office, person = self.fields["to_office"], self.fields["to_person"]
        leading = Office.objects.filter(obligations=obligation)
        office.queryset = Office.objects.exclude(pk__in=leading)  # type: ignore[attr-defined]
        office.label_from_instance = _short_and_name  # type: ignore[attr-defined]
        person.people, person.me = who_may_log(), me  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        office, person = data.get("to_office"), data.get("to_person")
        if not office:
            return data
        values = {"person": person, "office": office}
        if person and not heirs(office).filter(pk=person.pk).exists():
            self.add_error("to_person", _t("%(person)s is not of %(office)s.") % values)
        elif not receivers(office).exists():
            self.add_error(
                "to_office",
                _t("Nobody in %(office)s or above it may accept: an administrator adds people.")
                % values,
            )
        return data


def _short_and_name(office: Office) -> str:
    return f"{office.short} – {office.name}"


class AcceptForm(forms.Form):
    """Who is responsible once it is taken over."""

    responsible = PersonField(label=_("Responsible"), required=False)

    def __init__(self, *args: Any, handover: Handover, me: User, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "accept_%s")
        super().__init__(*args, **kwargs)
        self.handover, self.me = handover, me
        field = self.fields["responsible"]
        field.people, field.me = who_may_log(), me  # type: ignore[attr-defined]
        self.initial["responsible"] = handover.to_person or me

    def clean_responsible(self) -> User | None:
        person: User | None = self.cleaned_data["responsible"]
        office = self.handover.to_office
        if person and person != self.me and not heirs(office).filter(pk=person.pk).exists():
            raise forms.ValidationError(
                _t("%(person)s is not of %(office)s.") % {"person": person, "office": office}
            )
        return person


class ReasonForm(forms.Form):
    """Why something is declined or sent back."""

    reason = forms.CharField(label=_("Reason"), max_length=500)


class ShareForm(forms.Form):
    """For how long a link is good."""

    days = forms.IntegerField(label=_("Days that the link is good for"), min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = settings.SHARE_DAYS
        self.initial["days"] = most
        days = self.fields["days"]
        days.widget.attrs["max"] = most
        days.help_text = _t("At most %(most)d.") % {"most": most}

    def clean_days(self) -> int:
        days: int = self.cleaned_data["days"]
        if days > settings.SHARE_DAYS:
            raise forms.ValidationError(
                _t("%(days)d days are too many: at most %(most)d.")
                % {"days": days, "most": settings.SHARE_DAYS}
            )
        return days
