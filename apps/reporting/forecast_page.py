"""The page of what falls due in a window, as the query of an address asks for it on a day."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.accounts.models import Office
from apps.obligations.models import Obligation
from apps.obligations.models.obligation import ObligationQuerySet

from .filter_fields import OfficeField
from .forecast import BadWindow, CannotForecast, Due, Forecast, Window
from .narrow import NOBODY
from .problems import Problem, problems_of

PER_PAGE = 100
MOST_PROJECTED = 3_000
"""Obligations of which a page projects the cycles: about a second. The command has no bound."""
MOST_MADE = 500
"""Rows shown where there are more obligations than that."""


def day_field(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, input_formats=["%Y-%m-%d"])


class ForecastForm(forms.Form):
    """Two days, both included, and who leads. The names are parameters of addresses."""

    lead = OfficeField(
        label=gettext_lazy("Lead office"),
        queryset=Office.objects.all(),
        required=False,
        null_label=gettext_lazy("No lead office"),
        null_value=NOBODY,
        empty_label=gettext_lazy("Any"),
    )
    page = forms.IntegerField(
        label=gettext_lazy("Page"), required=False, min_value=1, widget=forms.HiddenInput
    )

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query)
        self.fields["from"] = day_field(gettext_lazy("From"))
        self.fields["to"] = day_field(gettext_lazy("To"))
        self.order_fields(["from", "to", "lead", "page"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "from" in data and "to" in data:
            try:
                data["window"] = Window(data["from"], data["to"])
            except BadWindow as error:
                self.add_error("to", str(error))
        return data


def _with_days(query: QueryDict, on: dt.date) -> QueryDict:
    """`query` with today for the first day and a year later for the last, where it says nothing."""
    given = query.copy()
    first = query.get("from", "").strip() or on.isoformat()
    last = query.get("to", "").strip()
    if not last:
        try:
            last = Window.of_a_year(dt.date.fromisoformat(first)).last.isoformat()
        except ValueError:  # what is wrong with the first day is said of it
            last = first
    given["from"], given["to"] = first, last
    return given


@dataclass(frozen=True, slots=True)
class Month:
    """The rows of one month on this page, and how many fall due in all of it."""

    on: dt.date
    number: int
    rows: list[Due]


@dataclass(frozen=True, slots=True)
class Found:
    """What is shown, and how much there is."""

    page: Page[Due]
    months: list[Month]
    projected: int
    made: int
    """How many cycles there are, where only the first of them are shown; else 0."""


class ForecastPage:
    """What falls due, page by page; or why the address is not understood."""

    def __init__(self, query: QueryDict, *, on: dt.date) -> None:
        self.given, self.on = _with_days(query, on), on
        self.form = ForecastForm(self.given)

    @cached_property
    def found(self) -> Found | None:
        """None where the address is not understood or an obligation cannot be projected."""
        if not self.form.is_valid():
            return None
        obligations, window = self._obligations(), self.form.cleaned_data["window"]
        many = obligations.count() > MOST_PROJECTED
        try:
            with Forecast(obligations, window, made_only=MOST_MADE if many else None) as forecast:
                return self._found(forecast, made=forecast.made.count() if many else 0)
        except CannotForecast as error:
            self.form.add_error("to", str(error))
            return None

    def _obligations(self) -> ObligationQuerySet:
        lead = self.form.cleaned_data["lead"]
        obligations = Obligation.objects.open()
        if lead == NOBODY:
            return obligations.filter(lead=None)
        return obligations.led_by(lead) if lead else obligations

    def _found(self, forecast: Forecast, *, made: int) -> Found:
        # A forecast is only ever asked for slices.
        paginator: Paginator[Due] = Paginator(forecast, PER_PAGE)  # type: ignore[arg-type]
        page = paginator.get_page(self.form.cleaned_data["page"] or 1)
        numbers = forecast.months()
        months = [
            Month(month, numbers[month], list(rows))
            for month, rows in groupby(page.object_list, key=lambda due: due.due_on.replace(day=1))
        ]
        return Found(page, months, forecast.projected, made)

    @property
    def problems(self) -> list[Problem]:
        """Every value that could not be understood, quoted, with what is wrong with it."""
        return problems_of(self.form, self.given, without_place={"page"})

    @property
    def in_words(self) -> str:
        """How much falls due, and how much of it is not planned yet."""
        if self.found is None:
            return _("Nothing shown: the address asks for what is not understood.")
        number = self.found.page.paginator.count
        words = ngettext("%(number)d falls due", "%(number)d fall due", number)
        if self.found.made:
            return words % {"number": self.found.made}
        projected = ngettext(
            "%(number)d of them projected", "%(number)d of them projected", self.found.projected
        )
        values = {"number": self.found.projected}
        return f"{words % {'number': number}}, {projected % values}"
