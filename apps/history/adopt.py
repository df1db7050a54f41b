"""Enter in the ledger the versions that were kept before there was one, and the people of that day.

Called by a migration, with the models as they are at that point: so nothing here may use what later
releases add, and names are what a column says, not what `str` of a record would.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps.registry import Apps
from django.db import models

from .models.record import as_json

BATCH = 1_000
NAMES = ("symbol", "name", "act", "title", "short", "label", "email", "due_on", "happened_on")
DERIVED = {
    "obligations.obligation": {
        "decided_at",
        "decided_by",
        "next_due_on",
        "is_undated",
        "version",
    },
    "documents.document": {"version"},
    "accounts.office": {"path"},
}
OWN = {  # tables of versions by kind of record
    "accounts.office": ("history", "HistoricalOffice"),
    "accounts.user": ("history", "HistoricalUser"),
}


def adopt(apps: Apps, kinds: Iterable[str]) -> int:
    """Enter every version of these kinds that is not in the ledger yet; return how many."""
    return sum(_adopt(apps, kind) for kind in kinds)


def begin(apps: Apps, *, at: dt.datetime) -> None:
    """Give each office and person a first version, made by nobody at `at`, if there is none."""
    for kind, table in OWN.items():
        model, versions = apps.get_model(kind), apps.get_model(*table)
        names = [field.attname for field in model._meta.concrete_fields]
        kept = [f.attname for f in versions._meta.concrete_fields if f.attname in names]
        known = versions.objects.values("id")
        for row in model.objects.exclude(pk__in=known).iterator(chunk_size=BATCH):
            values = {name: getattr(row, name) for name in kept}
            version = versions.objects.create(history_date=at, history_type="+", **values)
            if kind == "accounts.user":
                _keep_groups(apps, row, version)


def _keep_groups(apps: Apps, user: Any, version: Any) -> None:
    rows = apps.get_model("history", "HistoricalUser_groups").objects
    through = apps.get_model("accounts", "User").groups.through.objects
    for one in through.filter(user_id=user.pk):
        rows.create(history=version, id=one.pk, user_id=user.pk, group_id=one.group_id)


def _adopt(apps: Apps, kind: str) -> int:
    app, name = kind.split(".")
    model = apps.get_model(*OWN.get(kind, (app, f"Historical{name}")))
    ledger = apps.get_model("history", "Change")
    entered = ledger.objects.filter(kind=kind, version=models.OuterRef("pk"))
    waiting = model.objects.filter(~models.Exists(entered)).order_by("id", "history_id")
    named: dict[tuple[str, Any], str] = {}
    count = 0
    some: list[Any] = []
    for former, version in _pairs(waiting.iterator(chunk_size=BATCH)):
        some.append(_change(apps, ledger, kind, former, version, named))
        if len(some) == BATCH:
            ledger.objects.bulk_create(some)
            count, some = count + BATCH, []
    ledger.objects.bulk_create(some)
    return count + len(some)


def _pairs(versions: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Each version with the one before it of the same record, if any."""
    former = None
    for version in versions:
        yield (former if former is not None and former.id == version.id else None), version
        former = version


def _change(apps: Apps, ledger: Any, kind: str, former: Any, version: Any, named: Any) -> Any:
    fields = []
    if former is not None and version.history_type == "~":
        fields = list(_difference(apps, kind, former, version, named))
    written = {one["field"]: one["new"] for one in fields}
    return ledger(
        at=version.history_date,
        by_id=version.history_user_id,
        kind=kind,
        record=version.id,
        name=_name(version),
        obligation=_obligation(apps, kind, version),
        version=version.pk,
        act=version.history_type,
        fields=fields,
        reason=version.history_change_reason or written.get("reason") or "",
        confidential_for_id=getattr(version, "confidential_for_id", None),
    )


def _difference(apps: Apps, kind: str, old: Any, new: Any, named: Any) -> Iterator[dict[str, Any]]:
    for field in new._meta.concrete_fields:
        is_own = field.name.startswith("history_") or field.name in DERIVED.get(kind, ())
        if is_own or field.name == "id":
            continue
        before, after = (as_json(field, getattr(one, field.attname)) for one in (old, new))
        if before != after:
            if isinstance(field, models.ForeignKey):
                before, after = (_words(apps, field, key, named) for key in (before, after))
            yield {"field": field.name, "old": before, "new": after}


def _words(apps: Apps, field: Any, key: Any, named: dict[tuple[str, Any], str]) -> str | None:
    if key is None:
        return None
    model = field.related_model
    place = (model._meta.label_lower, key)
    if place not in named:
        found = model._base_manager.filter(pk=key).first()
        named[place] = (_name(found) if found else "") or f"#{key}"
    return named[place]


def _name(row: Any) -> str:
    return str(next(filter(None, (getattr(row, name, None) for name in NAMES)), ""))[:200]


def _obligation(apps: Apps, kind: str, version: Any) -> int | None:
    if kind == "obligations.obligation":
        return int(version.id)
    for name in ("obligation_id", "source_id"):
        if hasattr(version, name):
            found = getattr(version, name)
            return int(found) if found else None
    if not hasattr(version, "cycle_id"):
        return None
    cycles = apps.get_model("reporting", "Cycle")._base_manager.filter(pk=version.cycle_id)
    return cycles.values_list("obligation_id", flat=True).first()
