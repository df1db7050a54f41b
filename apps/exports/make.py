"""Make a file of what is asked for: the one place that page, background, schedule and command go through.

Why there will be none is said in `asked`.
"""

import datetime as dt
from collections.abc import Callable
from importlib import import_module
from typing import IO, Protocol

from django.utils.translation import gettext as _

from . import mandate_cycles, register_file
from .asked import Asked, CannotMake, NotUnderstood, TooLong, as_asked, silent
from .mandate_cycles import CyclesFile
from .models import Format, Kind
from .names import name_of
from .progress import Progress
from .register_file import RegisterFile

__all__ = [
    "FORMATS_OF",
    "Asked",
    "CannotMake",
    "NotUnderstood",
    "Progress",
    "TooLong",
    "count",
    "file_name",
    "make",
    "opened",
]

FORMATS_OF: dict[Kind, tuple[Format, ...]] = {
    Kind.OBLIGATIONS: register_file.FORMATS,
    Kind.CYCLES: register_file.FORMATS,
    Kind.MANDATE_CYCLES: mandate_cycles.FORMATS,
    Kind.REPORT: (Format.DOCX, Format.PDF, Format.ODT, Format.HTML),
}


class File(Protocol):
    """What is asked for, understood and opened."""

    on: dt.date
    """The day that it tells of."""

    def count(self) -> int:
        """How many rows it has; 0 where that is not known beforehand."""

    def write(self, file: IO[bytes], progress: Progress) -> None:
        """Write the whole of it to `file`, which is empty and can seek. Raises TooLong."""


class ReportFile:
    """A status report."""

    def __init__(self, asked: Asked) -> None:
        self.asked, self.on = asked, asked.on

    def count(self) -> int:
        return 0

    def write(self, file: IO[bytes], progress: Progress) -> None:
        # Put together by parts of which no other file needs any.
        import_module("apps.exports.report.write").write(self.asked, file, progress)


FILES: dict[Kind, Callable[[Asked], File]] = {
    Kind.OBLIGATIONS: RegisterFile,
    Kind.CYCLES: RegisterFile,
    Kind.MANDATE_CYCLES: CyclesFile,
    Kind.REPORT: ReportFile,
}


def make(asked: Asked, file: IO[bytes], *, progress: Progress = silent) -> None:
    """Write the whole of it to `file`, which is empty and can seek. Raises CannotMake."""
    with as_asked(asked):
        opened(asked).write(file, progress)


def count(asked: Asked) -> int:
    """How many rows the file has; 0 for a report. Raises NotUnderstood."""
    with as_asked(asked):
        return opened(asked).count()


def file_name(asked: Asked) -> str:
    """Under what name it is handed out, in the language of the file. Raises NotUnderstood."""
    with as_asked(asked):
        return name_of(str(Kind(asked.kind).label), opened(asked).on, asked.format)


def opened(asked: Asked) -> File:
    """What is asked for, to be used in its language. Raises NotUnderstood."""
    if asked.format not in FORMATS_OF[asked.kind]:
        words = _("%(kind)s cannot be had as %(format)s.")
        label = {"kind": Kind(asked.kind).label, "format": Format(asked.format).label}
        raise NotUnderstood(words % label)
    return FILES[asked.kind](asked)
