"""Change many obligations at once, and undo it: each row through its history, none unseen.

CannotChange
├── NothingToChange  each of the rows was changed, closed or taken away meanwhile
├── AlreadyUndone
└── TooLateToUndo
"""

import datetime as dt
from collections.abc import Iterable
from itertools import batched
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from apps.accounts.models import Office, User
from apps.obligations.codes import State
from apps.obligations.models import Obligation
from apps.obligations.organise import UnusableTag, index_tags, spelt, with_tags
from apps.obligations.rights import may_find

from .models import BulkEdit, BulkEditRow

BATCH = 500
LONGEST_QUERY = 2000
# What each value that can be set writes on the obligation.
WRITES: dict[str, tuple[str, ...]] = {
    "lead": ("lead_id",),
    "responsible": ("responsible_id",),
    "finding": ("finding", "finding_on", "finding_by_id", "finding_source"),
    "add_tags": ("tag_names",),
    "remove_tags": ("tag_names",),
}


class CannotChange(Exception):
    """It was not done; the message says why."""


class NothingToChange(CannotChange):
    """None of the rows is any more as it was seen."""


class AlreadyUndone(CannotChange):
    """Somebody undid it before."""


class TooLateToUndo(CannotChange):
    """The time in which it can be undone is over."""


def change_many(
    seen: Iterable[tuple[int, int]],
    values: dict[str, Any],
    *,
    by: User,
    at: dt.datetime,
    on: dt.date,
    reason: str = "",
    query: str = "",
) -> BulkEdit:
    """Set `values` on the obligations of `seen`, pairs of key and version, that are still so.

    `values` by name: lead, responsible (None for nobody), finding with finding_source, add_tags,
    remove_tags. What is not changed stands in `values["left"]` of the edit, by reason. Rows are
    locked in the order of their keys, so that two who change the same rows wait, and never for
    each other. Raises NothingToChange, CannotChange.
    """
    if names := values.get("add_tags"):
        # Before, and not in, the transaction of the rows: who makes the same tag while holding one
        # of these rows would wait for us, and we for them.
        try:
            values = {**values, "add_tags": spelt(names, by=by)}
        except UnusableTag as error:
            raise CannotChange(str(error)) from None
    return _change(seen, values, by=by, at=at, on=on, reason=reason, query=query)


@transaction.atomic
def _change(
    seen: Iterable[tuple[int, int]],
    values: dict[str, Any],
    *,
    by: User,
    at: dt.datetime,
    on: dt.date,
    reason: str,
    query: str,
) -> BulkEdit:
    edit = BulkEdit.objects.create(
        query=query if len(query) <= LONGEST_QUERY else "",
        values={name: getattr(value, "pk", value) for name, value in values.items()},
        reason=reason,
        made_at=at,
        made_by=by,
    )
    left: dict[str, list[int]] = {}
    changed: list[Obligation] = []
    for batch in batched(sorted(seen), BATCH):
        done = _change_batch(edit, dict(batch), values, left, on=on)
        _write(done, edit, reason=reason or _("Changed together with others"), by=by, at=at)
        changed += done
    if not changed:
        raise NothingToChange(
            _("Nothing was changed: all of these were changed by others since you saw them.")
        )
    _index(changed, values, by=by)
    edit.values["left"] = left
    edit.save(update_fields=["values"])
    return edit


def _change_batch(
    edit: BulkEdit,
    versions: dict[int, int],
    values: dict[str, Any],
    left: dict[str, list[int]],
    *,
    on: dt.date,
) -> list[Obligation]:
    """Set the values on those of the batch that are as they were seen; note the others in `left`."""
    rows = {row.pk: row for row in _locked(versions)}
    done, former = [], []
    for key, version in versions.items():
        row = rows.get(key)
        if row is None or row.version != version:
            left.setdefault("changed", []).append(key)
        elif row.state != State.ACCEPTED:
            left.setdefault("closed", []).append(key)
        else:
            was = {name: getattr(row, name) for name in _written(values)}
            try:
                _set(row, values, by=edit.made_by, on=on)
            except UnusableTag:
                left.setdefault("tags", []).append(key)
                continue
            former.append(
                BulkEditRow(edit=edit, obligation=row, former=_plain(was), version=row.version)
            )
            done.append(row)
    BulkEditRow.objects.bulk_create(former)
    return done


def _locked(keys: Iterable[int]) -> Iterable[Obligation]:
    found = Obligation.objects.filter(pk__in=list(keys)).defer("quote", "words", "machine")
    return found.select_for_update(of=("self",), no_key=True).order_by("pk")


