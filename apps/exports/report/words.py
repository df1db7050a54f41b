"""How a report says numbers and days."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import ngettext


def day(value: dt.date) -> str:
    """19 April 2021."""
    return date_format(value, "DATE_FORMAT")


def counted_cycles(number: int) -> str:
    return ngettext("%(number)d cycle", "%(number)d cycles", number) % {"number": number}


def counted_obligations(number: int) -> str:
    words = ngettext("%(number)d obligation", "%(number)d obligations", number)
    return words % {"number": number}


def counted_days(number: int) -> str:
    return ngettext("%(number)d day", "%(number)d days", number) % {"number": number}


def percent(part: int, whole: int) -> str:
    """Share in whole per cent; a dash of nothing."""
    return f"{round(100 * part / whole)} %" if whole else "–"
