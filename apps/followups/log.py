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
    _tell(entry, mentioned, at=at)
    return entry


@transaction.atomic
def edit(
    entry: Entry,
    files: Sequence["UploadedFile[Any]"] = (),
    mentioned: Iterable[User] = (),
    *,
    seen: dt.datetime | None,
    at: dt.datetime,
) -> Entry:
    """Save what its author changed in `entry`; the former words stay in the history.

    `seen` is when it had been edited last as it was shown. Raises EntryChanged.
    """
    former = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if former.edited_at != seen or not former.may_be_edited(by=entry.author, at=at):
        raise EntryChanged
    entry.edited_at = at
    entry.save()
    _attach(entry, files)
    entry.mentions.exclude(person__in=mentioned).delete()
    _tell(entry, mentioned, at=at)
    return entry


def _attach(entry: Entry, files: Sequence["UploadedFile[Any]"]) -> None:
    for file in files:
        name = PurePath(file.name or "file").name[:255]
        Attachment.objects.create(entry=entry, file=file, name=name, size=file.size or 0)


def _tell(entry: Entry, mentioned: Iterable[User], *, at: dt.datetime) -> None:
    """Tell the people with an @, and whoever is to take the next step; each once."""
    people = list(mentioned)
    Mention.objects.bulk_create(
        [Mention(entry=entry, person=person) for person in people], ignore_conflicts=True
    )
    about: dict[str, Any] = {
        "obligation": entry.obligation,
        "cycle": entry.cycle,
        "entry": entry,
        "created_at": at,
        "by": entry.author,
    }
    notify(people, kind=Notice.Kind.MENTION, key=f"mention:{entry.pk}", **about)
    if entry.next_step_by and entry.next_step_done_on is None:
        about["on"] = entry.next_step_on
        notify([entry.next_step_by], kind=Notice.Kind.ASSIGNED, key=f"assigned:{entry.pk}", **about)
