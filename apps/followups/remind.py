"""Give the notices whose moment has come: to each person once, on that person's own day.

A cycle is told of before it is due (REMIND_DAYS), on the day, the day after and then every
OVERDUE_EVERY_DAYS until something is logged; after ESCALATE_AFTER_DAYS the managers hear of it.
Who comes late, because the cycle was planned or moved or the program did not run, is told the
nearest of these and none of those before it.
"""

import datetime as dt
import zoneinfo
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    Expression,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat

from apps.accounts.models import User
from apps.obligations.codes import CadenceKind, State
from apps.reporting.models import Cycle

from .models import Entry, Notice, Reminder
from .owners import ways, ways_up
from .watchers import changed
from .withdraw import withdraw

ON_THE_DAY = 0
DAYS_IN = {"D": 1, "W": 7, "M": 30}
"""At least so many days are in a unit of a period; a year is never short."""
Kind = Notice.Kind


class Days(Func):
    """How many days the first date is after the second."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, Any]:
        first, second = (
            Func(one, function="julianday", output_field=IntegerField())
            for one in self.get_source_expressions()
        )
        days = Days(first, second)
        return Func.as_sql(
            days, compiler, connection, template="CAST(%(expressions)s AS INTEGER)", **context
        )


def remind(*, at: dt.datetime) -> int:
    """Give every notice whose moment has come by `at` and take back what is no longer so; how many.

    Safe to repeat, and to run twice at the same time: a notice is one row by person and key.
    """
    given = 0
    for today, people in days(at):
        for kind, rows in _all(today, people, at=at):
            given += give(kind, rows, at=at)
    withdraw(Notice.objects.pending(), at=at)
    return given


def days(at: dt.datetime) -> Iterator[tuple[dt.date, QuerySet[User]]]:
    """Each day that it is anywhere at `at`, and the active people for whom it is that day."""
    active = User.objects.filter(is_active=True).order_by()
    zones: dict[dt.date, list[str]] = {}
    for name in active.values_list("time_zone", flat=True).distinct():
        zone = zoneinfo.ZoneInfo(name or settings.TIME_ZONE)
        zones.setdefault(at.astimezone(zone).date(), []).append(name)
    for today, names in sorted(zones.items()):
        yield today, active.filter(time_zone__in=names)


def give(kind: str, rows: list[dict[str, Any]], *, at: dt.datetime) -> int:
    """One notice for each of `rows`; one that was taken back and holds again stands again."""
    # In one order always, so that two that give the same wait for each other and not in a ring.
    told = {(row["person_id"], row["key"]): row for row in rows}
    notices = [Notice(kind=kind, created_at=at, **told[key]) for key in sorted(told)]
    Notice.objects.bulk_create(
        notices,
        batch_size=1_000,
        update_conflicts=True,
        unique_fields=["person", "key"],
        update_fields=["cancelled_at"],
    )
    return len(notices)


def _all(
    today: dt.date, people: QuerySet[User], *, at: dt.datetime
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for path, condition in ways(people):
        cycles = Cycle.objects.filter(condition).annotate(person_id=F(path))
        yield Kind.DUE, _due(cycles, today)
        yield Kind.OVERDUE, _overdue(cycles, today)
    for path, condition in ways_up(people):
        cycles = Cycle.objects.filter(condition).annotate(person_id=F(path))
        yield Kind.ESCALATED, _escalated(cycles, today)
    yield Kind.STEP, _steps(people, today)
    yield Kind.REMINDER, _reminders(people, today)
    yield Kind.CHANGED, changed(people, today=today, at=at)


def short_periods(days_ahead: int) -> list[str]:
    """The periods for which a notice so many days ahead is none: at most twice as long."""
    most = 2 * days_ahead
    return [f"P{n}{unit}" for unit, days in DAYS_IN.items() for n in range(1, most // days + 1)]


def _is_short(days_ahead: int) -> Q:
    periods = short_periods(days_ahead)
    own = Q(cadence__kind__in=[CadenceKind.EVERY, CadenceKind.ONCE], cadence__period__in=periods)
    return own | Q(cadence__kind=CadenceKind.SERIES, cadence__series__period__in=periods)


def _due(cycles: QuerySet[Cycle], today: dt.date) -> list[dict[str, Any]]:
    """The nearest of the days ahead that has come, for each cycle that is due by the farthest."""
    ahead = sorted({ON_THE_DAY, *settings.REMIND_DAYS})
    whens = [
        When(~_is_short(n) & Q(due_on__lte=today + dt.timedelta(days=n)), then=Value(n))
        for n in ahead
    ]
    found = cycles.filter(due_on__range=(today, today + dt.timedelta(days=ahead[-1])))
    found = found.annotate(ahead=Case(*whens, default=None, output_field=IntegerField()))
    key = _key(Kind.DUE, "pk", "ahead", "due_on")
    return _of_cycles(found.exclude(ahead=None), key)


def _overdue(cycles: QuerySet[Cycle], today: dt.date) -> list[dict[str, Any]]:
    """Once in each turn since the day after, until something is logged after a first notice."""
    told = Notice.objects.filter(
        person=OuterRef("person_id"), cycle=OuterRef("pk"), kind=Kind.OVERDUE, on=OuterRef("due_on")
    )
    logged = Entry.objects.filter(
        Q(cycle=None) | Q(cycle=OuterRef("pk")),
        obligation=OuterRef("obligation_id"),
        created_at__gt=OuterRef("told_at"),
    )
    found = cycles.filter(due_on__lt=today).annotate(
        told_at=Subquery(told.order_by("created_at").values("created_at")[:1]),
        turn=_turn(today, "due_on"),
    )
    key = _key(Kind.OVERDUE, "pk", "turn", "due_on")
    return _of_cycles(found.filter(~Exists(logged)), key)


def _escalated(cycles: QuerySet[Cycle], today: dt.date) -> list[dict[str, Any]]:
    """Once what is late for ESCALATE_AFTER_DAYS."""
    last = today - dt.timedelta(days=max(1, settings.ESCALATE_AFTER_DAYS))
    return _of_cycles(cycles.filter(due_on__lte=last), _key(Kind.ESCALATED, "pk", "due_on"))


def _of_cycles(cycles: QuerySet[Cycle], key: Expression) -> list[dict[str, Any]]:
    found = cycles.filter(
        obligation__state=State.ACCEPTED, answered_on=None, waived_on=None
    ).order_by()
    rows = _not_told(found.annotate(key=key)).values_list(
        "person_id", "key", "obligation_id", "pk", "due_on"
    )
    names = ("person_id", "key", "obligation_id", "cycle_id", "on")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _steps(people: QuerySet[User], today: dt.date) -> list[dict[str, Any]]:
    """Next steps whose day has come, for whom they are: on the day, the day after, each turn."""
    found: QuerySet[Any] = Entry.objects.steps_open().filter(
        next_step_by__in=people, next_step_on__lte=today, obligation__state=State.ACCEPTED
    )
    found = found.annotate(
        person_id=F("next_step_by"),
        turn=_turn(today, "next_step_on"),
        key=_key(Kind.STEP, "pk", "turn", "next_step_on"),
    )
    rows = _not_told(found).values_list("person_id", "key", "obligation_id", "pk", "next_step_on")
    names = ("person_id", "key", "obligation_id", "entry_id", "on")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _reminders(people: QuerySet[User], today: dt.date) -> list[dict[str, Any]]:
    found: QuerySet[Any] = (
        Reminder.objects.open().filter(person__in=people, on__lte=today).order_by()
    )
    found = found.annotate(key=_key(Kind.REMINDER, "pk", "on"))
    rows = _not_told(found).values_list("person_id", "key", "obligation_id", "pk", "on")
    names = ("person_id", "key", "obligation_id", "reminder_id", "on")
    return [dict(zip(names, row, strict=True)) for row in rows]


def _not_told[Rows: QuerySet[Any]](rows: Rows) -> Rows:
    """Those of which no standing notice tells their person."""
    told = Notice.objects.standing().filter(person=OuterRef("person_id"), key=OuterRef("key"))
    return rows.filter(~Exists(told))


def _turn(today: dt.date, name: str) -> Expression:
    """0 on the day, 1 from the day after, 2 from OVERDUE_EVERY_DAYS later, and so on."""
    every = max(1, settings.OVERDUE_EVERY_DAYS)
    late = Days(Cast(Value(today), DateField()), F(name))
    return (late + Value(every - 1)) / Value(every)


def _key(kind: str, *names: str) -> Expression:
    """What names the thing: the kind and these columns, between colons."""
    parts: list[Any] = [Value(kind)]
    for name in names:
        parts += [Value(":"), Cast(name, CharField())]
    return Concat(*parts, output_field=CharField())
