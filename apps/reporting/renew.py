"""Let a later obligation renew an earlier one: link the two, close the earlier, settle its cycles.

CannotRenew
├── SameObligation  it cannot renew itself
├── NotAccepted     the later one is no open obligation
├── AlreadyRenews   the later one renews another already
├── AlreadyClosed   the earlier one is no open obligation
├── NotEarlier      the earlier one is not of an earlier document
└── WouldMakeRing   the earlier one renews the later one, at however many removes
"""

import datetime as dt
from typing import NamedTuple

from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.utils import bulk_update_with_history

from apps.accounts.models import User
from apps.obligations.codes import Finding, State
from apps.obligations.models import Obligation
from apps.obligations.renewals import chain
from apps.obligations.review import CannotDo, accept, locked

from .models import Cycle
from .plan import refresh_next_due

BATCH = 500


class Settle(models.TextChoices):
    """What becomes of the open cycles of the earlier obligation. Answered ones are never touched."""

    MOVED = "moved", gettext_lazy("Moved")
    """Waived there, because the later obligation plans its own."""
    KEPT = "kept", gettext_lazy("Kept")
    """Open until each is answered or waived, although no more are planned: what is owed stays owed."""
    WAIVED = "waived", gettext_lazy("Waived")
    """Waived: nothing is expected for them any more, here or there."""


class CannotRenew(CannotDo):
    """The one cannot renew the other; the message says why."""


class SameObligation(CannotRenew):
    """An obligation cannot renew itself."""


class NotAccepted(CannotRenew):
    """The later one is a draft, rejected or closed."""


class AlreadyRenews(CannotRenew):
    """The later one renews another already."""


class AlreadyClosed(CannotRenew):
    """The earlier one is a draft, rejected or closed: there is nothing to take over."""


class NotEarlier(CannotRenew):
    """The earlier one is of the same document, of a later one, or of one without a day."""


class WouldMakeRing(CannotRenew):
    """The earlier one goes back to the later one."""


class Renewal(NamedTuple):
    """What was done."""

    later: Obligation
    earlier: Obligation
    rule: Settle
    settled: int
    """How many open cycles were waived."""


@transaction.atomic
def renew(
    later_pk: int, version: int, earlier_pk: int, *, settle: str, by: User, on: dt.date
) -> Renewal:
    """Link `later` to `earlier`, close `earlier` as superseded and settle its open cycles.

    `version` is the one of the later obligation that was seen; `settle` a Settle. Raises Changed,
    CannotRenew and what is below it; ValueError for another `settle`.
    """
    rule = Settle(settle)
    # Both in one order, so that two renewals at once wait for each other and neither for both.
    rows = Obligation.objects.select_for_update(of=("self",), no_key=True).filter(
        pk__in=[later_pk, earlier_pk]
    )
    versions = {row.pk: row.version for row in rows.order_by("pk")}
    later = locked(later_pk, version, by=by)
    if later_pk == earlier_pk:
        raise SameObligation(_("%(later)s cannot renew itself.") % {"later": later})
    earlier = locked(earlier_pk, versions[earlier_pk], by=by)
    _check(later, earlier)
    later.renews = earlier
    later.save()
    _close(earlier, later, by=by, on=on)
    settled = _settle(earlier, later, rule, by=by, on=on)
    refresh_next_due(Obligation.objects.filter(pk=earlier_pk))
    return Renewal(later, earlier, rule, settled)


@transaction.atomic
def accept_and_renew(
    later_pk: int,
    version: int,
    earlier_pk: int,
    *,
    settle: str,
    by: User,
    at: dt.datetime,
    on: dt.date,
) -> Renewal:
    """The same for a draft, which it accepts in the same stroke. Raises also what `accept` raises."""
    accepted = accept(later_pk, version, by=by, at=at)
    return renew(later_pk, accepted.version, earlier_pk, settle=settle, by=by, on=on)


def _check(later: Obligation, earlier: Obligation) -> None:
    """Raise what speaks against it."""
    values: dict[str, object]
    if later.state != State.ACCEPTED:
        raise NotAccepted(_("%(later)s is not accepted, or closed.") % {"later": later})
    if later.renews:
        values = {"later": later, "other": later.renews}
        raise AlreadyRenews(_("%(later)s renews %(other)s already.") % values)
    if earlier.state != State.ACCEPTED:
        values = {"earlier": earlier, "reason": earlier.reason or earlier.get_state_display()}
        raise AlreadyClosed(_("%(earlier)s is not open any more: %(reason)s") % values)
    before, after = earlier.document.adopted_on, later.document.adopted_on
    is_same = earlier.document_id == later.document_id
    if is_same or before is None or after is None or before > after:
        values = {"earlier": earlier, "before": _day(before), "later": later, "after": _day(after)}
        raise NotEarlier(
            _("%(earlier)s (%(before)s) does not come before %(later)s (%(after)s).") % values
        )
    # The later one renews nothing yet, so whatever it is linked to goes back to it.
    if any(one.pk == earlier.pk for one in chain(later)):
        values = {"earlier": earlier, "later": later}
        raise WouldMakeRing(_("%(earlier)s is itself a renewal of %(later)s.") % values)


def _day(day: dt.date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else _("adopted on an unknown day")


def _close(earlier: Obligation, later: Obligation, *, by: User, on: dt.date) -> None:
    earlier.state = State.CLOSED
    earlier.reason = _("Renewed by %(later)s") % {"later": later}
    earlier.finding, earlier.finding_on, earlier.finding_by = Finding.SUPERSEDED, on, by
    earlier.finding_source = str(later)[:300]
    earlier.save()


def _settle(earlier: Obligation, later: Obligation, rule: Settle, *, by: User, on: dt.date) -> int:
    """Waive the open cycles unless they are kept; return how many. All at once, with their history."""
    if rule == Settle.KEPT:
        return 0
    words = _("Moved to %(later)s") if rule == Settle.MOVED else _("Waived: renewed by %(later)s")
    # Locked and asked for again: one that was answered in this moment is not open any more.
    cycles = list(earlier.cycles.open().select_for_update(of=("self",), no_key=True))
    _keep_former_states(earlier)
    for cycle in cycles:
        cycle.waived_on, cycle.waived_reason = on, words % {"later": later}
    bulk_update_with_history(
        cycles, Cycle, ["waived_on", "waived_reason"], batch_size=BATCH, default_user=by
    )
    return len(cycles)


def _keep_former_states(earlier: Obligation) -> None:
    """What Cycle.keep_former_state does, for all open cycles of `earlier`."""
    past = Cycle.history.filter(id=OuterRef("pk"))
    former = list(earlier.cycles.open().filter(~Exists(past)))
    for cycle in former:
        cycle._history_user = None  # type: ignore[attr-defined] # nobody did it: it was planned
        cycle._history_date = cycle.created_at  # type: ignore[attr-defined]
    Cycle.history.bulk_history_create(former, batch_size=BATCH)
