"""Findings that an officer approves before they stand (setting FINDINGS_NEED_APPROVAL).

CannotDo
└── CannotDecide        the message says why
    ├── AlreadyWaiting  another person's finding waits on the same obligation
    ├── OwnFinding      nobody approves their own
    ├── FoundMeanwhile  another finding stands than when it was proposed
    └── AlreadyDecided  it was approved or sent back meanwhile
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.obligations.codes import State
from apps.obligations.models import FindingProposal, Obligation
from apps.obligations.review import CannotDo, locked

from .models import Notice
from .notify import notify


class CannotDecide(CannotDo):
    """The finding cannot be proposed, approved or sent back."""


class AlreadyWaiting(CannotDecide):
    """One finding waits on an obligation at a time."""


class OwnFinding(CannotDecide):
    """Nobody decides on what they found themselves."""


class FoundMeanwhile(CannotDecide):
    """Who proposed it did not know of the finding that stands by now."""


class AlreadyDecided(CannotDecide):
    """It was approved or sent back already."""


def approvers(obligation: Obligation) -> list[User]:
    """Who may approve findings: those in or above the lead office, or all where there are none."""
    found = User.objects.who_may("obligations.approve_finding").select_related("office")
    near = [person for person in found if person.leads_for(obligation.lead)]
    return near or list(found)


@transaction.atomic
def propose(
    obligation: Obligation, *, finding: str, source: str, on: dt.date, by: User, at: dt.datetime
) -> FindingProposal:
    """Let the finding wait for approval; the person's own waiting one is replaced by it.

    `obligation` is locked; `on` is the day of the finding. Raises AlreadyWaiting.
    """
    waiting = FindingProposal.objects.waiting().filter(obligation=obligation).first()
    if waiting and waiting.found_by != by:
        raise AlreadyWaiting(
            _("A finding of %(person)s waits for approval: “%(finding)s”.")
            % {"person": waiting.found_by, "finding": waiting.get_finding_display()}
        )
    proposal = waiting or FindingProposal(obligation=obligation, found_by=by)
    proposal.finding, proposal.source, proposal.found_on = finding, source, on
    _save(proposal, by=by)
    people = approvers(obligation)
    _tell(people, proposal, f"waiting:{obligation.version}", note=source, by=by, at=at)
    return proposal


@transaction.atomic
def approve(pk: int, *, by: User, at: dt.datetime) -> FindingProposal:
    """Let the finding stand, as its finder's. Raises CannotDecide and those below it."""
    obligation, proposal = _locked(pk, by=by)
    if obligation.state != State.ACCEPTED:
        raise CannotDecide(_("%(obligation)s is not open.") % {"obligation": obligation})
    _must_be_as_proposed_on(obligation, proposal)
    obligation = locked(obligation.pk, obligation.version, by=by)
    obligation.finding, obligation.finding_source = proposal.finding, proposal.source
    obligation.finding_on, obligation.finding_by = proposal.found_on, proposal.found_by
    obligation.save()
    _decide(proposal, FindingProposal.State.APPROVED, by=by, at=at)
    _tell([proposal.found_by], proposal, "approved", by=by, at=at)
    return proposal


@transaction.atomic
def send_back(pk: int, *, reason: str, by: User, at: dt.datetime) -> FindingProposal:
    """Say why the finding does not stand. Raises OwnFinding, AlreadyDecided."""
    _obligation, proposal = _locked(pk, by=by)
    _decide(proposal, FindingProposal.State.REFUSED, by=by, at=at, reason=reason)
    _tell([proposal.found_by], proposal, "refused", note=reason, by=by, at=at)
    return proposal


def _locked(pk: int, *, by: User) -> tuple[Obligation, FindingProposal]:
    """The obligation first, as everywhere, then the waiting finding."""
    keys = FindingProposal.objects.filter(pk=pk).values("obligation")
    obligation = Obligation.objects.select_for_update(of=("self",), no_key=True).get(pk__in=keys)
    found = FindingProposal.objects.select_for_update(of=("self",), no_key=True)
    proposal = found.select_related("found_by", "decided_by").get(pk=pk)
    if proposal.state != FindingProposal.State.WAITING:
        raise AlreadyDecided(
            _("%(person)s decided on it before you: it is %(state)s.")
            % {"person": proposal.decided_by, "state": proposal.get_state_display()}
        )
    if proposal.found_by == by:
        raise OwnFinding(_("You found it yourself: somebody else has to decide on it."))
    return obligation, proposal


def _must_be_as_proposed_on(obligation: Obligation, proposal: FindingProposal) -> None:
    """Raise FoundMeanwhile where the finding that stands is newer than the proposal."""
    proposed_at = proposal.history.latest().history_date
    then = obligation.history.filter(history_date__lte=proposed_at).first()
    names = ("finding", "finding_source", "finding_on", "finding_by_id")
    if then and any(getattr(then, name) != getattr(obligation, name) for name in names):
        raise FoundMeanwhile(
            _("Since it was proposed, another finding was made: “%(finding)s”. Send this one back.")
            % {"finding": obligation.get_finding_display()}
        )


def _decide(
    proposal: FindingProposal,
    state: FindingProposal.State,
    *,
    by: User,
    at: dt.datetime,
    reason: str = "",
) -> None:
    """Keep the decision; nobody needs to read any more that it waits."""
    waiting = Notice.objects.pending().filter(
        obligation=proposal.obligation_id, key__startswith=f"finding:{proposal.pk}:waiting:"
    )
    waiting.update(cancelled_at=at)
    proposal.state, proposal.reason = state, reason
    proposal.decided_by, proposal.decided_at = by, at
    _save(proposal, by=by)


def _save(proposal: FindingProposal, *, by: User) -> None:
    proposal._history_user = by  # type: ignore[attr-defined]
    proposal.save()


def _tell(
    people: Iterable[User],
    proposal: FindingProposal,
    what: str,
    *,
    by: User,
    at: dt.datetime,
    note: str = "",
) -> None:
    about: dict[str, Any] = {"obligation": proposal.obligation, "by": by, "created_at": at}
    words = f"{proposal.get_finding_display()}: {note}" if note else proposal.get_finding_display()
    notify(
        people,
        kind=Notice.Kind.FINDING,
        key=f"finding:{proposal.pk}:{what}",
        note=words[:300],
        **about,
    )
