"""Numbers, units and dates as a language writes them."""

import calendar
import datetime as dt
import re
from collections.abc import Mapping

from .language import Language

# Chinese numerals are a system of their own, not a list of words.
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "半": 0,
}
_HAN = re.compile(r"[零〇○一二两三四五六七八九十百]+")


def slots(language: Language) -> dict[str, str]:
    """What the slots of this language's wordings stand for."""
    months = _choice(language.months)
    return {
        "n": "|".join(filter(None, (language.digits, _choice(language.numbers)))),
        "unit": _choice(language.units),
        "month": months,
        "year": r"\d{4}",
        "date": "|".join(shape.replace("<month>", f"(?:{months})") for shape in language.dates),
        "ordinal": "|".join(filter(None, (language.ordinal_digits, _choice(language.ordinals)))),
    }


def _choice(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def number(language: Language, words: str) -> int | None:
    """The number written in digits or words; None where it is neither."""
    words = words.strip()
    if words.isdecimal():
        return int(words)
    if words in language.numbers:
        return language.numbers[words]
    return han_number(words) if _HAN.fullmatch(words) else None


def han_number(words: str) -> int:
    """`二十一` is 21, `二〇一〇` is 2010."""
    if "十" not in words and "百" not in words:
        return int("".join(str(_HAN_DIGITS[c]) for c in words))
    total, current = 0, 0
    for c in words:
        if c in "十百":
            total += (current or 1) * (10 if c == "十" else 100)
            current = 0
        else:
            current = _HAN_DIGITS[c]
    return total + current


def ordinal(language: Language, words: str) -> int | None:
    """`seventy-ninth` is 79; None where it is no ordinal of this language."""
    value = language.ordinals.get(words.strip())
    if value is not None:
        return value
    digits = re.match(r"\d+", words.strip())
    return int(digits[0]) if digits else number(language, words)


def date(language: Language, words: str, adopted: dt.date | None) -> dt.date | None:
    """The day written; the last day of a month or year named alone.

    A day without a year is the first such day after adoption. None where it cannot be told.
    """
    words = words.strip()
    if "年" in words:
        return _han_date(words)
    month = _month(language, words)
    year_match = re.search(r"\b(\d{4})\b", words)
    year = int(year_match[1]) if year_match else None
    rest = words[: year_match.start()] + words[year_match.end() :] if year_match else words
    day_match = re.search(r"\b(\d{1,2})(?!\d)", rest)
    day = int(day_match[1]) if day_match else None
    if year is None:
        return _next(month, day, adopted)
    return _day(year, month or 12, day)


def _month(language: Language, words: str) -> int | None:
    for word in re.findall(r"[^\W\d_]+\.?", words):
        if word in language.months:
            return language.months[word]
    return next((m for name, m in language.months.items() if name in words), None)


def _next(month: int | None, day: int | None, adopted: dt.date | None) -> dt.date | None:
    if month is None or adopted is None:
        return None
    years = range(adopted.year, adopted.year + 9)  # 29 February can be eight years away
    found = (_day(year, month, day) for year in years)
    return next((on for on in found if on and on > adopted), None)


def _day(year: int, month: int, day: int | None) -> dt.date | None:
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    last = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        return None
    return dt.date(year, month, day or last)


def _han_date(words: str) -> dt.date | None:
    match = re.match(r"(\w{4})年(?:(\w{1,3})月)?(?:(\w{1,4})日|(上|中)旬)?", words)
    if not match:
        return None
    values = [_han_or_digits(part) for part in match.groups()[:3]]
    day = {"上": 10, "中": 15}.get(match[4] or "", values[2])
    return _day(values[0] or 0, values[1] or 12, day)


def _han_or_digits(words: str | None) -> int | None:
    if not words:
        return None
    if words.isdecimal():
        return int(words)
    return han_number(words) if _HAN.fullmatch(words) else None
