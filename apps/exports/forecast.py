"""A forecast as JSON, CSV or aligned text, line by line: rows are fetched as they are written."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import batched
from typing import Any

from django.utils.translation import gettext as _

from apps.reporting.columns import addressees
from apps.reporting.forecast import Due

from .formats import CHUNK, Echo, harmless, text

WIDEST = 40  # characters of a cadence in text: the name of one series would widen every line


def facts(due: Due) -> dict[str, Any]:
    """All that is said of one row, by the name that machines know it by."""
    cycle, obligation = due.cycle, due.obligation
    return {
        "due_on": due.due_on.isoformat(),
        "projected": due.projected,
        "obligation": obligation.reference,
        "act": obligation.act,
        "lead": str(obligation.lead or ""),
        "addressees": list(map(str, addressees(obligation))),
        "cadence": due.cadence,
        "mandated_on": text(cycle.mandated_on),
        "derivation": due.derivation,
        "address": due.address,
    }


def json_lines(found: Iterable[Due]) -> Iterator[str]:
    """A list of objects, each on a line of its own."""
    before = "[\n"
    for due in found:
        yield before + json.dumps(facts(due), ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def csv_lines(found: Iterable[Due]) -> Iterator[str]:
    """UTF-8 with its mark, so that a spreadsheet reads it so; no cell is a formula."""
    writer = csv.writer(Echo())
    names = {
        "due_on": _("Due"),
        "projected": _("Projected"),
        "obligation": _("Obligation"),
        "act": _("What is asked"),
        "lead": _("Lead office"),
        "addressees": _("Addressee"),
        "cadence": _("How often"),
        "mandated_on": _("Date of the decision"),
        "derivation": _("Why this date"),
        "address": _("Address"),
    }
    yield "\ufeff" + writer.writerow(names.values())
    for due in found:
        row = facts(due) | {"projected": _("yes") if due.projected else _("no")}
        yield writer.writerow([harmless(text(row[name])) for name in names])


def text_lines(found: Iterable[Due]) -> Iterator[str]:
    """One line to a row, in columns; a later row that needs more room widens what follows.

    A long name of a series is cut; the other formats hold it whole.
    """
    widths: list[int] = []
    for rows in batched(map(_cells, found), CHUNK):
        needed = [max(map(len, column)) for column in zip(*rows, strict=True)]
        widths = list(map(max, needed, widths or needed))
        for row in rows:
            padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
            yield "  ".join(padded).rstrip() + "\n"


def _cells(due: Due) -> list[str]:
    row = facts(due)
    mark = _("projected") if due.projected else ""
    cadence = row["cadence"]
    if len(cadence) > WIDEST:
        cadence = f"{cadence[: WIDEST - 1]}…"
    cells = [row["due_on"], mark, row["obligation"], row["lead"], cadence, row["act"]]
    return [" ".join(cell.split()) for cell in cells]


WRITERS: dict[str, Callable[[Iterable[Due]], Iterator[str]]] = {
    "json": json_lines,
    "csv": csv_lines,
    "text": text_lines,
}
