"""What the registers can be asked for. The names are parameters of addresses that people share."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy

from apps.accounts.models import Office, User
from apps.actors.models import Actor, ActorKind
from apps.documents.models import Document
from apps.obligations.codes import Finding, Region, VerbClass
from apps.obligations.link import cited
from apps.obligations.models import CustomField, Obligation
from apps.obligations.models.obligation import ObligationQuerySet

from .filter_fields import (
    ActorFilter,
    AnyOfFilter,
    DayFilter,
    DocumentFilter,
    OfficeField,
    OfficeFilter,
    TagsField,
    TagsFilter,
)
from .models import CycleQuerySet, TimingState
from .own_filters import own_filters, with_own
from .standing import STANDINGS, standing

NOBODY = "none"
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
    "region",
)


@dataclass(frozen=True, slots=True)
class Chip:
    """One active filter."""

    name: str
    value: str
    """As it stands in the address."""
    words: str


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
        empty_label=gettext_lazy("Any"),
    )
    actor = ActorFilter(
        label=gettext_lazy("Addressed by name"),
        queryset=Actor.objects.all(),
        empty_label=gettext_lazy("Any"),
    )
    subject = filters.CharFilter(label=gettext_lazy("Subject"), max_length=200)
    due_after = DayFilter(label=gettext_lazy("Due from"))
    due_before = DayFilter(label=gettext_lazy("Due until"))
    addressee = AnyOfFilter(label=gettext_lazy("Addressee"), choices=ActorKind.choices)
    verb_class = AnyOfFilter(label=gettext_lazy("Class"), choices=VerbClass.choices)
    finding = AnyOfFilter(label=gettext_lazy("Finding"), choices=Finding.choices)
    tag = TagsFilter(label=gettext_lazy("Tag"))
    region = AnyOfFilter(label=gettext_lazy("Region or theme"), choices=Region.choices)

    def __init__(
        self,
        data: QueryDict,
        queryset: QuerySet[Any],
        *,
        on: dt.date,
        soon: int,
        own: Sequence[CustomField] = (),
    ) -> None:
        """`own` are the fields of the organization that can be asked for."""
        super().__init__(data, queryset)
        self.on, self.soon, self.own = on, soon, own
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
            yield Chip(name, given, f"{field.label}: {_in_words(field, one)}")


def _in_words(field: forms.Field, value: Any) -> str:
    if isinstance(value, dt.date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, Decimal):
        return number_format(value, force_grouping=True)
    if isinstance(value, Document | Office | User | Actor):
        return str(value)
    if isinstance(field, TagsField):
        return str(value)
    if value == NOBODY and isinstance(field, OfficeField):
        return str(field.null_label)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices)[value])  # type: ignore[arg-type]  # no groups here
    return f"“{value}”"


def _narrowed(obligations: ObligationQuerySet, asked: dict[str, Any]) -> ObligationQuerySet:
    """Those of `obligations` for which `asked` asks, the organization's own fields apart."""
    found = _said(obligations, asked["text"])
    if asked["document"]:
        found = found.filter(document=asked["document"])
    if asked["addressee"]:
        found = found.addressed_to(asked["addressee"])
    if asked["actor"]:
        found = found.addressed_to_actor(asked["actor"])
    if asked["lead"] == NOBODY:
        found = found.led_by_nobody()
    elif asked["lead"]:
        found = found.led_by(asked["lead"])
    if asked["responsible"]:
        found = found.filter(responsible=asked["responsible"])
    if asked["class"]:
        found = found.filter(verb_class__in=asked["class"])
    return _sorted_in(found, asked)


def _said(obligations: ObligationQuerySet, text: str) -> ObligationQuerySet:
    """Those that `text` cites as pages do, with a pilcrow; else those in which its words are found."""
    if "¶" in text and (found := cited(text)):
        return obligations.filter(pk__in=[one.pk for one in found])
    return obligations.matching(text)


def _sorted_in(obligations: ObligationQuerySet, asked: dict[str, Any]) -> ObligationQuerySet:
    """Those with the tags, the subject and the regions that are asked for."""
    found = obligations
    if asked["tag"]:
        found = found.tagged(asked["tag"])
    if asked["subject"]:
        found = found.filter(subject__icontains=asked["subject"])
    if asked["region"]:
        found = found.filter(region__in=asked["region"])
    return found


def _between(queryset: Any, field: str, first: dt.date | None, last: dt.date | None) -> Any:
    """Rows whose `field` lies from `first` to `last`, both included; None leaves that end open."""
    if first:
        queryset = queryset.filter(**{f"{field}__gte": first})
    if last:
        queryset = queryset.filter(**{f"{field}__lte": last})
    return queryset


class ObligationFilter(RegisterFilter):
    """Obligations, by what they ask, how they stand and when they are next due."""

    state = AnyOfFilter(label=gettext_lazy("State"), choices=STANDINGS)
    review = filters.ChoiceFilter(
        label=gettext_lazy("Review"),
        choices=[("due", gettext_lazy("Undated, to be looked at again"))],
        empty_label=gettext_lazy("Any"),
    )

    def filter_queryset(self, queryset: Any) -> Any:
        """Only call it when the filter is valid."""
        asked = self.form.cleaned_data
        found = with_own(_narrowed(queryset, asked), self.own, asked)
        if asked["finding"]:
            found = found.filter(finding__in=asked["finding"])
        if asked["review"]:
            found = found.needing_review(on=self.on)
        if asked["state"]:
            found = standing(found, *asked["state"], on=self.on, soon=self.soon)
        return _between(found, "next_due_on", asked["due_after"], asked["due_before"])


class CycleFilter(RegisterFilter):
    """Cycles, by their obligation, how they stand and when they were due and answered."""

    state = AnyOfFilter(label=gettext_lazy("State"), choices=TimingState.choices)
    answered_after = DayFilter(label=gettext_lazy("Answered from"))
    answered_before = DayFilter(label=gettext_lazy("Answered until"))

    def filter_queryset(self, queryset: Any) -> Any:
        """Only call it when the filter is valid."""
        asked = self.form.cleaned_data
        found: CycleQuerySet = queryset
        if self.asks_of_obligations:
            obligations = _narrowed(Obligation.objects.tracked(), asked)
            found = found.of(with_own(obligations, self.own, asked))
        if asked["finding"]:
            found = found.filter(finding__in=asked["finding"])
        if asked["state"]:
            found = found.in_state(*asked["state"], on=self.on, soon=self.soon)
        found = _between(found, "due_on", asked["due_after"], asked["due_before"])
        return _between(found, "answered_on", asked["answered_after"], asked["answered_before"])
