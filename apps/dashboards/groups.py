"""Cycles by whom they are asked of, who follows them, who asked: one grouped query a table."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, F, Q, QuerySet, When
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.documents.models import Document
from apps.obligations.codes import CadenceKind
from apps.obligations.models import Obligation, Series
from apps.reporting.models import Cycle, CycleQuerySet
from apps.reporting.narrow import NOBODY

from .dimensions import DIMENSIONS, Dimension
from .measures import Measure, Number, between, measures, year_before
from .scope import Scope

COLUMNS = ("open", "overdue", "due_30", "undated", "on_time", "late", "unanswered")
MOST_OVERDUE = ("-overdue", "-open")
TOP = 10
Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Group:
    """One row of a breakdown."""

    label: str
    numbers: list[Number]
    """In the order of the columns."""
    link: Any = None
    """A record that has a page of its own, or a person."""

    @property
    def by_name(self) -> dict[str, Number]:
        return {number.name: number for number in self.numbers}


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The groups from one place on, the most overdue first."""

    groups: list[Group]
    has_more: bool


def breakdown(by: str, scope: Scope, *, first: int = 0, size: int = TOP) -> Breakdown:
    """The groups of a dimension, but those that are folded (see `folded`). Raises KeyError for none."""
    dimension, path = DIMENSIONS[by], DIMENSIONS[by].path
    kinds = measures(scope.day)
    rows = grouped(_of(by, scope), [kinds[name] for name in COLUMNS], path)
    found: Rows = list(rows.order_by(*MOST_OVERDUE, path)[first : first + size + 1])
    page, names = found[:size], dimension.label([row[path] for row in found])
    groups = [group_of(dimension, row[path], row, names, scope) for row in page]
    return Breakdown(_with_before(by, groups, page, scope), has_more=len(found) > size)


def totals(rows: Rows, scope: Scope) -> dict[str, Number]:
    """Every measure over all cycles in scope, added up from rows of groups that share none."""
    sums: dict[str, int] = defaultdict(int)
    kinds = measures(scope.day)
    for row in rows:
        for name in kinds.keys() & row.keys():
            sums[name] += row[name]
    return {name: measure.number(sums[name], scope) for name, measure in kinds.items()}


def changed(numbers: dict[str, Number], before: Mapping[str, Number]) -> dict[str, Number]:
    """`numbers`, each with how many there were `before`."""
    return {name: replace(n, before=before[name].value) for name, n in numbers.items()}


def counted(scope: Scope) -> CycleQuerySet:
    """The cycles in scope that any measure counts."""
    first, last = year_before(scope.on)
    at = scope.day.at
    return scope.cycles.filter(at.is_open | at.is_answered & between(at, first, last))


def grouped(cycles: QuerySet[Cycle], kinds: Iterable[Measure], *by: str) -> QuerySet[Any, Any]:
    """The measures by these paths; one row for each group."""
    counts = {measure.name: measure.count for measure in kinds}
    rows: QuerySet[Any, Any] = cycles.order_by().values(*by).annotate(**counts)
    return rows


def group_of(
    dimension: Dimension,
    key: Any,
    row: Mapping[str, Any],
    names: Mapping[Any, Any],
    scope: Scope,
    columns: Sequence[str] = COLUMNS,
) -> Group:
    """The group with this key, its numbers leading to the register."""
    found = names.get(key)
    label = str(found or dimension.nothing or _("Document without a symbol"))
    asked = {dimension.parameter: key or NOBODY}
    kinds = measures(scope.day)
    numbers = [kinds[name].number(row[name], scope, **asked) for name in columns]
    link = found if isinstance(found, (Series, Obligation, User, Document)) else None
    return Group(label, numbers, link)


def with_change(group: Group, before: Mapping[str, Any] | None) -> Group:
    """The group with the numbers it had `before`; 0 where it had none."""
    numbers = [replace(n, before=before[n.name] if before else 0) for n in group.numbers]
    return replace(group, numbers=numbers)


def _of(by: str, scope: Scope) -> QuerySet[Any]:
    """The cycles that count for a dimension; its path can be grouped by."""
    cycles = counted(scope)
    if by == "mandate":
        mandate = When(cadence__kind=CadenceKind.MANDATE, then=F("obligation_id"))
        with_mandate = cycles.annotate(mandate=Case(mandate, default=F("cadence__mandate_id")))
        return with_mandate.exclude(mandate=None)
    return cycles.exclude(obligation__series=None) if by == "series" else cycles


def _with_before(by: str, groups: list[Group], rows: Rows, scope: Scope) -> list[Group]:
    """The groups with their numbers as at the other day, where one is asked for."""
    then = scope.then()
    if then is None:
        return groups
    path = DIMENSIONS[by].path
    keys = [row[path] for row in rows]
    same = Q(**{f"{path}__in": [key for key in keys if key is not None]})
    if None in keys:
        same |= Q(**{f"{path}__isnull": True})
    kinds = measures(then.day)
    found = grouped(_of(by, then).filter(same), [kinds[name] for name in COLUMNS], path)
    before = {row[path]: row for row in found}
    return [with_change(g, before.get(key)) for g, key in zip(groups, keys, strict=True)]
