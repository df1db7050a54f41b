"""The day of these tests, and what a register shows on it."""

import datetime as dt

import time_machine
from django.http import QueryDict

from apps.reporting.registers import REGISTERS

TODAY = dt.date(2026, 11, 25)
on_the_day = time_machine.travel(dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC), tick=False)
OBLIGATIONS = "/register/obligations/"
CYCLES = "/register/cycles/"


def days(number):
    return TODAY + dt.timedelta(days=number)


def asked(register, query=""):
    """The register as the query asks for it today."""
    return REGISTERS[register](QueryDict(query), on=TODAY, soon=30)


def rows(register, query=""):
    """The rows that the query finds, in order, all pages."""
    found = asked(register, query)
    assert found.is_valid, found.problems
    return list(found.export().data.data)
