"""What a dashboard is asked for: which cycles, as at which day, and held against which other day.

The parameters are those of the register of cycles, so that a figure leads to the rows behind it, and any
filter or saved view of a register is a dashboard's too.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.obligations.models import CustomField, Obligation
from apps.reporting.as_at import cycles_then
from apps.reporting.filters import OF_ITSELF, OF_OBLIGATIONS, of_cycles
from apps.reporting.models import Cycle, CycleQuerySet, Day, SavedView
from apps.reporting.problems import Problem
from apps.reporting.register import day_asked
from apps.reporting.registers import CycleRegister

AGAINST = "against"
# How the same parameter of a figure and of the filter go together.
LATER, EARLIER = ("_after", "_from"), ("_before", "_until")
ANY_OF = ("state", "addressee", "region", "organ", "class")
RANGES = [("due_after", "due_before"), ("late_from", "late_until")]


class CountedRegister(CycleRegister):
    """The register of cycles, its rows to be counted and not shown."""

    def all_rows(self) -> QuerySet[Cycle]:
        return self.wide_rows() if self.day.is_past else self.rows().tracked()

    def wide_rows(self) -> QuerySet[Cycle]:
        return cycles_then(Cycle.objects.all(), on=self.on) if self.day.is_past else self.rows()

    def rows(self) -> CycleQuerySet:
        return Cycle.objects.all()


class Scope:
    """Which cycles are counted, and as at which day."""

    def __init__(
        self,
        query: QueryDict,
        *,
        today: dt.date,
        soon: int,
        own: Sequence[CustomField] | None = None,
    ) -> None:
        self.given, self.today = query, today
        self.register = CountedRegister(query, on=today, soon=soon, own=own)

    @property
    def day(self) -> Day:
        return self.register.day

    @property
    def on(self) -> dt.date:
        return self.register.on

    @cached_property
    def against(self) -> dt.date | None:
        """The other day; None where none is asked for, or it is no day or the same."""
        typed = self.given.get(AGAINST, "")
        other = day_asked(QueryDict(f"as_at={typed}")) if typed.strip().isprintable() else None
        return None if other == self.on else other

    @cached_property
    def problems(self) -> list[Problem]:
        """Every value that could not be understood, quoted, with what is wrong with it."""
        found = self.register.problems if not self.register.is_valid else []
        typed = self.given.get(AGAINST, "").strip()
        if typed and self.against is None and typed != self.on.isoformat():
            words = _("Compared with: “%(typed)s” – write a day as 2026-06-30.") % {"typed": typed}
            return [*found, Problem(words, "id_against")]
        return found

    @property
    def asked(self) -> dict[str, Any]:
        """What the filter asks for, by parameter. Only call it when there are no problems."""
        self.register.filter.is_valid()
        asked: dict[str, Any] = self.register.filter.form.cleaned_data
        return asked

    @property
    def cycles(self) -> CycleQuerySet:
        """The cycles in scope, in no order. Only call it when there are no problems."""
        found: CycleQuerySet = self.register.filter.qs
        return found.order_by()

    @cached_property
    def obligations(self) -> QuerySet[Obligation]:
        """The obligations whose cycles are in scope; all that are followed where nothing is asked."""
        if not self.is_narrowed:
            return Obligation.objects.tracked()
        return Obligation.objects.tracked().filter(pk__in=self.cycles.values("obligation"))

    @cached_property
    def query(self) -> QueryDict:
        """The filter and the day, as an address of the register asks for them."""
        query = QueryDict(mutable=True)
        for name in self.register.filter.form.fields:
            if values := [value for value in self.given.getlist(name) if value.strip()]:
                query.setlist(name, values)
        return query

    @property
    def of_obligations(self) -> QueryDict | None:
        """The same asked of the register of obligations; None where it asks what only cycles know."""
        query = self.query.copy()
        back = {here: name for name, here in OF_ITSELF.items()}
        known = {*OF_OBLIGATIONS, "as_at", *self.register.filter.own_filters}
        found = QueryDict(mutable=True)
        for name, values in query.lists():
            if name not in known and name not in back:
                return None
            found.setlist(back.get(name, name), values)
        return found

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the day is asked for."""
        return any(name != "as_at" for name in self.query)

    @cached_property
    def address(self) -> str:
        """What follows the path in the address of any dashboard of this scope; empty for none."""
        query = self.query.copy()
        if self.against:
            query[AGAINST] = self.against.isoformat()
        return f"?{query.urlencode(safe='/,')}" if query else ""

    @property
    def chips(self) -> Iterator[tuple[str, str]]:
        """Every active filter in words, and the other day, with the address without it."""
        other = {AGAINST: self.against.isoformat()} if self.against else {}
        for chip in self.register.filter.chips:
            query = self.query.copy()
            query.setlist(chip.name, [v for v in query.getlist(chip.name) if v != chip.value])
            query.update(other)
            yield chip.words, f"?{query.urlencode(safe='/,')}"
        if self.against:
            words = _("Compared with: %(day)s") % {"day": date_format(self.against, "DATE_FORMAT")}
            yield words, f"?{self.query.urlencode(safe='/,')}"

    def then(self) -> "Scope | None":
        """The same as at the other day."""
        if self.against is None:
            return None
        query = self.query.copy()
        query["as_at"] = self.against.isoformat()
        return Scope(query, today=self.today, soon=self.day.soon, own=self.register.own)

    def url(self, asked: Mapping[str, Any]) -> str | None:
        """The register with the rows in scope for which `asked` asks too; None where there are none."""
        query = self.query.copy()
        for name, value in asked.items():
            wanted = list(map(str, value)) if isinstance(value, (list, tuple)) else [str(value)]
            both = _both(name, query.getlist(name), wanted)
            if not both:
                return None
            query.setlist(name, both)
        for first, last in RANGES:
            if (
                first in query
                and last in query
                and _place(str(query[first])) > _place(str(query[last]))
            ):
                return None
        address = reverse("reporting:cycle-list")
        return f"{address}?{query.urlencode(safe='/,')}" if query else address


def _both(name: str, given: list[str], wanted: list[str]) -> list[str]:
    """The values of a parameter that hold what was `given` and what is `wanted`."""
    if not given:
        return wanted
    if name.endswith(LATER):
        return [max(given[0], wanted[0], key=_place)]
    if name.endswith(EARLIER):
        return [min(given[0], wanted[0], key=_place)]
    if name in ANY_OF:
        return [value for value in wanted if value in given]
    return wanted  # of a group, which lies within what was given


def _place(value: str) -> tuple[int, str]:
    """By which days, and numbers of days, compare."""
    return (int(value), "") if value.isdecimal() else (0, value)


def query_of_view(view: SavedView) -> QueryDict:
    """What a saved view of either register asks for, as the register of cycles says it."""
    return of_cycles(view.register, QueryDict(view.query))
