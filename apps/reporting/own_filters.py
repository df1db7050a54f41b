"""What the registers can be asked for in the organization's own fields.

The parameters are `field-KEY`, and for numbers and days `field-KEY-after` and `field-KEY-before`, both
ends included. A number stands in an address with a point.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from apps.obligations.models import CustomField, CustomValue
from apps.obligations.models.obligation import ObligationQuerySet
from apps.obligations.organise import DECIMALS, LONGEST_VALUE, MOST_DIGITS

from .filter_fields import AnyOfFilter, DayFilter

Kind = CustomField.Kind
PREFIX = "field-"


def parameter(field: CustomField) -> str:
    """How an address names the field, as a filter and as a column."""
    return f"{PREFIX}{field.key}"


class NumberFilter(filters.NumberFilter):
    """A number with a point, as in the address so in the field, whatever the language."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_digits=MOST_DIGITS + DECIMALS,
            decimal_places=DECIMALS,
            localize=False,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            **kwargs,
        )


def own_filters(fields: Iterable[CustomField]) -> dict[str, Any]:
    """A filter for each parameter, in the order of the fields."""
    return {name: made for field in fields for name, made in _filters_of(field)}


def _filters_of(field: CustomField) -> Iterator[tuple[str, Any]]:
    name = parameter(field)
    if field.kind == Kind.TEXT:
        yield name, filters.CharFilter(label=field.label, max_length=LONGEST_VALUE)
    elif field.kind == Kind.CHOICE:
        choices = [(choice, choice) for choice in field.choices]
        yield name, AnyOfFilter(label=field.label, choices=choices)
    else:
        kind = NumberFilter if field.kind == Kind.NUMBER else DayFilter
        yield (
            f"{name}-after",
            kind(label=format_lazy(gettext_lazy("{field} from"), field=field.label)),
        )
        yield (
            f"{name}-before",
            kind(label=format_lazy(gettext_lazy("{field} until"), field=field.label)),
        )


def with_own(
    obligations: ObligationQuerySet, fields: Iterable[CustomField], asked: dict[str, Any]
) -> ObligationQuerySet:
    """Those of `obligations` whose own fields are as `asked` by parameter."""
    for field in fields:
        if condition := _condition(field, asked):
            having = CustomValue.objects.filter(condition, field=field)
            obligations = obligations.filter(pk__in=having.values("obligation"))
    return obligations


def _condition(field: CustomField, asked: dict[str, Any]) -> Q:
    """What the value has to be; an empty condition where nothing is asked."""
    name = parameter(field)
    if field.kind == Kind.TEXT:
        return Q(value__icontains=asked[name]) if asked[name] else Q()
    if field.kind == Kind.CHOICE:
        return Q(value__in=asked[name]) if asked[name] else Q()
    column = "number" if field.kind == Kind.NUMBER else "value"
    condition = Q()
    for end, lookup in (("after", "gte"), ("before", "lte")):
        bound = asked[f"{name}-{end}"]
        if bound is not None:
            value = bound if isinstance(bound, Decimal) else bound.isoformat()
            condition &= Q(**{f"{column}__{lookup}": value})
    return condition
