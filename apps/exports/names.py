"""What a file is called where it is kept."""

import datetime as dt
import re
from urllib.parse import quote

# What one file system or another refuses, and what hides which way a name runs.
REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
LONGEST = 150  # bytes before the day: file systems take 255 of all


def name_of(title: str, on: dt.date, extension: str) -> str:
    """The title, the day and what kind of file it is: "Cycles 2026-11-25.csv"."""
    words = " ".join(REFUSED.sub(" ", title).split()).strip(". ")
    short = words.encode()[:LONGEST].decode(errors="ignore").rstrip(". ")
    return f"{short} {on.isoformat()}.{extension}".lstrip()


def disposition(name: str, *, plain: str) -> str:
    """The header under which a browser keeps the file: `plain`, in ASCII, is for old ones.

    Source: RFC 6266, with the name encoded as RFC 8187 (before it 5987) has it.
    """
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
