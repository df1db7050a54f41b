"""From a cadence to dates. Pure: no Django, no clock. Every date says how it came about.

Months are calendar months and clamp to the end of the month, always counted from the first date:
31 January, 28 February, 31 March. "Every 90 days" is 90 days.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count, takewhile
from typing import Any

PERIOD = re.compile(r"P(?P<number>\d{1,4})(?P<unit>[DWMY])")
MOST_DATES = 5_000
SHORTEST_MONTH = 28
NO_PERIOD = ("", "P0D")
LAST_YEAR = 9000  # far inside what a date can hold: arithmetic on it cannot overflow


class UnreadablePeriod(ValueError):
    """A period that is not an ISO 8601 duration of one unit; the message quotes it."""


class TooManyDates(ValueError):
    """A recurrence that would give more dates than anybody can follow."""


@dataclass(frozen=True, slots=True)
class Spec:
    """What of a cadence decides its dates. Empty where the decision says nothing."""

    kind: str
    adopted_on: dt.date
    on: dt.date | None = None
    period: str = ""
    start_on: dt.date | None = None
    start_after: str = ""
    anchor_on: dt.date | None = None
    """A day on which a report of the series fell due."""
    series: str = ""
    """Name of the series, for the derivation."""
    start_is: str = "adoption"
    """What `adopted_on` is: `adoption`, or `version` for the day from which a later version holds."""
    holds_from: dt.date | None = None
    """Only dates from this day on; None for a first version."""
    holds_until: dt.date | None = None
    """Only dates before this day, on which the next version begins to hold."""
    last_on: dt.date | None = None
    """A recurrence gives no date after it: the end of the mandate."""
    begins_on: dt.date | None = None
    expires_on: dt.date | None = None
    """Begin and end of the mandate that is counted back from."""
    mandate: str = ""
    """How that mandate is cited, for the derivation."""
    session: int | None = None
    opens_on: dt.date | None = None
    """The day on which that session of the General Assembly opens; None where it is not known."""
    answered: tuple[dt.date, ...] | None = None
    """Days of the answers, for a recurrence counted from the last of them; None: a fixed sequence."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One cycle to be made."""

    period: str
    """What the occurrence is, whatever happens to its date: the ISO date computed, or `undated`."""
    on: dt.date | None
    derivation: dict[str, Any]
    """`rule`, and what the rule started from: enough to say the date in words and compute it anew."""


def after(start: dt.date, period: str, times: int = 1) -> dt.date:
    """The day `times` periods after `start`, clamped to the end of a month.

    Raises UnreadablePeriod for anything but P<n>D, P<n>W, P<n>M, P<n>Y, and for a day past any year.
    """
    number, unit = _parts(period)
    number *= times
    try:
        if unit in "DW":
            return start + dt.timedelta(days=number * (7 if unit == "W" else 1))
        return _months_after(start, number * (12 if unit == "Y" else 1))
    except (OverflowError, ValueError):
        raise UnreadablePeriod(f"“{period}” leads from {start} past the years there are") from None


@cache
def _parts(period: str) -> tuple[int, str]:
    """Number and unit. Raises UnreadablePeriod."""
    match = PERIOD.fullmatch(period)
    if match is None:
        raise UnreadablePeriod(f"“{period}” is not a period such as P90D, P2W, P6M or P2Y")
    return int(match["number"]), match["unit"]


def _months_after(start: dt.date, months: int) -> dt.date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if start.day <= SHORTEST_MONTH:
        return dt.date(year, month + 1, start.day)
    return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def occurrences(spec: Spec, *, until: dt.date) -> list[Occurrence]:
    """The occurrences due up to and including `until`, by date; at least one for what has no date.

    A single date is given even when it lies beyond `until`: it is known, and it is one.
    """
    until = min(until, dt.date(LAST_YEAR, 12, 31))
    return [one for one in _all(spec, until) if _holds(spec, one.on)]


def _holds(spec: Spec, on: dt.date | None) -> bool:
    """Whether this version of the cadence governs the date."""
    if on is None:
        return spec.holds_until is None
    too_early = spec.holds_from is not None and on < spec.holds_from
    return not too_early and (spec.holds_until is None or on < spec.holds_until)


def last_of(spec: Spec, until: dt.date) -> dt.date:
    """The last day on which a recurrence can fall: not past its end, nor into the next version."""
    eve = spec.holds_until - dt.timedelta(days=1) if spec.holds_until else until
    return min(until, spec.last_on or until, eve)


def _all(spec: Spec, until: dt.date) -> list[Occurrence]:
    match spec.kind:
        case "every" if spec.answered is not None:
            return _after_answers(spec, spec.answered, until)
        case "every":
            return _every(spec, until)
        case "series" if spec.period and spec.anchor_on:
            return _riding(spec, until)
    return [_one(spec)]


def _one(spec: Spec) -> Occurrence:
    """The only date of what comes once; without a date where nothing is known of it yet."""
    match spec.kind:
        case "once":
            return _once(spec)
        case "mandate":
            return _mandate(spec)
        case "session" if spec.opens_on:
            return _found(spec.opens_on, rule="session", session=spec.session)
        case "before-expiry" | "midterm" if spec.expires_on:
            return _counted_back(spec, spec.expires_on)
        case "event" if spec.on:
            return _found(spec.on, rule="given")
    return Occurrence("undated", None, _undated(spec))


