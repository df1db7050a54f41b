"""Hand an obligation over: one office offers it, the other accepts, and only then does the lead move.

CannotDo
└── CannotHandOver      the message says why
    ├── AlreadyOffered  it waits for another office to accept it
    └── AlreadyDecided  somebody accepted, declined or withdrew it meanwhile
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.accounts.models import Office, User
from apps.obligations.codes import State
from apps.obligations.models import Obligation
from apps.obligations.review import CannotDo, locked

from .models import Handover, Notice
from .notify import notify, tell_responsible
from .people import who_may_log


class CannotHandOver(CannotDo):
    """It cannot be offered, or the offer cannot be decided on."""


class AlreadyOffered(CannotHandOver):
    """One offer waits at a time."""


class AlreadyDecided(CannotHandOver):
    """It was accepted, declined or withdrawn already."""


def receivers(office: Office) -> QuerySet[User]:
    """Those who may accept what is offered to `office`: in it or above it, and may log."""
    keys = [int(key) for key in office.path.split("/") if key]
    return who_may_log().filter(office__in=keys)


def heirs(office: Office) -> QuerySet[User]:
    """Those who may become responsible for what `office` takes over: in it or below it, and may log."""
    return who_may_log().filter(office__in=Office.objects.under(office))


@transaction.atomic
def offer(
    pk: int,
    *,
    to_office: Office,
    to_person: User | None = None,
    note: str,
    by: User,
    at: dt.datetime,
) -> Handover:
    """Offer the obligation to an office, and in it to a person; tell whom it concerns.

    Raises AlreadyOffered, CannotHandOver.
    """
    obligation = Obligation.objects.select_for_update(of=("self",), no_key=True).get(pk=pk)
    _must_be_open(obligation)
    if obligation.lead == to_office:
        raise CannotHandOver(_("%(office)s leads it already.") % {"office": to_office})
    waiting = Handover.objects.waiting().filter(obligation=obligation).first()
    if waiting:
        raise AlreadyOffered(
            _("It waits for %(office)s to accept it: withdraw that offer first.")
            % {"office": waiting.to_office}
        )
    handover = Handover(
        obligation=obligation,
        from_office=obligation.lead,
        to_office=to_office,
        to_person=to_person,
        note=note,
        offered_at=at,
        offered_by=by,
    )
    _save(handover, by=by)
    _tell(_told(to_office, to_person), handover, "offered", by=by, at=at)
    return handover


def _told(office: Office, named: User | None) -> Iterable[User]:
    """The person it is offered to, and where that person cannot accept it, those who can.

    They are the people of the office, or those above it where nobody in it may log.
    """
    found = list(receivers(office))
    if named in found:
        return [named]
    people = [person for person in found if person.office_id == office.pk] or found
    return [named, *people] if named else people


@transaction.atomic
def accept(pk: int, *, responsible: User | None = None, by: User, at: dt.datetime) -> Handover:
    """Take it over: the office leads from now on, and `responsible` is responsible.

    Without one it is the person to whom it was offered, else who accepts. Raises AlreadyDecided;
    CannotHandOver when the lead was changed since it was offered, or the obligation is closed.
    """
    obligation, handover = _locked(pk)
    _must_be_open(obligation)
    if obligation.lead_id != handover.from_office_id:
        raise CannotHandOver(
            _("%(office)s leads it by now: it has to be offered anew.")
            % {"office": obligation.lead or _("Nobody")}
        )
    obligation = locked(obligation.pk, obligation.version, by=by)
    obligation.lead = handover.to_office
    named = handover.to_person if handover.to_person and handover.to_person.is_active else None
    obligation.responsible = responsible or named or by
    obligation.save()
    _decide(handover, Handover.State.ACCEPTED, by=by, at=at)
    _tell([handover.offered_by], handover, "accepted", by=by, at=at)
    tell_responsible(obligation, handover=handover, by=by, at=at)
    return handover


@transaction.atomic
def decline(pk: int, *, reason: str, by: User, at: dt.datetime) -> Handover:
    """Say that the office does not take it over, and why. Raises AlreadyDecided."""
    _obligation, handover = _locked(pk)
    _decide(handover, Handover.State.DECLINED, by=by, at=at, reason=reason)
    _tell([handover.offered_by], handover, "declined", by=by, at=at, note=reason)
    return handover


@transaction.atomic
def withdraw(pk: int, *, by: User, at: dt.datetime) -> Handover:
    """Take the offer back. Raises AlreadyDecided."""
    _obligation, handover = _locked(pk)
    _decide(handover, Handover.State.WITHDRAWN, by=by, at=at)
    _tell([handover.offered_by], handover, "withdrawn", by=by, at=at)
    return handover


def _must_be_open(obligation: Obligation) -> None:
    if obligation.state != State.ACCEPTED:
        raise CannotHandOver(_("%(obligation)s is not open.") % {"obligation": obligation})


def _locked(pk: int) -> tuple[Obligation, Handover]:
    """The obligation first, as everywhere, then the waiting offer. Raises AlreadyDecided."""
    keys = Handover.objects.filter(pk=pk).values("obligation")
    obligation = Obligation.objects.select_for_update(of=("self",), no_key=True).get(pk__in=keys)
    related = ("from_office", "to_office", "to_person", "offered_by", "decided_by")
    offers = Handover.objects.select_for_update(of=("self",), no_key=True).select_related(*related)
    handover = offers.get(pk=pk)
    if handover.state != Handover.State.WAITING or handover.decided_at:
        raise AlreadyDecided(
            _("%(person)s decided on it before you, on %(day)s: it is %(state)s.")
            % {
                "person": handover.decided_by,
                "day": date_format(handover.decided_at) if handover.decided_at else "–",
                "state": handover.get_state_display(),
            }
        )
    return obligation, handover


def _decide(
    handover: Handover, state: Handover.State, *, by: User, at: dt.datetime, reason: str = ""
) -> None:
    """Keep the decision; nobody needs to read of the offer any more."""
    offered = Notice.objects.pending().filter(handover=handover)
    offered.update(cancelled_at=at)
    handover.state, handover.reason = state, reason
    handover.decided_by, handover.decided_at = by, at
    _save(handover, by=by)


def _save(handover: Handover, *, by: User) -> None:
    handover._history_user = by  # type: ignore[attr-defined]
    handover.save()


def _tell(
    people: Iterable[User],
    handover: Handover,
    what: str,
    *,
    by: User,
    at: dt.datetime,
    note: str = "",
) -> None:
    about: dict[str, Any] = {"obligation": handover.obligation, "handover": handover}
    notify(
        people,
        kind=Notice.Kind.HANDOVER,
        key=f"handover:{handover.pk}:{what}",
        note=(note or handover.note)[:300],
        by=by,
        created_at=at,
        **about,
    )
