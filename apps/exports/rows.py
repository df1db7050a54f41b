"""All rows of a register, fast and in little memory: the keys in order first, the rest in batches.

Values of an obligation are read once, not once for each of its cycles.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import batched
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects

from apps.obligations.models import CustomField, Obligation
from apps.reporting.columns import ObligationColumn, OwnColumn, RegisterColumn
from apps.reporting.models import Cycle, Response
from apps.reporting.tables import RegisterTable

from . import formats
from .listing import Column, Type

KEYS = 10_000
MOST_KEPT = 30_000  # obligations whose values are kept: some 40 MB
LISTS = frozenset({"addressees", "deliverable", "how_often", "qualifiers", "recipients"})
LISTS |= {"responses", "tags"}
LONG = frozenset({"words", "act", "why"})
# Columns of a cycle that need no more than its own row. `responses` are fetched beside it.
NARROW = frozenset({"due_on", "state", "answered_on", "finding", "mandated_on"})
LONG_FIELDS = ("machine", "quote", "paragraph__words", "paragraph__pieces")
RESPONSES = "responses"
JSON = frozenset({"derivation"})  # long to decode, in no column but `why`
OWN_TYPES: dict[str, Type] = {
    CustomField.Kind.NUMBER: Type.NUMBER,
    CustomField.Kind.DATE: Type.DATE,
}


def columns(table: RegisterTable) -> list[Column]:
    """The columns shown, in the order of the table."""
    return [
        Column(bound.name, str(bound.header), _type(bound.name, bound.column), bound.name in LONG)
        for bound in table.columns
    ]


def _type(name: str, column: Any) -> Type:
    if isinstance(column, OwnColumn):
        return OWN_TYPES.get(str(column.field.kind), Type.TEXT)
    if name in LISTS:
        return Type.LIST
    return Type.DATE if name.endswith("_on") else Type.TEXT


class Rows:
    """The key and the values of each row. Which rows, and their order, is settled when it is made."""

    def __init__(self, table: RegisterTable) -> None:
        keys = table.data.data.values_list("pk", flat=True)
        self.keys = array("q", keys.iterator(chunk_size=KEYS))
        self.wide = table.data.wide
        self.columns = [(bound.name, bound.column) for bound in table.columns]
        self._kept: dict[int, list[Any]] = {}

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[tuple[int, list[Any]]]:
        found = self._of_cycles if self._is_narrow else self._of_wide
        for some in batched(self.keys, formats.CHUNK):
            yield from found(some)

    @property
    def _is_narrow(self) -> bool:
        own = {name for _place, name, _column in self._of_its_own}
        return self.wide.model is Cycle and own <= NARROW | {RESPONSES}

    def _of_wide(self, keys: Iterable[int]) -> Iterator[tuple[int, list[Any]]]:
        """The rows with these keys, each with all that any column may ask for."""
        wide = self.wide if self.wide.model is Cycle else self._lean(self.wide)
        found = wide.in_bulk(list(keys))
        for key in keys:
            if record := found.get(key):
                yield key, [column.value(record) for _name, column in self.columns]

    def _of_cycles(self, keys: Iterable[int]) -> Iterator[tuple[int, list[Any]]]:
        """The cycles with these keys, of whose obligations only the values are kept."""
        cycles = {cycle.id: cycle for cycle in self._narrow.filter(pk__in=keys)}
        kept = self._of_obligations({cycle.obligation_id for cycle in cycles.values()})
        answered = self._with_responses(cycles) if RESPONSES in dict(self.columns) else {}
        for key in keys:
            if cycle := cycles.get(key):
                row = list(kept[cycle.obligation_id])
                for place, name, column in self._of_its_own:
                    if name == RESPONSES:
                        value = column.value(answered[key]) if key in answered else []
                    else:
                        value = column.value(cycle)
                    row.insert(place, value)
                yield key, row

    @cached_property
    def _narrow(self) -> QuerySet[Any]:
        """Plain fields and what the register computed; no objects, which take ten times as long."""
        fields = [field.attname for field in Cycle._meta.concrete_fields if field.name not in JSON]
        rows = self.wide.select_related(None).prefetch_related(None).defer(None).order_by()
        found: QuerySet[Any] = rows.values_list(*fields, *rows.query.annotation_select, named=True)
        return found

    def _with_responses(self, rows: Mapping[int, Any]) -> dict[int, Cycle]:
        """Those of the cycles that have reports, each with these and nothing else."""
        found = Response.objects.filter(cycle__in=rows).order_by().values_list("cycle", flat=True)
        cycles = {key: Cycle(pk=key) for key in set(found)}
        for key, cycle in cycles.items():
            cycle.then_on = getattr(rows[key], "then_on", None)  # type: ignore[attr-defined]
        prefetch_related_objects(list(cycles.values()), "responses__document")
        return cycles

    @cached_property
    def _of_its_own(self) -> list[tuple[int, str, RegisterColumn]]:
        """Place, name and column of what is not said of the obligation."""
        return [
            (place, name, column)
            for place, (name, column) in enumerate(self.columns)
            if not isinstance(column, ObligationColumn)
        ]

    def _lean(self, obligations: QuerySet[Any]) -> QuerySet[Any]:
        """Obligations with what the columns shown need beside them, and no more."""
        shown = {name for name, _column in self.columns}
        people = [name for name in ("lead", "responsible") if name in shown]
        actors = ["addressees__actor"] if "addressees" in shown else []
        rows = obligations.select_related(None).prefetch_related(None).defer(None)
        return (
            rows.select_related("document", "paragraph", *people)
            .prefetch_related(*actors)
            .defer(*LONG_FIELDS)
        )

    def _of_obligations(self, keys: set[int]) -> dict[int, list[Any]]:
        """What the columns say of the obligations with these keys, at least."""
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        missing = keys - self._kept.keys()
        found = self._lean(Obligation.objects.all()).in_bulk(missing) if missing else {}
        columns = [c for _name, c in self.columns if isinstance(c, ObligationColumn)]
        for key, obligation in found.items():
            self._kept[key] = [column.value(obligation) for column in columns]
        return self._kept
