"""What an officer does with drafts. Every act names the version seen: nobody overwrites unseen.

CannotDo
├── Changed        somebody else changed it since it was shown
├── NotReadable    its timing gives no cadence
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
from .timing import UnreadableTiming


class CannotDo(Exception):
    """The act is not possible; the message says why."""


class Changed(CannotDo):
    """Somebody else changed the obligation since it was shown."""

    def __init__(self, current: Obligation) -> None:
        super().__init__(f"{current} was changed meanwhile")
        self.current = current


class AlreadyPlanned(CannotDo):
    """Cycles hang on it: it can be closed, not undone."""


class NotReadable(CannotDo):
    """The timing is not one that dates can be made of."""


class NoSuchPlace(CannotDo):
    """A position that does not lie where it has to."""


def locked(pk: int, version: int, *, by: User) -> Obligation:
    """The obligation, locked for this transaction, to be changed by `by`.

    Raises Changed if it is not at `version`.
    """
    obligation = Obligation.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)
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
    replace_cadences(obligation, by=by)
    return obligation


@transaction.atomic
def reject(pk: int, version: int, *, by: User, at: dt.datetime, reason: str) -> Obligation:
    """Say that the draft is no ask, and why. Raises Changed, AlreadyPlanned."""
    obligation = locked(pk, version, by=by)
    drop_cadences(obligation)
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
        readdress(obligation, values["addressee_codes"])
    obligation.save()
    note_corrections(obligation)
    if obligation.state == State.ACCEPTED and was != (obligation.timing, obligation.series_id):
        replace_cadences(obligation, by=by)
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
    set_range(first, first.paragraph.text, first.start, at)
    first.save()
    return first, _added(first.paragraph, at, end, first.values(), by=by)


@transaction.atomic
def merge(pk: int, version: int, *, by: User, at: dt.datetime) -> Obligation:
    """Make the draft and the one after it one ask; the second is rejected as part of the first.

    Raises Changed, NoSuchPlace when there is no draft after it.
    """
    first = locked(pk, version, by=by)
    later = Obligation.objects.exclude(state=State.REJECTED).filter(
        paragraph=first.paragraph, start__gt=first.start
    )
    second = later.select_for_update(of=("self",), no_key=True).order_by("start", "pk").first()
    if first.state != State.DRAFT or second is None or second.state != State.DRAFT:
        raise NoSuchPlace("The next ask of this paragraph is no draft: there is nothing to merge.")
    set_range(first, first.paragraph.text, first.start, max(first.end, second.end))
    for name in ("deliverable", "recipients", "timing", "qualifiers"):
        setattr(first, name, sorted({*getattr(first, name), *getattr(second, name)}))
    first.set_addressees(sorted({*first.addressee_codes, *second.addressee_codes}))
    first.save()
    note_corrections(first)
    second.state, second.reason = State.REJECTED, f"Part of {first}"
    second.merged_into, second.decided_by, second.decided_at = first, by, at
    second.version += 1
    second.save()
    return first


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


def set_range(obligation: Obligation, text: Text, start: int, end: int) -> None:
    """Quote the characters `start` to `end`; an act that nobody reworded follows. Saves nothing."""
    is_own_act = obligation.act == act_of(obligation.words)
    obligation.start, obligation.end = start, end
    obligation.quote = text.content[start:end]
    obligation.words = joined(obligation.quote, text.language)
    if is_own_act:
        obligation.act = act_of(obligation.words)


def readdress(obligation: Obligation, codes: list[str]) -> None:
    """Keep the named actors of the codes that stay."""
    actors = [a.actor for a in obligation.addressees.select_related("actor") if a.actor]
    obligation.set_addressees(codes, [actor for actor in actors if actor.kind in codes])


def note_corrections(obligation: Obligation) -> None:
    """Keep a row for each corrected field, so that the database can count them."""
    obligation.corrections.all().delete()
    Correction.objects.bulk_create(
        Correction(obligation=obligation, field=name) for name in obligation.corrected_fields
    )


def replace_cadences(obligation: Obligation, *, by: User) -> None:
    """Give it the cadences its timing means. Raises NotReadable, AlreadyPlanned."""
    drop_cadences(obligation)
    try:
        cadences = cadences_of(obligation)
    except UnreadableTiming as error:
        raise NotReadable(str(error)) from None
    for cadence in cadences:
        cadence.created_by = by
        cadence.save()


def drop_cadences(obligation: Obligation) -> None:
    """Take its cadences away. Raises AlreadyPlanned."""
    try:
        obligation.cadences.all().delete()
    except ProtectedError:
        raise AlreadyPlanned(
            f"The cycles of {obligation} are planned. Close it with a reason instead."
        ) from None
