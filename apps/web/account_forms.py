"""The form of the person's own preferences."""

from typing import Any, override

from django import forms
from django.conf import settings
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User, time_zones

ZONES_LIST = "time-zones"


def languages() -> list[tuple[str, str]]:
    """Each language by the name that its own speakers give it."""
    return [
        (code, capfirst(get_language_info(code)["name_local"]))
        for code, _name in settings.LANGUAGES
    ]


class AccountForm(forms.ModelForm[User]):
    """Name, language, time zone, theme, mail and keys."""

    name = forms.CharField(label=_("Name"), max_length=150)
    language = forms.ChoiceField(label=_("Language"), required=False)
    time_zone = forms.CharField(
        label=_("Time zone"),
        required=False,
        max_length=60,
        help_text=_(
            "Your day begins and ends in it, and times are shown in it. Type a city: Nairobi, Geneva is Europe/Zurich. Empty: the organization's own."
        ),
        widget=forms.TextInput({"list": ZONES_LIST, "autocomplete": "off", "spellcheck": "false"}),
    )
    theme = forms.ChoiceField(label=_("Theme"), choices=User.Theme, widget=forms.RadioSelect)
    digest = forms.ChoiceField(
        label=_("Mail"),
        choices=User.Digest,
        widget=forms.RadioSelect,
        help_text=_(
            "One mail gathers what you are told. What waits for you is always at the bell."
        ),
    )
    digest_hour = forms.TypedChoiceField(
        label=_("Hour of the mail"),
        choices=[(hour, f"{hour:02}:00") for hour in range(24)],
        coerce=int,
        help_text=_("In your time zone; for mail once a day or once a week."),
    )
    shortcuts = forms.BooleanField(
        label=_("Single keys do what is done often (j, k, a, f, /)"), required=False
    )

    class Meta:
        model = User
        fields = (
            "name",
            "language",
            "time_zone",
            "theme",
            "digest",
            "digest_hour",
            "shortcuts",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("As the browser asks")), *languages()]

    @override
    def save(self, commit: bool = True) -> User:
        """Set only what the form asks, on the person as they stand now: deactivated, or moved."""
        if not commit:
            return super().save(commit=False)
        with transaction.atomic():
            now = User.objects.select_for_update(of=("self",)).get(pk=self.instance.pk)
            for name in self.cleaned_data:
                setattr(now, name, self.cleaned_data[name])
            now.save(update_fields=list(self.cleaned_data))
        return now

    def clean_time_zone(self) -> str:
        """The name as it is written; a city alone will do where only one zone is named for it."""
        given = "_".join(self.cleaned_data["time_zone"].split())
        known = {name.lower(): name for name in time_zones()}
        if name := known.get(given.lower()):
            return name
        of_city = [n for n in time_zones() if n.lower().rpartition("/")[2] == given.lower()]
        areas = [name for name in of_city if name.count("/") == 1]
        return areas[0] if given and len(areas) == 1 else str(self.cleaned_data["time_zone"])
