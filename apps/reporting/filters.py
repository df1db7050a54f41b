"""What the registers can be asked for. The names are parameters of addresses that people share."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import Office, User
from apps.actors.models import Actor, ActorKind
from apps.documents.models import Document
from apps.obligations.codes import Finding, VerbClass
from apps.obligations.models import Obligation
from apps.obligations.models.obligation import ObligationQuerySet

from .models import CycleQuerySet, TimingState
from .standing import STANDINGS, standing

NOBODY = "none"
# Asked of the obligation, whichever register shows it.
OF_OBLIGATIONS = ("text", "document", "addressee", "actor", "lead", "responsible", "class")

LONGEST_KEY = 18  # digits that a key of the database can have


class DocumentField(forms.CharField):
    """A document by its symbol, however typed, or by its key. Shown by its symbol."""

    found: Document | None = None

    def to_python(self, value: Any) -> Any:
        """Return the document, or an empty string. Refuses what no document here is called."""
        asked = super().to_python(value)
        if not asked:
            return ""
        super().run_validators(asked)
        documents = Document.objects.with_symbol(asked)
        if asked.isdecimal() and len(asked) <= LONGEST_KEY:
            documents = Document.objects.filter(pk=asked)
        self.found = documents.first()
        if self.found is None:
            raise ValidationError(_("No document here has this symbol."))
        return self.found

    def validate(self, value: Any) -> None:
        """Nothing more: what was found is a document."""

    def run_validators(self, value: Any) -> None:
        """Nothing more: the validators of text had their turn on what was typed."""

    def prepare_value(self, value: Any) -> Any:
        return str(self.found) if self.found else value


class OfficeField(filters.fields.ModelChoiceField):
    def label_from_instance(self, obj: Office) -> str:
        return f"{obj.short} – {obj.name}"


class ActorField(filters.fields.ModelChoiceField):
    def label_from_instance(self, obj: Actor) -> str:
        return f"{obj.name} ({obj.acronym})" if obj.acronym else obj.name


class DocumentFilter(filters.CharFilter):
    field_class = DocumentField


class OfficeFilter(filters.ModelChoiceFilter):
    field_class = OfficeField


class ActorFilter(filters.ModelChoiceFilter):
    field_class = ActorField


class DayFilter(filters.DateFilter):
    """A day as ISO 8601 writes it, in the address as in the field."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **kwargs)


class AnyOfField(filters.fields.MultipleChoiceField):
    def to_python(self, value: Any) -> list[str]:
        """The codes, each once however often the address repeats it."""
        return list(dict.fromkeys(super().to_python(value)))


class AnyOfFilter(filters.MultipleChoiceFilter):
    """Any of these codes: the parameter is repeated."""

    field_class = AnyOfField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple, **kwargs)


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
    due_after = DayFilter(label=gettext_lazy("Due from"))
    due_before = DayFilter(label=gettext_lazy("Due until"))
    addressee = AnyOfFilter(label=gettext_lazy("Addressee"), choices=ActorKind.choices)
    verb_class = AnyOfFilter(label=gettext_lazy("Class"), choices=VerbClass.choices)
    finding = AnyOfFilter(label=gettext_lazy("Finding"), choices=Finding.choices)

    def __init__(self, data: QueryDict, queryset: QuerySet[Any], *, on: dt.date, soon: int) -> None:
        super().__init__(data, queryset)
        self.on, self.soon = on, soon

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
            given = str(one.pk) if isinstance(one, Document | Office | User | Actor) else str(one)
            if name == "document":
                given = self.data[name]
            yield Chip(name, given, f"{field.label}: {_in_words(field, one)}")


def _in_words(field: forms.Field, value: Any) -> str:
    if isinstance(value, dt.date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, Document | Office | User | Actor):
        return str(value)
    if value == NOBODY and isinstance(field, OfficeField):
        return str(field.null_label)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices)[value])  # type: ignore[arg-type]  # no groups here
    return f"“{value}”"


def _narrowed(obligations: ObligationQuerySet, asked: dict[str, Any]) -> ObligationQuerySet:
    """Those of `obligations` for which OF_OBLIGATIONS asks."""
    found = obligations.matching(asked["text"])
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
        found = _narrowed(queryset, asked)
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
        if any(asked[name] for name in OF_OBLIGATIONS):
            found = found.of(_narrowed(Obligation.objects.tracked(), asked))
        if asked["finding"]:
            found = found.filter(finding__in=asked["finding"])
        if asked["state"]:
            found = found.in_state(*asked["state"], on=self.on, soon=self.soon)
        found = _between(found, "due_on", asked["due_after"], asked["due_before"])
        return _between(found, "answered_on", asked["answered_after"], asked["answered_before"])
