"""A register as a file, exactly as its address filters, sorts and shows it."""

from collections.abc import Callable, Iterator
from typing import IO

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse

from apps.reporting.models.view import PAGES
from apps.reporting.registers import REGISTERS

from .asked import Asked, NotUnderstood, told
from .formats import csv_lines, json_lines
from .listing import About, Listing
from .models import Format
from .ods import write_ods
from .paper.writers import WRITERS
from .progress import Progress
from .register_paper import register_paper
from .rows import Rows, columns
from .xlsx import write_xlsx

SHEETS: dict[Format, Callable[[Listing, IO[bytes]], None]] = {
    Format.XLSX: write_xlsx,
    Format.ODS: write_ods,
}
LINES = frozenset({Format.CSV, Format.JSON})
FORMATS = tuple(Format)


class RegisterFile:
    """All rows that the query finds, in its order, with its columns. Raises NotUnderstood."""

    def __init__(self, asked: Asked) -> None:
        query = QueryDict(asked.query)
        register = REGISTERS[asked.kind](query, on=asked.on, soon=settings.DUE_SOON_DAYS)
        if not register.is_valid:
            raise NotUnderstood("\n".join(problem.words for problem in register.problems))
        self.asked, self.register, self.on = asked, register, register.on

    def count(self) -> int:
        """How many rows it has."""
        number: int = self.register.export().data.data.order_by().count()
        return number

    def write(self, file: IO[bytes], progress: Progress) -> None:
        """Write the whole of it in the format asked for. Raises TooLong."""
        if self.asked.format in LINES:
            for piece in self.lines(progress):
                file.write(piece.encode())
        elif self.asked.format in SHEETS:
            SHEETS[self.asked.format](self._listing(progress), file)
        else:
            paper = register_paper(self.register, self._about(self.count()), self.asked)
            WRITERS[self.asked.format](paper, file, progress)

    def lines(self, progress: Progress) -> Iterator[str]:
        """As CSV or JSON, piece by piece."""
        found = self._listing(progress)
        if self.asked.format == Format.CSV:
            return csv_lines(found)
        return json_lines(found, schema=self.asked.root + reverse("exports:schema"))

    def _listing(self, progress: Progress) -> Listing:
        """The keys of its rows are fetched now, the rest as they are written."""
        table = self.register.export()
        rows = Rows(table)
        found = told(rows, progress, len(rows))
        return Listing(self._about(len(rows)), columns(table), found)

    def _about(self, rows: int) -> About:
        register = self.register
        query = f"?{register.query_text}" if register.query else ""
        return About(
            title=str(register.title),
            filter=register.in_words,
            as_at=register.on.isoformat(),
            person=str(self.asked.person or ""),
            rows=rows,
            address=self.asked.root + reverse(PAGES[register.name]) + query,
        )
