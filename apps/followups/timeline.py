"""The change history of an obligation and of what hangs on it, newest first."""

import datetime as dt
from itertools import pairwise
from typing import Any, NamedTuple

from apps.obligations.history import Change, changes_between
from apps.obligations.models import Obligation
from apps.reporting.models import Cycle, Response

SHOWN = 50


class Event(NamedTuple):
    """One change: when, by whom, of what, from what to what."""

    at: dt.datetime
    by: Any
    subject: str
    changes: list[Change] | None = None
    """None for the making of it."""


def timeline(obligation: Obligation) -> list[Event]:
    """The newest changes of the obligation, its cycles and their responses."""
    records = list(obligation.history.select_related("history_user")[:SHOWN])
    events = _events(records, str(obligation))
    cycles = _by_record(Cycle.history.filter(obligation=obligation).select_related("history_user"))
    responses = _by_record(
        Response.history.filter(cycle__obligation=obligation).select_related(
            "history_user", "document"
        )
    )
    for group in (*cycles, *responses):
        events += _events(group, _subject(group[0]))
    events = [event for event in events if event.changes is None or event.changes]
    return sorted(events, key=lambda event: event.at, reverse=True)[:SHOWN]


def _by_record(records: Any) -> list[list[Any]]:
    """The newest records, those of one row together, newest first."""
    groups: dict[int, list[Any]] = {}
    newest = records.order_by("-history_date", "-history_id")
    for record in newest[: SHOWN * 2]:
        groups.setdefault(record.id, []).append(record)
    return list(groups.values())


def _events(records: list[Any], subject: str) -> list[Event]:
    """Each record against the one before it; the oldest is the making, unless nobody made it."""
    events = [
        Event(new.history_date, new.history_user, subject, changes_between(old, new))
        for new, old in pairwise(records)
    ]
    oldest = records[-1]
    if oldest.history_user_id is not None and oldest.history_type == "+":
        events.append(Event(oldest.history_date, oldest.history_user, subject))
    return events


def _subject(record: Any) -> str:
    """What the record is: a cycle by its day, a response by its document."""
    if hasattr(record, "due_on"):
        return str(record.due_on or record.period)
    return str(record.document)
