import pytest

from apps.obligations.amend import amend
from apps.obligations.models import Obligation
from tests.factories import CycleFactory, EntryFactory, UserFactory
from tests.history.pages import TODAY


@pytest.fixture
def obligation():
    """Changed twice, with a cycle and an entry."""
    cycle = CycleFactory(due_on=TODAY)
    obligation = cycle.obligation
    EntryFactory(obligation=obligation, text="Called the lighthouse")
    anna = UserFactory(name="Anna")
    amend(obligation.pk, 1, {"subject": "Lamps"}, by=anna, on=TODAY)
    amend(obligation.pk, 2, {"subject": "Harbours"}, by=anna, on=TODAY, reason="It was moved")
    return Obligation.objects.get()
