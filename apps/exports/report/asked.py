"""A status report as an address asks for it: which cycles, as at which day, what of them."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.dashboards.scope import query_of_view
from apps.exports.models import Template
from apps.followups.models import Entry
from apps.reporting.chips import in_one_line
from apps.reporting.models import Day, Extension, SavedView, TimingState
from apps.reporting.own_filters import PREFIX
from apps.reporting.problems import Problem, problems_of
from apps.reporting.registers import CycleRegister
from apps.web.keys import as_key

from .form import USUAL, Order, Part, ReportForm

DAYS_BACK = 30
AS_AT = "as_at"
LONGEST_QUERY = 4_000
"""Characters of a query that a file made in the background, or on a schedule, can keep."""
OF_ROWS = {Part.TABLE, Part.OVERDUE, Part.DERIVATIONS, Part.ANNEX, Part.FOLLOW_UPS}
"""Parts that grow with the number of cycles."""


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
            shown.setlist("part", self.usual)
        if not query.get("language"):
            shown["language"] = language
        self.form = ReportForm(shown)
        self.form.is_valid()

    @cached_property
    def usual(self) -> list[Part]:
        """The parts that it has where the address names none."""
        is_overdue = self.register.is_valid and self.states == {TimingState.OVERDUE}
        return [part for part in USUAL if part != Part.TABLE or not is_overdue]

    @cached_property
    def taken_over(self) -> SavedView | None:
        """The saved view that gives the filter, where the address gives none of its own.

        As in the registers, a view beside a filter only says where it began.
        """
        names = set(CycleRegister.filter_class.get_filters()) - {AS_AT}
        own = (name for name in self.given if name in names or name.startswith(PREFIX))
        is_own = any(text.strip() for name in own for text in self.given.getlist(name))
        return None if is_own else self._view

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
        """The register of cycles with the same filter, as at the same day."""
        query = self.given
        if self.taken_over:
            query = query_of_view(self.taken_over)
            if day := self.given.get(AS_AT, "").strip():
                query[AS_AT] = day
        return CycleRegister(query, on=self.today, soon=settings.DUE_SOON_DAYS)

    @property
    def day(self) -> Day:
        """The day as at which it speaks."""
        return self.register.day

    @property
    def on(self) -> dt.date:
        return self.register.on

    @property
    def cycles(self) -> QuerySet[Any]:
        """Those in scope, each with its `state` on the day; in no order."""
        found: QuerySet[Any] = self.register.filter.qs
        return found.order_by()

    @property
    def rows(self) -> QuerySet[Any]:
        """The same with all that is told of each: of what moved its date only what was known on the day."""
        moved = Extension.objects.filter(recorded_on__lte=self.on).select_related("basis_document")
        return self.cycles.prefetch_related(None).prefetch_related(
            "obligation__addressees__actor", Prefetch("extensions", moved)
        )

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
            found += self.register.problems
        elif self.form.is_valid() and self.since > self.on:
            words = _("This is after the day of the report.")
            label = self.form.fields["since"].label
            found.append(Problem(f"{label}: “{self.given['since']}” – {words}", "id_since"))
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

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is asked for beside the day."""
        return any(chip.name != AS_AT for chip in self.register.filter.chips)

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
        return words % {"cycles": cycles, "day": day, "filter": self.filter_in_words}

    @property
    def filter_in_words(self) -> str:
        """What is asked for beside the day."""
        return in_one_line(chip for chip in self.register.filter.chips if chip.name != AS_AT)

    @property
    def is_cut(self) -> bool:
        """Whether some list of it may be longer than is shown."""
        return self.most is not None and self.has_rows and self.number > self.most

    @cached_property
    def query(self) -> QueryDict:
        """The shortest query that asks for the same report, made on the same day."""
        query = QueryDict(mutable=True)
        fields = self.register.filter.form.fields
        if self.taken_over:
            query["view"] = str(self.taken_over.pk)
            fields = {AS_AT: fields[AS_AT]}
        for name, values in self.register.query.lists():
            if name in fields:
                query.setlist(name, values)
        for name in ("language", "title", "note", "since", "order", "template"):
            if value := self.shown.get(name, "").strip():
                query[name] = value
        if self.parts != self.usual:
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
        query[AS_AT] = self.on.isoformat()
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
        for name in {*self.register.filter.form.fields, "view"} - {AS_AT}:
            query.pop(name, None)
        return query
