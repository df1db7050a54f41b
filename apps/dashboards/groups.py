"""Cycles by whom they are asked of, who follows them, who asked: one grouped query a table."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, F, Q, QuerySet, When
from django.utils.translation import gettext as _

from apps.accounts.models import Office, User
from apps.actors.models import ActorKind
from apps.documents.models import Document
from apps.obligations.codes import CadenceKind
from apps.obligations.models import Obligation, Series
from apps.reporting.models import Cycle, CycleQuerySet
from apps.reporting.narrow import NOBODY

from .dimensions import DIMENSIONS, Dimension
from .measures import Measure, Number, between, is_open, measures, year_before
from .scope import Scope

COLUMNS = ("open", "overdue", "due_30", "undated", "on_time", "late", "unanswered")
MOST_OVERDUE = ("-overdue", "-open")
LEAD, CODES = "obligation__lead_id", "obligation__addressee_codes"
TOP = 10
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Group:
    """One row of a breakdown."""

    label: str
    numbers: list[Number]
    """In the order of COLUMNS."""
    link: Any = None
    """A record that has a page of its own."""

    @property
    def by_name(self) -> dict[str, Number]:
        return {number.name: number for number in self.numbers}


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The groups from one place on, the most overdue first."""

    groups: list[Group]
    has_more: bool


def breakdown(by: str, scope: Scope, *, first: int = 0, size: int = TOP) -> Breakdown:
    """The groups of a dimension. Raises KeyError for what is none."""
    if by == "lead":
        return by_lead(lead_rows(scope), scope, first=first, size=size)
    if by == "addressee":
        return by_addressee(_cells(scope, CODES), scope, first=first, size=size)
    dimension, kinds = DIMENSIONS[by], _columns(scope)
    rows = _grouped(_of(by, scope), kinds.values(), dimension.path)
    ordered: Any = rows.order_by(*MOST_OVERDUE, dimension.path)[first : first + size + 1]
    found = list(ordered)
    names = dimension.label([row[dimension.path] for row in found])
    groups = [_group(dimension, row[dimension.path], row, names, scope) for row in found[:size]]
    return Breakdown(_with_before(by, groups, found[:size], scope), has_more=len(found) > size)


def lead_rows(scope: Scope) -> Rows:
    """Every measure by the office that leads; no cycle is in two of these rows."""
    return _cells(scope, LEAD)


def lead_and_addressee_rows(scope: Scope) -> Rows:
    """Every measure by lead office and addressees together: one query for tables of both.

    There are as many rows as pairs of an office and a set of kinds of actors: some thousands at most.
    """
    return _cells(scope, LEAD, CODES)


def _cells(scope: Scope, *by: str) -> Rows:
    return list(_grouped(_counted(scope), measures(scope.day).values(), *by))


def totals(rows: Iterable[Mapping[str, Any]], scope: Scope) -> dict[str, Number]:
    """Every measure over all cycles in scope, added up from groups that share none."""
    sums: dict[str, int] = defaultdict(int)
    kinds = measures(scope.day)
    for row in rows:
        for name in kinds:
            sums[name] += row[name]
    return {name: measure.number(sums[name], scope) for name, measure in kinds.items()}


def by_lead(rows: Rows, scope: Scope, *, first: int = 0, size: int = TOP) -> Breakdown:
    """`lead_rows` by office. An office counts with all below it, as the register's filter does."""
    offices = Office.objects.in_bulk()
    sums = _with_those_above(rows, offices)
    asked = scope.asked["lead"]
    if isinstance(asked, Office):  # those above it lead more than the filter lets through
        sums = {k: v for k, v in sums.items() if k and offices[k].path.startswith(asked.path)}
    ordered = sorted(
        ((str(offices[key]) if key else "", key, sums[key]) for key in sums),
        key=lambda group: (-group[2]["overdue"], -group[2]["open"], group[0]),
    )
    page = [values | {"obligation__lead": key} for _label, key, values in ordered]
    page = page[first : first + size]
    dimension = DIMENSIONS["lead"]
    groups = [_group(dimension, row["obligation__lead"], row, offices, scope) for row in page]
    then = scope.then()
    if then:
        before = _with_those_above(lead_rows(then), offices)
        groups = [
            _changed(group, before.get(row["obligation__lead"]))
            for group, row in zip(groups, page, strict=True)
        ]
    return Breakdown(groups, has_more=len(ordered) > first + size)