def _undated(spec: Spec) -> dict[str, Any]:
    session = {"session": spec.session} if spec.session else {}
    return {"rule": spec.kind, "series": spec.series} | session


def _found(on: dt.date, **derivation: Any) -> Occurrence:
    return Occurrence(on.isoformat(), on, derivation)


def _once(spec: Spec) -> Occurrence:
    if spec.on:
        return _found(spec.on, rule="printed")
    on = after(spec.adopted_on, spec.period)
    start = spec.adopted_on.isoformat()
    return _found(on, rule="period", start=start, start_is=spec.start_is, period=spec.period)


def _mandate(spec: Spec) -> Occurrence:
    if spec.on:
        return _found(spec.on, rule="mandate-printed")
    start = spec.start_on or spec.adopted_on
    start_is = "printed" if spec.start_on else spec.start_is
    on = after(start, spec.period)
    return _found(
        on, rule="mandate-period", start=start.isoformat(), start_is=start_is, period=spec.period
    )


def _counted_back(spec: Spec, end: dt.date) -> Occurrence:
    """A period before the end of a mandate; or half-way to it from its begin."""
    common = {"mandate": spec.mandate, "end": end.isoformat()}
    if spec.kind == "midterm":
        begin = spec.begins_on or spec.adopted_on
        on = begin + (end - begin) // 2
        return _found(on, rule="midterm", begin=begin.isoformat(), **common)
    if spec.period in NO_PERIOD:
        return _found(end, rule="expiry", **common)
    return _found(after(end, spec.period, -1), rule="before-expiry", period=spec.period, **common)


def first_of(spec: Spec) -> tuple[dt.date, str, int]:
    """From where a recurrence counts, what that day is, and the step of its first date."""
    if spec.start_on:
        return spec.start_on, "printed", 0
    if spec.start_after:
        return after(spec.adopted_on, spec.start_after), "after-adoption", 0
    return spec.adopted_on, spec.start_is, 1


def _after_answers(spec: Spec, answered: tuple[dt.date, ...], until: dt.date) -> list[Occurrence]:
    """The first date as printed, then each a period after the last answer."""
    first, start_is, offset = first_of(spec)
    found = [
        _found(
            after(first, spec.period, offset),
            rule="every",
            start=first.isoformat(),
            start_is=start_is,
            period=spec.period,
            step=offset,
        )
    ]
    for day in sorted(set(answered)):
        former = found[-1].on or day
        # An answer can come so early that one period would not lead past the day it answers.
        steps = _steps(day, spec.period, 1, dt.date.max)
        step, on = next(pair for pair in steps if pair[1] > former)
        period = f"P{int(spec.period[1:-1]) * step}{spec.period[-1]}"
        start = day.isoformat()
        found.append(_found(on, rule="after-answer", start=start, start_is="answer", period=period))
    last = last_of(spec, until)
    return [one for one in found if one.on is None or one.on <= last]


def _every(spec: Spec, until: dt.date) -> list[Occurrence]:
    """A printed first date is the first occurrence; from adoption the first is one period later."""
    first, start_is, offset = first_of(spec)
    return [
        _found(
            on,
            rule="every",
            start=first.isoformat(),
            start_is=start_is,
            period=spec.period,
            step=step,
        )
        for step, on in _steps(first, spec.period, offset, last_of(spec, until))
        if on >= spec.adopted_on  # nothing fell due before it was asked for
    ]


def _riding(spec: Spec, until: dt.date) -> list[Occurrence]:
    """Dates of the series, those after adoption; for a later version, from the day it holds."""
    anchor = spec.anchor_on or spec.adopted_on
    eve = spec.holds_from - dt.timedelta(days=1) if spec.holds_from else spec.adopted_on
    first = _first_step_after(anchor, spec.period, eve)
    return [
        _found(
            on,
            rule="series",
            series=spec.series,
            start=anchor.isoformat(),
            start_is="series",
            period=spec.period,
            step=step,
        )
        for step, on in _steps(anchor, spec.period, first, last_of(spec, until))
    ]


def _steps(
    start: dt.date, period: str, first: int, until: dt.date
) -> Iterator[tuple[int, dt.date]]:
    if after(start, period) <= start:
        raise UnreadablePeriod(f"“{period}” does not lead forward")
    dates = ((step, after(start, period, step)) for step in count(first))
    for number, pair in enumerate(takewhile(lambda pair: pair[1] <= until, dates)):
        if number == MOST_DATES:
            raise TooManyDates(
                f"Every {period} from {start} gives more than {MOST_DATES} dates until {until}."
            )
        yield pair


def _first_step_after(anchor: dt.date, period: str, day: dt.date) -> int:
    """The number of the first occurrence after `day`; negative before the anchor."""
    length = max((after(anchor, period) - anchor).days, 1)
    step = (day - anchor).days // length  # near it: months and years are not all alike long
    while after(anchor, period, step) > day:
        step -= 1
    while after(anchor, period, step) <= day:
        step += 1
    return step
