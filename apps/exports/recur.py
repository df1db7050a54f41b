"""When a schedule comes due: a rule of RFC 5545 gives the days, an hour in a time zone the moments.

The rule names days and nothing finer, so that it comes due at most once a day. Pure: no Django.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING = ",".join(DAYS[:5])
LAST = -1
FIFTH = 5  # no month has more of a day of the week
LONGEST = 300  # characters
HORIZON = 30  # years: a rule that gives no day in them gives none
# A rule without any day is looked through up to the year 9999, which takes seconds. The calendar
# repeats every 400 years, days of the week too: near that year the same rule takes none.
SHIFT = 19 * 400
ONE_DAY = dt.timedelta(days=1)
FINER = ("HOURLY", "MINUTELY", "SECONDLY")
TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")


class BadRule(ValueError):
    """No schedule comes of the rule: `why` is a key of `recur_words.WHY`, `given` what is at fault."""

    def __init__(self, why: str, given: str) -> None:
        super().__init__(f"{why}: {given}")
        self.why, self.given = why, given


def _listed(one: str) -> str:
    return rf"{one}(,{one})*"


MONTH_DAY = r"[+-]?([1-9]|[12]\d|3[01])"
YEAR_DAY = r"[+-]?([1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])"
WEEK = r"[+-]?([1-9]|[1-4]\d|5[0-3])"
WEEKDAY = f"({'|'.join(DAYS)})"
PATTERNS: dict[str, str] = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d{0,2}",
    "COUNT": r"[1-9]\d{0,3}",
    "UNTIL": r"\d{8}",
    "BYDAY": _listed(f"({WEEK})?{WEEKDAY}"),
    "BYMONTHDAY": _listed(MONTH_DAY),
    "BYYEARDAY": _listed(YEAR_DAY),
    "BYWEEKNO": _listed(WEEK),
    "BYMONTH": _listed("([1-9]|1[0-2])"),
    "BYSETPOS": _listed(YEAR_DAY),
    "WKST": WEEKDAY,
}
# With which frequencies RFC 5545 (3.3.10) forbids a part.
NOT_WITH: dict[str, tuple[str, ...]] = {
    "BYMONTHDAY": ("WEEKLY",),
    "BYYEARDAY": ("DAILY", "WEEKLY", "MONTHLY"),
    "BYWEEKNO": ("DAILY", "WEEKLY", "MONTHLY"),
}


def parts_of(text: str) -> dict[str, str]:
    """The parts of the rule by name, in its order, in capitals. Raises BadRule."""
    rule = "".join(text.split()).upper().removeprefix("RRULE:").strip(";")
    if not rule:
        raise BadRule("empty", text)
    if len(rule) > LONGEST:
        raise BadRule("long", f"{rule[:40]}…")
    parts: dict[str, str] = {}
    for part in rule.split(";"):
        name, _equals, value = part.partition("=")
        if name in parts:
            raise BadRule("twice", name)
        _check(name, value, part)
        parts[name] = value
    _check_together(parts, rule)
    return parts


def _check(name: str, value: str, part: str) -> None:
    """Raise BadRule unless the part by itself can stand in a rule."""
    if name in TIMES:
        raise BadRule("hour", part)
    if name == "FREQ" and value in FINER:
        raise BadRule("often", part)
    if name not in PATTERNS:
        raise BadRule("unknown", part)
    if name == "UNTIL":
        _check_day(value, part)
    if not re.fullmatch(PATTERNS[name], value, re.ASCII):
        raise BadRule("value", part)


def _check_day(value: str, part: str) -> None:
    try:
        day_of(value)
    except ValueError:
        raise BadRule("until", part) from None


def day_of(value: str) -> dt.date:
    """The day that 20271231 names. Raises ValueError."""
    if not re.fullmatch(PATTERNS["UNTIL"], value, re.ASCII):
        raise ValueError(value)
    return dt.date(int(value[:4]), int(value[4:6]), int(value[6:]))


def _check_together(parts: dict[str, str], rule: str) -> None:
    if "FREQ" not in parts:
        raise BadRule("freq", rule)
    if "COUNT" in parts and "UNTIL" in parts:
        raise BadRule("both", f"COUNT={parts['COUNT']};UNTIL={parts['UNTIL']}")
    frequency = parts["FREQ"]
    for name, others in NOT_WITH.items():
        if name in parts and frequency in others:
            raise BadRule("not-with", f"FREQ={frequency};{name}={parts[name]}")
    numbered = re.search(r"\d", parts.get("BYDAY", ""))
    if numbered and (frequency in ("DAILY", "WEEKLY") or "BYWEEKNO" in parts):
        raise BadRule("not-with", f"FREQ={frequency};BYDAY={parts['BYDAY']}")
    of_a_month = frequency == "MONTHLY" or "BYMONTH" in parts
    # dateutil looks beyond the end of the year for the sixth and later of a month.
    if of_a_month and any(int(n) > FIFTH for n in re.findall(r"\d+", parts.get("BYDAY", ""))):
        raise BadRule("value", f"BYDAY={parts['BYDAY']}")
    if "BYSETPOS" in parts and not any(
        name.startswith("BY") and name != "BYSETPOS" for name in parts
    ):
        raise BadRule("alone", f"BYSETPOS={parts['BYSETPOS']}")


def spelled(parts: dict[str, str], starts_on: dt.date) -> dict[str, str]:
    """The parts, with what RFC 5545 takes from the first day where they do not say it."""
    weekday = {"BYDAY": DAYS[starts_on.weekday()]}
    frequency, said = parts["FREQ"], {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"} & set(parts)
    if said == {"BYWEEKNO"} or (frequency == "WEEKLY" and not said):
        return parts | weekday
    if frequency in ("MONTHLY", "YEARLY") and not said:
        month = {"BYMONTH": str(starts_on.month)} if frequency == "YEARLY" else {}
        return month | parts | {"BYMONTHDAY": str(starts_on.day)}
    return parts


def written(parts: dict[str, str]) -> str:
    """The rule with these parts."""
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _later(day: dt.date) -> dt.datetime:
    """The day SHIFT years later, at its beginning."""
    return dt.datetime.combine(day.replace(year=day.year + SHIFT), dt.time())


def _earlier(moment: dt.datetime) -> dt.date:
    return moment.date().replace(year=moment.year - SHIFT)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule from a day on, at an hour of a time zone. Its methods raise BadRule."""

    rule: str
    starts_on: dt.date
    hour: dt.time
    zone: ZoneInfo

    def days(self, first: dt.date) -> Iterator[dt.date]:
        """The days from `first` on, and not before the first day; for HORIZON years at most."""
        parts = spelled(parts_of(self.rule), self.starts_on)
        first = max(first, self.starts_on)
        last = first.replace(year=first.year + HORIZON, day=1)
        if "UNTIL" in parts:
            last = min(last, day_of(parts.pop("UNTIL")))
        count = int(parts.pop("COUNT", "0")) or None
        found: Any = rrulestr(written(parts), dtstart=_later(self.starts_on))
        days = (_earlier(one) for one in islice(found.replace(until=_later(last)), count))
        return (day for day in days if day >= first)

    def moment(self, day: dt.date) -> dt.datetime:
        """The hour on that day, in UTC.

        A time that the clocks jump over moves on by as much as they jump; one that is twice is the
        first of the two: so says `fold=0` (PEP 495).
        """
        return dt.datetime.combine(day, self.hour, tzinfo=self.zone).astimezone(dt.UTC)

    def moments(self, *, after: dt.datetime) -> Iterator[dt.datetime]:
        """Every moment later than `after`, in order."""
        before = after.astimezone(self.zone).date() - ONE_DAY
        for day in self.days(before):
            moment = self.moment(day)
            if moment > after:
                yield moment

    def next(self, *, after: dt.datetime) -> dt.datetime | None:
        """The first moment later than `after`; None where the rule has come to its end."""
        return next(self.moments(after=after), None)


