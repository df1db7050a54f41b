"""End an obligation, and with it the wait for answers to its open cycles."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.obligations.codes import Finding, State
from apps.obligations.models import Obligation
from apps.obligations.review import CannotDo, locked
from apps.obligations.rights import may_find

from .models import Response
from .respond import waive


class NeedsApproval(CannotDo):
    """Findings need approval here, and who closes may not give it."""


class NeedsResponse(CannotDo):
    """What is fulfilled is so by a response to one of its own cycles."""


@transaction.atomic
def close(
    pk: int,
    version: int,
    *,
    by: User,
    on: dt.date,
    finding: Finding,
    reason: str,
    response: Response | None = None,
) -> Obligation:
    """Close an accepted obligation with a finding and a reason; waive its open cycles with the same.

    What is fulfilled is so by one of its `response`s. Raises Changed, NeedsResponse, NeedsApproval,
    CannotDo when it is not open.
    """
    obligation = locked(pk, version, by=by)
    if obligation.state != State.ACCEPTED:
        raise CannotDo(_("%(obligation)s is not open.") % {"obligation": obligation})
    if not may_find(by):
        raise NeedsApproval(_("Only somebody who may approve findings closes an obligation here."))
    obligation.finding_source = ""
    if finding == Finding.FULFILLED:
        obligation.finding_source = _fulfilled_by(obligation, response, by=by)
    obligation.state, obligation.reason = State.CLOSED, reason
    obligation.finding, obligation.finding_on, obligation.finding_by = finding, on, by
    obligation.save()
    for cycle in obligation.cycles.open():
        waive(cycle, on=on, reason=reason)
    return obligation


def _fulfilled_by(obligation: Obligation, response: Response | None, *, by: User) -> str:
    """Mark the response that fulfils it; return the source that the finding gets."""
    if response is None or response.cycle.obligation_id != obligation.pk:
        raise NeedsResponse(
            _("Say by which report it is fulfilled; link the report to its cycle first.")
        )
    response.fulfils = True
    response._history_user = by  # type: ignore[attr-defined]
    response.save()
    return str(response.document)[:300]
