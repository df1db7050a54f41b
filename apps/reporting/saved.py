"""Saved views: keep what an address of a register asks for under a name, open it, count it.

CannotSave
├── NotUnderstood  the query asks for what is not there, or is too long
├── NameTaken      the person has one of this name
└── InUse          a calendar feed, or something else, holds it
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Model, ProtectedError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.obligations.models import CustomField

from .models import Bookmark, Feed, SavedView
from .registers import REGISTERS, Register

MOST_COUNTED = 12  # each is a count of its own
LONGEST_QUERY = 2000
PILLS, MOST_KNOWN = 8, 50


class CannotSave(Exception):
    """It is not possible; the message says why."""


class NotUnderstood(CannotSave):
    """The query asks for what is not there, or is too long to be kept."""


class NameTaken(CannotSave):
    """The person has a view of this register under this name."""


class InUse(CannotSave):
    """A calendar feed, or something else, holds the view."""


class ViewCount(NamedTuple):
    """How many rows a view has; None where its filter is not understood any more."""

    view: SavedView
    number: int | None


def opened(
    view: SavedView, *, on: dt.date, soon: int, own: Sequence[CustomField] | None = None
) -> Register:
    """The register as the view asks for it; it may have problems by now."""
    return REGISTERS[view.register](QueryDict(view.query), on=on, soon=soon, own=own)


def view_counts(person: User, *, on: dt.date, soon: int) -> list[ViewCount]:
    """The views whose rows `person` has counted on the desk, in the order of the menu.

    At most MOST_COUNTED; one query counts each.
    """
    views = SavedView.objects.visible_to(person).bookmarked_by(person)
    wanted = list(views.filter(bookmarks__on_desk=True, bookmarks__person=person)[:MOST_COUNTED])
    own = list(CustomField.objects.active()) if wanted else []
    return [ViewCount(view, _count(opened(view, on=on, soon=soon, own=own))) for view in wanted]


def _count(register: Register) -> int | None:
    return register.filter.qs.count() if register.is_valid else None


def shortest(register: str, query: str, *, on: dt.date, soon: int) -> str:
    """The shortest query that asks for the same as `query`. Raises NotUnderstood, quoting it."""
    asked = REGISTERS[register](QueryDict(query), on=on, soon=soon)
    if not asked.is_valid:
        raise NotUnderstood("\n".join(problem.words for problem in asked.problems))
    if len(asked.query_text) > LONGEST_QUERY:
        raise NotUnderstood(
            _("The address of this view has %(long)d characters: at most %(most)d can be kept.")
            % {"long": len(asked.query_text), "most": LONGEST_QUERY}
        )
    return asked.query_text


def keep(view: SavedView, *, by: User) -> SavedView:
    """Save it; one for an office is for the office of its owner. Raises NameTaken."""
    if view.scope != SavedView.Scope.OFFICE:
        view.office = None
    elif view.office is None:
        view.office = view.owner.office
    view._history_user = by  # type: ignore[attr-defined] # the same from a command as from a page
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError:
        raise NameTaken(name_taken(view.name)) from None
    return view


def name_taken(name: str) -> str:
    return _("There is a view “%(name)s” of this register already.") % {"name": name}


@transaction.atomic
def remove(view: SavedView, *, by: User) -> None:
    """Delete it, from everybody's menu too; the history keeps it. Raises InUse, whatever uses it."""
    feeds = Feed.objects.filter(view=view).select_for_update()
    if using := sum(feed.revoked_at is None for feed in feeds):
        words = ngettext(
            "%(number)d calendar feed holds “%(view)s”: revoke it first.",
            "%(number)d calendar feeds hold “%(view)s”: revoke them first.",
            using,
        )
        raise InUse(words % {"number": using, "view": view})
    Feed.objects.filter(view=view).delete()  # revoked ones: their addresses open nothing
    view._history_user = by  # type: ignore[attr-defined]
    try:
        view.delete()
    except ProtectedError as error:
        raise InUse(in_use(view, error.protected_objects)) from None


def in_use(view: SavedView, users: Iterable[Model]) -> str:
    """What uses the view, by kind and number: names of things of others are told to nobody."""
    kinds = Counter(str(one._meta.verbose_name_plural) for one in users)
    words = ", ".join(f"{kind} ({number})" for kind, number in kinds.items())
    return _("“%(view)s” is still used by %(users)s: change or delete them first.") % {
        "view": view,
        "users": words,
    }


@transaction.atomic
def arrange(view: SavedView, act: str, *, by: User) -> None:
    """Put the view in the menu of `by`, take it out, move it there, count it on the desk or not.

    `act` is add, remove, up, down, count or no-count; one that changes nothing does nothing.
    """
    mine = list(Bookmark.objects.filter(person=by).select_for_update().select_related("view"))
    at = next((n for n, mark in enumerate(mine) if mark.view == view), None)
    if at is None:
        if act == "add":
            # A second click may have come between.
            last = {"place": len(mine) + 1}
            Bookmark.objects.get_or_create(person=by, view=view, defaults=last)
        return
    if act == "remove":
        mine.pop(at).delete()
    elif act in ("count", "no-count"):
        mine[at].on_desk = act == "count"
    elif act in ("up", "down"):
        mark = mine.pop(at)
        mine.insert(max(0, at + (1 if act == "down" else -1)), mark)
    for place, mark in enumerate(mine, start=1):
        mark.place = place
    Bookmark.objects.bulk_update(mine, ["place", "on_desk"])


class ViewsOfRegister:
    """The saved views that stand above a register, and which of them it shows."""

    def __init__(self, register: Register, person: User) -> None:
        self.register, self.person = register, person

    @cached_property
    def known(self) -> list[SavedView]:
        name, first = self.register.name, self.register.view_key
        return list(SavedView.objects.for_register(name, self.person, first=first)[:MOST_KNOWN])

    @cached_property
    def current(self) -> SavedView | None:
        """The one from which the address began; else one that asks for exactly this."""
        key, query = self.register.view_key, self.register.query_text
        for view in self.known:
            if view.pk == key or (key is None and query and view.query == query):
                return view
        return None

    @property
    def is_changed(self) -> bool:
        """Whether something else is asked for than the current view says."""
        return self.current is not None and self.register.query_text != self.current.query

    @property
    def may_overwrite(self) -> bool:
        return self.current is not None and self.current.may_be_changed_by(self.person)

    @property
    def pills(self) -> list[SavedView]:
        return self.known[:PILLS]
