"""A rule of a schedule, and what is wrong with one, in the words of its reader."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .recur import DAYS, WORKING, BadRule, day_of, parts_of, spelled

WHY: dict[str, Any] = {
    "empty": gettext_lazy("Write a rule, as FREQ=MONTHLY;BYMONTHDAY=1."),
    "long": gettext_lazy("“%(given)s” is too long for a rule: at most 300 characters."),
    "twice": gettext_lazy("“%(given)s” stands twice in the rule."),
    "hour": gettext_lazy(
        "“%(given)s”: the rule names days; the time of the day is chosen in its own field."
    ),
    "often": gettext_lazy("“%(given)s” is too often: at most once a day, FREQ=DAILY."),
    "unknown": gettext_lazy("“%(given)s” is no part of a rule of RFC 5545."),
    "value": gettext_lazy("“%(given)s” cannot be understood: RFC 5545 knows no such value."),
    "until": gettext_lazy("“%(given)s”: write the last day as UNTIL=20271231, without a time."),
    "freq": gettext_lazy("“%(given)s” does not say how often: begin with FREQ=MONTHLY or another."),
    "both": gettext_lazy("“%(given)s”: give one end, COUNT or UNTIL, not both."),
    "not-with": gettext_lazy("“%(given)s”: RFC 5545 does not allow these two together."),
    "alone": gettext_lazy("“%(given)s” picks among days: say which, with BYDAY for one."),
    "never": gettext_lazy("“%(given)s” gives no day at all in the next thirty years."),
    "over": gettext_lazy("“%(given)s” has come to its end: no day lies ahead."),
}
NTH: dict[int, Any] = {
    1: gettext_lazy("the first %(day)s"),
    2: gettext_lazy("the second %(day)s"),
    3: gettext_lazy("the third %(day)s"),
    4: gettext_lazy("the fourth %(day)s"),
    5: gettext_lazy("the fifth %(day)s"),
    -1: gettext_lazy("the last %(day)s"),
    -2: gettext_lazy("the last %(day)s but one"),
}
PICKED: dict[int, Any] = {
    1: gettext_lazy("the first"),
    -1: gettext_lazy("the last"),
    -2: gettext_lazy("the last but one"),
}
SHORTEST_MONTH = 28


def why_words(error: BadRule) -> str:
    """What is wrong with a rule, quoting it, and what to write."""
    return str(WHY[error.why] % {"given": error.given})


def in_words(rule: str, *, starts_on: dt.date) -> str:
    """The rule as a sentence without its full stop. Raises BadRule."""
    parts = spelled(parts_of(rule), starts_on)
    pieces = [_every(parts), *_days(parts), *_only(parts), *_end(parts)]
    return ", ".join(pieces) + _short_months(parts)


def _is_working(parts: dict[str, str]) -> bool:
    """Whether it is every Monday to Friday, and no more."""
    daily = parts["FREQ"] in ("DAILY", "WEEKLY") and parts.get("INTERVAL", "1") == "1"
    return daily and parts.get("BYDAY") == WORKING


def _every(parts: dict[str, str]) -> str:
    if _is_working(parts):
        return _("every working day, Monday to Friday, public holidays too")
    number = int(parts.get("INTERVAL", "1"))
    forms = {
        "DAILY": ngettext("every day", "every %(n)d days", number),
        "WEEKLY": ngettext("every week", "every %(n)d weeks", number),
        "MONTHLY": ngettext("every month", "every %(n)d months", number),
        "YEARLY": ngettext("every year", "every %(n)d years", number),
    }
    return forms[parts["FREQ"]] % {"n": number}


def _days(parts: dict[str, str]) -> Iterable[str]:
    if parts.get("BYDAY") == WORKING and not _is_working(parts):
        yield _("Monday to Friday")
    elif "BYDAY" in parts and not _is_working(parts):
        yield _("on %(days)s") % {"days": _list(map(_weekday, parts["BYDAY"].split(",")))}
    if "BYMONTHDAY" in parts:
        yield _("on %(days)s") % {"days": _list(map(_month_day, parts["BYMONTHDAY"].split(",")))}
    if "BYYEARDAY" in parts:
        yield _("on day %(numbers)s of the year") % {"numbers": _numbers(parts["BYYEARDAY"])}
    if "BYWEEKNO" in parts:
        yield _("in week %(numbers)s of the year") % {"numbers": _numbers(parts["BYWEEKNO"])}
    if "BYMONTH" in parts:
        names = (str(MONTHS[int(month)]) for month in parts["BYMONTH"].split(","))
        yield _("in %(months)s") % {"months": _list(names)}


def _only(parts: dict[str, str]) -> Iterable[str]:
    if "BYSETPOS" in parts:
        numbers = map(int, parts["BYSETPOS"].split(","))
        which = (str(PICKED.get(n, _("number %(n)d"))) % {"n": n} for n in numbers)
        yield _("of these only %(which)s") % {"which": _list(which)}


def _end(parts: dict[str, str]) -> Iterable[str]:
    if "COUNT" in parts:
        number = int(parts["COUNT"])
        yield ngettext("once", "%(n)d times", number) % {"n": number}
    if "UNTIL" in parts:
        yield _("until %(day)s") % {"day": date_format(day_of(parts["UNTIL"]))}


def _short_months(parts: dict[str, str]) -> str:
    """That nothing comes where a month has no such day."""
    days = [int(day) for day in parts.get("BYMONTHDAY", "0").split(",")]
    if parts["FREQ"] == "DAILY" or "BYDAY" in parts or max(days) <= SHORTEST_MONTH:
        return ""
    return _("; a month that has no day %(day)d is left out") % {"day": max(days)}


def _weekday(text: str) -> str:
    match = re.fullmatch(r"([+-]?\d+)?([A-Z]{2})", text)
    assert match is not None  # the rule was checked
    day = str(WEEKDAYS[DAYS.index(match[2])])
    if not match[1]:
        return day
    number = int(match[1])
    if number in NTH:
        return str(NTH[number] % {"day": day})
    return _("%(day)s number %(n)d") % {"day": day, "n": number}


def _month_day(text: str) -> str:
    number = int(text)
    if number == -1:
        return _("the last day")
    if number < 0:
        return _("day %(n)d from the end") % {"n": -number}
    return _("day %(n)d") % {"n": number}


def _numbers(text: str) -> str:
    return _list(one.removeprefix("+") for one in text.split(","))


def _list(words: Iterable[str]) -> str:
    return get_text_list(list(words), _("and"))
