"""Change who follows an accepted obligation and how far it has come; close it."""

import datetime as dt
from typing import Any

from django.db import transaction

from apps.accounts.models import User

from .codes import Finding, State
from .models import Obligation
from .review import CannotDo, locked


@transaction.atomic
def amend(pk: int, version: int, values: dict[str, Any], *, by: User, on: dt.date) -> Obligation:
    """Set `values` by name. A new finding carries its day and person. Raises Changed."""
    obligation = locked(pk, version, by=by)
    if values.get("finding", obligation.finding) != obligation.finding:
        obligation.finding_on, obligation.finding_by = on, by
    for name, value in values.items():
        setattr(obligation, name, value)
    obligation.save()
    return obligation


@transaction.atomic
def close(
    pk: int, version: int, *, by: User, on: dt.date, finding: Finding, reason: str
) -> Obligation:
    """End an accepted obligation with a finding and a reason. Raises Changed, CannotDo."""
    obligation = locked(pk, version, by=by)
    if obligation.state != State.ACCEPTED:
        raise CannotDo(f"{obligation} is not open.")
    obligation.state, obligation.reason = State.CLOSED, reason
    obligation.finding, obligation.finding_on, obligation.finding_by = finding, on, by
    obligation.save()
    return obligation
