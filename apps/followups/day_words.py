"""A day as people type it: "yesterday", "3 May", "3.5.2026", "-2", "Monday", in their language or English."""

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.utils import dates, formats
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

# Words for days near today, with how many days they are from it.
NEAR: dict[str, dict[str, int]] = {
    "ar": {"اليوم": 0, "أمس": -1, "غدا": 1},
    "en": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "es": {"hoy": 0, "ayer": -1, "mañana": 1},
    "fr": {"aujourd'hui": 0, "aujourd’hui": 0, "hier": -1, "demain": 1},
    "ru": {"сегодня": 0, "вчера": -1, "завтра": 1},
    "zh": {"今天": 0, "昨天": -1, "明天": 1, "今日": 0, "昨日": -1, "明日": 1},
}
ONE_DAY = dt.timedelta(days=1)
WEEK = 7
FARTHEST = 36_600  # days, a hundred years: what lies farther from today is a slip of the finger


class UnreadableDay(ValueError):
    """No day could be made of what was typed; the message quotes it and says what can be typed."""

    def __init__(self, given: str) -> None:
        super().__init__(
            _(
                "“%(given)s” is no day that can be understood here. "
                "Type one as yesterday, 3 May, Monday, -2 or 2026-05-03."
            )
            % {"given": given}
        )


class Near(NamedTuple):
    """The day on which a day is named, and whether the one meant lies ahead of it."""

    on: dt.date
    ahead: bool


def day_of(given: str, *, on: dt.date, ahead: bool = False) -> dt.date:
    """The day that `given` means on the day `on`.

    Where the year or the week is left out it is the last such day up to `on`, or with `ahead` the
    first from `on`: what happened lies behind, a next step before us. Words are taken in the active
    language and in English. Raises UnreadableDay.
    """
    text, near = _plain(given), Near(on, ahead)
    for read in (_relative, _weekday, _numeric, _with_month):
        try:
            found = read(text, near)
        except (ValueError, OverflowError):  # 30 February, a year of five digits
            raise UnreadableDay(given) from None
        if found is not None and abs((found - on).days) <= FARTHEST:
            return found
    raise UnreadableDay(given)


def _plain(text: str) -> str:
    """Small letters without accents, full-width digits as plain ones, one space between words."""
    small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(c for c in small if not unicodedata.combining(c))
    return " ".join(bare.replace(",", " ").split())


def _in_both(words: Callable[[], dict[str, int]]) -> Iterator[tuple[str, int]]:
    """What `words` gives in English and in the active language, made plain."""
    for language in {"en", get_language() or "en"}:
        with override(language):
            yield from ((_plain(word), value) for word, value in words().items())


def _relative(text: str, near: Near) -> dt.date | None:
    for word, days in _in_both(lambda: NEAR[(get_language() or "en")[:2]]):
        if text == word:
            return near.on + days * ONE_DAY
    match = re.fullmatch(r"([+-])(\d{1,5})([dwm]?)", text.replace("−", "-"))
    if not match:
        return None
    sign, number, unit = (-1 if match[1] == "-" else 1), int(match[2]), match[3] or "d"
    if unit == "m":
        return _months_from(near.on, sign * number)
    return near.on + sign * number * (WEEK if unit == "w" else 1) * ONE_DAY


def _months_from(on: dt.date, number: int) -> dt.date:
    """The same day so many months from `on`, the last of the month where it is shorter."""
    year, month = divmod(on.year * 12 + on.month - 1 + number, 12)
    return dt.date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))


def _weekday(text: str, near: Near) -> dt.date | None:
    names = [dates.WEEKDAYS, dates.WEEKDAYS_ABBR]
    for word, number in _in_both(lambda: {str(w): n for t in names for n, w in t.items()}):
        if text.rstrip(".") == word.rstrip("."):
            away = (number - near.on.weekday()) % WEEK
            return near.on + (away if near.ahead or not away else away - WEEK) * ONE_DAY
    return None


def _numeric(text: str, near: Near) -> dt.date | None:
    """Digits only: ISO 8601, or day, month and year in the order of the active language."""
    if match := re.fullmatch(r"(\d{4})[-/.年 ](\d{1,2})[-/.月 ](\d{1,2})日?", text):
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d{1,2})月(\d{1,2})日?", text):
        return _without_year(int(match[2]), int(match[1]), near)
    match = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?\.?", text)
    if not match:
        return None
    first, second = int(match[1]), int(match[2])
    day, month = (second, first) if _month_comes_first() else (first, second)
    if match[3] is None:
        return _without_year(day, month, near)
    year = int(match[3])
    return dt.date(year + 2000 if year < 100 else year, month, day)


def _month_comes_first() -> bool:
    """Whether the active language writes 5/3 for 3 May."""
    first = str(formats.get_format("DATE_INPUT_FORMATS")[0])
    return (
        "%d" in first
        and "%m" in first
        and not first.startswith("%Y")
        and (first.index("%m") < first.index("%d"))
    )


def _with_month(text: str, near: Near) -> dt.date | None:
    """ "3 May", "May 3", "3 May 2026", "1er mai", "3 de mayo", "3 мая"."""
    tables = [dates.MONTHS, dates.MONTHS_ALT, dates.MONTHS_AP]
    months = dict(_in_both(lambda: {str(w): n for table in tables for n, w in table.items()}))
    months |= {_plain(str(w)): n for n, w in dates.MONTHS_3.items()}
    words = re.findall(r"[^\W\d_]+\.?|\d+", text)
    numbers = [int(word) for word in words if word[0].isdigit()]
    named = [
        months[w] for word in words if (w := word.rstrip(".")) in months or (w := word) in months
    ]
    if len(named) != 1 or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 1:
        return _without_year(numbers[0], named[0], near)
    day, year = numbers if numbers[0] < 100 else reversed(numbers)
    return dt.date(year + 2000 if year < 100 else year, named[0], day)


def _without_year(day: int, month: int, near: Near) -> dt.date:
    """The last such day up to `on`, or with `ahead` the first from it; 29 February may be years away."""
    step = 1 if near.ahead else -1
    for year in range(near.on.year, near.on.year + step * 9, step):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            if (month, day) != (2, 29):
                raise
            continue
        if (found >= near.on) if near.ahead else (found <= near.on):
            return found
    raise ValueError("no such day")
