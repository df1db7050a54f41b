"""A row of either register, for what both do alike."""

import pytest

from tests.factories import CycleFactory, ObligationFactory
from tests.reporting.days import TODAY

BOTH = pytest.mark.parametrize("register", ["obligations", "cycles"])


def shown_in(register, **kwargs):
    """An obligation, or a cycle of it, as the register holds it."""
    obligation = ObligationFactory(**kwargs)
    cycle = CycleFactory(cadence__obligation=obligation, due_on=TODAY)
    obligation.refresh_from_db()
    return cycle if register == "cycles" else obligation
