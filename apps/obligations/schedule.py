"""From a cadence to dates. Pure: no Django, no clock. Every date says how it came about.

Months are calendar months and clamp to the end of the month, always counted from the first date:
31 January, 28 February, 31 March. "Every 90 days" is 90 days.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, takewhile
from typing import Any

from dateutil.relativedelta import relativedelta

PERIOD = re.compile(r"P(?P<number>\d{1,4})(?P<unit>[DWMY])")
UNITS = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
MOST_DATES = 5_000
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

    Raises UnreadablePeriod for anything but P<n>D, P<n>W, P<n>M, P<n>Y.
    """
    match = PERIOD.fullmatch(period)
    if match is None:
        raise UnreadablePeriod(f"“{period}” is not a period such as P90D, P2W, P6M or P2Y")
    step = relativedelta(**{UNITS[match["unit"]]: int(match["number"]) * times})  # type: ignore[arg-type]
    result: dt.date = start + step
    return result


def occurrences(spec: Spec, *, until: dt.date) -> list[Occurrence]:
    """The occurrences due up to and including `until`, by date; at least one for what has no date.

    A single date is given even when it lies beyond `until`: it is known, and it is one.
    """
    until = min(until, dt.date(LAST_YEAR, 12, 31))
    match spec.kind:
        case "once":
            return [_once(spec)]
        case "mandate":
            return [_mandate(spec)]
        case "every":
            return _every(spec, until)
        case "series" if spec.period and spec.anchor_on:
            return _riding(spec, until)
    return [Occurrence("undated", None, {"rule": spec.kind, "series": spec.series})]


def _found(on: dt.date, **derivation: Any) -> Occurrence:
    return Occurrence(on.isoformat(), on, derivation)


def _once(spec: Spec) -> Occurrence:
    if spec.on:
        return _found(spec.on, rule="printed")
    on = after(spec.adopted_on, spec.period)
    start = spec.adopted_on.isoformat()
    return _found(on, rule="period", start=start, start_is="adoption", period=spec.period)


def _mandate(spec: Spec) -> Occurrence:
    if spec.on:
        return _found(spec.on, rule="mandate-printed")
    start = spec.start_on or spec.adopted_on
    start_is = "printed" if spec.start_on else "adoption"
    on = after(start, spec.period)
    return _found(
        on, rule="mandate-period", start=start.isoformat(), start_is=start_is, period=spec.period
    )


def _every(spec: Spec, until: dt.date) -> list[Occurrence]:
    """A printed first date is the first occurrence; from adoption the first is one period later."""
    first, start_is = spec.start_on, "printed"
    if first is None and spec.start_after:
        first, start_is = after(spec.adopted_on, spec.start_after), "after-adoption"
    offset = 0
    if first is None:
        first, start_is, offset = spec.adopted_on, "adoption", 1
    return [
        _found(
            on,
            rule="every",
            start=first.isoformat(),
            start_is=start_is,
            period=spec.period,
            step=step,
        )
        for step, on in _steps(first, spec.period, offset, until)
    ]


def _riding(spec: Spec, until: dt.date) -> list[Occurrence]:
    """Dates of the series from its anchor on, those after adoption."""
    anchor = spec.anchor_on or spec.adopted_on
    first = _first_step_after(anchor, spec.period, spec.adopted_on)
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
        for step, on in _steps(anchor, spec.period, first, until)
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
