"""The working days of this organization: a calendar of the `holidays` package and its own days off."""

import datetime as dt
from collections.abc import Mapping

import holidays
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from apps.obligations.codes import Shift
from apps.obligations.models import Holiday
from apps.obligations.workdays import Calendar

FIRST_YEAR, LAST_YEAR = 1946, 2100


class Lazy(Mapping[dt.date, str]):
    """Public holidays, looked up year by year, with the organization's own on top."""

    def __init__(self, public: Mapping[dt.date, str], own: Mapping[dt.date, str]) -> None:
        self._public, self._own = public, own

    def __getitem__(self, day: dt.date) -> str:
        name = self._own.get(day)
        if name is None and FIRST_YEAR <= day.year <= LAST_YEAR:
            name = self._public.get(day)
        if name is None:
            raise KeyError(day)
        return name

    def __iter__(self):  # type: ignore[no-untyped-def] # only what is known so far
        return iter({**self._public, **self._own})

    def __len__(self) -> int:
        return len({**self._public, **self._own})


def calendar_of() -> Calendar:
    """The calendar of the setting HOLIDAYS (`US-NY`, `CH-GE`, empty for none) and of the own list."""
    own = dict(Holiday.objects.values_list("on", "name"))
    return Calendar(holidays=Lazy(_public(settings.HOLIDAYS), own))


def _public(code: str) -> Mapping[dt.date, str]:
    if not code:
        return {}
    country, _dash, subdivision = code.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=subdivision or None)
    except NotImplementedError as error:  # so the package says that it knows no such place
        raise ImproperlyConfigured(
            f"HOLIDAYS={code!r} is no calendar of the holidays package: {error}"
        ) from None


def default_shift() -> str:
    """Where a due date goes that falls on a day off, unless its obligation says otherwise."""
    if settings.SHIFT not in Shift.values:
        raise ImproperlyConfigured(f"SHIFT={settings.SHIFT!r} is none of {', '.join(Shift.values)}")
    return str(settings.SHIFT)
