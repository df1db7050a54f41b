"""From the timing codes of a reading to typed cadences. Pure: no Django, no clock, no dates computed.

Source of the codes: the labelling guide, section Timing.
"""

import datetime as dt
import re
from dataclasses import dataclass

PERIOD = re.compile(r"P(?P<number>[1-9]\d{0,3})(?P<unit>[DWMY])")
SESSION = re.compile(r"[1-9]\d{0,2}")
DATED = ("by", "until", "from")
LASTING = ("within", "every", "for", "before-expiry")
# Nothing was decided before there was a United Nations, nor for longer than a hundred years.
FIRST_DAY, LAST_DAY = dt.date(1945, 1, 1), dt.date(2150, 12, 31)
LONGEST = {"D": 9999, "W": 5200, "M": 1200, "Y": 100}
BARE = ("series", "asap", "regular", "event")


class UnreadableTiming(ValueError):
    """A timing code that the guide does not define; the message quotes it and says what is."""


@dataclass(frozen=True, slots=True)
class Timing:
    """One cadence as the reading gives it; empty where the code says nothing."""

    kind: str
    on: dt.date | None = None
    """The printed date: of the answer, or the end of the mandate."""
    period: str = ""
    """ISO 8601 duration in one unit: P90D, P2W, P6M, P2Y."""
    start_on: dt.date | None = None
    """First date of a recurrence, or the day from which a mandate's period counts."""
    start_after: str = ""
    """Period from adoption to the first date of a recurrence."""
    until_on: dt.date | None = None
    """End of the mandate that the same ask gives: a recurrence has no date after it."""
    session: int | None = None
    note: str = ""
    """`asap` or `regular`, where that is all that is said."""


def check(code: str) -> str:
    """Return `code` if the guide defines it. Raises UnreadableTiming, quoting it, if not."""
    name, _colon, value = code.partition(":")
    if name in DATED:
        return _check_day(code, value)
    if name in LASTING:
        return _check_period(code, value)
    if name == "session" and SESSION.fullmatch(value):
        return code
    if code in BARE:
        return code
    raise UnreadableTiming(
        f"“{code}” is not a timing. Known: by:, until:, from: with a day; within:, every:, for:, "
        "before-expiry: with a period; session: with a number; series, asap, regular, event."
    )


def _check_day(code: str, value: str) -> str:
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        raise UnreadableTiming(f"“{code}”: write the day as YYYY-MM-DD.") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise UnreadableTiming(f"“{code}”: give a day from {FIRST_DAY} to {LAST_DAY}.")
    return code


def _check_period(code: str, value: str) -> str:
    match = PERIOD.fullmatch(value)
    if match and int(match["number"]) <= LONGEST[match["unit"]]:
        return code
    if code == "before-expiry:P0D":
        return code
    raise UnreadableTiming(
        f"“{code}”: write the period as P90D, P2W, P6M or P2Y, at most a hundred years."
    )


def timings(codes: list[str]) -> list[Timing]:
    """Return the cadences that `codes` mean together, at least one.

    `by` and `every` together are one recurrence whose first date is printed, and ends with `until`;
    `until` and `for` one mandate. Several dates are several cadences. Raises UnreadableTiming.
    """
    values: dict[str, list[str]] = {}
    for code in codes:
        name, _colon, value = check(code).partition(":")
        values.setdefault(name, []).append(value)
    found = [
        *_recurring(values),
        *_once(values),
        *_mandates(values),
        *(Timing("before-expiry", period=period) for period in values.get("before-expiry", [])),
        *(Timing("session", session=int(number)) for number in values.get("session", [])),
        *(Timing("event") for _none in values.get("event", [])),
    ]
    note = next((name for name in ("asap", "regular") if name in values), "")
    return found or [Timing("undated", note=note)]


def _days(values: list[str]) -> list[dt.date]:
    return sorted(map(dt.date.fromisoformat, values))


def _recurring(values: dict[str, list[str]]) -> list[Timing]:
    """What recurs; takes the first date out of `values`, and leaves every other date there."""
    periods = values.get("every", [])
    if "series" in values:
        return [Timing("series", period=periods[0] if periods else "")]
    if not periods:
        return []
    printed = _days(values.pop("by", []))
    values["by"] = [day.isoformat() for day in printed[1:]]
    start_on = next(iter(printed or _days(values.get("from", []))), None)
    counted = [] if start_on else values.pop("within", [])
    values.setdefault("within", counted[1:])
    until_on = next(reversed(_days(values.get("until", []))), None)
    return [
        Timing(
            "every",
            period=period,
            start_on=start_on,
            start_after=next(iter(counted), ""),
            until_on=until_on,
        )
        for period in periods
    ]


def _once(values: dict[str, list[str]]) -> list[Timing]:
    printed = [Timing("once", on=dt.date.fromisoformat(day)) for day in values.get("by", [])]
    return printed + [Timing("once", period=period) for period in values.get("within", [])]


def _mandates(values: dict[str, list[str]]) -> list[Timing]:
    periods = values.get("for", [])
    start_on = next(iter(_days(values.get("from", []))), None)
    if ends := values.get("until"):
        period = periods[0] if periods else ""
        return [
            Timing("mandate", on=dt.date.fromisoformat(end), period=period, start_on=start_on)
            for end in ends
        ]
    return [Timing("mandate", period=period, start_on=start_on) for period in periods]
