"""What the registers can be asked for. The names are parameters of addresses that people share."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy

from apps.accounts.models import Office, User
from apps.actors.models import Actor, ActorKind
from apps.documents.models import Document, Organ
from apps.obligations.codes import CadenceKind, Finding, Region, VerbClass
from apps.obligations.models import CustomField, Obligation, Series
from apps.obligations.models.obligation import ObligationQuerySet
from apps.obligations.timing import LAST_DAY

from .as_at import obligations_then
from .chips import Chip
from .filter_fields import (
    ActorFilter,
    AnyOfFilter,
    DayFilter,
    DocumentFilter,
    HiddenAnyOfFilter,
    OfficeFilter,
    TagsField,
    TagsFilter,
    WholeNumberFilter,
    in_calendar,
)
from .models import CycleQuerySet, Day, TimingState
from .narrow import NOBODY, between, late_by, narrowed, standing_as_asked
from .own_filters import own_filters, with_own
from .standing import STANDINGS

FIRST_YEAR = 1945
MOST_DAYS = 36_500
REVIEW = [("due", gettext_lazy("Undated, to be looked at again"))]
# Asked of the obligation, whichever register shows it.
OF_OBLIGATIONS = (
    "text",
    "document",
    "addressee",
    "actor",
    "lead",
    "responsible",
    "class",
    "tag",
    "subject",
    "subject_is",
    "region",
    "organ",
    "year",
    "series",
    "mandate",
)
# What the register of obligations asks of how an obligation itself stands, and how that of cycles does.
OF_ITSELF = {
    "state": "obligation_state",
    "finding": "obligation_finding",
    "review": "review",
    "due_after": "next_after",
    "due_before": "next_before",
}


def of_cycles(register: str, query: QueryDict) -> QueryDict:
    """What `query` asks of a register, asked of the register of cycles: without columns, order and page."""
    shown = ("columns", "sort", "per_page", "page", "view")
    found = QueryDict(mutable=True)
    for name, values in query.lists():
        if name not in shown:
            here = OF_ITSELF.get(name, name) if register == "obligations" else name
            found.setlist(here, values)
    return found


class RegisterFilter(filters.FilterSet):
    """What both registers can be asked for."""

    text = filters.CharFilter(
        label=gettext_lazy("Words"),
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    document = DocumentFilter(
        label=gettext_lazy("Document"), help_text=gettext_lazy("Symbol, for example S/PRST/2021/9")
    )
    lead = OfficeFilter(
        label=gettext_lazy("Lead office"),
        queryset=Office.objects.all(),
        null_label=gettext_lazy("No lead office"),
        null_value=NOBODY,
        empty_label=gettext_lazy("Any"),
    )
    responsible = filters.ModelChoiceFilter(
        label=gettext_lazy("Responsible"),
        queryset=User.objects.filter(obligations__isnull=False).distinct(),
        null_label=gettext_lazy("Nobody"),
        null_value=NOBODY,
        empty_label=gettext_lazy("Any"),
    )
    actor = ActorFilter(
        label=gettext_lazy("Addressed by name"),
        queryset=Actor.objects.all(),
        empty_label=gettext_lazy("Any"),
    )
    subject = filters.CharFilter(label=gettext_lazy("Subject"), max_length=200)
    # Asked by links only: exactly this subject, or "none".
    subject_is = filters.CharFilter(
        label=gettext_lazy("Subject is"), max_length=200, widget=forms.HiddenInput
    )
    year = WholeNumberFilter(
        label=gettext_lazy("Adopted in the year"), min_value=FIRST_YEAR, max_value=LAST_DAY.year
    )
    series = filters.ModelChoiceFilter(
        label=gettext_lazy("Series"),
        queryset=Series.objects.all(),
        empty_label=gettext_lazy("Any"),
    )
    # The mandate itself, and what is counted back from its end.
    mandate = filters.ModelChoiceFilter(
        label=gettext_lazy("Mandate"),
        queryset=Obligation.objects.select_related("document", "paragraph"),
        widget=forms.HiddenInput,
    )
    as_at = DayFilter(label=gettext_lazy("As at"), validators=[in_calendar])
    due_after = DayFilter(label=gettext_lazy("Due from"))
    due_before = DayFilter(label=gettext_lazy("Due until"))
    addressee = AnyOfFilter(label=gettext_lazy("Addressee"), choices=ActorKind.choices)
    verb_class = AnyOfFilter(label=gettext_lazy("Class"), choices=VerbClass.choices)
    finding = AnyOfFilter(label=gettext_lazy("Finding"), choices=Finding.choices)
    tag = TagsFilter(label=gettext_lazy("Tag"))
    region = AnyOfFilter(label=gettext_lazy("Region or theme"), choices=Region.choices)
    organ = AnyOfFilter(label=gettext_lazy("Organ"), choices=Organ.choices)

    def __init__(
        self,
        data: QueryDict,
        queryset: QuerySet[Any],
        *,
        day: Day,
        own: Sequence[CustomField] = (),
    ) -> None:
        """`queryset` are rows as at `day`; `own` the fields of the organization that can be asked for."""
        super().__init__(data, queryset)
        self.day, self.own = day, own
        self.own_filters = own_filters(own)
        for one in self.own_filters.values():
            one.model, one.parent = queryset.model, self
        self.filters |= self.own_filters

    @property
    def asks_of_obligations(self) -> bool:
        """Whether anything is asked that the obligation knows and not the cycle."""
        asked = self.form.cleaned_data
        names = (*OF_OBLIGATIONS, *self.own_filters)
        return any(asked[name] not in (None, "", []) for name in names)

    @classmethod
    def get_filters(cls) -> dict[str, Any]:
        """The filters by parameter; `class` is a word that Python keeps for itself."""
        found = super().get_filters()
        return {"class" if name == "verb_class" else name: f for name, f in found.items()}

    @cached_property
    def chips(self) -> list[Chip]:
        """The active filters in words, in the order of the form. Empty unless valid."""
        if not self.is_valid():
            return []
        return [chip for name in self.form.fields for chip in self._chips_of(name)]

    def _chips_of(self, name: str) -> Iterator[Chip]:
        field, value = self.form.fields[name], self.form.cleaned_data[name]
        for one in value if isinstance(value, list) else [value]:
            if one in ("", None):
                continue
            given = str(one) if isinstance(value, list) else self.data[name]
            yield Chip(name, given, str(field.label), _in_words(field, one))


def _in_words(field: forms.Field, value: Any) -> str:
    if isinstance(value, dt.date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, Decimal):
        return number_format(value, force_grouping=True)
    if isinstance(value, Document | Office | User | Actor | Series | Obligation):
        return str(value)
    if isinstance(field, TagsField):
        return str(value)
    if value == NOBODY and isinstance(field, filters.fields.ModelChoiceField):
        return str(field.null_label)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices)[value])  # type: ignore[arg-type]  # no groups here
    return f"“{value}”"


class ObligationFilter(RegisterFilter):
    """Obligations, by what they ask, how they stand and when they are next due."""

    state = AnyOfFilter(label=gettext_lazy("State"), choices=STANDINGS)
    review = filters.ChoiceFilter(
        label=gettext_lazy("Review"),
        choices=REVIEW,
        empty_label=gettext_lazy("Any"),
    )

    def filter_queryset(self, queryset: Any) -> Any:
        """Only call it when the filter is valid."""
        asked = self.form.cleaned_data
        found = with_own(narrowed(queryset, asked), self.own, asked)
        return standing_as_asked(found, asked, self.day)


class CycleFilter(RegisterFilter):
    """Cycles, by their obligation, how they stand and when they were due and answered."""

    state = AnyOfFilter(label=gettext_lazy("State"), choices=TimingState.choices)
    answered_after = DayFilter(label=gettext_lazy("Answered from"))
    answered_before = DayFilter(label=gettext_lazy("Answered until"))
    # Asked by links only: how late, in days, and how the obligation itself stands (OF_ITSELF).
    late_from = WholeNumberFilter(
        label=gettext_lazy("Days late, at least"), max_value=MOST_DAYS, widget=forms.HiddenInput
    )
    late_until = WholeNumberFilter(
        label=gettext_lazy("Days late, at most"), max_value=MOST_DAYS, widget=forms.HiddenInput
    )
    obligation_state = HiddenAnyOfFilter(
        label=gettext_lazy("State of the obligation"), choices=STANDINGS
    )
    obligation_finding = HiddenAnyOfFilter(
        label=gettext_lazy("Finding on the obligation"), choices=Finding.choices
    )
    review = filters.ChoiceFilter(
        label=gettext_lazy("Review"), choices=REVIEW, widget=forms.HiddenInput
    )
    next_after = DayFilter(label=gettext_lazy("Next due from"), is_hidden=True)
    next_before = DayFilter(label=gettext_lazy("Next due until"), is_hidden=True)

    def filter_queryset(self, queryset: Any) -> Any:
        """Only call it when the filter is valid."""
        asked, day = self.form.cleaned_data, self.day
        found: CycleQuerySet = queryset
        if self.asks_of_obligations:
            found = found.of(self._obligations(asked | {"mandate": None}))
        if asked["mandate"]:
            own = Q(cadence__kind=CadenceKind.MANDATE, obligation=asked["mandate"])
            found = found.filter(own | Q(cadence__mandate=asked["mandate"]))
        if asked["finding"]:
            name = "finding_then" if day.is_past else "finding"
            found = found.filter(**{f"{name}__in": asked["finding"]})
        if asked["state"]:
            found = found.in_state(*asked["state"], on=day.on, soon=day.soon, at=day.at)
        found = between(found, day.at.due, asked["due_after"], asked["due_before"])
        found = late_by(found, asked, at=day.at)
        return between(found, day.at.answered, asked["answered_after"], asked["answered_before"])

    def _obligations(self, asked: dict[str, Any]) -> ObligationQuerySet:
        """Those whose cycles are asked for."""
        obligations = with_own(narrowed(Obligation.objects.tracked(), asked), self.own, asked)
        of_itself = {name: asked[here] for name, here in OF_ITSELF.items()}
        if not any(of_itself.values()):
            return obligations
        if self.day.is_past:
            obligations = obligations_then(obligations, on=self.day.on)
        return standing_as_asked(obligations, of_itself, self.day)

    @property
    def asks_of_obligations(self) -> bool:
        asked = self.form.cleaned_data
        return super().asks_of_obligations or any(asked[here] for here in OF_ITSELF.values())
