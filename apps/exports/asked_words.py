"""What a file is asked for, in words, and the page that shows the same."""

import datetime as dt

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language

from apps.reporting.cycles_page import CyclesPage
from apps.reporting.models.view import PAGES as REGISTER_PAGES
from apps.reporting.registers import REGISTERS, Register

from .make import NotUnderstood
from .models import Format, Kind
from .report.asked import Report

# In which a file is usually wanted.
USUAL: dict[str, Format] = {
    Kind.OBLIGATIONS: Format.XLSX,
    Kind.CYCLES: Format.XLSX,
    Kind.MANDATE_CYCLES: Format.DOCX,
    Kind.REPORT: Format.DOCX,
}
PAGES = {
    **REGISTER_PAGES,
    Kind.MANDATE_CYCLES: "reporting:mandate-cycles",
    Kind.REPORT: "exports:report",
}
# A file that comes again and again is as at the day on which it comes.
DAYS = ("as_at",)


def page_of(kind: str, query: str) -> str:
    """Path and query of the page that shows what the file holds."""
    path = reverse(PAGES[kind])
    return f"{path}?{query}" if query else path


def understood(kind: str, query: str, *, on: dt.date) -> tuple[str, str]:
    """The shortest query that asks for the same without a day, and the filter in words.

    Raises NotUnderstood, quoting what could not be understood, a line each.
    """
    given = QueryDict(query, mutable=True)
    for name in DAYS:
        given.pop(name, None)
    asked = _asked(kind, given, on=on)
    if not asked.is_valid:
        raise NotUnderstood("\n".join(problem.words for problem in asked.problems))
    return asked.query.urlencode(safe="/,"), asked.in_words


def _asked(kind: str, query: QueryDict, *, on: dt.date) -> Register | CyclesPage | Report:
    if kind in REGISTERS:
        return REGISTERS[kind](query, on=on, soon=settings.DUE_SOON_DAYS)
    if kind == Kind.MANDATE_CYCLES:
        return CyclesPage(query, today=on)
    return Report(query, today=on, language=get_language() or settings.LANGUAGE_CODE, person=None)
