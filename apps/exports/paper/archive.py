"""A zip whose bytes follow from what is in it: no moment of its making, no chance."""

import datetime as dt
import zipfile
from typing import IO

# The first that a zip can name; for a paper that does not say when it was made.
FIRST_MOMENT = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def repacked(source: IO[bytes], target: IO[bytes]) -> None:
    """Write into `target` the zip in `source` with the same entries, each dated 1980."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            fresh = zipfile.ZipInfo(entry.filename, FIRST_MOMENT.timetuple()[:6])
            # An ODT begins with its kind, stored as it is.
            stored = entry.filename == "mimetype"
            fresh.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            fresh.external_attr = 0o600 << 16
            new.writestr(fresh, old.read(entry))
