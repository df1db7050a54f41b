"""Forms of a person's own reminders and of the list of notices."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Notice, Reminder


class ReminderForm(forms.ModelForm[Reminder]):
    """The day and the words of an own reminder; `today` is the person's own day."""

    class Meta:
        model = Reminder
        fields = ("on", "text")
        labels = {"on": gettext_lazy("Remind me on"), "text": gettext_lazy("Of what")}
        widgets = {"on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        error_messages = {
            "on": {"invalid": gettext_lazy("Give the day as year-month-day: 2027-03-31.")}
        }

    def __init__(self, *args: Any, today: dt.date | None = None, **kwargs: Any) -> None:
        # Other forms on the page have fields of the same names.
        kwargs["auto_id"] = "reminder-%s"
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["on"]
        if self.today and day < self.today:
            raise forms.ValidationError(
                _("%(day)s is over: choose today or a later day.") % {"day": date_format(day)}
            )
        return day


class NoticeFilter(forms.Form):
    """Which notices the list shows."""

    UNREAD, ALL = "unread", "all"

    show = forms.ChoiceField(
        label=gettext_lazy("Show"),
        required=False,
        choices=[(UNREAD, gettext_lazy("Unread")), (ALL, gettext_lazy("All"))],
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        required=False,
        choices=[("", gettext_lazy("Every kind")), *Notice.Kind.choices],
    )
