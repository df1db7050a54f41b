"""What a shared page shows: facts of the register alone, nobody's name and nothing that was logged."""

import datetime as dt
from typing import Any

from django.http import QueryDict

from apps.obligations.models import Obligation
from apps.reporting.columns import shown
from apps.reporting.registers import REGISTERS
from apps.reporting.standing import STANDINGS, with_standing

MOST_ROWS = 500
# A person without a name is shown by the e-mail address.
NAMES_PEOPLE = ("responsible",)


def shared_obligation(obligation: Obligation, *, on: dt.date, soon: int) -> dict[str, Any] | None:
    """The obligation with its cycles and answers; None where it is in the register no more."""
    found = Obligation.objects.tracked().for_list().filter(pk=obligation.pk)
    row: Any = with_standing(found, on=on, soon=soon).first()
    if row is None:
        return None
    cycles = obligation.cycles.with_state(on=on, soon=soon)
    return {
        "obligation": row,
        "standing": (row.standing, str(dict(STANDINGS)[row.standing])),
        "cycles": cycles.prefetch_related("responses__document"),
    }


def shared_register(
    name: str, query: QueryDict, *, on: dt.date, soon: int
) -> dict[str, Any] | None:
    """The first rows of a register in words; None where its filter is not understood any more."""
    register = REGISTERS[name](query, on=on, soon=soon) if name in REGISTERS else None
    if register is None or not register.is_valid:
        return None
    table = register.export()
    columns = [one for one in table.columns if one.name not in NAMES_PEOPLE]
    rows = table.data[:MOST_ROWS]
    return {
        "title": register.title,
        "filter": register.in_words if not query.get("responsible") else "",
        "headings": [column.header for column in columns],
        "rows": [[shown(column.column.value(row)) for column in columns] for row in rows],
        "number": table.data.data.count(),
        "most": MOST_ROWS,
    }
