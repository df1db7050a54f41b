import pytest
import time_machine

from tests.factories import OfficeFactory, UserFactory
from tests.followups.entries import NOON


@pytest.fixture
def on_the_day():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def plain_settings(settings):
    settings.REMIND_DAYS, settings.OVERDUE_EVERY_DAYS = [30, 7, 1], 7
    settings.ESCALATE_AFTER_DAYS = 14


@pytest.fixture
def anna():
    return UserFactory(name="Anna", email="anna@example.org")


@pytest.fixture
def others():
    """Another office, and two people in it who may log."""
    office = OfficeFactory(short="OTHER")
    people = [UserFactory(role="focal point", office=office, name=name) for name in ("Anna", "Ben")]
    return office, *people
