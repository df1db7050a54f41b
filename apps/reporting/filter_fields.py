"""Kinds of filter that the registers are made of: how each is typed in an address, and read."""

import datetime as dt
from typing import Any

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from apps.accounts.models import Office
from apps.actors.models import Actor
from apps.documents.models import Document
from apps.obligations.models import Tag
from apps.obligations.organise import folded
from apps.obligations.timing import FIRST_DAY, LAST_DAY
from apps.web.keys import as_key


class DocumentField(forms.CharField):
    """A document by its symbol, however typed, or by its key. Shown by its symbol."""

    found: Document | None = None

    def to_python(self, value: Any) -> Any:
        """Return the document, or an empty string. Refuses what no document here is called."""
        asked = super().to_python(value)
        if not asked:
            return ""
        super().run_validators(asked)
        key = as_key(asked)
        documents = Document.objects
        self.found = (documents.filter(pk=key) if key else documents.with_symbol(asked)).first()
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

    def __init__(self, *, is_hidden: bool = False, **kwargs: Any) -> None:
        kind = forms.HiddenInput() if is_hidden else None
        widget = kind or forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **kwargs)


def in_calendar(day: dt.date) -> None:
    """Refuse a day on which nothing can stand."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValidationError(
            _("Give a day from %(first)s to %(last)s.") % {"first": FIRST_DAY, "last": LAST_DAY}
        )


class WholeNumberFilter(filters.Filter):
    """A number of days, or a year."""

    field_class = forms.IntegerField

    def __init__(self, *, min_value: int = 0, **kwargs: Any) -> None:
        super().__init__(min_value=min_value, localize=False, **kwargs)


class AnyOfField(filters.fields.MultipleChoiceField):
    def to_python(self, value: Any) -> list[str]:
        """The codes, each once however often the address repeats it."""
        return list(dict.fromkeys(super().to_python(value)))


class AnyOfFilter(filters.MultipleChoiceFilter):
    """Any of these codes: the parameter is repeated."""

    field_class = AnyOfField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple, **kwargs)


class HiddenAnyOfFilter(filters.MultipleChoiceFilter):
    """The same, asked by links only."""

    field_class = AnyOfField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.MultipleHiddenInput, **kwargs)


class TagsField(AnyOfField):
    """Tags by name, however typed. Shown are those that some obligation carries."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=_used_tags, **kwargs)

    def to_python(self, value: Any) -> list[str]:
        """The names as they are spelt here; one that is not known stands as it was typed."""
        given = super().to_python(value)
        if not given:
            return []
        self.known = {folded(tag.name): tag.name for tag in Tag.objects.all()}
        return list(dict.fromkeys(self.known.get(folded(name), name) for name in given))

    def valid_value(self, value: str) -> bool:
        return folded(value) in self.known


def _used_tags() -> list[tuple[str, str]]:
    return [(tag.name, tag.name) for tag in Tag.objects.used()]


class TagsFilter(AnyOfFilter):
    field_class = TagsField
