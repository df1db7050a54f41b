"""What the page of an obligation shows of tags, links and the organization's own fields."""

from typing import Any

from django.db.models import QuerySet

from apps.accounts.models import User
from apps.obligations.link import links_of
from apps.obligations.models import CustomField, Obligation, Tag
from apps.obligations.organise import typed_value, value_words
from apps.obligations.rights import may_organise

from .organise_forms import LinkForm, TagForm


def organised(person: User, obligation: Obligation) -> dict[str, Any]:
    """All that the part shows to `person`; a view replaces the empty forms."""
    return {
        "may_organise": may_organise(person, obligation),
        "links": links_of(obligation),
        "own_values": own_values(obligation),
        "known_tags": known_tags(),
        "tag_form": TagForm.of(obligation),
        "link_form": LinkForm(),
    }


def own_values(obligation: Obligation) -> list[tuple[str, str]]:
    """Label and value, in words, of each field in use that has one."""
    found = [
        (field.label, value_words(typed_value(field, obligation.custom.get(field.key, ""))))
        for field in CustomField.objects.active()
    ]
    return [(label, words) for label, words in found if words]


def known_tags() -> QuerySet[Tag]:
    """What a field for tags offers."""
    return Tag.objects.used()
