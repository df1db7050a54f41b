"""Days off, and where a due date goes that falls on one. Pure: no Django, no clock."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SATURDAY_SUNDAY = frozenset({5, 6})
RULES = ("keep", "back", "forward")
LONGEST_BREAK = 60
"""No calendar has more days off in a row; beyond it the calendar is wrong."""


class NoWorkingDay(ValueError):
    """A calendar in which no working day can be found near a date."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are no working days."""

    holidays: Mapping[dt.date, str] = field(default_factory=dict)
    """Day to the name of the holiday."""
    weekend: frozenset[int] = SATURDAY_SUNDAY
    """Days of the week, Monday is 0."""

    def why_off(self, day: dt.date) -> str:
        """`weekend`, the name of the holiday, or nothing for a working day."""
        return self.holidays.get(day, "") or ("weekend" if day.weekday() in self.weekend else "")


def shifted(on: dt.date, rule: str, calendar: Calendar) -> tuple[dt.date, dict[str, Any]]:
    """The day to which `on` moves by `rule` (`keep`, `back`, `forward`), and how it came to move.

    The second is empty where nothing moves. With `keep` it says that the day is off all the same.
    Raises NoWorkingDay, quoting the date.
    """
    why = calendar.why_off(on)
    if not why:
        return on, {}
    shift = {"rule": rule, "from": on.isoformat(), "why": why}
    if rule == "keep":
        return on, shift
    step = dt.timedelta(days=-1 if rule == "back" else 1)
    day = on
    for _ in range(LONGEST_BREAK):
        day += step
        if not calendar.why_off(day):
            return day, shift
    raise NoWorkingDay(f"The calendar has no working day within {LONGEST_BREAK} days of {on}.")


def programme(
    considered_on: dt.date, *, submit_weeks: int, issue_weeks: int
) -> tuple[dt.date, dt.date]:
    """When a report is to be submitted and issued, so that it can be considered on that day.

    Source: the conference-services rule of ten weeks to submit, four to process, six to issue.
    """
    weeks = dt.timedelta(weeks=1)
    return considered_on - submit_weeks * weeks, considered_on - issue_weeks * weeks
