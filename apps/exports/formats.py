"""A table as CSV and as JSON, piece by piece: rows are fetched as they are written, never all at once."""

import csv
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from itertools import batched
from typing import Any

from apps.reporting.columns import Coded

from .listing import About, Listing, as_float, harmless, text

__all__ = ["CHUNK", "About", "Echo", "csv_lines", "harmless", "json_lines", "text"]
CHUNK = 500


class Echo:
    """A file that gives back each line that is written to it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(listing: Listing) -> Iterator[str]:
    """UTF-8 with its mark: the facts, a line to each, an empty line, the headings, the rows."""
    writer = csv.writer(Echo())
    yield "\ufeff"
    for label, fact in listing.facts():
        yield writer.writerow([label, harmless(str(fact))])
    yield writer.writerow([])
    yield writer.writerow([harmless(column.heading) for column in listing.columns])
    for some in batched(listing.rows, CHUNK):
        yield "".join(writer.writerow([harmless(text(v)) for v in row]) for _key, row in some)


def json_lines(listing: Listing, *, schema: str) -> Iterator[str]:
    """One object: `schema` (where it is described), `about`, `columns` and `types` by name, and `rows`.

    Each row has its `id` and a value a column; a coded value is `{"code", "words"}`, a date is
    written as ISO 8601 does.
    """
    names = [column.name for column in listing.columns]
    head = {
        "schema": schema,
        "about": asdict(listing.about),
        "columns": {column.name: column.heading for column in listing.columns},
        "types": {column.name: column.type for column in listing.columns},
    }
    facts = ",\n".join(f"{_json(name)}: {_json(value)}" for name, value in head.items())
    yield f'{{{facts},\n"rows": ['
    before = "\n"
    for some in batched(listing.rows, CHUNK):
        lines = [
            _json({"id": key} | dict(zip(names, map(plain, row), strict=True))) for key, row in some
        ]
        yield before + ",\n".join(lines)
        before = ",\n"
    yield "\n]}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def plain(value: Any) -> Any:
    if isinstance(value, Coded):
        return {"code": value.code, "words": str(value)}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, Decimal):
        return _number(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _number(value: Decimal) -> int | float | str:
    """Exactly this number: in quotation marks where readers of JSON would make it another."""
    if value == value.to_integral_value():
        return int(value)
    number = as_float(value)
    return text(value) if number is None else number
