"""What the page of an actor shows: its names, what is asked of it, what it writes, what came back."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from apps.actors.models import Actor, ActorName, Language
from apps.documents.models import Document
from apps.obligations.codes import State
from apps.obligations.models import Addressee, Obligation, Series

from .models import Cycle, Response, TimingState
from .series_table import SeriesTable
from .standing import STANDINGS, with_standing
from .tables import CycleTable

MOST_CYCLES = 25
"""Rows of each of the two tables of cycles: what is overdue, what is next."""
MOST_DOCUMENTS = 50
MOST_SERIES = 50
TRACKED = [State.ACCEPTED, State.CLOSED]
AHEAD = (TimingState.DUE, TimingState.DUE_SOON, TimingState.NOT_DUE)
CAME_BACK = (TimingState.ANSWERED, TimingState.ANSWERED_LATE)
CYCLE_COLUMNS = ("act", "due_on", "state", "lead", "responsible")


def with_counts(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    """Annotate `asked`, the obligations that ask each by name, and `authored`, its series."""
    asked = Addressee.objects.filter(actor=OuterRef("pk"), obligation__state__in=TRACKED)
    authored = Series.objects.filter(author=OuterRef("pk"))
    return actors.annotate(
        asked=_counted(asked, "actor", "obligation"), authored=_counted(authored, "author", "pk")
    )


def _counted(rows: QuerySet[Any], outer: str, what: str) -> Coalesce:
    counts = rows.order_by().values(outer).annotate(n=Count(what, distinct=True)).values("n")
    return Coalesce(Subquery(counts), 0)


@dataclass(frozen=True, slots=True)
class Figure:
    """How many obligations stand so, and the register that lists them."""

    state: str
    words: str
    number: int
    address: str


@dataclass(frozen=True, slots=True)
class NamesIn:
    """What an actor is called in one language."""

    language: str
    language_words: str
    name: str
    others: list[str]
    """Acronyms first, then other names."""


@dataclass(frozen=True, slots=True)
class First:
    """The first rows of a list, and where all of them are."""

    table: CycleTable
    is_cut: bool
    address: str


class ActorPage:
    """The page of `actor` on a day; `soon` days ahead is due soon. Each part asks when it is shown."""

    def __init__(self, actor: Actor, *, on: dt.date, soon: int) -> None:
        self.actor, self.on, self.soon = actor, on, soon
        self.obligations = Obligation.objects.tracked().addressed_to_actor(actor)
        self.cycles = Cycle.objects.of(self.obligations).open()

    @cached_property
    def names(self) -> list[NamesIn]:
        """A line for each of the six languages."""
        others: dict[str, list[str]] = {language: [] for language in Language.values}
        rows = self.actor.names.exclude(kind=ActorName.Kind.NAME).order_by("kind", "text")
        for row in rows:
            others[row.language].append(row.text)
        return [
            NamesIn(code, str(words), getattr(self.actor, f"name_{code}"), others[code])
            for code, words in Language.choices
        ]

    @cached_property
    def figures(self) -> list[Figure]:
        """Those states in which some obligation of it stands, the most urgent first."""
        standings = with_standing(self.obligations, on=self.on, soon=self.soon)
        counts = dict(
            standings.order_by().values_list("standing").annotate(n=Count("pk"))  # type: ignore[misc]
        )
        return [
            Figure(code, str(words), counts[code], self._register("obligation-list", code))
            for code, words in STANDINGS
            if counts.get(code)
        ]

    @cached_property
    def asked(self) -> int:
        """How many obligations ask it by name."""
        return sum(figure.number for figure in self.figures)

    @property
    def all_obligations(self) -> str:
        """The register of all that is asked of it."""
        return self._register("obligation-list")

    @property
    def all_answers(self) -> str:
        """The register of what it was asked for and was answered."""
        return self._register("cycle-list", *CAME_BACK)

    @cached_property
    def overdue(self) -> First:
        """Open cycles whose day has passed, the longest overdue first."""
        rows = self.cycles.overdue(on=self.on)
        return self._first(rows, self._register("cycle-list", TimingState.OVERDUE))

    @cached_property
    def next_due(self) -> First:
        """The first open cycle of each obligation from this day on, the next first."""
        ahead = Cycle.objects.open().filter(due_on__gte=self.on, obligation=OuterRef("obligation"))
        first = ahead.order_by("due_on", "pk").values("pk")[:1]
        rows = self.cycles.filter(due_on__gte=self.on, pk=Subquery(first))
        return self._first(rows, self._register("cycle-list", *AHEAD))

    @cached_property
    def series(self) -> SeriesTable:
        """The series it writes, by name; at most `MOST_SERIES`."""
        rows = Series.objects.for_list().filter(author=self.actor).order_by("name", "pk")
        return SeriesTable(rows[:MOST_SERIES], on=self.on, orderable=False, exclude=["author"])

    @cached_property
    def documents(self) -> list[Document]:
        """What came back, the newest first: reports of its series, and answers to what it was asked.

        One more than `MOST_DOCUMENTS` where there are more; each with its `series_here` and how
        many cycles it answers.
        """
        answers = Response.objects.filter(cycle__obligation__in=self.obligations)
        reports = Series.reports.through.objects.filter(series__author=self.actor)
        found = Document.objects.filter(
            Q(pk__in=answers.values("document")) | Q(pk__in=reports.values("document"))
        )
        of_it = Series.objects.filter(author=self.actor)
        of_each = answers.filter(document=OuterRef("pk"))
        return list(
            found.annotate(answered=_counted(of_each, "document", "cycle"))
            .prefetch_related(Prefetch("series", of_it, to_attr="series_here"))
            .order_by("-adopted_on", "-pk")[: MOST_DOCUMENTS + 1]
        )

    def _register(self, name: str, *states: str) -> str:
        """The address of a register with what is asked of this actor in these states."""
        query = urlencode([("actor", self.actor.pk), *(("state", str(state)) for state in states)])
        return f"{reverse(f'reporting:{name}')}?{query}"

    def _first(self, rows: QuerySet[Cycle], address: str) -> First:
        """The first of `rows` by day as a table. One more is read, to know of it."""
        shown = rows.for_list().with_state(on=self.on, soon=self.soon).order_by("due_on", "pk")  # type: ignore[attr-defined]
        found = list(shown[: MOST_CYCLES + 1])
        sequence = ("reference", *CYCLE_COLUMNS, "...")
        table = CycleTable(found[:MOST_CYCLES], on=self.on, orderable=False, sequence=sequence)
        table.show(CYCLE_COLUMNS)
        return First(table, len(found) > MOST_CYCLES, address)
