"""The table of reporting and mandate cycles as an address asks for it; page and export begin here."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import batched, groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractMonth
from django.http import QueryDict
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.documents.models import Document
from apps.obligations.codes import Region
from apps.obligations.models import Obligation
from apps.obligations.schedule import after
from apps.obligations.timing import FIRST_DAY, LAST_DAY

from .cycles_diff import Diff
from .cycles_form import BY_MONTH, KINDS, REGIONS, CyclesForm
from .cycles_rows import (
    CHAPTER,
    DATED,
    NAME,
    PARTS,
    Key,
    Row,
    answers_by,
    cycles,
    lines,
    part_of,
    rows,
    tracked,
)
from .models import Extension, Response
from .problems import Problem, problems_of

PER_PAGE, ON_ONE_PAGE = 100, 2000
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """A row on one of its dates, in the part that goes month by month."""

    row: Row
    on: dt.date
    answer: Document | None


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that stand together under a heading, mandates and reports apart."""

    title: str
    kind: str
    is_first: bool
    """Whether the heading stands above it, not above the section before."""
    entries: list[Any]

    @property
    def caption(self) -> str:
        return f"{self.title}: {self.kind}"


class CyclesPage:
    """The table that the query asks for. `today` stands where it names no day."""

    def __init__(self, query: QueryDict, *, today: dt.date) -> None:
        self.given, self.today = query, today
        self.form = CyclesForm(query, on=today)

    @cached_property
    def is_valid(self) -> bool:
        return self.form.is_valid()

    @cached_property
    def problems(self) -> list[Problem]:
        """Every value that could not be understood, quoted, with what is wrong with it."""
        return problems_of(self.form, self.given)

    @cached_property
    def asked(self) -> dict[str, Any]:
        """What the address asks for, or where it cannot be understood, nothing in particular."""
        return self.form.cleaned_data if self.is_valid else {"as_at": self.today}

    @property
    def on(self) -> dt.date:
        day: dt.date = self.asked["as_at"]
        return day

    @property
    def since(self) -> dt.date | None:
        return self.asked.get("since")

    @property
    def is_by_month(self) -> bool:
        return self.asked.get("part") == BY_MONTH

    @property
    def year(self) -> int:
        return self.asked.get("year") or self.on.year

    @property
    def month(self) -> int | None:
        return self.asked.get("month") or None

    @property
    def former_year(self) -> int:
        return max(self.year - 1, FIRST_DAY.year)

    @property
    def next_year(self) -> int:
        return min(self.year + 1, LAST_DAY.year)

    @property
    def former_day(self) -> dt.date:
        """The day since which changes are shown where none is named: a month before."""
        return self.since or max(after(self.on, "P1M", -1), FIRST_DAY)

    @property
    def count_in_words(self) -> str:
        number = self.page.paginator.count
        if self.is_by_month:
            return ngettext("%(n)d date", "%(n)d dates", number) % {"n": number}
        return ngettext("%(n)d row", "%(n)d rows", number) % {"n": number}

    @cached_property
    def query(self) -> QueryDict:
        """The shortest query that asks for the same table; without the page."""
        query = QueryDict(mutable=True)
        for name in self.form.fields:
            value = self.given.get(name, "").strip()
            if value and name != "page" and (name, value) != ("part", REGIONS):
                query[name] = value
        return query

    @property
    def address(self) -> str:
        """What follows the path in the address of this table."""
        return f"?{self.query.urlencode()}" if self.query else ""

    @property
    def in_words(self) -> str:
        """The filter as one line."""
        asked = self.asked
        words = [str(dict(self.form.fields["kind"].choices)[asked.get("kind", "")])]  # type: ignore[attr-defined]
        if asked.get("region"):
            words.append(str(Region(asked["region"]).label))
        if asked.get("text"):
            words.append(_("with the words “%(text)s”") % {"text": asked["text"]})
        return "; ".join(words)

    def lines(self, *, on: dt.date) -> QuerySet[Any]:
        """The rows asked for, as on `on`."""
        found = lines(on=on)
        if self.asked.get("kind"):
            found = found.filter(part=KINDS[self.asked["kind"]])
        return found.filter(self._obligations())

    def dates(self) -> QuerySet[Any]:
        """The dates of the year asked for, by month, mandates first; `month` asks for one of them."""
        found = self._year()
        if self.month:
            found = found.filter(month_of=self.month)
        dates: QuerySet[Any] = found.annotate(chapter=CHAPTER, name=NAME)
        return dates.order_by("month_of", "part", "stood_on", "chapter", "name", "pk")

    def _year(self) -> QuerySet[Any]:
        span = (dt.date(self.year, 1, 1), dt.date(self.year, 12, 31))
        # What was moved may have stood elsewhere on the day; all else is found by the index.
        near = Q(due_on__range=span) | Q(pk__in=Extension.objects.values("cycle"))
        asks = Q(cadence__kind__in=DATED) | ~Q(obligation__deliverable=[])
        found = cycles(on=self.on).filter(near, tracked(self.on), asks, stood_on__range=span)
        dates: QuerySet[Any] = found.annotate(
            part=part_of("cadence__kind"), month_of=ExtractMonth("stood_on")
        )
        if self.asked.get("kind"):
            dates = dates.filter(part=KINDS[self.asked["kind"]])
        return dates.filter(self._obligations())

    def _obligations(self) -> Q:
        """What the filter asks of the obligation of a row or of a date."""
        wanted = Q()
        if self.asked.get("region"):
            wanted &= Q(obligation__region=self.asked["region"])
        for word in (self.asked.get("text") or "").split():
            found = Obligation.objects.matching(word).order_by().values("pk")
            wanted &= Q(obligation__subject__icontains=word) | Q(obligation__in=found)
        return wanted

    @cached_property
    def months(self) -> list[tuple[int, str, int]]:
        """Number, name and count of dates of each month of the year."""
        counted = self._year().order_by().values_list("month_of").annotate(Count("pk"))
        counts = dict(counted)
        return [(number, str(name), counts.get(number, 0)) for number, name in MONTHS.items()]

    @cached_property
    def page(self) -> Page[Any]:
        """The page asked for; the last one where there are not so many."""
        found: QuerySet[Any] = self.dates() if self.is_by_month else self.lines(on=self.on)
        per_page = ON_ONE_PAGE if self.asked.get("all") else PER_PAGE
        return Paginator(found, per_page).get_page(self.asked.get("page") or 1)

    @cached_property
    def sections(self) -> list[Section]:
        """The rows of the page under their headings."""
        found: Any = self.page.object_list
        return list(self._by_month(found) if self.is_by_month else self._by_region(found))

    def all_rows(self) -> Iterator[Row]:
        """Every row by region and theme, fetched as they are asked for."""
        keys = list(self.lines(on=self.on).values_list("obligation_id", "part"))
        for some in batched(keys, CHUNK):
            yield from self._rows(list(some))

    def all_entries(self) -> Iterator[Entry]:
        """Every date of the year, fetched as they are asked for."""
        keys = list(self.dates().values_list("pk", flat=True))
        for some in batched(keys, CHUNK):
            yield from self._entries(some)

    def _rows(self, keys: list[Key]) -> list[Row]:
        found = rows(keys, on=self.on)
        return [found[key] for key in keys if key in found]

    def _by_region(self, found: QuerySet[Any]) -> Iterator[Section]:
        rows_ = self._rows(list(found.values_list("obligation_id", "part")))
        regions = dict(Region.choices)
        yield from _sections((regions[row.obligation.region], row.part, row) for row in rows_)

    def _by_month(self, found: QuerySet[Any]) -> Iterator[Section]:
        entries = self._entries(found.values_list("pk", flat=True))
        yield from _sections(
            (date_format(entry.on, "YEAR_MONTH_FORMAT"), entry.row.part, entry) for entry in entries
        )

    def _entries(self, keys: Iterable[int]) -> list[Entry]:
        """The dates with these keys, in their order: read by them alone, whatever was filtered."""
        keys = list(keys)
        answer = answers_by(self.on, cycle=OuterRef("pk")).values("pk")[:1]
        found: QuerySet[Any] = cycles(on=self.on).filter(pk__in=keys)
        by_key = {d.pk: d for d in found.annotate(part=part_of("cadence__kind"), answer=answer)}
        dates = [by_key[key] for key in keys if key in by_key]
        rows_ = rows([(d.obligation_id, d.part) for d in dates], on=self.on)
        answers = Response.objects.select_related("document").in_bulk(
            [d.answer for d in dates if d.answer]
        )
        return [
            Entry(
                rows_[d.obligation_id, d.part],
                d.stood_on,
                answers[d.answer].document if d.answer in answers else None,
            )
            for d in dates
            if (d.obligation_id, d.part) in rows_
        ]

    @cached_property
    def diff(self) -> Diff | None:
        """What changed since the day asked for; None where none is."""
        if self.since is None:
            return None
        then, now = self.lines(on=self.since), self.lines(on=self.on)
        return Diff(then, now, since=self.since, on=self.on)


def _sections(items: Iterable[tuple[Any, int, Any]]) -> Iterator[Section]:
    """Group what comes in order, by title and part."""
    before = ""
    for (title, part), found in groupby(items, key=lambda item: item[:2]):
        yield Section(str(title), str(PARTS[part]), title != before, [one for _t, _p, one in found])
        before = title
