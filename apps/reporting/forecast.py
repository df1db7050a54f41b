"""What falls due in a window: the cycles that are there, and those that planning would still make.

Nothing is written. How much there is decides nothing of the memory that it takes: obligations are
gone through in batches, what falls due is kept in a file and read back in order of date.
"""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import batched
from typing import Any, Self

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.obligations.models import Cadence, Obligation
from apps.obligations.models.obligation import ObligationQuerySet
from apps.obligations.schedule import after
from apps.obligations.timing import FIRST_DAY, LAST_DAY
from apps.obligations.workdays import LONGEST_BREAK

from .cadence_words import rhythm_words
from .models import Cycle, CycleQuerySet
from .plan import CANNOT_PLAN, compare
from .why import in_words

BATCH = 500
MOST_YEARS = 30

TABLE = """
CREATE TABLE due (
    due_on TEXT, obligation INTEGER, number INTEGER, period TEXT,
    cycle INTEGER, cadence INTEGER, mandated_on TEXT, derivation TEXT,
    PRIMARY KEY (obligation, number, period)
) WITHOUT ROWID
"""
IN_ORDER = "SELECT * FROM due ORDER BY due_on, obligation, number, period LIMIT ? OFFSET ?"


class BadWindow(ValueError):
    """A window that nothing can be forecast for; the message quotes its days."""


