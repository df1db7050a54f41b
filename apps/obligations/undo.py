"""Take back what was done to a draft: one step further back each time."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from apps.accounts.models import User

from .codes import State
from .models import Obligation
from .review import (
    CannotDo,
    NoSuchPlace,
    drop_cadences,
    locked,
    note_corrections,
    readdress,
    replace_cadences,
    set_range,
)

UNDONE = "undone to "  # in the history, with the key of the version that was restored
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


@transaction.atomic
def undo(pk: int, version: int, *, by: User) -> Obligation:
    """Take back the last change, as a change of its own: the history keeps both.

    Raises Changed; NoSuchPlace when there is nothing to take back; AlreadyPlanned; CannotDo when the
    last change is a renewal, which closed another obligation.
    """
    obligation = locked(pk, version, by=by)
    former = _before_last_change(obligation)
    if former.renews_id != obligation.renews_id:
        raise CannotDo(
            _("%(earlier)s was closed by this renewal: it is not taken back here.")
            % {"earlier": obligation.renews}
        )
    end = obligation.end
    codes = obligation.addressee_codes
    for name in RESTORED:
        setattr(obligation, name, getattr(former, name))
    set_range(obligation, obligation.paragraph.text, obligation.start, obligation.end)
    if obligation.addressee_codes != codes:
        readdress(obligation, obligation.addressee_codes)
    if obligation.state == State.ACCEPTED:
        replace_cadences(obligation, by=by)
    else:
        drop_cadences(obligation)
    obligation._change_reason = f"{UNDONE}{former.history_id}"  # type: ignore[attr-defined]
    obligation.save()
    note_corrections(obligation)
    _take_back_split(obligation, end)
    for merged in obligation.merged.filter(end__gt=obligation.end):
        merged.state, merged.reason, merged.merged_into = State.DRAFT, "", None
        merged.version += 1
        merged.save()
    return obligation


def _before_last_change(obligation: Obligation) -> Any:
    """The version that stood before the last change that was not taken back already.

    Raises NoSuchPlace when there is none.
    """
    records = list(obligation.history.order_by("-history_id"))
    place = 0
    while (records[place].history_change_reason or "").startswith(UNDONE):
        restored = int(records[place].history_change_reason.removeprefix(UNDONE))
        place = next(i for i, record in enumerate(records) if record.history_id == restored)
    if place + 1 >= len(records):
        raise NoSuchPlace("There is nothing here to take back.")
    return records[place + 1]


def _take_back_split(obligation: Obligation, end: int) -> None:
    """Let go what a split cut off after `end`, if it is a draft that nobody touched since."""
    cut_off = Obligation.objects.drafts().filter(
        paragraph=obligation.paragraph,
        machine__isnull=True,
        version=1,
        start__gte=end,
        end__lte=obligation.end,
    )
    cut_off.delete()
