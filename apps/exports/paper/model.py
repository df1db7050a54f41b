"""What a document to hand upstairs is made of, whatever program opens it.

Reports and tables are put together as a Paper; one writer a format (in_docx.py, in_odt.py, in_pdf.py, in_html.py)
turns it into a file. A writer asks for blocks and rows as it writes, once, and never again.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    words: str
    address: str
    """Absolute: the file leaves the building."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a decision, in the language in which they were published."""

    words: str
    language: str
    source: str = ""


Inline = str | Link | Quoted
Cell = Inline | Sequence[Inline]
"""What stands in one cell; several are lines of it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is the highest under the title of the paper."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: Inline
    is_muted: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list without numbers."""

    items: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    width: int = 10
    """Share of the width, against those of the other columns."""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The heading row is repeated on each page. The first column names the row."""

    caption: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    row_count: int | None = None
    """How many rows there will be, where `rows` cannot say: for the progress bar alone."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, with the table of the same numbers under it."""

    svg: str
    """A drawing of apps.web.charts, which escapes what it shows."""
    title: str
    description: str
    table: Table


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Heading | Paragraph | Quoted | Points | Table | Figure | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    """One document."""

    title: str
    language: str
    """Code of the language it is written in; Arabic turns the page."""
    facts: Sequence[tuple[str, Cell]]
    """What is said of it under the title: as at which day, the filter in words, by whom, the address."""
    blocks: Iterable[Block]
    subtitle: str = ""
    has_contents: bool = True
    """Whether a table of contents stands before the first block."""
    is_wide: bool = False
    """Landscape: for tables of many columns."""
    authors: Sequence[str] = field(default_factory=tuple)
    made_at: dt.datetime | None = None
    """What the file says of when it was made; the same paper with the same moment is the same bytes."""
    # What `facts` says of these too; by themselves for the top of the page and an organization's template.
    as_at: str = ""
    """The day that it tells of, in words."""
    filter: str = ""
    """What was asked for, in words."""
    person: str = ""
    organization: str = ""
    address: str = ""
    """Where the same can be seen again; absolute."""
