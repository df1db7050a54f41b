"""How long exports take, and how much memory. First make a database (PostgreSQL or SQLite):

    export DATABASE_URL=sqlite:////tmp/load.sqlite3
    .venv/bin/python manage.py migrate
    .venv/bin/python manage.py generate_load --cycles 100000
    .venv/bin/python scripts/measure_exports.py

Each export is made in a process of its own, queries included, without the network. Seconds are those
of the clock and of the processor; the first byte is counted from the asking; memory is the most the
process held, beside what it held before it began (Django with every page loaded).
"""

import argparse
import datetime as dt
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

os.environ["DEBUG"] = "0"
os.environ.setdefault("LOG_LEVEL", "ERROR")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

USUAL = [
    ("cycles", "csv", ""),
    ("cycles", "json", ""),
    ("cycles", "xlsx", ""),
    ("cycles", "ods", ""),
    ("obligations", "csv", ""),
    ("obligations", "xlsx", ""),
    ("mandate-cycles", "xlsx", ""),
    ("report", "pdf", "state=overdue&year=2025"),  # some hundreds of rows
]


class FirstByte:
    """A file that notes when something is first written to it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.at = file, 0.0

    def write(self, data: bytes) -> int:
        self.at = self.at or time.perf_counter()
        return self.file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


def mebibytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(kind: str, name: str, query: str) -> str:
    """Make it once, here and now."""
    import django

    django.setup()

    from django.db import connection
    from django.urls import get_resolver

    from apps.exports.asked import Asked
    from apps.exports.make import make
    from apps.exports.models import Format, Kind

    get_resolver().url_patterns  # noqa: B018 (loads every page, as a server has)
    connection.ensure_connection()
    on = dt.date.today()  # noqa: DTZ011 (any day near today does)
    asked = Asked(Kind(kind), Format(name), query, on, "en", None, "https://remit.example.org")
    with tempfile.TemporaryFile() as file:
        return timed(lambda into: make(asked, into), file)


def timed(write: Callable[[Any], None], file: IO[bytes]) -> str:
    base, began, worked = mebibytes(), time.perf_counter(), time.process_time()
    into = FirstByte(file)
    try:
        write(into)
    except ModuleNotFoundError as error:
        return f"not there ({error})"
    took, worked = time.perf_counter() - began, time.process_time() - worked
    size = file.seek(0, os.SEEK_END) / 2**20
    return (
        f"{took:6.1f} s {worked:6.1f} s {into.at - began:8.2f} s "
        f"{mebibytes() - base:6.0f} MiB over {base:4.0f} {size:7.1f} MiB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--one", nargs=3, metavar=("KIND", "FORMAT", "QUERY"), help="only this")
    one = parser.parse_args().one
    if one:
        print(measure(*one))
        return
    print("    took  worked first byte     memory            file  export")
    for kind, name, query in USUAL:
        command = [sys.executable, __file__, "--one", kind, name, query]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        said = done.stdout or done.stderr.strip().splitlines()[-1]
        print(f"{said.strip()}  {kind} {name} {query}", flush=True)


if __name__ == "__main__":
    main()
