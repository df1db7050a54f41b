"""Give the changes their place in the chain: after the commit, in a short transaction of its own.

The hash of a row covers the hash of the row before it, the row itself and the digest of the version
it belongs to. So nothing before a known head can be altered, taken out, put in or moved unseen.
"""

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import transaction

from .change import Change, Head, Shape

HEAD = 1
BATCH = 500
MOST_AFTER_A_COMMIT = 2_000  # the rest waits for the next one: nobody waits for a whole backlog


def seal(*, most: int | None = None) -> int:
    """Seal the changes that are committed and not sealed, at most `most`; return how many."""
    done = 0
    while most is None or done < most:
        some = _seal_batch(BATCH if most is None else min(BATCH, most - done))
        done += some
        if some < BATCH:
            break
    return done


def seal_after_commit() -> None:
    """Seal once the transaction is committed, once however many changes it makes.

    A failure is logged and fails nothing: whoever commits next catches up.
    """
    waiting = transaction.get_connection().run_on_commit
    if not any(entry[1] is _seal_some for entry in waiting):
        transaction.on_commit(_seal_some, robust=True)


def _seal_some() -> None:
    seal(most=MOST_AFTER_A_COMMIT)


@transaction.atomic
def _seal_batch(size: int) -> int:
    head, _created = Head.objects.select_for_update().get_or_create(pk=HEAD)
    changes = list(Change.objects.unsealed().order_by("pk")[:size])
    shapes = {kind: _shape(kind) for kind in {change.kind for change in changes}}
    for change in changes:
        change.shape = shapes[change.kind]
    found = digests(changes)
    for change in changes:
        head.place += 1
        change.place = head.place
        change.digest = found.get((change.kind, change.version), "")
        change.hash = head.hash = hash_after(head.hash, change)
    # The one way to change a row of the ledger, for it has no place until now.
    with transaction.get_connection().cursor() as cursor:
        cursor.executemany(
            "UPDATE history_change SET place = %s, shape_id = %s, digest = %s, hash = %s WHERE id = %s",
            [(one.place, one.shape_id, one.digest, one.hash, one.pk) for one in changes],
        )
    head.save()
    return len(changes)


def _shape(kind: str) -> Shape:
    """What a version of this kind consists of today."""
    model = version_model(kind)
    names = [field.attname for field in model._meta.concrete_fields]
    columns = [*names, *(field.name for field in model._history_m2m_fields)]
    same = (shape for shape in Shape.objects.filter(kind=kind) if shape.columns == columns)
    return next(same, None) or Shape.objects.create(kind=kind, columns=columns)


def version_model(kind: str) -> Any:
    """The model of the versions of records of `kind`. Raises LookupError."""
    model: Any = apps.get_model(kind)
    return getattr(model, model._meta.simple_history_manager_attribute).model


def hash_after(former: str, change: Change) -> str:
    """The hash of `change` where the row before it has the hash `former`."""
    content = [
        change.place,
        change.at,
        change.by_id,
        change.kind,
        change.record,
        change.name,
        change.obligation,
        change.version,
        change.act,
        change.fields,
        change.reason,
        change.request,
        change.confidential_for_id,
        change.shape.columns if change.shape else None,
        change.digest,
    ]
    return sha256(f"{former}\n{canonical(content)}")


def digests(changes: Iterable[Change]) -> dict[tuple[str, int], str]:
    """The digest of each version that these changes belong to, as the database has it now.

    A version that is not there has none. Raises FieldError where a column of its shape is gone.
    """
    groups: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for change in changes:
        if change.shape:
            groups[change.kind, tuple(change.shape.columns)].append(change.version)
    return {
        (kind, version): sha256(canonical(values))
        for (kind, columns), versions in groups.items()
        for version, values in _versions(version_model(kind), columns, versions)
    }


def _versions(
    model: Any, columns: tuple[str, ...], keys: list[int]
) -> Iterable[tuple[int, dict[str, Any]]]:
    """Key and content of each version; of a many-to-many relation the keys it leads to."""
    many = {field.name: field for field in model._history_m2m_fields if field.name in columns}
    own = [name for name in columns if name not in many]
    led_to: dict[str, dict[int, list[int]]] = {}
    for name, field in many.items():
        led_to[name] = defaultdict(list)
        rows = getattr(model, name).model.objects.filter(history__in=keys)
        for version, key in rows.values_list("history_id", f"{field.m2m_reverse_field_name()}_id"):
            led_to[name][version].append(key)
    for row in model.objects.filter(pk__in=keys).order_by().values("pk", *own):
        key = row.pop("pk")
        yield key, row | {name: sorted(rows[key]) for name, rows in led_to.items()}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(content: Any) -> str:
    """The one way to write `content`: the same for equal values on every database."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), default=plain)


def plain(value: Any) -> Any:
    """A value that JSON has no form for, as ISO 8601 where that has one; a moment in UTC."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat() if value.tzinfo else value.isoformat()
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
