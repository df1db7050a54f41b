"""What the table of reporting and mandate cycles can be asked for."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.obligations.codes import Region
from apps.obligations.timing import FIRST_DAY, LAST_DAY

from .cycles_rows import MANDATES, PARTS, REPORTS

KINDS = {"mandates": MANDATES, "reports": REPORTS}
REGIONS, BY_MONTH = "regions", "months"


def day_field(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, input_formats=["%Y-%m-%d"])


class CyclesForm(forms.Form):
    """What can be asked of the table. The names are parameters of addresses that people share."""

    text = forms.CharField(
        label=gettext_lazy("Words"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        required=False,
        choices=[
            ("", gettext_lazy("Mandates and reports")),
            ("mandates", PARTS[MANDATES]),
            ("reports", PARTS[REPORTS]),
        ],
    )
    region = forms.ChoiceField(
        label=gettext_lazy("Region or theme"),
        required=False,
        choices=[("", gettext_lazy("All")), *Region.choices],
    )
    as_at = day_field(gettext_lazy("As at"))
    since = day_field(gettext_lazy("Changes since"))
    part = forms.ChoiceField(
        label=gettext_lazy("Part"),
        required=False,
        choices=[
            (REGIONS, gettext_lazy("By region and theme")),
            (BY_MONTH, gettext_lazy("Month by month")),
        ],
    )
    year = forms.IntegerField(
        label=gettext_lazy("Year"),
        required=False,
        min_value=FIRST_DAY.year,
        max_value=LAST_DAY.year,
    )
    month = forms.TypedChoiceField(
        label=gettext_lazy("Month"),
        required=False,
        coerce=int,
        choices=[("", gettext_lazy("All")), *MONTHS.items()],
    )
    all = forms.BooleanField(label=gettext_lazy("All on one page"), required=False)
    page = forms.IntegerField(label=gettext_lazy("Page"), required=False, min_value=1)

    def __init__(self, query: QueryDict, *, on: dt.date) -> None:
        super().__init__(query)
        self.on = on

    def clean_as_at(self) -> dt.date:
        return self._in_bounds(self.cleaned_data["as_at"] or self.on)

    def clean_since(self) -> dt.date | None:
        since: dt.date | None = self.cleaned_data["since"]
        return since and self._in_bounds(since)

    def _in_bounds(self, day: dt.date) -> dt.date:
        if not FIRST_DAY <= day <= LAST_DAY:
            raise ValidationError(
                _("Give a day from %(first)s to %(last)s.") % {"first": FIRST_DAY, "last": LAST_DAY}
            )
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        since, on = data.get("since"), data.get("as_at")
        if since and on and since >= on:
            self.add_error(
                "since", _("Give a day before %(day)s, on which the table stands.") % {"day": on}
            )
        return data
