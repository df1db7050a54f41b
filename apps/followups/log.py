"""Log an entry with its files: both or neither."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from .models import Attachment, Entry


@transaction.atomic
def log(entry: Entry, files: Sequence["UploadedFile[Any]"]) -> Entry:
    """Save `entry` and keep `files` with it, under the names they came with."""
    entry.save()
    for file in files:
        name = PurePath(file.name or "file").name[:255]
        Attachment.objects.create(entry=entry, file=file, name=name, size=file.size or 0)
    return entry
