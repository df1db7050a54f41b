"""Series, and documents known by symbol and day without a text."""

import tomllib
from pathlib import Path
from typing import Any

from apps.accounts.models import User
from apps.actors.models import Actor
from apps.documents.models import Document
from apps.obligations.models import Series

from .days import Days

DATA = Path(__file__).parent / "documents.toml"


def seed(days: Days, *, by: User) -> None:
    """Make the series and documents of the data file; a document that is here stays as it is."""
    data = tomllib.loads(days.in_codes(DATA.read_text(encoding="utf-8")))
    for record in data["series"]:
        _series(record)
    for record in data["documents"]:
        known = Document.objects.with_symbol(record["symbols"][0]).first()
        document = known or _document(record, days, by=by)
        if "series" in record:
            Series.objects.get(key=record["series"]).reports.add(document)


def _series(record: dict[str, Any]) -> None:
    Series.objects.get_or_create(
        key=record["key"],
        defaults={
            "name": record["name"],
            "author": Actor.objects.get(key=record["author"]),
            "period": record.get("period", ""),
            "anchor_on": record.get("anchor_on"),
            "is_sample": True,
        },
    )


def _document(record: dict[str, Any], days: Days, *, by: User) -> Document:
    document = Document(
        kind=record.get("kind", "report"),
        organ=record.get("organ", "secretariat"),
        adopted_on=days.day(record["issued"]),
        title=record["title"],
        agenda_item=record.get("agenda_item", ""),
        is_sample=True,
        created_by=by,
    )
    document.save()
    document.set_symbols(record["symbols"])
    document.save()
    return document
