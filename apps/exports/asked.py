"""What file is wanted, and why there will be none.

CannotMake
├── NotUnderstood  the query asks for what is not there
└── TooLong        more rows than the format, or the setting, allows
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from django.utils import timezone, translation

from apps.accounts.models import User

from .models import Format, Kind
from .progress import Progress

TOLD_EVERY = 500


def silent(done: int, total: int) -> None:
    """Nobody asks how far it is."""


class CannotMake(Exception):
    """There will be no file; the message says why and what to do, for the person who asked."""


class NotUnderstood(CannotMake):
    """The query asks for what is not there; each line of the message quotes one thing."""


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


@contextmanager
def as_asked(asked: Asked) -> Iterator[None]:
    """In the language of the file, and in the time zone of the person it is for."""
    with ExitStack() as stack:
        stack.enter_context(translation.override(asked.language))
        if asked.person:
            stack.enter_context(timezone.override(asked.person.zone))
        yield


def told[Item](
    items: Iterable[Item], progress: Progress, total: int, *, past: int = 0
) -> Iterator[Item]:
    """The items; `progress` hears of every TOLD_EVERY of them, and of the last. `past` came before."""
    done = past
    for done, item in enumerate(items, start=past + 1):
        yield item
        if done % TOLD_EVERY == 0:
            progress(done, total)
    progress(done, max(done, total))
