"""Rows with values in a field of the organization."""

from apps.obligations.organise import index_custom
from tests.factories import CycleFactory, ObligationFactory
from tests.reporting.days import TODAY


def having(register, field, *values):
    """A row for each value; nothing has none."""
    found = []
    for value in values:
        obligation = ObligationFactory(custom={field.key: value} if value else {})
        index_custom([obligation])
        cycle = CycleFactory(cadence__obligation=obligation, due_on=TODAY)
        obligation.refresh_from_db()
        found.append(cycle if register == "cycles" else obligation)
    return found
