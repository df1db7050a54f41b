"""Change who follows an accepted obligation, and how far it has come."""

import datetime as dt
from typing import Any

from django.db import transaction

from apps.accounts.models import User

from .models import Obligation
from .organise import set_custom, set_tags
from .review import locked


@transaction.atomic
def amend(
    pk: int, version: int, values: dict[str, Any], *, by: User, on: dt.date, reason: str = ""
) -> Obligation:
    """Set `values` by name. A new finding carries its day and person.

    `tag_names` are all its tags; `custom` has those of its own fields that are to be set, by key.
    `reason` is what the history says why, where it is asked for. Raises Changed, UnusableTag,
    WrongValue.
    """
    obligation = locked(pk, version, by=by)
    obligation._change_reason = reason  # type: ignore[attr-defined]
    if values.get("finding", obligation.finding) != obligation.finding:
        obligation.finding_on, obligation.finding_by = on, by
    for name, value in values.items():
        if name == "tag_names":
            set_tags(obligation, value, by=by)
        elif name == "custom":
            set_custom(obligation, value)
        else:
            setattr(obligation, name, value)
    obligation.save()
    return obligation
