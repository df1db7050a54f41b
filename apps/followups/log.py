"""Log an entry with its files, and tell whom it concerns: all of it or nothing."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from apps.accounts.models import User

from .models import Attachment, Entry, Mention, Notice
from .notify import notify


class EntryChanged(Exception):
    """The entry was edited, corrected or became too old since it was shown."""


@transaction.atomic
def log(
    entry: Entry,
    files: Sequence["UploadedFile[Any]"] = (),
    mentioned: Iterable[User] = (),
    *,
    at: dt.datetime,
) -> Entry:
    """Save `entry`, keep `files` with it under the names they came with, tell whom it mentions."""
    entry.save()
    _attach(entry, files)
    _mention(entry, mentioned, at=at)
    return entry


@transaction.atomic
def edit(
    entry: Entry,
    files: Sequence["UploadedFile[Any]"] = (),
    mentioned: Iterable[User] = (),
    *,
    seen: dt.datetime | None,
    was_for: int | None,
    at: dt.datetime,
) -> Entry:
    """Save what its author changed in `entry`; the former words stay in the history.

    `seen` is when it had been edited last as it was shown, `was_for` the key of the person who was
    to take the next step. Raises EntryChanged.
    """
    former = Entry.objects.select_for_update(of=("self",), no_key=True).get(pk=entry.pk)
    if former.edited_at != seen or not former.may_be_edited(by=entry.author, at=at):
        raise EntryChanged
    _keep_step(entry, former, was_for=was_for)
    entry.edited_at = at
    entry.save()
    _attach(entry, files)
    entry.mentions.exclude(person__in=mentioned).delete()
    _mention(entry, mentioned, at=at)
    return entry


def _keep_step(entry: Entry, former: Entry, *, was_for: int | None) -> None:
    """Take over what others did to the next step meanwhile; another step is not done yet."""
    if entry.next_step and entry.next_step_by_id == was_for:
        entry.next_step_by = former.next_step_by
    entry.next_step_done_on = former.next_step_done_on
    step = ("next_step", "next_step_on", "next_step_by_id")
    if any(getattr(entry, name) != getattr(former, name) for name in step):
        entry.next_step_done_on = None


def _attach(entry: Entry, files: Sequence["UploadedFile[Any]"]) -> None:
    for file in files:
        name = PurePath(file.name or "file").name[:255]
        Attachment.objects.create(entry=entry, file=file, name=name, size=file.size or 0)


def _mention(entry: Entry, people: Iterable[User], *, at: dt.datetime) -> None:
    people = list(people)
    Mention.objects.bulk_create(
        [Mention(entry=entry, person=person) for person in people], ignore_conflicts=True
    )
    tell(entry, people, at=at)


def tell(entry: Entry, mentioned: Iterable[User], *, at: dt.datetime) -> None:
    """Tell the people with an @, and whoever is to take the next step; each once.

    Of what was logged on many cycles any one entry tells for all.
    """
    about: dict[str, Any] = {
        "obligation": entry.obligation,
        "cycle": entry.cycle,
        "entry": entry,
        "created_at": at,
        "by": entry.author,
    }
    thing = entry.batch or entry.pk
    notify(mentioned, kind=Notice.Kind.MENTION, key=f"mention:{thing}", **about)
    if entry.next_step_by and entry.next_step_done_on is None:
        about["on"] = entry.next_step_on
        notify([entry.next_step_by], kind=Notice.Kind.ASSIGNED, key=f"assigned:{thing}", **about)
