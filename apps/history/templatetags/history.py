"""Tags by which a page shows changes."""

from typing import Any

from django import template

from apps.history.models import Change
from apps.history.words import Difference, first_values, kind_words
from apps.history.words import differences as told

register = template.Library()


@register.inclusion_tag("includes/differences.html")
def differences(change: Change, *, made: bool = False) -> dict[str, Any]:
    """What a change did, field by field; with `made` also what a record was made with."""
    found: list[Difference] = told(change)
    if made and change.act == Change.Act.MADE:
        found = first_values(change)
    return {"differences": found}


@register.filter
def called(change: Change) -> str:
    """What the record was called then, or its kind and number where it had no name."""
    return change.name or f"{kind_words(change.kind)} {change.record}"


@register.filter
def kind(change: Change) -> str:
    """What a record of this kind is called."""
    return kind_words(change.kind)
