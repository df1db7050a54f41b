"""The tables by lead office and by addressee: few groups, added up here from rows of the database.

An office counts with all below it, as the register's filter does; a cycle that two kinds of actors are
asked for counts for both. There are as many rows as offices and sets of kinds: some thousands at most.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from django.db.models import Q

from apps.accounts.models import Office
from apps.actors.models import ActorKind

from .dimensions import DIMENSIONS
from .groups import (
    COLUMNS,
    TOP,
    Breakdown,
    Rows,
    counted,
    group_of,
    grouped,
    totals,
    with_change,
)
from .measures import Number, between, is_overdue, measures, year_before
from .scope import Scope

LEAD, CODES = "obligation__lead_id", "obligation__addressee_codes"
# Of the overview: what needs no look at all that is open, however far off.
BRIEF = ("overdue", "due_30", "due_90", "on_time", "late", "unanswered")
FAR = dt.timedelta(days=90)
Sums = Mapping[Any, Mapping[str, int]]


def folded(by: str, scope: Scope, *, first: int = 0, size: int = TOP) -> Breakdown:
    """By `lead` or `addressee`, every column. Raises KeyError for anything else."""
    path = {"lead": LEAD, "addressee": CODES}[by]
    then = scope.then()
    before = rows_by(path, then) if then else None
    return fold(by, rows_by(path, scope), scope, before=before, first=first, size=size)


def rows_by(path: str, scope: Scope) -> Rows:
    """Every measure by LEAD or CODES; no cycle is in two of these rows."""
    return list(grouped(counted(scope), measures(scope.day).values(), path))


def brief_rows(scope: Scope) -> Rows:
    """What the overview tells, by lead office and addressees together: for tables of both, and sums.

    One question for what is due near the day, one for what has been overdue for longer: each is answered by
    an index alone; asked as one, the database would read every cycle.
    """
    at, (first, _last) = scope.day.at, year_before(scope.on)
    kinds = [m for name, m in measures(scope.day).items() if name not in ("open", "undated")]
    near = between(at, first, scope.on + FAR)
    older = is_overdue(scope.day) & Q(**{f"{at.due}__lt": first})
    found = (grouped(scope.cycles.filter(which), kinds, LEAD, CODES) for which in (near, older))
    return [row for rows in found for row in rows]


def brief_totals(rows: Rows, scope: Scope) -> dict[str, Number]:
    """Every measure over all cycles in scope; what `rows`, which are brief, do not tell is counted apart."""
    kinds = measures(scope.day)
    rest = {name: kinds[name].count for name in ("open", "undated")}
    return totals([*rows, scope.cycles.filter(scope.day.at.is_open).aggregate(**rest)], scope)


def fold(
    by: str,
    rows: Rows,
    scope: Scope,
    *,
    before: Rows | None = None,
    columns: Sequence[str] = COLUMNS,
    first: int = 0,
    size: int = TOP,
) -> Breakdown:
    """`rows` as groups of `lead` or `addressee`; each with its numbers of the rows `before`."""
    offices = Office.objects.in_bulk() if by == "lead" else {}
    names: Any = offices if by == "lead" else dict(ActorKind.choices)
    keys = partial(_above, offices, scope) if by == "lead" else partial(_codes, scope)
    sums = _sums(rows, keys, columns)
    rank = [name for name in ("overdue", "open") if name in columns]
    ordered = sorted(
        sums, key=lambda key: ([-sums[key][name] for name in rank], str(names.get(key, "")))
    )
    page, dimension = ordered[first : first + size], DIMENSIONS[by]
    groups = [group_of(dimension, key, sums[key], names, scope, columns) for key in page]
    if before is not None:
        then = _sums(before, keys, columns)
        groups = [with_change(g, then.get(key)) for g, key in zip(groups, page, strict=True)]
    return Breakdown(groups, has_more=len(ordered) > first + size)


def _sums(
    rows: Rows, keys: Callable[[Mapping[str, Any]], Iterable[Any]], columns: Sequence[str]
) -> Sums:
    """The columns of each group in which a row counts; groups of nothing are left out."""
    sums: dict[Any, dict[str, int]] = {}
    for row in rows:
        for key in keys(row):
            numbers = sums.setdefault(key, dict.fromkeys(columns, 0))
            for name in columns:
                numbers[name] += row[name]
    return {key: numbers for key, numbers in sums.items() if any(numbers.values())}


def _above(offices: Mapping[int, Office], scope: Scope, row: Mapping[str, Any]) -> list[int | None]:
    """The office that leads and those above it, up to the one that is asked for."""
    office, asked = offices.get(row[LEAD]), scope.asked["lead"]
    if office is None:
        return [None]
    keys = list(map(int, office.path.strip("/").split("/")))
    if isinstance(asked, Office):  # those above it lead more than the filter lets through
        return [key for key in keys if offices[key].path.startswith(asked.path)]
    return list(keys)


def _codes(scope: Scope, row: Mapping[str, Any]) -> list[str]:
    """The kinds of actors that are asked; only those that are asked for, where some are."""
    asked = scope.asked["addressee"]
    return [code for code in row[CODES] if not asked or code in asked]
