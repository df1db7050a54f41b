"""Cycles by whom they are asked of, who follows them, who asked: one grouped query a table."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import Office, User
from apps.actors.models import ActorKind
from apps.documents.models import Document, Organ
from apps.obligations.codes import CadenceKind, Region, VerbClass
from apps.obligations.models import Addressee, Obligation, Series
from apps.reporting.models import Cycle, CycleQuerySet
from apps.reporting.narrow import NOBODY

from .measures import Measure, Number, between, is_open, measures, year_before
from .scope import Scope

COLUMNS = ("open", "overdue", "due_30", "undated", "on_time", "late", "unanswered")
MOST_OVERDUE = ("-overdue", "-open")
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


@dataclass(frozen=True, slots=True)
class Dimension:
    """By what cycles are grouped."""

    title: str | Promise
    column: str | Promise
    path: str
    parameter: str
    label: Callable[[Iterable[Any]], Mapping[Any, Any]]
    """The words, or the records, of these keys."""
    nothing: str | Promise = ""
    """What a group without a key is called; such cycles are in no group where it is empty."""


def _records(model: Any, *related: str) -> Callable[[Iterable[Any]], Mapping[Any, Any]]:
    def found(keys: Iterable[Any]) -> Mapping[Any, Any]:
        rows: Mapping[Any, Any] = model.objects.select_related(*related).in_bulk(
            [key for key in keys if key]
        )
        return rows

    return found


def _choices(choices: Any) -> Callable[[Iterable[Any]], Mapping[Any, Any]]:
    return lambda _keys: dict(choices.choices)


def _themselves(keys: Iterable[Any]) -> Mapping[Any, Any]:
    return {key: key for key in keys}


DIMENSIONS = {
    "addressee": Dimension(
        gettext_lazy("By addressee"),
        gettext_lazy("Addressee"),
        "obligation__addressees__code",
        "addressee",
        _choices(ActorKind),
    ),
    "lead": Dimension(
        gettext_lazy("By lead office"),
        gettext_lazy("Lead office"),
        "obligation__lead",
        "lead",
        _records(Office),
        gettext_lazy("No lead office"),
    ),
    "person": Dimension(
        gettext_lazy("By responsible person"),
        gettext_lazy("Responsible"),
        "obligation__responsible",
        "responsible",
        _records(User),
        gettext_lazy("Nobody"),
    ),
    "organ": Dimension(
        gettext_lazy("By organ"),
        gettext_lazy("Organ"),
        "obligation__document__organ",
        "organ",
        _choices(Organ),
    ),
    "region": Dimension(
        gettext_lazy("By region or theme"),
        gettext_lazy("Region or theme"),
        "obligation__region",
        "region",
        _choices(Region),
    ),
    "subject": Dimension(
        gettext_lazy("By subject"),
        gettext_lazy("Subject"),
        "obligation__subject",
        "subject_is",
        _themselves,
        gettext_lazy("No subject"),
    ),
    "class": Dimension(
        gettext_lazy("By class of the verb"),
        gettext_lazy("Class"),
        "obligation__verb_class",
        "class",
        _choices(VerbClass),
    ),
    "document": Dimension(
        gettext_lazy("By document"),
        gettext_lazy("Document"),
        "obligation__document",
        "document",
        _records(Document),
    ),
    "series": Dimension(
        gettext_lazy("By series"),
        gettext_lazy("Series"),
        "obligation__series",
        "series",
        _records(Series),
    ),
    "mandate": Dimension(
        gettext_lazy("By mandate"),
        gettext_lazy("Mandate"),
        "mandate",
        "mandate",
        _records(Obligation, "document", "paragraph"),
    ),
}


def breakdown(by: str, scope: Scope, *, first: int = 0, size: int = TOP) -> Breakdown:
    """The groups of a dimension. Raises KeyError for what is none."""
    if by == "lead":
        return by_lead(lead_rows(scope), scope, first=first, size=size)
    dimension, kinds = DIMENSIONS[by], _columns(scope)
    rows = _grouped(_of(by, scope), kinds.values(), dimension.path)
    ordered: Any = rows.order_by(*MOST_OVERDUE, dimension.path)[first : first + size + 1]
    found = list(ordered)
    names = dimension.label([row[dimension.path] for row in found])
    groups = [_group(dimension, row[dimension.path], row, names, scope) for row in found[:size]]
    return Breakdown(_with_before(by, groups, found[:size], scope), has_more=len(found) > size)


def lead_rows(scope: Scope) -> Rows:
    """Every measure by the office that leads; no cycle is in two of these rows."""
    return list(_grouped(_counted(scope), measures(scope.day).values(), "obligation__lead_id"))


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
    asked = scope.register.filter.form.cleaned_data["lead"]
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


def changed(numbers: dict[str, Number], before: Mapping[str, Number]) -> dict[str, Number]:
    """`numbers`, each with how many there were `before`."""
    return {name: replace(n, before=before[name].value) for name, n in numbers.items()}


def _with_those_above(
    rows: Rows, offices: Mapping[int, Office]
) -> dict[int | None, dict[str, Any]]:
    sums: dict[int | None, dict[str, Any]] = {}
    for row in rows:
        office = offices.get(row["obligation__lead_id"])
        keys = list(map(int, office.path.strip("/").split("/"))) if office else [None]
        for key in keys:
            of_key = sums.setdefault(key, dict.fromkeys(COLUMNS, 0))
            for name in COLUMNS:
                of_key[name] += row[name]
    return {key: values for key, values in sums.items() if any(values.values())}


def _of(by: str, scope: Scope) -> QuerySet[Any]:
    """The cycles that count for a dimension; its path can be grouped by."""
    cycles = _counted(scope)
    if by == "addressee":
        return _asked(cycles, scope)
    if by == "mandate":
        mandate = When(cadence__kind=CadenceKind.MANDATE, then=F("obligation_id"))
        with_mandate = cycles.annotate(mandate=Case(mandate, default=F("cadence__mandate_id")))
        return with_mandate.exclude(mandate=None)
    return cycles.exclude(obligation__series=None) if by == "series" else cycles


def _asked(cycles: CycleQuerySet, scope: Scope) -> CycleQuerySet:
    """Each cycle once for each kind of actor that its obligation addresses, and that is asked for."""
    code = "obligation__addressees__code"
    earlier = Addressee.objects.filter(
        obligation=OuterRef("obligation"), code=OuterRef("code"), pk__lt=OuterRef("pk")
    )
    once = Q(obligation__addressees__in=Addressee.objects.filter(~Exists(earlier)))
    if asked := scope.register.filter.form.cleaned_data["addressee"]:
        once &= Q(**{f"{code}__in": asked})
    return cycles.filter(once)


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
