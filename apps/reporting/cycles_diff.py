"""What changed in the table of reporting and mandate cycles between two days."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import (
    BigIntegerField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.obligations.models import Cadence

from .as_at import known
from .cycles_rows import Key, Row, answers_by, open_cycles, part_of, rows
from .models import Cycle, Extension, Response

AT_ONCE = 200
NEVER = Value(dt.date.min, output_field=DateField())
NONE = Value(0, output_field=BigIntegerField())
Lines = QuerySet[Any]  # of Cadence, annotated by `lines`


@dataclass(frozen=True, slots=True)
class Step:
    """One column of a row that changed."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that stood on both days, and what of it is not as it was."""

    row: Row
    steps: list[Step]


class Diff:
    """New, gone and changed rows from the end of the day `since` to the end of the day `on`.

    `then` and `now` are the rows of either day, filtered alike. Of each sort all keys are found, and at
    most AT_ONCE rows fetched.
    """

    def __init__(self, then: Lines, now: Lines, *, since: dt.date, on: dt.date) -> None:
        self.since, self.on = since, on
        self._lines = {
            "new": now.exclude(pk__in=_keys(then)),
            "gone": then.exclude(pk__in=_keys(now)),
            "changed": changed(now.filter(pk__in=_keys(then)), since=since, on=on),
        }

    @cached_property
    def _found(self) -> dict[str, list[Key]]:
        return {
            name: list(lines.values_list("obligation_id", "part"))
            for name, lines in self._lines.items()
        }

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are new, gone and changed."""
        return {name: len(keys) for name, keys in self._found.items()}

    @property
    def is_cut(self) -> bool:
        return any(count > AT_ONCE for count in self.counts.values())

    @cached_property
    def new(self) -> list[Row]:
        return self._rows("new", self.on)

    @cached_property
    def gone(self) -> list[Row]:
        """As they stood on the first day; why each went is the reason of its obligation."""
        return self._rows("gone", self.since)

    @cached_property
    def changed(self) -> list[ChangedRow]:
        both = zip(self._rows("changed", self.since), self._rows("changed", self.on), strict=True)
        return [ChangedRow(new, list(_steps(old, new))) for old, new in both]

    def _rows(self, name: str, on: dt.date) -> list[Row]:
        keys = self._found[name][:AT_ONCE]
        found = rows(keys, on=on)
        return [found[key] for key in keys]


def _keys(lines: Lines) -> Any:
    return lines.order_by().values("pk")


def changed(lines: Lines, *, since: dt.date, on: dt.date) -> Lines:
    """Those of `lines`, all of which stood on both days, that do not read as they did.

    First those that something happened to are found by the days on which things are recorded or fall due;
    only of these is asked what they said on either day.
    """
    span = {"since": since, "on": on}
    versions = Cadence.objects.filter(known(on), obligation=OuterRef("obligation"))
    moved = Q(next_then=F("next_now"), missed_then=F("missed_now"), last_then=F("last_now"))
    both: Lines = lines.filter(_touched(**span)).annotate(
        next_then=_first(since, stood_on__gte=since),
        next_now=_first(on, stood_on__gte=on),
        missed_then=_first(since, stood_on__lt=since),
        missed_now=_first(on, stood_on__lt=on),
        last_then=_last(since),
        last_now=_last(on),
    )
    return both.filter(~moved | Exists(versions.exclude(known(since))))


def _touched(*, since: dt.date, on: dt.date) -> Q:
    """Obligations of which something was recorded after `since` up to `on`, or a date passed."""
    recorded = {"gt": since, "lte": on}

    def between(name: str) -> dict[str, Any]:
        return {f"{name}__{end}": day for end, day in recorded.items()}

    passed = Q(former_due_on__gte=since, former_due_on__lt=on)
    found = (
        Cadence.objects.filter(known(on)).exclude(known(since)).values("obligation"),
        Response.objects.filter(**between("judged_on")).values("cycle__obligation"),
        Cycle.objects.filter(**between("waived_on")).values("obligation"),
        Cycle.objects.filter(**between("answered_on")).values("obligation"),
        Cycle.objects.filter(due_on__gte=since, due_on__lt=on).values("obligation"),
        Extension.objects.filter(passed | Q(**between("recorded_on"))).values("cycle__obligation"),
    )
    touched = Q()
    for obligations in found:
        touched |= Q(obligation__in=obligations.order_by())
    return touched


def _first(on: dt.date, **when: dt.date) -> Coalesce:
    """The first date without an answer on the day, of the whole row; a day of none where there is none."""
    waiting = open_cycles(on=on).annotate(part=part_of("cadence__kind"))
    waiting = waiting.filter(obligation=OuterRef("obligation"), part=OuterRef("part"), **when)
    return Coalesce(Subquery(waiting.order_by("stood_on").values("stood_on")[:1]), NEVER)


def _last(on: dt.date) -> Coalesce:
    answers = answers_by(on, cycle__obligation=OuterRef("obligation"))
    answers = answers.annotate(part=part_of("cycle__cadence__kind")).filter(part=OuterRef("part"))
    return Coalesce(Subquery(answers.values("document")[:1], output_field=BigIntegerField()), NONE)


def _steps(old: Row, new: Row) -> Iterator[Step]:
    if old.rhythm != new.rhythm:
        yield Step(_("Cadence"), old.cadence, new.cadence)
    for column, was, is_ in (
        (_("Legal basis"), old.basis, new.basis),
        (_("Last report"), old.last_report_words, new.last_report_words),
        (_("Next due"), _day(old.next_due), _day(new.next_due)),
        (_("Outstanding since"), _day(old.outstanding), _day(new.outstanding)),
    ):
        if was != is_:
            yield Step(column, was or _("none"), is_ or _("none"))


def _day(day: dt.date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""
