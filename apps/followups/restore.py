"""Put a record back to one of its former versions, as a change of its own: the history keeps both.

CannotRestore
└── ChangedSince   somebody else changed the record since the page was shown
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import Office, User
from apps.history.models import OBLIGATION, version_models
from apps.history.models.record import Words, as_json
from apps.history.words import Difference, told
from apps.obligations.amend import amend
from apps.obligations.codes import State
from apps.obligations.rights import may_find

from .notify import tell_responsible

OFFICE, VIEW = "accounts.office", "reporting.savedview"
FINDING = ("finding", "finding_source")


class CannotRestore(Exception):
    """It is not possible; the message says why."""


class ChangedSince(CannotRestore):
    """Somebody else changed the record since the page was shown."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What of a kind of record can be put back, and who may do it; no permission: its owner."""

    fields: tuple[str, ...]
    permission: str = ""


RULES = {
    OBLIGATION: Rule(
        ("act", "subject", "region", "shift", "lead", "responsible", *FINDING, "review_on"),
        "obligations.change_obligation",
    ),
    "documents.document": Rule(
        ("kind", "organ", "adopted_on", "title", "agenda_item"), "documents.change_document"
    ),
    "obligations.series": Rule(
        ("name", "author", "period", "anchor_on"), "obligations.change_series"
    ),
    # Not for whom it is: what its owner could share once may not be theirs to share any more.
    VIEW: Rule(("name", "query")),
    OFFICE: Rule(("name", "short", "parent"), "accounts.change_office"),
}
WHY_NOT = {
    "followups.entry": gettext_lazy(
        "What was logged stays; what is wrong in it is put right there."
    ),
    "reporting.cycle": gettext_lazy(
        "The dates of a cycle follow from its cadence: extend it, or change its programme."
    ),
    "obligations.cadence": gettext_lazy("A cadence is changed by a new version of it."),
    "accounts.user": gettext_lazy("People are changed in the administration."),
}


def may_restore(person: User, kind: str, record: int) -> bool:
    """Whether the person may put former versions of this record back."""
    rule = RULES.get(kind)
    if rule is None or (rule.permission and not person.has_perm(rule.permission)):
        return False
    rows = version_models()[kind].instance_type._default_manager.filter(pk=record)
    if kind == OBLIGATION:
        rows = rows.filter(state=State.ACCEPTED)
    if not rule.permission:
        rows = rows.filter(owner=person)
    return bool(rows.exists())


def why_not(person: User, kind: str) -> str:
    """Why records of this kind cannot be restored; empty where it is only this person who may not."""
    if kind in RULES or not person.has_perm("obligations.change_obligation"):
        return ""
    return str(
        WHY_NOT.get(kind, _("Former versions of this are shown, and not restored from here."))
    )


def would_change(version: Any, *, person: User) -> list[Difference]:
    """What restoring `version` would change of its record as it stands."""
    kind = version.instance_type._meta.label_lower
    record = version.instance_type._default_manager.get(pk=version.id)
    names, found = Words(), []
    for field in _fields(version, person):
        old, new = (as_json(field, getattr(one, field.attname)) for one in (record, version))
        if old != new and isinstance(field, models.ForeignKey):
            old, new = names.of(field, old), names.of(field, new)
        if old != new:
            found.append({"field": field.name, "old": old, "new": new})
    return told(kind, found)


def newest_version(version: Any) -> int:
    """The key of the newest version of the same record: what a page has seen."""
    same = type(version).objects.filter(id=version.id)
    return int(same.aggregate(last=models.Max("history_id"))["last"])


@transaction.atomic
def restore(
    version: Any, *, seen: int, by: User, on: dt.date, at: dt.datetime, reason: str
) -> None:
    """Give the record the values that it had in `version`; `seen` is the newest version shown.

    Raises ChangedSince; CannotRestore where a value is not possible any more.
    """
    model = version.instance_type
    kind = model._meta.label_lower
    record = model._default_manager.select_for_update(of=("self",), no_key=True).get(pk=version.id)
    if newest_version(version) != seen:
        raise ChangedSince(_("Somebody changed this since you opened it. It now reads as below."))
    values = {field.name: _value(version, field) for field in _fields(version, by)}
    day = date_format(timezone.localtime(version.history_date), "SHORT_DATETIME_FORMAT")
    why = _("Restored from the version of %(day)s: %(reason)s") % {"day": day, "reason": reason}
    _refuse_gone(record, values.get("responsible"))
    responsible = getattr(record, "responsible_id", None)
    _check(record, values)
    if kind == OBLIGATION:
        obligation = amend(record.pk, record.version, values, by=by, on=on, reason=why)
        if obligation.responsible_id != responsible:
            tell_responsible(obligation, by=by, at=at)
        return
    if hasattr(record, "version"):
        record.version += 1
    record._history_user, record._change_reason = by, why
    record.save()


def _fields(version: Any, person: User) -> list[Any]:
    names = RULES[version.instance_type._meta.label_lower].fields
    if not may_find(person):
        names = tuple(name for name in names if name not in FINDING)
    return [version.instance_type._meta.get_field(name) for name in names]


def _value(version: Any, field: Any) -> Any:
    """The value that a field had; the record that a foreign key led to. Raises CannotRestore."""
    value = getattr(version, field.attname)
    if value is None or not isinstance(field, models.ForeignKey):
        return value
    found = field.related_model._default_manager.filter(pk=value).first()
    if found is None:
        raise CannotRestore(
            _("%(field)s: number %(number)s is not there any more.")
            % {"field": field.verbose_name, "number": value}
        )
    return found


def _refuse_gone(record: Any, responsible: User | None) -> None:
    """Raise CannotRestore where it would make a person responsible who is here no more."""
    if responsible is None or responsible.is_active or responsible.pk == record.responsible_id:
        return
    raise CannotRestore(
        _("%(person)s was responsible then, and is deactivated: nothing was restored.")
        % {"person": responsible}
    )


def _check(record: Any, values: dict[str, Any]) -> None:
    """Set `values` on `record`, unsaved. Raises CannotRestore, in words, where they do not hold."""
    for name, value in values.items():
        setattr(record, name, value)
    others = {field.name for field in record._meta.fields} - values.keys()
    try:
        record.full_clean(exclude=others)
        record.validate_constraints()  # those too that a restored value shares with another
    except ValidationError as error:
        raise CannotRestore(" ".join(error.messages)) from None
    parent = values.get("parent")
    if isinstance(record, Office) and parent and parent.path.startswith(record.path):
        raise CannotRestore(_("%(parent)s lies below this office now.") % {"parent": parent})
