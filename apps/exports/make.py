"""Make a file of what is asked for: the one place that page, background, schedule and command go through.

CannotMake
├── NotUnderstood  the query asks for what is not there
└── TooLong        more rows than the format, or the setting, allows
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext as _

from apps.accounts.models import User

from .models import Format, Kind

Progress = Callable[[int, int], None]
"""Told how many rows are written, and of how many; what it raises ends the making."""


class CannotMake(Exception):
    """There will be no file; the message says why and what to do, for the person who asked."""


class NotUnderstood(CannotMake):
    """The query asks for what is not there; the message quotes it."""


class TooLong(CannotMake):
    """More rows than the format, or the setting, allows."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What file is wanted. The same on the same day is the same file, but for the moment it names."""

    kind: Kind
    format: Format
    query: str
    """What follows the question mark in the address of the page that shows the same."""
    on: dt.date
    """Today for the person who asks; the query may ask for another day (`as_at`)."""
    language: str
    person: User | None
    """Who asked, whose rights hold; None for a file for nobody in particular, with nothing confidential."""
    root: str
    """Scheme and host, with which links in the file begin."""


def make(asked: Asked, file: IO[bytes], *, progress: Progress) -> None:
    """Write the whole of it to `file`. Raises CannotMake."""
    raise CannotMake(_("Files of this kind cannot be made yet."))


def file_name(asked: Asked) -> str:
    """Under what name it is handed out."""
    return f"remit-{asked.kind}-{asked.on.isoformat()}.{asked.format}"
