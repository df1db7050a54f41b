"""Tags for cycles: why a date is what it is, and how a cycle stands."""

import datetime as dt
from typing import Any

from django import template
from django.utils.safestring import SafeString

from apps.obligations.explain import explain, period_words
from apps.reporting.models import Cycle, TimingState
from apps.reporting.why import why
from apps.web.templatetags.web import badge

register = template.Library()


@register.simple_tag
def explain_date(derivation: dict[str, Any], on: dt.date | None) -> str:
    """The sentence that says how a date came about."""
    return explain(derivation, on)


@register.inclusion_tag("includes/why.html")
def why_date(cycle: Cycle) -> dict[str, Any]:
    """All steps from the decision to the day on which a cycle is due, on demand."""
    return {"reasons": why(cycle)}


@register.simple_tag
def period(value: str) -> str:
    """A period in words: 6 months."""
    return period_words(value)


@register.simple_tag
def timing_badge(state: str) -> SafeString:
    """A timing state as icon, word and colour."""
    return badge(state, str(TimingState(state).label))
