"""One month of the register of cycles, day by day, as the query of an address asks for it."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import batched
from typing import Any
from urllib.parse import urlencode

from dateutil.relativedelta import relativedelta
from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format, get_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.obligations.workdays import Calendar

from .calendars import FIRST_YEAR, LAST_YEAR
from .chips import Chip
from .models import Cycle, CycleQuerySet
from .problems import Problem
from .registers import CycleRegister

MOST_A_DAY = 8
NO_BREAK = "\N{NO-BREAK SPACE}"
MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])")
FIRST, LAST = dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 1)
ONE = relativedelta(months=1)


class UnreadableMonth(ValueError):
    """What is asked for is no month of the calendar; the message says what one looks like."""


def month_of(text: str) -> dt.date:
    """The first day of a month such as 2026-11. Raises UnreadableMonth."""
    match = MONTH.fullmatch(text)
    first = dt.date(int(match["year"]), int(match["month"]), 1) if match else None
    if first is None or not FIRST <= first <= LAST:
        raise UnreadableMonth(
            _("A month is written as 2026-11, from %(first)s to %(last)s.")
            % {"first": f"{FIRST:%Y-%m}", "last": f"{LAST:%Y-%m}"}
        )
    return first


def _on_one_line(reference: str) -> str:
    """The reference so that it breaks only before the paragraph, not within it."""
    symbol, mark, paragraph = reference.partition("¶")
    return f"{symbol}{mark}{paragraph.replace(' ', NO_BREAK)}"


class CalendarRegister(CycleRegister):
    """The register of cycles, with rows as a day of the calendar shows them."""

    def rows(self) -> CycleQuerySet:
        return Cycle.objects.for_calendar()


@dataclass(frozen=True, slots=True)
class Day:
    """One cell."""

    on: dt.date
    is_in_month: bool
    is_today: bool
    off: str
    """Name of the holiday, `weekend`, or nothing for a working day."""
    cycles: list[tuple[str, Any]]
    """How each is cited, and it itself; at most MOST_A_DAY."""
    more: int
    """How many cycles of that day are not among them."""
    address: str
    """The register of cycles with those of that day."""


class Month:
    """The month that an address asks for; without a word about it, the one of `on`."""

    def __init__(self, query: QueryDict, *, on: dt.date, soon: int, days_off: Calendar) -> None:
        self.on, self.days_off = on, days_off
        self.register = CalendarRegister(query, on=on, soon=soon)
        self.asked = query.get("month", "").strip()
        self.first, self.unreadable = on.replace(day=1), ""
        try:
            self.first = month_of(self.asked) if self.asked else self.first
        except UnreadableMonth as error:
            self.unreadable = str(error)

    @property
    def is_valid(self) -> bool:
        return not self.unreadable and self.register.is_valid

    @property
    def problems(self) -> list[Problem]:
        """Every value that could not be understood, quoted, with what is wrong with it."""
        found = self.register.problems
        if self.unreadable:
            words = f"{_('Month')}: “{self.asked}” – {self.unreadable}"
            return [Problem(words, "id_month"), *found]
        return found

    @property
    def value(self) -> str:
        """As a field and an address write it."""
        return f"{self.first:%Y-%m}"

    @property
    def name(self) -> str:
        return date_format(self.first, "YEAR_MONTH_FORMAT")

    @property
    def last(self) -> dt.date:
        return self.first + ONE - dt.timedelta(days=1)

    @cached_property
    def _by_day(self) -> dict[dt.date, tuple[int, list[Any]]]:
        """How many are due on each day, and those of them that are shown.

        The database counts and cuts narrow rows; only what is shown is read in full.
        """
        if not self.is_valid:
            return {}
        found: Any = self.register.filter.qs
        found = found.filter(due_on__range=(self.first, self.last)).first_of_each_day(MOST_A_DAY)
        places = list(found.order_by("due_on", "place").values_list("pk", "due_on", "that_day"))
        rows = self.register.wide_rows().in_bulk([key for key, _day, _number in places])
        by_day: dict[dt.date, tuple[int, list[Any]]] = {}
        for key, day, number in places:
            if key not in rows:  # planned away since the line above
                continue
            by_day.setdefault(day, (number, []))[1].append(rows[key])
        return by_day

    @property
    def count(self) -> int:
        """All cycles of the month, those not shown included."""
        return sum(number for number, _cycles in self._by_day.values())

    @property
    def count_in_words(self) -> str:
        words = ngettext(
            "%(number)d cycle due in %(month)s", "%(number)d cycles due in %(month)s", self.count
        )
        return words % {"number": self.count, "month": self.name}

    @cached_property
    def weeks(self) -> list[list[Day]]:
        """Whole weeks, which begin on the day on which they do in the language of the page."""
        begin = (int(get_format("FIRST_DAY_OF_WEEK")) - 1) % 7  # Sunday is 0 there, Monday here
        days = calendar.Calendar(begin).itermonthdates(self.first.year, self.first.month)
        return [list(week) for week in batched(map(self._day, days), 7)]

    def _day(self, on: dt.date) -> Day:
        is_in_month = self.first <= on <= self.last
        number, cycles = self._by_day.get(on, (0, []))
        return Day(
            on=on,
            is_in_month=is_in_month,
            is_today=on == self.on,
            off=self.days_off.why_off(on) if is_in_month else "",
            cycles=[(_on_one_line(cycle.obligation.reference), cycle) for cycle in cycles],
            more=number - len(cycles),
            address=self._register_address(on, on) if cycles else "",
        )

    @property
    def query(self) -> QueryDict:
        """The filter alone, without what only a list has."""
        query = self.register.query.copy()
        for name in ("columns", "sort", "per_page"):
            query.pop(name, None)
        return query

    def _address(self, first: dt.date, filters: QueryDict) -> str:
        """The calendar of a month with these filters."""
        rest = filters.urlencode(safe="/,")
        return f"?month={first:%Y-%m}{'&' if rest else ''}{rest}"

    @property
    def previous(self) -> tuple[str, str] | None:
        """Address and name of the month before."""
        return self._neighbour(self.first - ONE)

    @property
    def next(self) -> tuple[str, str] | None:
        return self._neighbour(self.first + ONE)

    def _neighbour(self, first: dt.date) -> tuple[str, str] | None:
        if not FIRST <= first <= LAST:
            return None
        return self._address(first, self.query), date_format(first, "YEAR_MONTH_FORMAT")

    @property
    def today(self) -> str:
        return self._address(self.on, self.query)

    @property
    def clear(self) -> str:
        return self._address(self.first, QueryDict())

    @property
    def chips(self) -> Iterator[tuple[Chip, str]]:
        """Every active filter, with the address of the month without it."""
        for chip in self.register.filter.chips:
            query = self.query
            query.setlist(
                chip.name, [value for value in query.getlist(chip.name) if value != chip.value]
            )
            yield chip, self._address(self.first, query)

    def _register_address(self, first: dt.date, last: dt.date) -> str:
        query = self.register.query.copy()
        query["due_after"], query["due_before"] = first.isoformat(), last.isoformat()
        return f"{reverse('reporting:cycle-list')}?{query.urlencode(safe='/,')}"

    @property
    def as_list(self) -> str:
        """The register of cycles with those of this month."""
        return self._register_address(self.first, self.last)

    @property
    def feeds(self) -> str:
        """Where a feed with this filter is made."""
        asked = urlencode({"query": self.query.urlencode(safe="/,")})
        return f"{reverse('reporting:feed-list')}?{asked}"
