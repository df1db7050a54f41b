"""Where files made in the background lie: one that is being written has another name than one that is whole.

The name holds the token of the worker, which nobody guesses, and which makes every attempt's own.
"""

import datetime as dt
import os
from itertools import batched
from pathlib import Path

from django.core.files.storage import default_storage

from .models import Job

FOLDER = "exports"
PART = ".part"
AT_A_TIME = 500
LEFT = dt.timedelta(days=1)
"""A file that nobody has written to for so long, and that no job names, was left by a worker that was killed."""


def name_of(job: Job) -> str:
    """The name of the whole file, as `Job.file` keeps it."""
    return f"{FOLDER}/{job.pk}-{job.worker}.{job.format}"


def whole(job: Job) -> Path:
    return Path(default_storage.path(name_of(job)))


def part(job: Job) -> Path:
    """Where it is written until it is whole."""
    return whole(job).with_suffix(PART)


def put_in_place(job: Job) -> None:
    """Give what was written the name of a whole file. Raises FileNotFoundError where it was taken away."""
    part(job).rename(whole(job))
    folder = os.open(whole(job).parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # else a crash of the machine may lose the name of a file that is offered
    finally:
        os.close(folder)


def remove(job: Job) -> None:
    """Take away what this worker of the job wrote, whole or not."""
    part(job).unlink(missing_ok=True)
    whole(job).unlink(missing_ok=True)


def sweep(*, at: dt.datetime) -> int:
    """Take away what no job names and nobody has written to for a day; how many files."""
    folder = Path(default_storage.path(FOLDER))
    before = (at - LEFT).timestamp()
    if not folder.is_dir():
        return 0
    old = sorted(f"{FOLDER}/{file.name}" for file in os.scandir(folder) if _changed(file) < before)
    removed = 0
    for names in batched(old, AT_A_TIME):
        named = set(Job.objects.filter(file__in=names).values_list("file", flat=True))
        for name in set(names) - named:
            default_storage.delete(name)
            removed += 1
    return removed


def _changed(file: "os.DirEntry[str]") -> float:
    """When it was last written to; for ever in the future where it is gone meanwhile."""
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return float("inf")
