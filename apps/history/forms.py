import datetime as dt
from functools import cached_property
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User

from .models import Change
from .models.change import ChangeQuerySet
from .words import field_choices, kind_choices

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
ANY = ("", _("any"))
LONGEST_NUMBER = 10**18


def clean_text(value: Any) -> Any:
    """Without the NUL that PostgreSQL takes nowhere."""
    return value.replace("\0", "") if isinstance(value, str) else value


class Words(forms.CharField):
    def to_python(self, value: Any) -> Any:
        return super().to_python(clean_text(value))


class ChangeForm(forms.Form):
    """What of the history is asked for. The names are parameters of addresses that people share."""

    kind = forms.ChoiceField(label=_("Kind of record"), required=False)
    record = forms.IntegerField(
        label=_("Number of the record"), required=False, min_value=1, max_value=LONGEST_NUMBER
    )
    by = forms.ModelChoiceField(User.objects.none(), label=_("Person"), required=False)
    obligation = Words(
        label=_("Obligation"),
        required=False,
        max_length=200,
        help_text=_("As it is cited, for example S/PRST/2021/9 ¶ 11; a symbol alone; a number."),
    )
    since = forms.DateField(label=_("From"), required=False, widget=DAY)
    until = forms.DateField(label=_("To"), required=False, widget=DAY)
    field = forms.ChoiceField(label=_("Field"), required=False)
    act = forms.ChoiceField(label=_("Act"), required=False, choices=[ANY, *Change.Act.choices])
    reason = Words(label=_("Words of the reason"), required=False, max_length=200)
    request = Words(label=_("Request"), required=False, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds, fields, person = (self.fields[name] for name in ("kind", "field", "by"))
        kinds.choices = [ANY, *kind_choices()]  # type: ignore[attr-defined]
        fields.choices = [ANY, *field_choices()]  # type: ignore[attr-defined]
        person.queryset = User.objects.all()  # type: ignore[attr-defined]
        person.empty_label = ANY[1]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        since, until = data.get("since"), data.get("until")
        if since and until and since > until:
            self.add_error(
                "until",
                forms.ValidationError(
                    _("It lies before %(since)s. Give the earlier day first."),
                    params={"since": date_format(since, "DATE_FORMAT")},
                ),
            )
        return data

    def of(self, changes: ChangeQuerySet, *, often: bool = False) -> ChangeQuerySet:
        """Those of `changes` that a valid form asks for; `often` where it is known that they are many."""
        data = self.cleaned_data
        for name in ("kind", "record", "by", "act", "request"):
            if data[name]:
                changes = changes.filter(**{name: data[name]})
        if data["obligation"]:
            changes = changes.about(" ".join(data["obligation"].split()))
        if data["field"]:
            changes = changes.touching(data["field"])
        if data["since"]:
            changes = changes.filter(at__gte=_midnight(data["since"]))
        if data["until"] and data["until"] < dt.date.max:
            changes = changes.filter(at__lt=_midnight(data["until"] + dt.timedelta(days=1)))
        return changes.saying(data["reason"], often=often)

    @cached_property
    def chips(self) -> list[tuple[str, str]]:
        """Name and words of each filter that is set."""
        return [
            (name, f"{self.fields[name].label}: {self._shown(name, value)}")
            for name, value in self.cleaned_data.items()
            if value
        ]

    def _shown(self, name: str, value: Any) -> str:
        choices = dict(getattr(self.fields[name], "choices", ())) if name != "by" else {}
        if isinstance(value, dt.date):
            return date_format(value, "DATE_FORMAT")
        return str(choices.get(value, value))


def _midnight(day: dt.date) -> dt.datetime:
    """When the day begins where the person is."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
