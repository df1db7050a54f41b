"""How often a schedule comes: plain choices that write a rule, or a rule as RFC 5545 writes it."""

import datetime as dt
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import is_time_zone
from apps.followups.fields import DayField

from .models import Schedule
from .recur import (
    DAYS,
    LAST,
    BadRule,
    Choice,
    Recurrence,
    choice_of,
    parts_of,
    rule_of,
    written,
)
from .recur_words import NTH, in_words, why_words

OFTEN = [
    ("daily", gettext_lazy("Every day")),
    ("working", gettext_lazy("Every working day (Monday to Friday)")),
    ("weekly", gettext_lazy("Every week")),
    ("monthly", gettext_lazy("Every month, on a day of the month")),
    ("weekday", gettext_lazy("Every month, on a day of the week")),
    ("quarterly", gettext_lazy("Every three months")),
    ("half-yearly", gettext_lazy("Every six months")),
    ("yearly", gettext_lazy("Every year")),
    ("own", gettext_lazy("By a rule of my own")),
]
WEEKDAY_NAMES = [(code, WEEKDAYS[number]) for number, code in enumerate(DAYS)]
MONTH_DAYS = [*((day, str(day)) for day in range(1, 32)), (LAST, gettext_lazy("the last day"))]
ORDINALS = [(number, NTH[number] % {"day": "…"}) for number in (1, 2, 3, 4, LAST)]
SHOWN = 5
MOST_YEARS = 10  # the first day may lie so far from today, on either side


class RhythmForm(forms.Form):
    """Once valid it has `recurrence`, and `dates` with the next moments."""

    often = forms.ChoiceField(
        label=gettext_lazy("How often"), choices=OFTEN, widget=forms.RadioSelect, initial="monthly"
    )
    weekdays = forms.MultipleChoiceField(
        label=gettext_lazy("On which days of the week"),
        choices=WEEKDAY_NAMES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    day = forms.TypedChoiceField(
        label=gettext_lazy("On which day of the month"),
        choices=MONTH_DAYS,
        coerce=int,
        required=False,
        initial=1,
        help_text=gettext_lazy(
            "A month that has no day 29, 30 or 31 is left out; “the last day” is in every month. Every three and six months, and every year, count from the month of the first day."
        ),
    )
    nth = forms.TypedChoiceField(
        label=gettext_lazy("Which one of the month"),
        choices=ORDINALS,
        coerce=int,
        required=False,
        initial=1,
    )
    weekday = forms.ChoiceField(
        label=gettext_lazy("Day of the week"),
        choices=WEEKDAY_NAMES,
        required=False,
        initial="MO",
    )
    own_rule = forms.CharField(
        label=gettext_lazy("Rule"),
        max_length=300,
        required=False,
        help_text=gettext_lazy(
            "As RFC 5545 writes it: FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO. Days only, at most once a day."
        ),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "dir": "ltr"}),
    )
    starts_on = DayField(label=gettext_lazy("First day"), ahead=True)
    hour = forms.TimeField(
        label=gettext_lazy("At"),
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        help_text=gettext_lazy("An hour that the clocks jump over in spring comes one hour later."),
    )
    time_zone = forms.CharField(
        label=gettext_lazy("Time zone"), max_length=60, validators=[is_time_zone]
    )

    def __init__(self, *args: Any, at: dt.datetime, on: dt.date, **kwargs: Any) -> None:
        """`on` is the day of `at` for the person who fills it in."""
        super().__init__(*args, **kwargs)
        self.at, self.on = at, on
        self.recurrence: Recurrence | None = None
        self.dates: list[dt.datetime] = []
        starts_on = self.fields["starts_on"]
        assert isinstance(starts_on, DayField)
        starts_on.on = on
        self.fields["time_zone"].widget.attrs |= {"list": "time-zones", "spellcheck": "false"}

    @staticmethod
    def said_by(schedule: Schedule) -> dict[str, Any]:
        """What the fields say of a schedule."""
        choice = choice_of(schedule.rule, starts_on=schedule.starts_on)
        return {
            "often": choice.often,
            "weekdays": list(choice.weekdays),
            "day": choice.day,
            "nth": choice.nth,
            "weekday": choice.weekday,
            "own_rule": schedule.rule if choice.often == "own" else "",
            "starts_on": schedule.starts_on,
            "hour": schedule.hour,
            "time_zone": schedule.time_zone,
        }

    def clean_starts_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["starts_on"]
        if abs(day.year - self.on.year) > MOST_YEARS:
            raise forms.ValidationError(
                _("“%(day)s”: at most %(most)d years from today.")
                % {"day": day.isoformat(), "most": MOST_YEARS}
            )
        return day

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or self.cleaned_data
        if not self.errors:
            field = "own_rule" if asked["often"] == "own" else "often"
            try:
                self._understand(asked)
            except BadRule as error:
                self.add_error(field, why_words(error))
        return asked

    def _understand(self, asked: dict[str, Any]) -> None:
        """Set `recurrence` and `dates`. Raises BadRule."""
        often, starts_on = asked["often"], asked["starts_on"]
        if often == "weekly" and not asked["weekdays"]:
            self.add_error("weekdays", _("Choose a day at least."))
            return
        choice = Choice(
            often,
            weekdays=tuple(asked["weekdays"]),
            day=int(asked["day"] or 1),
            nth=int(asked["nth"] or 1),
            weekday=asked["weekday"] or "MO",
        )
        rule = asked["own_rule"] if often == "own" else rule_of(choice, starts_on=starts_on)
        rule = written(parts_of(rule))
        found = Recurrence(rule, starts_on, asked["hour"], ZoneInfo(asked["time_zone"]))
        self.dates = list(islice(found.moments(after=self.at), SHOWN))
        if not self.dates:
            is_over = next(iter(found.days(starts_on)), None) is not None
            raise BadRule("over" if is_over else "never", rule)
        self.recurrence = found

    @property
    def words(self) -> str:
        """The rhythm as a sentence; empty unless valid."""
        found = self.recurrence
        return in_words(found.rule, starts_on=found.starts_on) if found else ""
