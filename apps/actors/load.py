"""Load the list of actors that comes with the product."""

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from .models import LANGUAGES, Actor, ActorName

DATA = Path(__file__).parent / "data" / "actors.json"


@transaction.atomic
def load(path: Path = DATA) -> int:
    """Make or update every actor of the file, matched by key; return how many. Safe to repeat.

    Names that an administrator added to an actor stay; actors that are not in the file stay.
    """
    records: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    Actor.objects.bulk_create(
        [Actor(key=record["key"], **_columns(record)) for record in records],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=list(_columns(records[0])),
    )
    actors = Actor.objects.in_bulk(field_name="key")
    for record in records:
        actors[record["key"]].parent = actors.get(record["parent"])
    Actor.objects.bulk_update(actors.values(), ["parent"])
    ActorName.objects.bulk_create(
        [name for record in records for name in _names(actors[record["key"]], record)],
        ignore_conflicts=True,
    )
    return len(records)


def _columns(record: dict[str, Any]) -> dict[str, Any]:
    acronyms = record["acronyms"].get("en", [])
    return {
        "kind": record["kind"],
        "acronym": acronyms[0] if acronyms else "",
        "is_active": record["active"],
        **{f"name_{language}": record["names"][language] for language in LANGUAGES},
    }


def _names(actor: Actor, record: dict[str, Any]) -> list[ActorName]:
    """Its names first: where an acronym repeats a name, the name stands."""
    kinds = (
        (ActorName.Kind.NAME, {language: [name] for language, name in record["names"].items()}),
        (ActorName.Kind.ACRONYM, record["acronyms"]),
        (ActorName.Kind.ALIAS, record["aliases"]),
    )
    return [
        ActorName(actor=actor, language=language, kind=kind, text=text, folded=text.casefold())
        for kind, by_language in kinds
        for language, texts in by_language.items()
        for text in texts
    ]
