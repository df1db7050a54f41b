"""A report on the day of these tests, and what stands in it."""

from django.http import QueryDict

from apps.exports.make import Asked
from apps.exports.models import Format, Kind
from apps.exports.paper.model import Figure, Heading, Link, Paragraph, Points, Quoted, Table
from apps.exports.report.asked import Report
from apps.exports.report.make import paper_of
from tests.reporting.days import TODAY

ROOT = "https://remit.example.org"


def asked(query="", *, person=None, on=TODAY, as_format=Format.HTML, language="en"):
    return Asked(Kind.REPORT, as_format, query, on, language, person, ROOT)


def report(query="", *, person=None, on=TODAY, most=None):
    return Report(QueryDict(query), today=on, language="en", person=person, root=ROOT, most=most)


def told(query="", **kwargs):
    """Every line of the report, in order: cells of a row between bars."""
    return [line for block in paper_of(asked(query, **kwargs)).blocks for line in _lines(block)]


def row(lines, first):
    """The row that begins with these words."""
    return next(line for line in lines if line.startswith(f"{first} | "))


def _lines(block):
    match block:
        case Heading(words=words) | Quoted(words=words):
            yield words
        case Paragraph(words=words):
            yield _words(words)
        case Points(items=items):
            yield from map(_words, items)
        case Figure(title=title, table=table):
            yield title
            yield from _lines(table)
        case Table(rows=rows):
            for cells in rows:
                yield " | ".join(map(_words, cells))


def _words(cell):
    parts = [cell] if isinstance(cell, str | Link | Quoted) else cell
    return " / ".join(part if isinstance(part, str) else part.words for part in parts)
