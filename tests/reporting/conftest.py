import datetime as dt

import pytest
import time_machine

from tests.factories import OfficeFactory
from tests.reporting.days import on_the_day


@pytest.fixture
def the_day():
    with on_the_day:
        yield


@pytest.fixture
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC), tick=False) as clock:
        yield clock


@pytest.fixture
def scad():
    return OfficeFactory(short="SCAD")
