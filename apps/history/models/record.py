"""Write the row of the ledger that belongs to each new version of a record."""

import json
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils import translation
from simple_history.models import HistoricalRecords

from .change import NAME_LENGTH, Change
from .seal import plain, seal_after_commit

BATCH = 500
# Fields in which a page that asks why keeps the answer.
REASONS = ("reason", "waived_reason")


def record(versions: Sequence[Any], instances: Sequence[Any]) -> None:
    """Enter `versions`, all of one kind, each of the instance at the same place of `instances`."""
    if not versions:
        return
    former = _former(versions)
    words = Words()
    request = str(getattr(getattr(HistoricalRecords.context, "request", None), "id", ""))
    if len(instances) > 1:
        models.prefetch_related_objects(list(instances), *versions[0].named_by)
    # Names as the organization writes them, whatever language the person reads.
    with translation.override(settings.LANGUAGE_CODE):
        changes = [
            _change(version, instance, former.get(_key(version)), words, request)
            for version, instance in zip(versions, instances, strict=True)
        ]
    Change.objects.bulk_create(changes, batch_size=BATCH)
    seal_after_commit()


def _key(version: Any) -> int:
    return int(getattr(version, version.instance_type._meta.pk.attname))


def _former(versions: Sequence[Any]) -> dict[int, Any]:
    """The version before, by the key of the record, where one is needed and there is one."""
    keys = [_key(version) for version in versions if version.history_type == Change.Act.CHANGED]
    if not keys:
        return {}
    model = type(versions[0])
    name = model.instance_type._meta.pk.attname
    earlier = model.objects.filter(
        **{f"{name}__in": keys}, history_id__lt=min(version.pk for version in versions)
    )
    last = earlier.order_by().values(name).annotate(last=models.Max("history_id")).values("last")
    return {_key(version): version for version in model.objects.filter(pk__in=last)}


def _change(version: Any, instance: Any, former: Any, words: "Words", request: str) -> Change:
    fields = _difference(former, version, instance, words) if former else []
    return Change(
        at=version.history_date,
        by_id=version.history_user_id,
        kind=version.instance_type._meta.label_lower,
        record=_key(version),
        name=_name(instance),
        obligation=_obligation(instance),
        version=version.pk,
        act=version.history_type,
        fields=fields,
        reason=_reason(version, fields),
        request=request,
        confidential_for_id=getattr(instance, "confidential_for_id", None),
    )


def _name(instance: Any) -> str:
    try:
        return str(instance)[:NAME_LENGTH]
    except ObjectDoesNotExist:  # what it is named by was deleted before it
        return ""


def _obligation(instance: Any) -> int | None:
    """The key of the obligation that a record hangs on: what it says itself, else its foreign key."""
    try:
        found = getattr(instance, "hangs_on", None) or getattr(instance, "obligation_id", None)
    except ObjectDoesNotExist:
        return None
    return int(found) if found else None


def _reason(version: Any, fields: list[dict[str, Any]]) -> str:
    """Why: what the change says itself, else what was written into the field that asks for it."""
    if version.history_change_reason:
        return str(version.history_change_reason)
    if version.history_type == Change.Act.MADE:
        given = (getattr(version, name, "") for name in REASONS)
    else:
        given = (change["new"] for change in fields if change["field"] in REASONS)
    return str(next(filter(None, given), ""))


def _difference(old: Any, new: Any, instance: Any, words: "Words") -> list[dict[str, Any]]:
    """The fields that differ, in the order in which the model has them."""
    found = []
    for field in new.tracked_fields:
        if field.primary_key or field.name in new.derived:
            continue
        before, after = (as_json(field, getattr(one, field.attname)) for one in (old, new))
        if before == after:
            continue
        if isinstance(field, models.ForeignKey):
            if field.is_cached(instance):
                words.learn(field, after, getattr(instance, field.name))
            before, after = words.of(field, before), words.of(field, after)
        found.append({"field": field.name, "old": before, "new": after})
    for field in new._history_m2m_fields:
        before, after = _led_to(old, field), _led_to(new, field)
        if before != after:
            found.append({"field": field.name, "old": before, "new": after})
    return found


def as_json(field: Any, value: Any) -> Any:
    """`value` as JSON holds it, the same whether it was typed in or came from the database."""
    python = field.target_field if isinstance(field, models.ForeignKey) else field
    return json.loads(json.dumps(python.to_python(value), default=plain))


def _led_to(version: Any, field: Any) -> list[str]:
    """The words of the records that a many-to-many relation led to in this version."""
    other = field.m2m_reverse_field_name()
    return sorted(str(getattr(row, other)) for row in getattr(version, field.name).all())


class Words:
    """What records that a foreign key names are called; each looked up once."""

    def __init__(self) -> None:
        self._known: dict[tuple[type, Any], str] = {}

    def learn(self, field: Any, key: Any, instance: Any) -> None:
        if instance is not None:
            self._known[field.related_model, key] = str(instance)[:NAME_LENGTH]

    def of(self, field: Any, key: Any) -> str | None:
        """None for nothing; the number of a record that is gone."""
        if key is None:
            return None
        model = field.related_model
        if (model, key) not in self._known:
            found = model._base_manager.filter(pk=key).first()
            self._known[model, key] = str(found)[:NAME_LENGTH] if found else f"#{key}"
        return self._known[model, key]
