"""Changes as a file: CSV with a line for each field that changed, JSON with the values as they are kept."""

import csv
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from apps.history.models import Change
from apps.history.models.change import ChangeQuerySet
from apps.history.words import differences, kind_words

from .formats import CHUNK, About, Echo, harmless


def _rows(changes: ChangeQuerySet) -> Iterator[Change]:
    return changes.select_related("by").newest_first().iterator(chunk_size=CHUNK)


def csv_lines(changes: ChangeQuerySet, about: About) -> Iterator[str]:
    """UTF-8 with its mark: the facts, an empty line, the headings, the changes, newest first."""
    writer = csv.writer(Echo())
    yield "\ufeff"
    for label, fact in about.in_words():
        yield writer.writerow([label, harmless(str(fact))])
    yield writer.writerow([])
    yield writer.writerow(_headings())
    for change in _rows(changes):
        for cells in _cells(change):
            yield writer.writerow([harmless(cell) for cell in cells])


def _headings() -> list[str]:
    return [
        _("Change"),
        _("When"),
        _("Who"),
        _("Kind of record"),
        _("Number of the record"),
        _("Record"),
        _("Obligation"),
        _("Act"),
        _("Field"),
        _("From"),
        _("To"),
        _("Why"),
        _("Request"),
    ]


def _cells(change: Change) -> Iterator[list[str]]:
    """A line for each field that changed; one without, where none is told."""
    moment = timezone.localtime(change.at).isoformat(sep=" ", timespec="seconds")
    head = [
        str(change.pk),
        moment,
        str(change.by or ""),
        kind_words(change.kind),
        str(change.record),
        change.name,
        str(change.obligation or ""),
        change.get_act_display(),
    ]
    tail = [change.reason, change.request]
    told = [[one.field, one.old, one.new] for one in differences(change)]
    for field in told or [["", "", ""]]:
        yield [*head, *field, *tail]


def json_lines(changes: ChangeQuerySet, about: About) -> Iterator[str]:
    """One object: `about`, and `changes` with codes and values as they are kept, and their place in the chain."""
    yield f'{{"about": {_json(asdict(about))},\n"changes": ['
    before = "\n"
    for change in _rows(changes):
        yield before + _json(_object(change))
        before = ",\n"
    yield "\n]}\n"


def _object(change: Change) -> dict[str, Any]:
    return {
        "id": change.pk,
        "at": change.at.isoformat(),
        "by": {"id": change.by_id, "name": str(change.by)} if change.by else None,
        "kind": change.kind,
        "record": change.record,
        "name": change.name,
        "obligation": change.obligation,
        "act": change.act,
        "version": change.version,
        "fields": change.fields,
        "reason": change.reason,
        "request": change.request,
        "place": change.place,
        "hash": change.hash,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
