"""A status report as an address asks for it: which cycles, as at which day, what of them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.exports.models import Template
from apps.followups.models import Entry
from apps.reporting.filters import OF_OBLIGATIONS
from apps.reporting.models import SavedView
from apps.reporting.own_filters import PREFIX
from apps.reporting.problems import Problem, problems_of
from apps.reporting.registers import CycleRegister
from apps.web.keys import as_key

from .form import USUAL, Order, Part, ReportForm

DAYS_BACK = 30
LONGEST_QUERY = 4_000
"""Characters of a query that a file made in the background, or on a schedule, can keep."""
OF_ROWS = {Part.TABLE, Part.OVERDUE, Part.DERIVATIONS, Part.ANNEX, Part.FOLLOW_UPS}
"""Parts that grow with the number of cycles."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The filter of a saved view, as far as it can be asked of cycles."""

    view: SavedView
    query: QueryDict
    left_out: str
    """What it asks of obligations and nobody can ask of a cycle, as its address says it."""


class Report:
    """One report. Everything of it can be asked once `is_valid` is known to be true."""

    def __init__(
        self,
        query: QueryDict,
        *,
        today: dt.date,
        language: str,
        person: User | None,
        root: str = "",
        most: int | None = None,
    ) -> None:
        """`root` begins every link. `most` rows of each part are shown; None for all."""
        self.given, self.today, self.person = query, today, person
        self.root, self.most = root, most
        self.shown = shown = query.copy()
        if not query.getlist("part"):
            shown.setlist("part", list(USUAL))
        if not query.get("language"):
            shown["language"] = language
        self.form = ReportForm(shown, today=today)
        self.form.is_valid()

    @cached_property
    def on(self) -> dt.date:
        """The day as at which it speaks."""
        asked: dt.date | None = self.form.cleaned_data.get("as_at")
        return asked or self.today

    @cached_property
    def taken_over(self) -> TakenOver | None:
        """The saved view that gives the filter, where the address gives none of its own.

        As in the registers, a view beside a filter only says where it began.
        """
        names = CycleRegister.filter_class.get_filters()
        own = (name for name in self.given if name in names or name.startswith(PREFIX))
        if (
            any(text.strip() for name in own for text in self.given.getlist(name))
            or self._view is None
        ):
            return None
        return _taken_over(self._view)

    @cached_property
    def _view(self) -> SavedView | None:
        key = as_key(self.given.get("view", ""))
        if key is None:
            return None
        views = SavedView.objects.all()
        # What is made for nobody in particular shows only what everybody sees.
        seen = (
            views.visible_to(self.person)
            if self.person
            else views.filter(scope=SavedView.Scope.ALL)
        )
        return seen.filter(pk=key).first()

    @cached_property
    def register(self) -> CycleRegister:
        """The register of cycles with the same filter, on the day."""
        query = self.taken_over.query.copy() if self.taken_over else self.given.copy()
        query["as_at"] = self.on.isoformat() if self.on != self.today else ""
        return CycleRegister(query, on=self.on, soon=settings.DUE_SOON_DAYS)

    @property
    def cycles(self) -> QuerySet[Any]:
        """Those in scope, each with its `state` on the day; in no order."""
        found: QuerySet[Any] = self.register.filter.qs
        return found.order_by()

    @cached_property
    def number(self) -> int:
        """How many cycles are in scope."""
        return self.cycles.count()

    @cached_property
    def is_valid(self) -> bool:
        return not self.problems

    @cached_property
    def problems(self) -> list[Problem]:
        """Every value that could not be understood, quoted, with what is wrong with it."""
        found = problems_of(self.form, self.given)
        if not self.register.is_valid:
            words = {problem.words for problem in found}
            found += [one for one in self.register.problems if one.words not in words]
        if self.given.get("view", "").strip() and self._view is None:
            refused = _("There is no such view, or it is not yours to see.")
            found.append(Problem(f"{_('Saved view')}: “{self.given['view']}” – {refused}"))
        if len(self.query_text) > LONGEST_QUERY:
            words_ = ngettext(
                "What is asked for has %(long)d character; at most %(most)d can be kept.",
                "What is asked for has %(long)d characters; at most %(most)d can be kept.",
                len(self.query_text),
            )
            found.append(Problem(words_ % {"long": len(self.query_text), "most": LONGEST_QUERY}))
        return found

    @property
    def _cleaned(self) -> dict[str, Any]:
        return self.form.cleaned_data

    @cached_property
    def parts(self) -> list[Part]:
        """What it holds, in the order of a report whatever the order of the address."""
        asked = set(self._cleaned.get("part", ()))
        return [part for part in Part if part in asked]

    @property
    def has_rows(self) -> bool:
        """Whether it grows with the number of cycles."""
        return not OF_ROWS.isdisjoint(self.parts)

    @property
    def language(self) -> str:
        """The language it is to be written in."""
        language: str = self._cleaned.get("language") or settings.LANGUAGE_CODE
        return language

    @property
    def order(self) -> Order:
        return Order(self._cleaned["order"] or Order.REGION)

    @property
    def since(self) -> dt.date:
        """The first day of which follow-ups are told."""
        asked: dt.date | None = self._cleaned["since"]
        return asked or self.on - dt.timedelta(days=DAYS_BACK)

    @property
    def template(self) -> Template | None:
        """The organization's own, for a DOCX."""
        asked: Template | None = self._cleaned["template"]
        return asked

    @property
    def title(self) -> str:
        return self._cleaned.get("title") or _("Status report")

    @property
    def notes(self) -> Iterator[str]:
        """The paragraphs of the author's own."""
        lines = self._cleaned["note"].replace("\r\n", "\n").split("\n\n")
        return (" ".join(line.split()) for line in lines if line.strip())

    @cached_property
    def states(self) -> set[str]:
        """The states to which the filter keeps; none where it keeps all."""
        return set(self.register.filter.form.cleaned_data["state"])

    @property
    def entries(self) -> QuerySet[Entry]:
        """What was logged by the day and may stand here: for nobody in particular nothing confidential."""
        entries = Entry.objects.known(on=self.on)
        return entries.visible_to(self.person) if self.person else entries.open_to_all()

    @property
    def in_words(self) -> str:
        """How much there is, of what, as at which day."""
        day = date_format(self.on, "DATE_FORMAT")
        words = _("%(cycles)s as at %(day)s: %(filter)s")
        cycles = self.register.counted(self.number)
        return words % {"cycles": cycles, "day": day, "filter": self.register.in_words}

    @property
    def is_cut(self) -> bool:
        """Whether some list of it may be longer than is shown."""
        return self.most is not None and self.has_rows and self.number > self.most

    @cached_property
    def query(self) -> QueryDict:
        """The shortest query that asks for the same report, made on the same day."""
        query = QueryDict(mutable=True)
        if self.taken_over:
            query["view"] = str(self.taken_over.view.pk)
        else:
            for name, values in self.register.query.lists():
                if name in self.register.filter.form.fields:
                    query.setlist(name, values)
        for name in ("as_at", "language", "title", "note", "since", "order", "template"):
            if value := self.shown.get(name, "").strip():
                query[name] = value
        if self.parts != list(USUAL):
            query.setlist("part", self.shown.getlist("part"))
        return query

    @property
    def query_text(self) -> str:
        """The query as an address writes it."""
        return self.query.urlencode(safe="/,")

    @property
    def query_of_the_day(self) -> str:
        """The same with its day: made again later, it asks for the same report."""
        query = self.query.copy()
        query["as_at"] = self.on.isoformat()
        return query.urlencode(safe="/,")

    @property
    def presets(self) -> Iterator[tuple[Any, str]]:
        """Filters that are wanted often, each with the query that asks for it and all else as it is."""
        for preset in self.register.presets:
            query = self.settings
            query.update(QueryDict(preset.query))
            yield preset.words, query.urlencode(safe="/,")

    @property
    def settings(self) -> QueryDict:
        """What is asked beside the filter: what another view begins with."""
        query = self.query.copy()
        for name in (*self.register.filter.form.fields, "view"):
            query.pop(name, None)
        if asked := self.shown.get("as_at", "").strip():
            query["as_at"] = asked
        return query


def _taken_over(view: SavedView) -> TakenOver:
    """The whole filter of a view of cycles; of one of obligations what both registers know."""
    query = QueryDict(view.query, mutable=True)
    taken = TakenOver(view, query, "")
    if view.register == CycleRegister.name:
        return taken
    left = QueryDict(mutable=True)
    for name, values in list(query.lists()):
        if name not in OF_OBLIGATIONS and not name.startswith(PREFIX):
            if name not in ("columns", "sort", "per_page"):
                left.setlist(name, values)
            del query[name]
    return replace(taken, left_out=left.urlencode(safe="/,"))
