"""A register as a document to hand upstairs: one table, as the page shows it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from apps.obligations.models import Obligation
from apps.obligations.organise import value_words
from apps.reporting.columns import NOTHING, obligation_of
from apps.reporting.registers import Register
from apps.reporting.tables import RegisterTable

from . import formats
from .asked import Asked, TooLong
from .listing import About
from .paper.model import Cell, Column, Link, Paper, Quoted, Table

WIDTHS = {"words": 30, "act": 30, "why": 30, "reference": 12}
USUAL = 9


def check(rows: int) -> None:
    """Raises TooLong for more rows than a document takes."""
    if rows > settings.EXPORT_PAPER_ROWS:
        words = _(
            "A document takes %(most)d rows, and these are %(rows)d. Narrow the filter, or take "
            "XLSX, ODS or CSV."
        )
        raise TooLong(words % {"most": settings.EXPORT_PAPER_ROWS, "rows": rows})


def register_paper(register: Register, about: About, asked: Asked) -> Paper:
    """The rows shown, with what is said of them. Raises TooLong."""
    check(about.rows)
    table = register.export()
    columns = [
        Column(str(bound.header), WIDTHS.get(bound.name, USUAL), is_number=_is_number(bound))
        for bound in table.columns
    ]
    rows = Table(about.title, columns, _rows(table, asked.root), row_count=about.rows)
    return paper(about, asked, blocks=[rows], as_at=value_words(register.on), has_contents=False)


def paper(about: About, asked: Asked, *, blocks: Any, as_at: str, has_contents: bool) -> Paper:
    """A document under the facts that travel with the rows."""
    facts: list[tuple[str, Cell]] = [
        (_("As at"), as_at),
        (_("Filter"), about.filter),
        (_("Rows"), str(about.rows)),
        (_("Address"), Link(about.address, about.address)),
    ]
    if about.person:
        facts.insert(2, (_("Person"), about.person))
    return Paper(
        title=about.title,
        language=asked.language,
        facts=facts,
        blocks=blocks,
        has_contents=has_contents,
        is_wide=True,
        authors=[about.person] if about.person else (),
        as_at=as_at,
        filter=about.filter,
        person=about.person,
        organization=settings.ORGANIZATION,
        address=about.address,
    )


def _is_number(bound: Any) -> bool:
    return "num" in bound.column.attrs.get("td", {}).get("class", "")


def _rows(table: RegisterTable, root: str) -> Iterator[Sequence[Cell]]:
    bounds = [(bound.name, bound.column) for bound in table.columns]
    for record in table.data.data.iterator(chunk_size=formats.CHUNK):
        yield [_cell(table, record, name, column, root) for name, column in bounds]


def _cell(table: RegisterTable, record: Any, name: str, column: Any, root: str) -> Cell:
    value = column.value(record)
    obligation: Obligation = obligation_of(record)
    if name == "reference":
        return Link(value, root + table.link(record))
    if name == "words":
        return Quoted(value, obligation.paragraph.text.language)
    if isinstance(value, list) and value:
        return [str(one) for one in value]
    return value_words(value or None) or NOTHING
