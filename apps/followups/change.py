"""Change who follows an obligation and how far it has come, and tell whom it concerns."""

import datetime as dt
from typing import Any

from django.db import transaction

from apps.accounts.models import User
from apps.obligations.amend import amend
from apps.obligations.models import FindingProposal, Obligation
from apps.obligations.rights import may_find

from .notify import tell_responsible
from .propose import propose

FINDING = ("finding", "finding_source", "finding_on")


@transaction.atomic
def change(
    pk: int, version: int, values: dict[str, Any], *, by: User, on: dt.date, at: dt.datetime
) -> FindingProposal | None:
    """Set `values` by name. A finding that needs approval is proposed instead, and returned:
    also where only its source or its day is another.

    Raises what `amend` and `propose` raise.
    """
    before = Obligation.objects.get(pk=pk)
    found = {name: values[name] for name in FINDING if name in values}
    is_new = found.get("finding", before.finding) != before.finding
    is_other = any(value != getattr(before, name) for name, value in found.items())
    if not may_find(by):
        values = {name: value for name, value in values.items() if name not in FINDING}
    obligation = amend(pk, version, values, by=by, on=on)
    if obligation.responsible_id != before.responsible_id:
        tell_responsible(obligation, by=by, at=at)
    if may_find(by) or not is_other:
        return None
    day = on if is_new else before.finding_on or on
    return propose(
        obligation,
        finding=found.get("finding", before.finding),
        source=found.get("finding_source", "" if is_new else before.finding_source),
        on=found.get("finding_on", day),
        by=by,
        at=at,
    )
