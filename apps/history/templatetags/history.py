"""What a page needs to show changes."""

from django import template

from apps.history import words
from apps.history.models import Change
from apps.history.words import Difference

register = template.Library()


@register.filter
def differences(change: Change) -> list[Difference]:
    """What a change did, field by field."""
    return words.differences(change)


@register.filter
def beginnings(change: Change) -> list[Difference]:
    """The same; of the making of a record what it was made with."""
    made = change.act == Change.Act.MADE
    return words.first_values(change) if made else words.differences(change)


@register.filter
def called(change: Change) -> str:
    """What the record was called then, or its kind and number where it had no name."""
    return change.name or f"{words.kind_words(change.kind)} {change.record}"


@register.filter
def kind(change: Change) -> str:
    """What a record of this kind is called."""
    return words.kind_words(change.kind)