class CannotForecast(ValueError):
    """An obligation whose dates cannot be computed; the message says which, and why not."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `first` to `last`, both included. Raises BadWindow."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        days = {"first": self.first, "last": self.last, "years": MOST_YEARS}
        if self.last < self.first:
            raise BadWindow(_("%(first)s is after %(last)s.") % days)
        for day in (self.first, self.last):
            if not FIRST_DAY <= day <= LAST_DAY:
                bounds = {"day": day, "first": FIRST_DAY, "last": LAST_DAY}
                raise BadWindow(
                    _("%(day)s is too far off: give a day from %(first)s to %(last)s.") % bounds
                )
        if self.last > after(self.first, f"P{MOST_YEARS}Y"):
            raise BadWindow(
                _("From %(first)s to %(last)s is more than %(years)d years: ask for less.") % days
            )

    @classmethod
    def of_a_year(cls, first: dt.date) -> Self:
        """From `first` to the same day a year later. Raises BadWindow."""
        cls(first, first)  # before it is counted on: there may be no such year
        return cls(first, after(first, "P1Y"))


@dataclass(frozen=True, slots=True)
class Due:
    """One cycle that falls due; not saved where it is only projected."""

    due_on: dt.date
    cycle: Cycle
    projected: bool

    @property
    def obligation(self) -> Obligation:
        return self.cycle.obligation

    @property
    def cadence(self) -> str:
        """How often or by when, in words."""
        return rhythm_words([self.cycle.cadence])

    @property
    def derivation(self) -> str:
        """Why this date, from the decision to the day, in words."""
        return in_words(self.cycle)

    @property
    def address(self) -> str:
        """The page of the obligation, at the cycle or, where it is not made, at what it follows from."""
        place = "cadence-title" if self.projected else f"cycle-{self.cycle.pk}"
        page = reverse("followups:obligation-detail", args=[self.obligation.pk])
        return f"{page}#{place}"


class Forecast:
    """What falls due of the open among `obligations` in a window, in order of date.

    Use it in a `with`: what it found lies in a file that goes away at the end. With `made_only`
    nothing is projected, and at most so many of the cycles that are there are found.

    Raises CannotForecast.
    """

    def __init__(
        self, obligations: ObligationQuerySet, window: Window, *, made_only: int | None = None
    ) -> None:
        self.obligations, self.window, self.made_only = obligations.open(), window, made_only

    def __enter__(self) -> Self:
        # Without a name it is a file of its own, which SQLite keeps in memory while it is small.
        self._found = sqlite3.connect("")
        self._found.execute(TABLE)
        try:
            if self.made_only is None:
                self._keep(self._not_made())
            self._keep(self._there())  # in the place of a projection, were one made meanwhile
        except BaseException:
            self._found.close()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        self._found.close()

    def __len__(self) -> int:
        return self._number("SELECT count(*) FROM due")

    @property
    def projected(self) -> int:
        """How many of them are not made yet."""
        return self._number("SELECT count(*) FROM due WHERE cycle IS NULL")

    def months(self) -> dict[dt.date, int]:
        """How many fall due in each month in which any does, by its first day."""
        found = self._found.execute(
            "SELECT substr(due_on, 1, 7), count(*) FROM due GROUP BY 1 ORDER BY 1"
        )
        return {dt.date.fromisoformat(f"{month}-01"): number for month, number in found}

    def __getitem__(self, asked: slice) -> list[Due]:
        start, stop = asked.start or 0, len(self) if asked.stop is None else asked.stop
        return list(self._read(start, stop - start))

    def __iter__(self) -> Iterator[Due]:
        return self._read(0, -1)

    def _number(self, sql: str) -> int:
        (number,) = self._found.execute(sql).fetchone()
        return int(number)

    def _keep(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._found.executemany("INSERT OR REPLACE INTO due VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    @property
    def made(self) -> CycleQuerySet:
        """The cycles that are there, open and due in the window."""
        found = Cycle.objects.open().of(self.obligations)
        return found.filter(due_on__range=(self.window.first, self.window.last))

    def _there(self) -> Iterator[tuple[Any, ...]]:
        columns = ("due_on", "obligation", "cadence_number", "period", "pk")
        found = self.made.order_by("due_on", "pk").values_list(*columns)[: self.made_only]
        for due_on, *key in found.iterator(chunk_size=BATCH):
            yield due_on.isoformat(), *key, None, None, None

    def _not_made(self) -> Iterator[tuple[Any, ...]]:
        # A day off can bring back into the window what the decision dates after it.
        until = self.window.last + dt.timedelta(days=LONGEST_BREAK)
        for keys in _batches(self.obligations):
            for cycle in _made_by_planning(keys, until):
                if cycle.due_on and self.window.first <= cycle.due_on <= self.window.last:
                    yield _row(cycle)

    def _read(self, start: int, most: int) -> Iterator[Due]:
        rows = self._found.execute(IN_ORDER, (most, start))
        for batch in batched(rows, BATCH):
            yield from _whole(batch)


def _made_by_planning(keys: list[int], until: dt.date) -> list[Cycle]:
    """What planning would make of these obligations. Raises CannotForecast."""
    try:
        return compare(Obligation.objects.filter(pk__in=keys), until=until).made
    except CANNOT_PLAN as error:
        if len(keys) == 1:
            obligation = Obligation.objects.get(pk=keys[0])
            raise CannotForecast(f"{obligation}: {error}") from None
    # One of them cannot be planned: which?
    return [cycle for key in keys for cycle in _made_by_planning([key], until)]


def _batches(obligations: ObligationQuerySet) -> Iterator[list[int]]:
    """The keys of `obligations`, so many at a time."""
    reached = 0
    while keys := list(
        obligations.filter(pk__gt=reached).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield keys
        reached = keys[-1]


def _row(cycle: Cycle) -> tuple[Any, ...]:
    return (
        str(cycle.due_on),
        cycle.obligation_id,
        cycle.cadence_number,
        cycle.period,
        None,
        cycle.cadence_id,
        str(cycle.mandated_on),
        json.dumps(cycle.derivation),
    )


def _whole(rows: tuple[tuple[Any, ...], ...]) -> Iterator[Due]:
    """Each of `rows` with all that is shown of it: so many queries for however many."""
    obligations = Obligation.objects.for_list().in_bulk({row[1] for row in rows})
    there = (
        Cycle.objects.select_related("cadence__basis_document", "cadence__series")
        .prefetch_related("extensions__basis_document")
        .in_bulk([row[4] for row in rows if row[4]])
    )
    cadences = Cadence.objects.select_related("basis_document", "series").in_bulk(
        {row[5] for row in rows if row[5]}
    )
    for due_on, key, number, period, pk, cadence, mandated_on, derivation in rows:
        cycle = there.get(pk)
        if pk is None and cadence in cadences:
            cycle = Cycle(
                cadence=cadences[cadence],
                cadence_number=number,
                period=period,
                mandated_on=dt.date.fromisoformat(mandated_on),
                due_on=dt.date.fromisoformat(due_on),
                derivation=json.loads(derivation),
            )
        if cycle is not None and key in obligations:  # it may be gone meanwhile
            cycle.obligation = obligations[key]
            yield Due(dt.date.fromisoformat(due_on), cycle, projected=pk is None)
