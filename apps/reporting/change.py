"""Change what cycles are due: a new version of a cadence, an extension of one cycle, its programme."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.documents.models import Document
from apps.obligations.codes import State
from apps.obligations.models import Cadence, Obligation
from apps.obligations.review import CannotDo, locked
from apps.obligations.workdays import programme

from .models import Cycle, Extension
from .plan import Changes, compare, refresh_next_due, replan
from .respond import lock


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of one cadence: by what, from when, and what it is from then on."""

    number: int
    """Which cadence of the obligation."""
    basis: Document
    paragraph: str
    holds_from: dt.date
    values: dict[str, Any]
    """Kind, period and dates of the new version, by name of the column of Cadence."""
    reason: str = ""


class NoSuchCadence(CannotDo):
    """The obligation has no cadence of this number."""


class HoldsTooEarly(CannotDo):
    """A version cannot hold from a day before the version that it follows."""


def version_of(obligation: Obligation, amendment: Amendment, *, by: User | None) -> Cadence:
    """The version that `amendment` makes, not saved. Raises NoSuchCadence, HoldsTooEarly."""
    chain = obligation.cadences.filter(number=amendment.number).order_by("version")
    last = chain.last()
    if last is None:
        values = {"obligation": obligation, "number": amendment.number}
        raise NoSuchCadence(_("%(obligation)s has no cadence %(number)d.") % values)
    if amendment.holds_from < last.holds_from:
        days = {"former": date_format(last.holds_from), "day": date_format(amendment.holds_from)}
        raise HoldsTooEarly(
            _(
                "The version before holds from %(former)s; this one cannot hold from %(day)s already."
            )
            % days
        )
    return Cadence(
        obligation=obligation,
        number=amendment.number,
        version=last.version + 1,
        basis_document=amendment.basis,
        basis_paragraph=amendment.paragraph,
        holds_from=amendment.holds_from,
        reason=amendment.reason,
        created_by=by,
        **amendment.values,
    )


def preview(obligation: Obligation, amendment: Amendment, *, until: dt.date) -> Changes:
    """Exactly what `amend` would do to the cycles. Writes nothing. Raises as `version_of`."""
    new = version_of(obligation, amendment, by=None)
    return compare(_with_those_counting(obligation), until=until, instead=[new])


def _with_those_counting(obligation: Obligation) -> QuerySet[Obligation]:
    """The obligation, and those whose dates are counted back from the end of its mandate."""
    counting = Cadence.objects.filter(mandate=obligation.pk).values("obligation")
    return Obligation.objects.filter(Q(pk=obligation.pk) | Q(pk__in=counting))


@transaction.atomic
def amend(pk: int, version: int, amendment: Amendment, *, until: dt.date, by: User) -> Changes:
    """Give the obligation a new version of a cadence and rebuild the cycles that nobody touched.

    Those that count back from the mandate it is are rebuilt with it.

    Raises Changed, CannotDo when the obligation is not open, and as `version_of`.
    """
    obligation = locked(pk, version, by=by)
    if obligation.state != State.ACCEPTED:
        raise CannotDo(_("%(obligation)s is not open.") % {"obligation": obligation})
    version_of(obligation, amendment, by=by).save()
    obligation.save()
    return replan(_with_those_counting(obligation), until=until)


@transaction.atomic
def extend(
    cycle: Cycle, due_on: dt.date, *, basis: Document, reason: str, by: User, on: dt.date
) -> Extension:
    """Make one cycle due on another day; what the decision gives stays beside it.

    Raises CannotDo when the cycle has no date, is answered or waived, or is due on that day already.
    """
    lock(cycle)
    if cycle.due_on is None:
        raise CannotDo(_("A cycle without a date cannot be extended: give it a date first."))
    if cycle.answered_on or cycle.waived_on:
        raise CannotDo(_("This cycle is answered or waived: there is nothing to wait for."))
    if due_on == cycle.due_on:
        raise CannotDo(_("The cycle is due on %(day)s already.") % {"day": date_format(due_on)})
    cycle.keep_former_state()
    before = cycle.extensions.last()
    extension = Extension.objects.create(
        cycle=cycle,
        former_due_on=cycle.due_on,
        due_on=due_on,
        basis_document=basis,
        reason=reason,
        recorded_on=on,
        former_recorded_on=before.recorded_on if before else None,
        recorded_by=by,
    )
    cycle.due_on = due_on
    cycle.save()
    refresh_next_due(Obligation.objects.filter(pk=cycle.obligation_id))
    return extension


@transaction.atomic
def set_programme(cycle: Cycle, dates: dict[str, dt.date | None]) -> None:
    """Set the slot, the day submitted and the day considered of a cycle, by name of the column."""
    cycle = Cycle.objects.select_for_update(of=("self",), no_key=True).get(pk=cycle.pk)
    cycle.keep_former_state()
    for name, day in dates.items():
        setattr(cycle, name, day)
    cycle.save()


def derived_programme(
    considered_on: dt.date, *, submit_weeks: int, issue_weeks: int
) -> dict[str, dt.date]:
    """Slot and day of issue that follow from the day on which a report is to be considered."""
    slot, issue = programme(considered_on, submit_weeks=submit_weeks, issue_weeks=issue_weeks)
    return {"slot_on": slot, "issue_on": issue}
