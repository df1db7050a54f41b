"""What an officer does with drafts. Every act names the version seen: nobody overwrites unseen.

CannotDo
├── Changed        somebody else changed it since it was shown
├── AlreadyPlanned its cycles are planned: close it instead
└── NoSuchPlace    a position that is not inside the text, or a paragraph, or the quote
"""

import datetime as dt
import re
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from apps.accounts.models import User
from apps.documents.models import Paragraph, Text

from .codes import State
from .extract import act_of, joined, next_number
from .models import Correction, Obligation, cadences_of

RESTORED = (
    "act",
    "verb_class",
    "addressee_codes",
    "deliverable",
    "recipients",
    "timing",
    "qualifiers",
    "series_id",
    "state",
    "reason",
    "decided_at",
    "decided_by_id",
    "lead_id",
    "responsible_id",
    "start",
    "end",
    "merged_into_id",
)


class CannotDo(Exception):
    """The act is not possible; the message says why."""


class Changed(CannotDo):
    """Somebody else changed the obligation since it was shown."""

    def __init__(self, current: Obligation) -> None:
        super().__init__(f"{current} was changed meanwhile")
        self.current = current


class AlreadyPlanned(CannotDo):
    """Cycles hang on it: it can be closed, not undone."""


class NoSuchPlace(CannotDo):
    """A position that does not lie where it has to."""


def locked(pk: int, version: int, *, by: User) -> Obligation:
    """The obligation, locked for this transaction, to be changed by `by`.

    Raises Changed if it is not at `version`.
    """
    obligation = Obligation.objects.select_for_update(of=("self",)).get(pk=pk)
    if obligation.version != version:
        raise Changed(obligation)
    obligation.version += 1
    obligation._history_user = by  # type: ignore[attr-defined] # the same from a command as from a page
    return obligation


@transaction.atomic
def accept(pk: int, version: int, *, by: User, at: dt.datetime) -> Obligation:
    """Make the draft an obligation, with the cadences its timing means. Raises Changed."""
    obligation = locked(pk, version, by=by)
    obligation.state, obligation.reason = State.ACCEPTED, ""
    obligation.decided_by, obligation.decided_at = by, at
    obligation.save()
    _replace_cadences(obligation, by=by)
    return obligation


@transaction.atomic
def reject(pk: int, version: int, *, by: User, at: dt.datetime, reason: str) -> Obligation:
    """Say that the draft is no ask, and why. Raises Changed, AlreadyPlanned."""
    obligation = locked(pk, version, by=by)
    _drop_cadences(obligation)
    obligation.state, obligation.reason = State.REJECTED, reason
    obligation.decided_by, obligation.decided_at = by, at
    obligation.save()
    return obligation


@transaction.atomic
def edit(pk: int, version: int, values: dict[str, Any], *, by: User) -> Obligation:
    """Correct the reading; `machine` stays as it was. Raises Changed, AlreadyPlanned."""
    obligation = locked(pk, version, by=by)
    was = (obligation.timing, obligation.series_id)
    for name, value in values.items():
        if name != "addressee_codes":
            setattr(obligation, name, value)
    if obligation.addressee_codes != values.get("addressee_codes", obligation.addressee_codes):
        _readdress(obligation, values["addressee_codes"])
    obligation.save()
    _note_corrections(obligation)
    if obligation.state == State.ACCEPTED and was != (obligation.timing, obligation.series_id):
        _replace_cadences(obligation, by=by)
    return obligation


@transaction.atomic
def add(paragraph: Paragraph, words: str, values: dict[str, Any], *, by: User) -> Obligation:
    """A draft for what the machine missed: these words of `paragraph`, however they are spaced.

    Raises NoSuchPlace, quoting the words, when they do not stand there.
    """
    start, end = find(paragraph, words)
    return _added(paragraph, start, end, values, by=by)


def find(paragraph: Paragraph, words: str, after: int = 0) -> tuple[int, int]:
    """Where `words` begin and end in the content of the paragraph's text, from `after` on.

    Raises NoSuchPlace.
    """
    spaced = r"\s*".join(re.escape(part) for part in words.split())
    match = (
        re.compile(spaced).search(paragraph.words, paragraph.place_of(after)) if spaced else None
    )
    if match is None:
        raise NoSuchPlace(
            f"“{words}” does not stand in paragraph {paragraph.reference}. "
            "Copy the words from the text."
        )
    return paragraph.source_of(match.start()), paragraph.source_of(match.end() - 1) + 1


