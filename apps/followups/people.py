"""Find people as they are typed: by name or e-mail address, "me", and by an @ in a text."""

import re
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from apps.accounts.models import User

# An @ that begins a word, and the words after it; in an e-mail address it stands inside one.
AT = re.compile(r"(?<![\w@.+-])@(?=\w)([\w.+-]+@[\w.-]+|[^\n@]{1,150})")
MOST_MENTIONS = 20
SUGGESTED = 8


class NoSuchPerson(ValueError):
    """Nobody, or more than one, is meant by what was typed; the message quotes it."""


def who_may_log() -> QuerySet[User]:
    """Active people who may write in the log of some obligation."""
    return User.objects.who_may("followups.add_entry")


def suggested(typed: str, people: QuerySet[User]) -> QuerySet[User]:
    """The first few of `people` of whose name a word begins with `typed`, or their address does."""
    begins = Q(name__istartswith=typed) | Q(name__icontains=f" {typed}")
    return people.filter(begins | Q(email__istartswith=typed)).order_by("name", "pk")[:SUGGESTED]


def find_person(typed: str, people: QuerySet[User], *, me: User) -> User:
    """The one of `people` with this name or address; "me" is `me`. Raises NoSuchPerson."""
    if typed.casefold() in {pgettext("person", "me").casefold(), "me"}:
        typed = me.email
    if match := re.search(r"<([^<>]+)>\s*$", typed):
        typed = match[1]
    found = list(people.filter(Q(name__iexact=typed) | Q(email__iexact=typed))[:2])
    found = found or list(suggested(typed, people)[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise NoSuchPerson(
            _("“%(typed)s” may be several people: type the e-mail address.") % {"typed": typed}
        )
    raise NoSuchPerson(
        _("Nobody who can be chosen here is called “%(typed)s”. Type a name or an e-mail address.")
        % {"typed": typed}
    )


def mentioned_in(text: str) -> list[User]:
    """The active people whom `text` mentions by an @, each once, in one query.

    The longest name wins: "@Anna Berg" is not Anna. Raises NoSuchPerson, quoting the words.
    """
    tails = [match[1] for match in AT.finditer(text)][: MOST_MENTIONS + 1]
    if len(tails) > MOST_MENTIONS:
        raise NoSuchPerson(_("At most %d people are mentioned in one entry.") % MOST_MENTIONS)
    if not tails:
        return []
    firsts = {re.split(r"\s", tail, maxsplit=1)[0].rstrip(".,;:!?)") for tail in tails}
    begins = Q()
    for first in firsts:
        begins |= Q(name__istartswith=first) | Q(email__iexact=first) | Q(email__istartswith=first)
    candidates = list(User.objects.active().filter(begins).order_by("pk")[:500])
    found = [_longest(tail, candidates) for tail in tails]
    return list({person.pk: person for person in found}.values())


def _longest(tail: str, candidates: Iterable[User]) -> User:
    """The one candidate with whose name or address `tail` begins. Raises NoSuchPerson."""
    whole = tail.casefold()
    best: list[User] = []
    longest = 0
    for person in candidates:
        for name in filter(None, (person.name, person.email)):
            begins = re.match(rf"{re.escape(name.casefold())}(?!\w)", whole)
            if begins and len(name) >= longest:
                best = [person] if len(name) > longest else [*best, person]
                longest = len(name)
    if len(best) == 1:
        return best[0]
    words = f"@{' '.join(tail.split()[:2])}"
    if best:
        raise NoSuchPerson(
            _("“%(words)s” may be several people: write @ and the e-mail address.")
            % {"words": words}
        )
    raise NoSuchPerson(
        _("Nobody here is called “%(words)s”. Write a whole name after the @, or leave the @ out.")
        % {"words": words}
    )