def by_addressee(rows: Rows, scope: Scope, *, first: int = 0, size: int = TOP) -> Breakdown:
    """Rows by the kinds of actors that are asked: a cycle whose obligation asks two counts for both."""
    sums = _by_code(rows, scope)
    labels, dimension = dict(ActorKind.choices), DIMENSIONS["addressee"]
    ordered = sorted(sums, key=lambda code: (-sums[code]["overdue"], -sums[code]["open"], code))
    page = ordered[first : first + size]
    groups = [_group(dimension, code, sums[code], labels, scope) for code in page]
    if then := scope.then():
        before = _by_code(_cells(then, CODES), then)
        groups = [_changed(g, before.get(code)) for g, code in zip(groups, page, strict=True)]
    return Breakdown(groups, has_more=len(ordered) > first + size)


def _by_code(rows: Rows, scope: Scope) -> dict[str, dict[str, int]]:
    """The numbers of each kind of actor; of those that are asked for, where some are."""
    asked = scope.asked["addressee"]
    sums: dict[str, dict[str, int]] = {}
    for row in rows:
        for code in row[CODES]:
            if not asked or code in asked:
                of_code = sums.setdefault(code, dict.fromkeys(COLUMNS, 0))
                for name in COLUMNS:
                    of_code[name] += row[name]
    return {code: numbers for code, numbers in sums.items() if any(numbers.values())}


def changed(numbers: dict[str, Number], before: Mapping[str, Number]) -> dict[str, Number]:
    """`numbers`, each with how many there were `before`."""
    return {name: replace(n, before=before[name].value) for name, n in numbers.items()}


def _with_those_above(
    rows: Rows, offices: Mapping[int, Office]
) -> dict[int | None, dict[str, Any]]:
    sums: dict[int | None, dict[str, Any]] = {}
    for row in rows:
        office = offices.get(row[LEAD])
        keys = list(map(int, office.path.strip("/").split("/"))) if office else [None]
        for key in keys:
            of_key = sums.setdefault(key, dict.fromkeys(COLUMNS, 0))
            for name in COLUMNS:
                of_key[name] += row[name]
    return {key: values for key, values in sums.items() if any(values.values())}


def _of(by: str, scope: Scope) -> QuerySet[Any]:
    """The cycles that count for a dimension; its path can be grouped by."""
    cycles = _counted(scope)
    if by == "mandate":
        mandate = When(cadence__kind=CadenceKind.MANDATE, then=F("obligation_id"))
        with_mandate = cycles.annotate(mandate=Case(mandate, default=F("cadence__mandate_id")))
        return with_mandate.exclude(mandate=None)
    return cycles.exclude(obligation__series=None) if by == "series" else cycles


def _counted(scope: Scope) -> CycleQuerySet:
    """The cycles in scope that any measure counts."""
    first, last = year_before(scope.on)
    at = scope.day.at
    return scope.cycles.filter(is_open(at) | between(at, first, last))


def _columns(scope: Scope) -> dict[str, Measure]:
    kinds = measures(scope.day)
    return {name: kinds[name] for name in COLUMNS}


def _grouped(
    cycles: QuerySet[Cycle], kinds: Iterable[Measure], *by: str
) -> QuerySet[Cycle, dict[str, Any]]:
    counts = {measure.name: measure.count for measure in kinds}
    rows: QuerySet[Cycle, dict[str, Any]] = cycles.order_by().values(*by).annotate(**counts)
    return rows


def _group(
    dimension: Dimension, key: Any, row: Mapping[str, Any], names: Mapping[Any, Any], scope: Scope
) -> Group:
    found = names.get(key)
    label = str(found or dimension.nothing or _("Document without a symbol"))
    asked = {dimension.parameter: key or NOBODY}
    kinds = _columns(scope)
    numbers = [kinds[name].number(row[name], scope, **asked) for name in COLUMNS]
    link = found if isinstance(found, (Series, Obligation, User, Document)) else None
    return Group(label, numbers, link)


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
    found: Any = _grouped(_of(by, then).filter(same), _columns(then).values(), path)
    before = {row[path]: row for row in found}
    return [_changed(g, before.get(key)) for g, key in zip(groups, keys, strict=True)]


def _changed(group: Group, before: Mapping[str, Any] | None) -> Group:
    numbers = [replace(n, before=before[n.name] if before else 0) for n in group.numbers]
    return replace(group, numbers=numbers)