@transaction.atomic
def split(pk: int, version: int, words: str, *, by: User) -> tuple[Obligation, Obligation]:
    """Two drafts out of one, the second beginning with `words`, with the same values.

    Raises Changed, NoSuchPlace.
    """
    first = locked(pk, version, by=by)
    at, _end = find(first.paragraph, words, first.start)
    if first.state != State.DRAFT or not first.start < at < first.end:
        raise NoSuchPlace(f"“{words}” does not stand inside the words of this draft.")
    end = first.end
    _set_range(first, first.paragraph.text, first.start, at)
    first.save()
    return first, _added(first.paragraph, at, end, first.values(), by=by)


@transaction.atomic
def merge(pk: int, version: int, *, by: User, at: dt.datetime) -> Obligation:
    """Make the draft and the one after it one ask; the second is rejected as part of the first.

    Raises Changed, NoSuchPlace when there is no draft after it.
    """
    first = locked(pk, version, by=by)
    later = Obligation.objects.drafts().filter(
        paragraph__text=first.paragraph.text, start__gt=first.start
    )
    second = later.select_for_update(of=("self",)).order_by("start", "pk").first()
    if first.state != State.DRAFT or second is None:
        raise NoSuchPlace("There is no draft after this one to merge it with.")
    _set_range(first, first.paragraph.text, first.start, max(first.end, second.end))
    for name in ("deliverable", "recipients", "timing", "qualifiers"):
        setattr(first, name, sorted({*getattr(first, name), *getattr(second, name)}))
    first.set_addressees(sorted({*first.addressee_codes, *second.addressee_codes}))
    first.save()
    _note_corrections(first)
    second.state, second.reason = State.REJECTED, f"Part of {first}"
    second.merged_into, second.decided_by, second.decided_at = first, by, at
    second.version += 1
    second.save()
    return first


@transaction.atomic
def undo(pk: int, version: int, *, by: User) -> Obligation:
    """Take back the last change, as a change of its own: the history keeps both.

    Raises Changed; NoSuchPlace when there is nothing to take back; AlreadyPlanned.
    """
    obligation = locked(pk, version, by=by)
    last = list(obligation.history.order_by("-history_date", "-history_id")[:2])
    if len(last) < 2:
        raise NoSuchPlace("Nothing was changed here yet.")
    codes = obligation.addressee_codes
    for name in RESTORED:
        setattr(obligation, name, getattr(last[1], name))
    _set_range(obligation, obligation.paragraph.text, obligation.start, obligation.end)
    if obligation.addressee_codes != codes:
        _readdress(obligation, obligation.addressee_codes)
    if obligation.state == State.ACCEPTED:
        _replace_cadences(obligation, by=by)
    else:
        _drop_cadences(obligation)
    obligation.save()
    _note_corrections(obligation)
    for merged in obligation.merged.filter(end__gt=obligation.end):
        merged.state, merged.reason, merged.merged_into = State.DRAFT, "", None
        merged.version += 1
        merged.save()
    return obligation


def _added(
    paragraph: Paragraph, start: int, end: int, values: dict[str, Any], *, by: User
) -> Obligation:
    text = paragraph.text
    quote = text.content[start:end].rstrip()
    words = joined(quote, text.language)
    obligation = Obligation(
        document=text.document,
        paragraph=paragraph,
        number=next_number(paragraph),
        start=start,
        end=start + len(quote),
        quote=quote,
        words=words,
        act=act_of(words),
        created_by=by,
        **values,
    )
    obligation.save()
    obligation.set_addressees(obligation.addressee_codes)
    return obligation


def _set_range(obligation: Obligation, text: Text, start: int, end: int) -> None:
    is_own_act = obligation.act == act_of(obligation.words)
    obligation.start, obligation.end = start, end
    obligation.quote = text.content[start:end]
    obligation.words = joined(obligation.quote, text.language)
    if is_own_act:
        obligation.act = act_of(obligation.words)


def _readdress(obligation: Obligation, codes: list[str]) -> None:
    """Keep the named actors of the codes that stay."""
    actors = [a.actor for a in obligation.addressees.select_related("actor") if a.actor]
    obligation.set_addressees(codes, [actor for actor in actors if actor.kind in codes])


def _note_corrections(obligation: Obligation) -> None:
    """Keep a row for each corrected field, so that the database can count them."""
    obligation.corrections.all().delete()
    Correction.objects.bulk_create(
        Correction(obligation=obligation, field=name) for name in obligation.corrected_fields
    )


def _replace_cadences(obligation: Obligation, *, by: User) -> None:
    _drop_cadences(obligation)
    for cadence in cadences_of(obligation):
        cadence.created_by = by
        cadence.save()


def _drop_cadences(obligation: Obligation) -> None:
    try:
        obligation.cadences.all().delete()
    except ProtectedError:
        raise AlreadyPlanned(
            f"The cycles of {obligation} are planned. Close it with a reason instead."
        ) from None