def _written(values: dict[str, Any]) -> list[str]:
    """Names of the attributes that `values` write, each once."""
    return list(
        dict.fromkeys(name for value in WRITES if value in values for name in WRITES[value])
    )


def _set(row: Obligation, values: dict[str, Any], *, by: User, on: dt.date) -> None:
    tags = with_tags(row.tag_names, values.get("add_tags", ()), values.get("remove_tags", ()))
    if tags != row.tag_names:
        row.tag_names = tags
    for name in ("lead", "responsible"):
        if name in values:
            setattr(row, name, values[name])
    if "finding" in values:
        # As in `amend`: a day and a person belong to a new finding, not to a new source.
        if row.finding != values["finding"]:
            row.finding_on, row.finding_by = on, by
        row.finding, row.finding_source = values["finding"], values["finding_source"]
    row.version += 1


def _write(
    rows: list[Obligation], edit: BulkEdit, *, reason: str, by: User, at: dt.datetime
) -> None:
    """Save them, and their versions: rows that get the same values by one statement.

    That is as a rule one or a few for a batch, and ten times as fast as a statement of many cases.
    """
    names = _written(edit.values)
    alike: dict[str, list[Obligation]] = {}
    for row in rows:
        alike.setdefault(repr([getattr(row, name) for name in names]), []).append(row)
    for same in alike.values():
        values = {name: getattr(same[0], name) for name in names}
        keys = [row.pk for row in same]
        Obligation.objects.filter(pk__in=keys).update(version=F("version") + 1, **values)
    Obligation.history.bulk_history_create(
        rows,
        batch_size=BATCH,
        update=True,
        default_user=by,
        default_change_reason=reason,
        default_date=at,
    )


def _index(rows: list[Obligation], values: dict[str, Any], *, by: User) -> None:
    if "tag_names" in _written(values):
        index_tags(rows, by=by)


def _plain(former: dict[str, Any]) -> dict[str, Any]:
    """As JSON keeps it: days in ISO 8601."""
    return {n: v.isoformat() if isinstance(v, dt.date) else v for n, v in former.items()}


def undo_many(pk: int, *, by: User, at: dt.datetime, within: dt.timedelta) -> BulkEdit:
    """Give the rows of the edit that nobody changed since what they had, as a change of its own.

    The others stay; their keys stand in `values["not_undone"]`. Raises AlreadyUndone, TooLateToUndo,
    CannotChange where a finding was set and `by` may not find.
    """
    with transaction.atomic():
        edit = BulkEdit.objects.select_for_update().get(pk=pk)
        if edit.undone_at is not None:
            raise AlreadyUndone(_("This change was undone already."))
        if at > edit.made_at + within:
            raise TooLateToUndo(
                _("This change was made too long ago to be undone. Change the rows again instead.")
            )
        if "finding" in edit.values and not may_find(by):
            raise CannotChange(
                _(
                    "This change set a finding, which needs approval here: ask an officer to undo it."
                )
            )
        edit.undone_at, edit.undone_by = at, by
        edit.values["not_undone"] = _restore(edit, by=by, at=at)
        edit.save()
    return edit


def _restore(edit: BulkEdit, *, by: User, at: dt.datetime) -> list[int]:
    """Restore what is still as the edit left it; return the keys of the others."""
    not_undone: list[int] = []
    restored: list[Obligation] = []
    reason = _("Undone: %(reason)s") % {"reason": edit.reason or _("a change of many")}
    rows = edit.rows.order_by("obligation_id").values_list("obligation_id", "version", "former")
    here = _who_is_here()
    for batch in batched(rows, BATCH):
        given = {key: (version, former) for key, version, former in batch}
        done = []
        for row in _locked(given):
            version, former = given[row.pk]
            is_gone = any(former.get(name) not in keys for name, keys in here.items())
            if row.version != version or is_gone:
                not_undone.append(row.pk)
                continue
            _give_back(row, former)
            done.append(row)
        _write(done, edit, reason=reason, by=by, at=at)
        restored += done
    _index(restored, edit.values, by=by)
    return not_undone


def _who_is_here() -> dict[str, set[int | None]]:
    """The offices and people that can be given back: others were deleted since."""
    people = {None, *User.objects.values_list("pk", flat=True)}
    offices = {None, *Office.objects.values_list("pk", flat=True)}
    return {"lead_id": offices, "responsible_id": people, "finding_by_id": people}


def _give_back(row: Obligation, former: dict[str, Any]) -> None:
    for name, value in former.items():
        is_day = name == "finding_on" and value is not None
        setattr(row, name, dt.date.fromisoformat(value) if is_day else value)
    row.version += 1
