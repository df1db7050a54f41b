"""What came back on an obligation, and what staff logged about it."""

import datetime as dt
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from apps.accounts.models import User
from apps.documents.models import Document
from apps.followups.log import log
from apps.followups.models import Entry
from apps.obligations.models import Obligation
from apps.reporting.models import Cycle
from apps.reporting.respond import respond, waive

from .days import Days

NOON = dt.time(12)
FILES = Path(__file__).parent / "files"


def seed(obligation: Obligation, ask: dict[str, Any], days: Days, *, by: User) -> None:
    """Answer and waive cycles, which the record counts from the earliest, and log entries."""
    cycles = list(obligation.cycles.all())
    for answer in ask.get("answers", []):
        respond(
            cycles[answer["cycle"] - 1],
            Document.objects.with_symbol(answer["document"]).get(),
            finding=answer["finding"],
            by=by,
            on=days.day(answer["on"]),
            paragraphs=answer.get("paragraphs", ""),
            note=answer.get("note", ""),
        )
    for waiver in ask.get("waivers", []):
        cycle = cycles[waiver["cycle"] - 1]
        waive(cycle, on=days.day(waiver["on"]), reason=waiver["reason"])
    for entry in ask.get("entries", []):
        _log(obligation, cycles, entry, days)


def _log(obligation: Obligation, cycles: list[Cycle], record: dict[str, Any], days: Days) -> None:
    entry = Entry(
        obligation=obligation,
        cycle=cycles[record["cycle"] - 1] if "cycle" in record else None,
        kind=record["kind"],
        happened_on=days.day(record["on"]),
        text=record["text"],
        author=User.objects.get(email=record["author"]),
    )
    if "next_step" in record:
        entry.next_step = record["next_step"]
        entry.next_step_on = days.day(record["next_step_on"])
        entry.next_step_by = User.objects.get(email=record["next_step_by"])
    if "next_step_done_on" in record:
        entry.next_step_done_on = days.day(record["next_step_done_on"])
    at = dt.datetime.combine(entry.happened_on, NOON, dt.UTC)
    log(entry, [_file(name) for name in record.get("files", [])], at=at)


def _file(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (FILES / name).read_bytes(), content_type="text/plain")
