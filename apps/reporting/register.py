"""A register as an address asks for it: which rows, in which order, with which columns.

Lists and exports both begin here, so that an export is exactly the list.
"""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import EmptyPage
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from apps.obligations.models import CustomField
from apps.obligations.timing import FIRST_DAY, LAST_DAY
from apps.web.keys import as_key

from .chips import Chip, in_one_line
from .filters import RegisterFilter, of_cycles
from .models import Day
from .own_filters import PREFIX
from .problems import Problem, problems_of
from .shown_form import PAGE_SIZES, PER_PAGE, ShownForm
from .tables import ByKey, RegisterTable


@dataclass(frozen=True, slots=True)
class Preset:
    """A filter that is wanted often."""

    words: Any
    query: str


def day_asked(query: QueryDict) -> dt.date | None:
    """The day `as_at` which the query asks; None where it names none, or one that is no day."""
    try:
        day = dt.date.fromisoformat(query.get("as_at", "").strip())
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


class Register(ABC):
    """One register, as the query of an address asks for it on a day."""

    name: str
    title: Any
    nothing_yet: Any
    first_order: str
    filter_class: type[RegisterFilter]
    table_class: type[RegisterTable]
    presets: tuple[Preset, ...]
    acts: tuple[str, ...]
    """Permissions to do something with rows of it: who has one of them may select."""

    def __init__(
        self,
        query: QueryDict,
        *,
        on: dt.date,
        soon: int,
        own: Sequence[CustomField] | None = None,
    ) -> None:
        """`on` is today; the query may ask for another day.

        `own` are the organization's fields in use, where the caller knows them already.
        """
        self.given, self.on, self.soon = query, day_asked(query) or on, soon
        self.day = Day(self.on, soon, is_past=self.on < on)
        self.own = list(CustomField.objects.active()) if own is None else own
        self.filter = self.filter_class(query, self.all_rows(), day=self.day, own=self.own)
        self.shown = ShownForm(query, self.table_class([], on=self.on, own=self.own))

    def all_rows(self) -> QuerySet[Any]:
        """Every row of the register."""
        return self.wide_rows().tracked()  # type: ignore[attr-defined, no-any-return]

    @abstractmethod
    def wide_rows(self) -> QuerySet[Any]:
        """Rows as they are shown and as they stand on the day, whether of the register or not."""

    @abstractmethod
    def counted(self, number: int) -> str:
        """So many rows, in words."""

    @cached_property
    def is_valid(self) -> bool:
        valid: list[bool] = [self.filter.is_valid(), self.shown.is_valid()]
        return all(valid) and not self._fields_not_in_use

    @property
    def _fields_not_in_use(self) -> list[str]:
        """Parameters of own fields that are not, or no more, in use: nothing is found by ignoring them."""
        asked = (name for name in self.given if name.startswith(PREFIX) and self.given[name])
        return [name for name in asked if name not in self.filter.form.fields]

    @cached_property
    def problems(self) -> list[Problem]:
        """Every value that could not be understood, quoted, with what is wrong with it."""
        return [
            *problems_of(self.filter.form, self.given),
            *problems_of(self.shown, self.given, without_place=self.shown.fields),
            *(
                Problem(f"“{name}={self.given[name]}” – {_('there is no such field in use.')}")
                for name in self._fields_not_in_use
            ),
        ]

    @property
    def match(self) -> str:
        """What tells the rows that match from those of another filter, whatever their order."""
        names = self.filter.form.fields
        return urlencode([(n, v) for n, vs in self.query.lists() if n in names for v in vs])

    @property
    def column_choices(self) -> list[tuple[str, str]]:
        """Name and heading of every column that can be shown or not."""
        return list(self.shown.fields["columns"].choices)  # type: ignore[attr-defined]

    @property
    def page_sizes(self) -> list[int]:
        return PAGE_SIZES

    @cached_property
    def columns(self) -> list[str]:
        """Names of the columns shown beside the reference."""
        asked = self.shown.cleaned_data.get("columns") if self.is_valid else None
        return asked or list(self.table_class.usual)

    @cached_property
    def order(self) -> str:
        return (self.shown.cleaned_data["sort"] if self.is_valid else "") or self.first_order

    @cached_property
    def per_page(self) -> int:
        return (self.shown.cleaned_data["per_page"] if self.is_valid else 0) or PER_PAGE

    @cached_property
    def query(self) -> QueryDict:
        """The shortest query that asks for the same rows, order and columns; without the page."""
        query = QueryDict(mutable=True)
        for name in self.filter.form.fields:
            if values := [value for value in self.given.getlist(name) if value.strip()]:
                query.setlist(name, values)
        if self.is_valid and "tag" in query:
            query.setlist("tag", self.filter.form.cleaned_data["tag"])  # as they are spelt here
        if self.columns != list(self.table_class.usual):
            query["columns"] = ",".join(self.columns)
        if self.order != self.first_order:
            query["sort"] = self.order
        if self.per_page != PER_PAGE:
            query["per_page"] = str(self.per_page)
        return query

    @property
    def query_text(self) -> str:
        """The query as an address writes it."""
        return self.query.urlencode(safe="/,")

    @property
    def of_cycles(self) -> QueryDict:
        """The same asked of the register of cycles, as dashboards and reports are asked for."""
        return of_cycles(self.name, self.query)

    @cached_property
    def view_key(self) -> int | None:
        """Key of the saved view from which the address began: it says no more than that."""
        return as_key(self.given.get("view", ""))

    @cached_property
    def carried(self) -> QueryDict:
        """The query, and the saved view from which it began: what links on the page ask for."""
        query = self.query.copy()
        if self.view_key is not None:
            query["view"] = str(self.view_key)
        return query

    @cached_property
    def address(self) -> str:
        """What follows the path in the address of this very page."""
        query = self.carried.copy()
        if self.table.page.number > 1:
            query["page"] = str(self.table.page.number)
        return f"?{query.urlencode(safe='/,')}" if query else ""

    @cached_property
    def table(self) -> RegisterTable:
        """The page asked for; the last one where there are not so many. Empty unless valid."""
        table = self._table()
        asked = self.shown.cleaned_data["page"] if self.is_valid else None
        try:
            table.paginate(page=asked or 1, per_page=self.per_page)
        except EmptyPage:
            table.page = table.paginator.page(table.paginator.num_pages)
        return table

    def _table(self) -> RegisterTable:
        rows = self.filter.qs if self.is_valid else self.all_rows().none()
        sequence = ("reference", *self.columns, "...")
        table = self.table_class(
            ByKey(rows, self.wide_rows()),
            on=self.on,
            query=self.carried,
            order_by=self.order,
            sequence=sequence,
            own=self.own,
        )
        table.show(self.columns)
        return table

    def export(self) -> RegisterTable:
        """The table with the columns shown and every row; its data are in order and not fetched."""
        return self._table()

    @property
    def chips(self) -> Iterator[tuple[Chip, str]]:
        """Every active filter, with the query that asks for all but it."""
        for chip in self.filter.chips:
            query = self.carried.copy()
            rest = [value for value in query.getlist(chip.name) if value != chip.value]
            query.setlist(chip.name, rest)
            yield chip, f"?{query.urlencode(safe='/,')}"

    @property
    def in_words(self) -> str:
        """The active filters as one line."""
        return in_one_line(self.filter.chips)

    @property
    def count_in_words(self) -> str:
        page = self.table.page
        words = self.counted(page.paginator.count)
        if page.paginator.num_pages > 1:
            place = _("page %(page)d of %(pages)d")
            words = f"{words}, {place % {'page': page.number, 'pages': page.paginator.num_pages}}"
        return words
