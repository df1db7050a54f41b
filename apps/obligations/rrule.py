"""A fixed sequence as a rule of RFC 5545, for calendars; never the other way round. Pure: no Django."""

import datetime as dt

from .schedule import PERIOD, Spec, after, first_of, last_of


def rrule(spec: Spec) -> str:
    """The RFC 5545 rule that gives the same dates as a fixed sequence; empty where none can.

    A rule by months skips the short ones where the first date is after the 28th; the sequence here
    clamps. Nothing else than a fixed sequence can be said as a rule.
    """
    if spec.kind != "every" or spec.answered is not None or not spec.period:
        return ""
    first, _is, offset = first_of(spec)
    first = after(first, spec.period, offset)
    match = PERIOD.fullmatch(spec.period)
    start = first_of(spec)[0]
    if match is None or (match["unit"] in "MY" and max(start.day, first.day) > 28):
        return ""
    if first < (spec.holds_from or spec.adopted_on):
        return ""
    frequency = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}[match["unit"]]
    last = last_of(spec, dt.date.max)
    end = f";UNTIL={last:%Y%m%d}" if last < dt.date.max else ""
    return f"FREQ={frequency};INTERVAL={int(match['number'])}{end}"
