"""End an obligation, and with it the wait for answers to its open cycles."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.obligations.codes import Finding, State
from apps.obligations.models import Obligation
from apps.obligations.review import CannotDo, locked

from .respond import waive


@transaction.atomic
def close(
    pk: int, version: int, *, by: User, on: dt.date, finding: Finding, reason: str
) -> Obligation:
    """Close an accepted obligation with a finding and a reason; waive its open cycles with the same.

    Raises Changed, CannotDo when it is not open.
    """
    obligation = locked(pk, version, by=by)
    if obligation.state != State.ACCEPTED:
        raise CannotDo(_("%(obligation)s is not open.") % {"obligation": obligation})
    obligation.state, obligation.reason = State.CLOSED, reason
    obligation.finding, obligation.finding_on, obligation.finding_by = finding, on, by
    obligation.save()
    for cycle in obligation.cycles.open():
        waive(cycle, on=on, reason=reason)
    return obligation
