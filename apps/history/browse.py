"""Page through changes by key: the hundredth page costs what the first does."""

import datetime as dt
import re
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Change
from .models.change import ChangeQuerySet

PER_PAGE = 50
MOST_COUNTED = 10_000
FEW = 500
PLACE = re.compile(r"(\d{1,17})-(\d{1,18})")  # microseconds since 1970, and the key
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class NoSuchPage(ValueError):
    """What an address gives as the place of a page is none; the message quotes it."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of changes, newest first, with what leads to its neighbours."""

    changes: list[Change]
    number: int
    """How many there are on all pages; MOST_COUNTED + 1 for whatever is more."""
    newer: str
    """Query of the address of the page before; empty where there is none."""
    older: str
    newest: str

    @property
    def count(self) -> str:
        """How many there are, in words."""
        if self.number > MOST_COUNTED:
            return _("More than %(number)s changes") % {
                "number": number_format(MOST_COUNTED, force_grouping=True)
            }
        found = ngettext("%(number)d change", "%(number)d changes", self.number)
        return found % {"number": self.number}


def leaf(changes: ChangeQuerySet, asked: QueryDict, *, often: ChangeQuerySet | None = None) -> Leaf:
    """The page of `changes` that the address asks for by `before` or `after`. Raises NoSuchPage.

    `often` asks for the same in the way that is quick where they are many.
    """
    number = changes.order_by()[: MOST_COUNTED + 1].count()
    if number <= FEW:  # else the database may walk the whole order to find them
        keys = changes.order_by().values_list("pk", flat=True)[:FEW]
        changes = Change.objects.filter(pk__in=list(keys))
    elif often is not None:
        changes = often
    rows = changes.for_list()
    if backward := asked.get("after"):
        at, key = _place(backward)
        found = list(rows.after(at, key).order_by("at", "pk")[: PER_PAGE + 1])
        shown = found[:PER_PAGE][::-1]
        newer, older = len(found) > PER_PAGE, True
    else:
        if forward := asked.get("before"):
            rows = rows.before(*_place(forward))
        found = list(rows.newest_first()[: PER_PAGE + 1])
        shown = found[:PER_PAGE]
        newer, older = bool(forward), len(found) > PER_PAGE
    return Leaf(
        shown,
        number,
        _address(asked, "after", shown[0]) if newer and shown else "",
        _address(asked, "before", shown[-1]) if older and shown else "",
        f"?{without(asked).urlencode()}",
    )


def without(asked: QueryDict, *names: str) -> QueryDict:
    """What is asked without these names, from its first page."""
    query = asked.copy()
    for name in (*names, "before", "after"):
        query.pop(name, None)
    return query


def _place(text: str) -> tuple[dt.datetime, int]:
    match = PLACE.fullmatch(text)
    if match is None:
        raise NoSuchPage(
            _("“%(text)s” is no place in the history. Begin again with the newest changes.")
            % {"text": text}
        )
    try:
        return EPOCH + dt.timedelta(microseconds=int(match[1])), int(match[2])
    except OverflowError:
        return EPOCH, int(match[2])


def _address(asked: QueryDict, side: str, change: Change) -> str:
    query = without(asked)
    query[side] = f"{(change.at - EPOCH) // dt.timedelta(microseconds=1)}-{change.pk}"
    return f"?{query.urlencode()}"
