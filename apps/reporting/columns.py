"""Columns that know their value, for exports, and how the value is shown."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Self

import django_tables2 as tables
from django.db import models
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.formats import date_format

from apps.actors.models import ActorKind
from apps.obligations.codes import CadenceKind
from apps.obligations.explain import period_words
from apps.obligations.models import CustomField, Obligation
from apps.obligations.organise import typed_value, value_words
from apps.obligations.timing import UnreadableTiming, timings
from apps.web.templatetags.web import day

from .models import Cycle, Response

NOTHING = "–"
OWN_VALUE = "own_value"
ADDRESSEES = dict(ActorKind.choices)
KINDS = dict(CadenceKind.choices)


class Coded(str):
    """Words for people; the code behind them for machines."""

    __slots__ = ("code",)
    code: str

    def __new__(cls, words: object, code: str) -> Self:
        made = super().__new__(cls, str(words))
        made.code = code
        return made


def coded(words: Mapping[str, Any], code: str) -> Coded:
    """The words of `code`; a code that is not known stands for itself."""
    return Coded(words.get(code, code), code)


def all_coded(words: Mapping[str, Any], codes: list[str]) -> list[Coded]:
    return [coded(words, code) for code in codes]


def shown(value: Any) -> str:
    """A value as a cell shows it."""
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, Decimal):
        return value_words(value)
    if isinstance(value, list):
        return "; ".join(map(str, value)) or NOTHING
    return NOTHING if value in (None, "") else str(value)


class RegisterColumn(tables.Column):  # type: ignore[misc]  # django-tables2 has no types
    """A column that reads its value from the row; `by` are the paths by which it sorts."""

    def __init__(
        self,
        verbose_name: Any,
        read: Callable[[Any], Any],
        *,
        by: Sequence[str] = (),
        number: bool = False,
    ) -> None:
        attrs = {"td": {"class": "num"}, "th": {"class": "num"}} if number else {}
        orderable = None if by else False
        # The accessor is never shown: it only spares django-tables2 looking for one by the name.
        super().__init__(verbose_name, "pk", empty_values=(), orderable=orderable, attrs=attrs)
        self.read, self.by = read, by

    def value(self, record: Any) -> Any:
        """A date, a number, words, Coded words or a list of them; None or empty where nothing is."""
        return self.read(record)

    def render(self, record: Any) -> str:
        return shown(self.value(record))

    def order(
        self,
        queryset: QuerySet[Any],
        is_descending: bool,  # noqa: FBT001 (django-tables2 calls it so)
    ) -> tuple[QuerySet[Any], bool]:
        """By the paths, what has none last either way; then by key, so that pages never overlap."""
        paths = [F(self.path(queryset.model, path)) for path in self.by]
        if is_descending:
            return queryset.order_by(*(p.desc(nulls_last=True) for p in paths), "-pk"), True
        return queryset.order_by(*(p.asc(nulls_last=True) for p in paths), "pk"), True

    def path(self, model: type[models.Model], path: str) -> str:
        return path


class ThenColumn(RegisterColumn):
    """What may have been another on a day that is past: there the row has it under `then` (see `as_at`)."""

    def __init__(self, verbose_name: Any, name: str, then: str, words: Any = None) -> None:
        super().__init__(
            verbose_name, lambda row: getattr(row, then, getattr(row, name)), by=(name,)
        )
        self.words, self.then = words, then

    def value(self, record: Any) -> Any:
        value = super().value(record)
        return coded(self.words, value) if self.words else value

    def order(
        self,
        queryset: QuerySet[Any],
        is_descending: bool,  # noqa: FBT001 (django-tables2 calls it so)
    ) -> tuple[QuerySet[Any], bool]:
        if self.then in queryset.query.annotations:
            self.by = (self.then,)
        return super().order(queryset, is_descending)


class ObligationColumn(RegisterColumn):
    """A column about the obligation, in the register of obligations and of cycles."""

    def value(self, record: Any) -> Any:
        return self.read(obligation_of(record))

    def path(self, model: type[models.Model], path: str) -> str:
        return path if model is Obligation else f"obligation__{path}"


class OwnColumn(ObligationColumn):
    """A field of the organization."""

    def __init__(self, field: CustomField) -> None:
        super().__init__(
            field.label,
            lambda o: typed_value(field, o.custom.get(field.key, "")),
            by=(OWN_VALUE,),
            number=field.kind == CustomField.Kind.NUMBER,
        )
        self.field = field

    def order(
        self,
        queryset: QuerySet[Any],
        is_descending: bool,  # noqa: FBT001 (django-tables2 calls it so)
    ) -> tuple[QuerySet[Any], bool]:
        """By the value as its kind compares, what has none last; then by key."""
        obligation = OuterRef(super().path(queryset.model, "pk"))
        column = "number" if self.field.kind == CustomField.Kind.NUMBER else "value"
        value = self.field.values.filter(obligation=obligation).values(column)[:1]
        return super().order(queryset.annotate(**{OWN_VALUE: Subquery(value)}), is_descending)

    def path(self, model: type[models.Model], path: str) -> str:
        return path  # an annotation of the row itself, in either register


def obligation_of(record: Obligation | Cycle) -> Obligation:
    return record.obligation if isinstance(record, Cycle) else record


def responses_then(cycle: Cycle) -> list[Response]:
    """The responses to it, on a day that is past those that were judged by then."""
    day: dt.date | None = getattr(cycle, "then_on", None)
    return [r for r in cycle.responses.all() if day is None or r.judged_on <= day]


def addressees(obligation: Obligation) -> list[Coded]:
    """Each actor by name where it is known, else the kind of actor."""
    return [
        Coded(one.actor or ADDRESSEES[one.code], one.code) for one in obligation.addressees.all()
    ]


def how_often(obligation: Obligation) -> list[str]:
    """The timing of the decision in words; the codes where they cannot be read."""
    try:
        found = timings(obligation.timing)
    except UnreadableTiming:
        return list(obligation.timing)
    return [
        " ".join(filter(None, [str(KINDS[t.kind]), period_words(t.period), _day_words(t.on)]))
        for t in found
    ]


def _day_words(value: dt.date | None) -> str:
    return date_format(value, "DATE_FORMAT") if value else ""
