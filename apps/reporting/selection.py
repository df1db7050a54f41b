"""Rows that a person selected in a register: one by one, or all that its query finds.

CannotSelect
├── NothingSelected
├── NotASelection    what was sent names no rows, or asks what is not understood
└── TooManySelected
"""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.obligations.models import Obligation
from apps.obligations.models.obligation import ObligationQuerySet
from apps.web.keys import as_key

from .models import Cycle
from .registers import REGISTERS, Register


class CannotSelect(ValueError):
    """Nothing can be done with these rows; the message says why and what to do."""


class NothingSelected(CannotSelect):
    """No row was selected, or none of those selected is in the register."""


class NotASelection(CannotSelect):
    """What was sent is no list of rows; the message quotes it."""


class TooManySelected(CannotSelect):
    """More rows than are changed at once."""


@dataclass(frozen=True)
class Selection:
    """Rows of `register`: those of `keys`, or where that is None all that its query finds.

    `shown` is how many the page said they were when the person chose all of them.
    """

    register: Register
    keys: tuple[int, ...] | None
    shown: int | None = None

    @classmethod
    def of(cls, name: str, given: QueryDict, *, on: dt.date, soon: int, most: int) -> Self:
        """What the form of a register sent: `query`, `all`, `row` and `rows`. Raises CannotSelect."""
        query = QueryDict(given.get("query", "").removeprefix("?"))
        register = REGISTERS[name](query, on=on, soon=soon)
        if not register.is_valid:
            words = "; ".join(problem.words for problem in register.problems)
            raise NotASelection(_("The filter is not understood: %(words)s") % {"words": words})
        if shown := given.get("all", ""):
            found = cls(register, None, _number(shown))
        else:
            typed = [*given.getlist("row"), *given.get("rows", "").split(",")]
            found = cls(register, tuple(dict.fromkeys(_number(key) for key in typed if key)))
        found._refuse(most)
        return found

    def _refuse(self, most: int) -> None:
        number = self.count if self.keys is None else len(self.keys)
        if number > most:
            raise TooManySelected(
                _(
                    "%(number)d rows are selected; at most %(most)d are changed at once. "
                    "Narrow the filter, and take the rest after it."
                )
                % {"number": number, "most": most}
            )
        if not self.count:
            raise NothingSelected(_("No row is selected. Tick rows in the register first."))

    @cached_property
    def rows(self) -> QuerySet[Any]:
        """The rows as they are now, in no order."""
        if self.keys is None:
            return self.register.filter.qs.order_by()  # type: ignore[no-any-return]
        return self.register.all_rows().filter(pk__in=self.keys).order_by()

    @cached_property
    def count(self) -> int:
        return self.rows.count()

    def obligations(self) -> ObligationQuerySet:
        """The obligations of the rows, each once."""
        key = "obligation" if self.rows.model is Cycle else "pk"
        return Obligation.objects.filter(pk__in=self.rows.values(key))

    @property
    def in_words(self) -> str:
        return self.register.counted(self.count)

    @property
    def warning(self) -> str:
        """What is not as the person saw it: other rows match now, or some are not here."""
        if self.keys is None:
            if self.shown == self.count:
                return ""
            return _("When you chose all, %(shown)d matched; now it is %(number)d.") % {
                "shown": self.shown,
                "number": self.count,
            }
        missing = len(self.keys) - self.count
        if not missing:
            return ""
        return ngettext(
            "%(number)d of the rows selected is not in this register.",
            "%(number)d of the rows selected are not in this register.",
            missing,
        ) % {"number": missing}

    @property
    def fields(self) -> dict[str, str]:
        """The selection as fields of a form that `of` understands."""
        fields = {"query": self.register.query.urlencode()}
        if self.keys is None:
            return {**fields, "all": str(self.shown)}
        return {**fields, "rows": ",".join(map(str, self.keys))}


def _number(text: str) -> int:
    """A key or a count. Raises NotASelection, quoting the text."""
    number = as_key(text)
    if number is not None:
        return number
    raise NotASelection(
        _("“%(text)s” is no row of a register. Go back and select again.") % {"text": text[:50]}
    )