@dataclass(frozen=True, slots=True)
class Choice:
    """How often, as most people say it."""

    often: str
    """daily, working, weekly, monthly, weekday, quarterly, half-yearly, yearly; own: by a rule."""
    weekdays: tuple[str, ...] = ()
    """For weekly."""
    day: int = 1
    """Of the month; LAST for its last day."""
    nth: int = 1
    weekday: str = "MO"
    """The nth such day of the month; LAST for the last."""


MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6}
RULES: dict[str, Callable[[Choice, dt.date], str]] = {
    "daily": lambda choice, start: "FREQ=DAILY",
    "working": lambda choice, start: f"FREQ=WEEKLY;BYDAY={WORKING}",
    "weekly": lambda choice, start: f"FREQ=WEEKLY;BYDAY={','.join(choice.weekdays)}",
    "monthly": lambda choice, start: f"FREQ=MONTHLY;BYMONTHDAY={choice.day}",
    "weekday": lambda choice, start: f"FREQ=MONTHLY;BYDAY={choice.nth}{choice.weekday}",
    "quarterly": lambda choice, start: f"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY={choice.day}",
    "half-yearly": lambda choice, start: f"FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY={choice.day}",
    "yearly": lambda choice, start: f"FREQ=YEARLY;BYMONTH={start.month};BYMONTHDAY={choice.day}",
}


def rule_of(choice: Choice, *, starts_on: dt.date) -> str:
    """The rule that says what was chosen. Every three and six months, and every year, the months
    are counted from that of the first day."""
    return RULES[choice.often](choice, starts_on)


def choice_of(rule: str, *, starts_on: dt.date) -> Choice:
    """The choice that makes exactly this rule; `own` where none does."""
    parts = parts_of(rule)
    numbered = re.fullmatch(r"(-?\d)([A-Z]{2})", parts.get("BYDAY", ""))
    day = parts.get("BYMONTHDAY", "1")
    for often in RULES:
        choice = Choice(
            often,
            weekdays=tuple(parts.get("BYDAY", "").split(",")) if often == "weekly" else (),
            day=int(day) if re.fullmatch(r"-?\d+", day) else 1,
            nth=int(numbered[1]) if numbered else 1,
            weekday=numbered[2] if numbered else "MO",
        )
        if rule_of(choice, starts_on=starts_on) == rule and choice.day >= LAST:
            return choice
    return Choice("own")
