"""A zip whose bytes follow from what is in it: no moment of its making, no chance."""

import datetime as dt
import zipfile
from typing import IO

# The first that a zip can name; for a paper that does not say when it was made.
FIRST_MOMENT = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def put(archive: zipfile.ZipFile, name: str, content: str | bytes) -> None:
    """Write one entry. An ODT begins with its kind, stored as it is."""
    entry = zipfile.ZipInfo(name, FIRST_MOMENT.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, content)


def repacked(source: IO[bytes], target: IO[bytes]) -> None:
    """Write into `target` the zip in `source`: the same entries, each dated the same."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            put(new, name, old.read(name))
