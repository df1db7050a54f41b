"""Link documents to the cycles that they answer, and settle cycles without an answer."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import Min

from apps.accounts.models import User
from apps.documents.models import Document, Kind
from apps.obligations.codes import Finding
from apps.obligations.models import Obligation

from .models import Cycle, Response
from .plan import refresh_next_due, replan

# A report that was found to answer nothing does not end the wait for one that does.
NO_ANSWER = (Finding.NOT_STARTED, Finding.NOT_APPLICABLE)


class CannotRespond(ValueError):
    """The response cannot be linked; the message quotes what was typed and says what to do."""


class DateNeeded(CannotRespond):
    """A report that is not in the system yet needs the day on which it was issued."""


class WrongDate(CannotRespond):
    """A day of issue that lies ahead, or is not the one that the document has."""


class AlreadyLinked(CannotRespond):
    """The document is linked to this cycle already."""


def report(
    symbol: str,
    *,
    issued_on: dt.date | None,
    title: str,
    by: User,
    on: dt.date,
    kind: Kind = Kind.REPORT,
) -> Document:
    """The document with `symbol`; a new one of `kind`, known by symbol and date, if there is none.

    Raises DateNeeded; WrongDate when the day is after `on`, or not the day the document has.
    """
    if issued_on and issued_on > on:
        raise WrongDate(f"{issued_on} is still to come. Say on which day {symbol} was issued.")
    known = Document.objects.with_symbol(symbol).first()
    if known:
        if issued_on and known.adopted_on and issued_on != known.adopted_on:
            raise WrongDate(
                f"{known} is here with the day {known.adopted_on}, not {issued_on}. "
                "Leave the day empty, or correct the document first."
            )
        return known
    if issued_on is None:
        raise DateNeeded(f"{symbol} is not here yet: say on which day it was issued.")
    document = Document(
        kind=kind, organ="secretariat", adopted_on=issued_on, title=title, created_by=by
    )
    document.save()
    document.set_symbols([symbol])
    document.save()
    return document


def lock(cycle: Cycle) -> None:
    """Lock `cycle` for this transaction and read it anew: its obligation first, as `close` does."""
    obligations = Obligation.objects.select_for_update(no_key=True)
    obligations.values_list("pk").get(pk=cycle.obligation_id)
    cycles = Cycle.objects.select_for_update(of=("self",), no_key=True)
    cycle.refresh_from_db(from_queryset=cycles)


@transaction.atomic
def respond(
    cycle: Cycle,
    document: Document,
    *,
    finding: str,
    by: User,
    on: dt.date,
    paragraphs: str = "",
    note: str = "",
) -> Response:
    """Record that `document` answers `cycle`, and how fully. Raises AlreadyLinked, DateNeeded."""
    lock(cycle)
    if cycle.responses.filter(document=document).exists():
        raise AlreadyLinked(f"{document} is linked to this cycle already.")
    if document.adopted_on is None:
        raise DateNeeded(f"{document} has no date: give it one on its page first.")
    response = Response(
        cycle=cycle,
        document=document,
        finding=finding,
        paragraphs=paragraphs,
        note=note,
        judged_by=by,
        judged_on=on,
    )
    response.save()
    settle(cycle)
    if cycle.cadence.from_answer:
        until = dt.date(on.year + settings.PLAN_YEARS, 12, 31)
        replan(Obligation.objects.filter(pk=cycle.obligation_id), until=until)
    return response


@transaction.atomic
def waive(cycle: Cycle, *, on: dt.date, reason: str) -> bool:
    """Close `cycle` without an answer; False, and nothing changed, where it was answered meanwhile."""
    lock(cycle)
    if cycle.answered_on:
        return False
    cycle.keep_former_state()
    cycle.waived_on, cycle.waived_reason = on, reason
    cycle.save()
    refresh_next_due(Obligation.objects.filter(pk=cycle.obligation_id))
    return True


def settle(cycle: Cycle) -> None:
    """Give `cycle` the day of its first answer, the finding of its newest response, or neither."""
    cycle.keep_former_state()
    answers = cycle.responses.exclude(finding__in=NO_ANSWER)
    first = answers.aggregate(on=Min("document__adopted_on"), recorded=Min("judged_on"))
    cycle.answered_on, cycle.recorded_on = first["on"], first["recorded"]
    newest = cycle.responses.first()
    cycle.finding = newest.finding if newest else Finding.NOT_STARTED
    cycle.save()
    refresh_next_due(Obligation.objects.filter(pk=cycle.obligation_id))
