"""The filter of the list of people."""

from typing import Any

import django_filters as filters
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office

from .people_forms import ROLE_WORDS

ACTIVE, LEFT = "active", "left"


class PersonFilter(filters.FilterSet):
    """People by words, office, role, and whether they may sign in."""

    text = filters.CharFilter(label=_("Name, address or office"), method="by_text", max_length=200)
    office = filters.ModelChoiceFilter(
        label=_("Office, and those below it"),
        queryset=Office.objects.all(),
        method="by_office",
        empty_label=_("Any"),
    )
    role = filters.ChoiceFilter(
        label=_("Role"),
        choices=list(ROLE_WORDS.items()),
        field_name="groups__name",
        empty_label=_("Any"),
    )
    state = filters.ChoiceFilter(
        label=_("Sign-in"),
        choices=[(ACTIVE, _("May sign in")), (LEFT, _("Deactivated"))],
        method="by_state",
        empty_label=_("Any"),
    )

    def by_text(self, people: Any, name: str, value: str) -> Any:
        return people.matching(value)

    def by_office(self, people: Any, name: str, value: Office) -> Any:
        return people.filter(office__in=Office.objects.under(value))

    def by_state(self, people: Any, name: str, value: str) -> Any:
        return people.filter(is_active=value == ACTIVE)
