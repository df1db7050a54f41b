"""A change in the words of the person who reads it: names of fields and codes, dates, long texts."""

import datetime as dt
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .models import Change, version_models
from .models.record import Words, as_json

NOTHING = "–"
LONG = 80  # characters from which a text is shown as one, with its changes marked inside
MOST_COMPARED = 3_000  # words of a text: beyond it the two stand whole, one after the other


class Piece(NamedTuple):
    """Some words of a long text; `mark` is "del", "ins", or empty for what stayed."""

    mark: str
    text: str


class Difference(NamedTuple):
    """One field, from what to what, in words."""

    field: str
    old: str
    new: str
    pieces: list[Piece]
    """The two as one marked text, where they are long; else empty."""


def differences(change: Change) -> list[Difference]:
    """What the change did to each field."""
    return told(change.kind, change.fields)


def told(kind: str, fields: list[dict[str, Any]]) -> list[Difference]:
    """What is kept of changed fields, in words."""
    model: Any = _model(kind)
    found = []
    for one in fields:
        old, new = (_words(model, one["field"], one[side]) for side in ("old", "new"))
        both = isinstance(one["old"], str) and isinstance(one["new"], str)
        is_long = both and one["old"] and one["new"] and max(len(old), len(new)) > LONG
        pieces = list(compared(old, new)) if is_long else []
        found.append(Difference(field_words(model, one["field"]), old, new, pieces))
    return found


def first_values(change: Change) -> list[Difference]:
    """What a record was made with, from its version; without the fields that were empty."""
    versions = version_models().get(change.kind)
    version = versions and versions.objects.filter(pk=change.version).first()
    if version is None:
        return []
    names, found = Words(), []
    for field in version.tracked_fields:
        if field.primary_key or field.name in version.derived or not _is_told(field):
            continue
        value = as_json(field, getattr(version, field.attname))
        if isinstance(field, models.ForeignKey):
            value = names.of(field, value)
        words = _words(version.instance_type, field.name, value)
        if words not in (NOTHING, _("no")):
            found.append(Difference(field_words(version.instance_type, field.name), "", words, []))
    return found


def _is_told(field: Any) -> bool:
    """When and by whom it was made stands beside the change already."""
    return field.name not in ("created_at", "created_by")


def compared(old: str, new: str) -> Iterator[Piece]:
    """The two texts as one: what was taken away, what was put in and what stayed, word by word."""
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > MOST_COMPARED:
        yield from (Piece("del", old), Piece("ins", new))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for act, start, end, new_start, new_end in matcher.get_opcodes():
        if act == "equal":
            yield Piece("", " ".join(before[start:end]))
            continue
        if end > start:
            yield Piece("del", " ".join(before[start:end]))
        if new_end > new_start:
            yield Piece("ins", " ".join(after[new_start:new_end]))


def kind_words(kind: str) -> str:
    """What records of this kind are called; the kind itself where there are none any more."""
    model = _model(kind)
    return capfirst(str(model._meta.verbose_name)) if model else kind


def kind_choices() -> list[tuple[str, str]]:
    """Every kind of record that has a history, by name."""
    return sorted(((kind, kind_words(kind)) for kind in version_models()), key=_by_words)


def field_choices() -> list[tuple[str, str]]:
    """Every field that a change can be of, by name; one that several kinds have stands once."""
    found: dict[str, set[str]] = {}
    for model in version_models().values():
        for field in (*model.tracked_fields, *model._history_m2m_fields):
            if not field.primary_key and field.name not in model.derived:
                label = field_words(model.instance_type, field.name)
                found.setdefault(field.name, set()).add(label)
    pairs = [(name, " / ".join(sorted(labels))) for name, labels in found.items()]
    return sorted(pairs, key=_by_words)


def _by_words(choice: tuple[str, str]) -> str:
    return choice[1].casefold()


def _model(kind: str) -> Any:
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


def field_words(model: Any, name: str) -> str:
    """What a field is called; its name where the model has none of that name any more."""
    field = _field(model, name)
    return capfirst(str(getattr(field, "verbose_name", name)))


def _field(model: Any, name: str) -> Any:
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def _words(model: Any, name: str, value: Any) -> str:
    """A value as a person reads it."""
    if value in (None, "", [], {}):
        return NOTHING
    field = _field(model, name)
    choices = dict(getattr(field, "flatchoices", None) or [])
    if isinstance(value, list):
        codes = getattr(model, "words_of_codes", {}).get(name)
        return ", ".join(_listed(value, dict(codes.choices) if codes else {}))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {one}" for key, one in value.items())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(choices.get(value) or _day(field, value) or value)


def _listed(values: Iterable[Any], words: dict[Any, Any]) -> Iterator[str]:
    for value in values:
        hashable = value if isinstance(value, str | int) else str(value)
        yield str(words.get(hashable, hashable))


def _day(field: Any, value: Any) -> str:
    """A day or moment as the locale writes it; empty for what is neither."""
    try:
        if isinstance(field, models.DateTimeField):
            moment = timezone.localtime(dt.datetime.fromisoformat(value))
            return date_format(moment, "SHORT_DATETIME_FORMAT")
        if isinstance(field, models.DateField):
            return date_format(dt.date.fromisoformat(value), "DATE_FORMAT")
    except (TypeError, ValueError):
        pass
    return ""
