"""A table as an OpenDocument spreadsheet, written row by row: rows with typed dates and numbers, and a
sheet of what is said of them.

Source: OASIS OpenDocument 1.3, parts 2 (packages) and 3 (schema).
"""

import datetime as dt
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import batched
from typing import IO, Any
from xml.sax.saxutils import escape

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from . import formats
from .asked import TooLong
from .listing import Column, Listing, as_float, text
from .ods_parts import CONTENT_END, CONTENT_START, MANIFEST, META, MIMETYPE, SETTINGS, STYLES

ROWS = 1_048_575  # what the programs that open it hold below its header
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that a zip can name
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# What does not stay as it is between tags of a paragraph.
SPECIAL = re.compile(r"[\t\n\r]|  |^ | $")
KEPT = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;", '"': "&quot;"}


def write_ods(listing: Listing, file: IO[bytes]) -> None:
    """Write the spreadsheet. Raises TooLong."""
    if listing.about.rows > ROWS:
        words = _("A sheet holds %(most)d rows, and these are %(rows)d. Narrow the filter.")
        raise TooLong(words % {"most": ROWS, "rows": listing.about.rows})
    title, register = listing.about.title, _("Register")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        _put(book, "mimetype", MIMETYPE, compression=zipfile.ZIP_STORED)
        _put(book, "META-INF/manifest.xml", MANIFEST)
        _put(book, "meta.xml", META.format(title=_xml(title), day=listing.about.as_at))
        _put(book, "settings.xml", SETTINGS.format(sheet=_attribute(register)))
        _put(book, "styles.xml", STYLES)
        with book.open(_entry("content.xml"), "w", force_zip64=True) as content:
            for piece in _content(listing, register):
                content.write(piece.encode())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, FIRST_MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _put(
    book: zipfile.ZipFile, name: str, words: str, *, compression: int = zipfile.ZIP_DEFLATED
) -> None:
    book.writestr(_entry(name), words, compress_type=compression)


def _content(listing: Listing, register: str) -> Iterator[str]:
    mode = "rl-tb" if get_language_bidi() else "lr-tb"
    yield CONTENT_START.format(mode=mode)
    yield f'<table:table table:name="{_attribute(register)}" table:style-name="sheet">'
    yield "".join(_width(column) for column in listing.columns)
    headings = _row([_string(column.heading, "head") for column in listing.columns])
    yield f"<table:table-header-rows>{headings}</table:table-header-rows>"
    last = 0
    for some in batched(listing.rows, formats.CHUNK):
        last += len(some)
        yield "".join(_row([_cell(value) for value in row]) for _key, row in some)
    yield "</table:table>"
    yield from _about(listing.facts())
    yield CONTENT_END.format(range=_attribute(_range(register, listing.columns, last)))


def _about(facts: Iterable[tuple[str, str | int]]) -> Iterator[str]:
    yield f'<table:table table:name="{_attribute(_("About"))}" table:style-name="sheet">'
    yield '<table:table-column table:style-name="usual"/><table:table-column table:style-name="long"/>'
    for label, fact in facts:
        yield _row([_string(label, "head"), _cell(fact)])
    yield "</table:table>"


def _width(column: Column) -> str:
    style = "long" if column.is_long else "usual"
    return f'<table:table-column table:style-name="{style}"/>'


def _range(sheet: str, columns: Sequence[Column], rows: int) -> str:
    """What the filter of the headings covers: 'Register'.A1:'Register'.C40."""
    quoted = "'{}'".format(sheet.replace("'", "''"))
    return f"{quoted}.A1:{quoted}.{_letters(len(columns))}{rows + 1}"


def _letters(number: int) -> str:
    """A, B … Z, AA: how a column is called, from 1."""
    before, last = divmod(number - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)


def _row(cells: Sequence[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _cell(value: Any) -> str:
    if isinstance(value, dt.date):
        day = value.isoformat()
        return (
            f'<table:table-cell table:style-name="day" office:value-type="date" '
            f'office:date-value="{day}"><text:p>{day}</text:p></table:table-cell>'
        )
    if isinstance(value, Decimal):
        number = as_float(value)
        return _string(text(value)) if number is None else _float(text(value))
    if isinstance(value, int):
        return _float(str(value))
    words = text(value)
    return _string(words) if words else "<table:table-cell/>"


def _float(number: str) -> str:
    return (
        f'<table:table-cell table:style-name="words" office:value-type="float" '
        f'office:value="{number}"><text:p>{number}</text:p></table:table-cell>'
    )


def _string(words: str, style: str = "words") -> str:
    """Text, whatever it begins with: a formula would be in an attribute of its own."""
    exact = ""
    if SPECIAL.search(words):
        exact = f' office:string-value="{_attribute(words)}"'
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string"{exact}>'
        f"{_paragraphs(words)}</table:table-cell>"
    )


def _paragraphs(words: str) -> str:
    if not SPECIAL.search(words):
        return f"<text:p>{_xml(words)}</text:p>"
    lines = re.split("\r\n|\r|\n", words)
    return "".join(f"<text:p>{_spaced(_xml(line))}</text:p>" for line in lines)


def _spaced(line: str) -> str:
    """Tabs, and spaces that would run together, as elements."""
    found = re.sub("  +|^ | $", lambda run: f'<text:s text:c="{len(run[0])}"/>', line)
    return found.replace("\t", "<text:tab/>")


def _xml(words: str) -> str:
    return escape(NOT_XML.sub(" ", words))


def _attribute(words: str) -> str:
    return escape(NOT_XML.sub(" ", words), KEPT)
