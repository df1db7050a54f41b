"""Link one obligation to another, which a person names as people cite it.

CannotLink
├── NotFound       what was typed names no obligation here
└── SeveralFound   it names several
"""

import re
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.reading.symbols import normal_form
from apps.web.keys import as_key

from .models import Link, Obligation
from .models.obligation import ObligationQuerySet
from .organise import refuse_closed
from .review import CannotDo

_PAGE = re.compile(r"/obligations/([0-9]+)(?:/|$|[?#])")
_CITED = re.compile(
    r"(?P<symbol>[^\s¶§,]+(?:\s?\((?:19|20)\d\d\))?)"
    r"[\s,]*(?:¶+|§+|paragraphs?\b|paras?\b\.?|第)?\s*"
    r"(?P<place>[^¶§]*?)\s*段?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?P<label>.*?)\s*\((?P<number>[0-9]{1,4})\)")


class CannotLink(CannotDo):
    """The link is not possible; the message quotes what was typed."""


class NotFound(CannotLink):
    """What was typed names no obligation here."""


class SeveralFound(CannotLink):
    """What was typed names more than one."""


class Seen(NamedTuple):
    """A link as one of its two obligations shows it."""

    link: Link
    words: str
    other: Obligation


def links_of(obligation: Obligation) -> list[Seen]:
    """The links of `obligation`, whichever end it is; one query."""
    return [Seen(link, *link.seen_from(obligation)) for link in Link.objects.of(obligation)]


@transaction.atomic
def link(source: Obligation, kind: str, typed: str, *, note: str = "", by: User) -> Link:
    """Link `source` to the obligation that `typed` names.

    Raises NotFound, SeveralFound, CannotLink where they are one or are linked so already, CannotDo
    when `source` is not open.
    """
    refuse_closed(source)
    target = named(typed)
    if target == source:
        raise CannotLink(_("“%(typed)s” is this obligation itself.") % {"typed": typed})
    already = CannotLink(
        _("“%(typed)s” is linked to this obligation already: %(kind)s.")
        % {"typed": typed, "kind": Link.Kind(kind).label}
    )
    if Link.objects.filter(source=target, target=source, kind=kind).exists():
        raise already
    made = Link(source=source, kind=kind, target=target, note=note, created_by=by)
    made._history_user = by  # type: ignore[attr-defined] # the same from a command as from a page
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        raise already from None
    return made


def unlink(link: Link, *, by: User) -> None:
    """Take the link away; the history keeps it. Raises CannotDo when its source is not open."""
    refuse_closed(link.source)
    link._history_user = by  # type: ignore[attr-defined]
    link.delete()


def named(typed: str) -> Obligation:
    """The obligation of the register that a person names by its reference, address or key.

    Raises NotFound, SeveralFound.
    """
    found = _keyed(typed) or cited(typed)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(
            _(
                "“%(typed)s” names no accepted obligation here. Type it as S/RES/2719 (2023) ¶ 3, "
                "or paste the address of its page."
            )
            % {"typed": typed}
        )
    raise SeveralFound(
        ngettext(
            "“%(typed)s” names %(number)d obligation.",
            "“%(typed)s” names %(number)d obligations: %(some)s. Name one of them.",
            len(found),
        )
        % {"typed": typed, "number": len(found), "some": "; ".join(map(str, found[:5]))}
    )


def _keyed(typed: str) -> list[Obligation]:
    """By the key, or the address of the page that has it."""
    text = typed.strip()
    match = _PAGE.search(text)
    key = as_key(match[1] if match else text)
    return [] if key is None else list(_whole().filter(pk=key))


def cited(typed: str) -> list[Obligation]:
    """Those of the register that `typed` cites: by the symbol of the document alone, or with the
    paragraph and the number in it; none where it is no citation.
    """
    match = _CITED.fullmatch(" ".join(typed.split()))
    if match is None:
        return []
    of_document = _whole().filter(document__symbols__normal=normal_form(match["symbol"]))
    if not match["place"]:
        return list(of_document.order_by("paragraph__position", "number"))
    place = re.sub(r"\s*\(", " (", match["place"]).strip()
    if numbered := _NUMBERED.fullmatch(place):
        at = _at(numbered["label"]) & Q(number=int(numbered["number"]))
        if found := list(of_document.filter(at)):
            return found
    found = list(of_document.filter(_at(place)).order_by("number"))
    # Without a number the first is meant: that is how the first is cited.
    return [one for one in found if one.number == 1] or found


def _at(label: str) -> Q:
    """In the paragraph that has this label, or this position where none is printed."""
    at = Q(paragraph__label__iexact=label)
    if label.isascii() and label.isdecimal() and len(label) < 6:
        at |= Q(paragraph__label="", paragraph__position=int(label))
    return at


def _whole() -> ObligationQuerySet:
    """Obligations of the register with what their reference says."""
    return Obligation.objects.tracked().select_related("document", "paragraph")
