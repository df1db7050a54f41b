"""What the tests of the table of reporting and mandate cycles are made of."""

import datetime as dt

from apps.obligations.codes import CadenceKind
from apps.obligations.models import Cadence
from apps.reporting.cycles_rows import lines, rows
from tests.factories import CadenceFactory, CycleFactory, ObligationFactory

TODAY = dt.date(2026, 11, 25)
ACCEPTED_ON = dt.date(2020, 1, 2)
HELD_FROM = dt.date(2020, 1, 1)


def moment(day):
    return dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)


def ask(subject="Harbour lights: reports", accepted_on=ACCEPTED_ON, **values):
    """An accepted obligation with a subject, accepted on a day."""
    values.setdefault("decided_at", moment(accepted_on))
    return ObligationFactory(subject=subject, **values)


def rhythm(obligation, recorded_on=HELD_FROM, **values):
    """A cadence of it, by default every six months from 2020 on."""
    values = {"holds_from": HELD_FROM, "basis_paragraph": "2"} | values
    if values.get("kind", CadenceKind.EVERY) != CadenceKind.EVERY:
        values.setdefault("period", "")
    cadence = CadenceFactory(obligation=obligation, **values)
    Cadence.objects.filter(pk=cadence.pk).update(created_at=moment(recorded_on))
    return cadence


def due(cadence, *days, **values):
    """Its cycles on these days."""
    return [
        CycleFactory(cadence=cadence, cadence_number=cadence.number, due_on=day, **values)
        for day in days
    ]


def table(on=TODAY):
    """The rows of a day, in order."""
    keys = list(lines(on=on).values_list("obligation_id", "part"))
    found = rows(keys, on=on)
    return [found[key] for key in keys]


def the_row(on=TODAY):
    (row,) = table(on)
    return row
