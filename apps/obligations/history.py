"""What changed on a record, in words, from its versions."""

from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model

HIDDEN = {"version", "decided_at", "decided_by", "next_due_on", "is_undated", "start", "end"}


class Change(NamedTuple):
    """One field, from what to what."""

    field: str
    old: str
    new: str


def changes_between(old: Any, new: Any) -> list[Change]:
    """The changes from one historical record to a later one, without the ones nobody made by hand."""
    delta = new.diff_against(old, foreign_keys_are_objs=True)
    return [
        Change(_label(new.instance, c.field), _shown(old, c.field), _shown(new, c.field))
        for c in delta.changes
        if c.field not in HIDDEN
    ]


def changes_since(record: Any, version: int) -> tuple[list[Change], Any]:
    """What was changed since `version` of a versioned record, and who changed it last."""
    records = {past.version: past for past in record.history.select_related("history_user")}
    newest = records[record.version]
    changes = changes_between(records[version], newest) if version in records else []
    return changes, newest.history_user


def _label(instance: Model, name: str) -> str:
    try:
        return str(getattr(instance._meta.get_field(name), "verbose_name", name))
    except FieldDoesNotExist:
        return name


def _shown(record: Any, name: str) -> str:
    """The value as a person reads it: the word of a choice, a list as words, nothing as a dash."""
    display = getattr(record.instance, f"get_{name}_display", None)
    if display:
        return str(display())
    value = getattr(record.instance, name)
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {one}" for key, one in value.items()) or "–"
    return str(value) if value not in (None, "") else "–"
