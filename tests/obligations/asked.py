"""An ask in our own words, read, accepted, planned and changed: what the tables of dates are about."""

import datetime as dt

from django.db.models import F

from apps.obligations.models import Obligation, cadences_of
from apps.reading import read
from apps.reporting.change import Amendment, amend, preview
from apps.reporting.models import Cycle
from apps.reporting.plan import compare, plan
from tests.factories import DocumentFactory, ObligationFactory, UserFactory

OPENINGS = {
    "report": "1. Requests the Secretary-General to report on the lamps {};",
    "include": "1. Requests the Secretary-General to include the lamps {};",
    "extend": "1. Decides to extend the mandate of the Harbour Mission {};",
}


def day(iso):
    return dt.date.fromisoformat(iso)


def codes_of(words, adopted):
    """The timing codes of the one ask that begins with a word of OPENINGS."""
    verb, _space, rest = words.partition(" ")
    (ask,) = read(OPENINGS[verb].format(rest), language="en", adopted=day(adopted)).asks
    return list(ask.timing)


def asked(adopted, codes, **values):
    """An accepted obligation with the cadences that its timing means."""
    made = ObligationFactory(
        paragraph__text__document__adopted_on=day(adopted), timing=list(codes), **values
    )
    for cadence in cadences_of(made):
        cadence.save()
    return made


def planned(until, *obligations):
    """The cycles of these obligations, or of all, by date, after planning them up to `until`."""
    which = Obligation.objects.all()
    if obligations:
        which = which.filter(pk__in=[one.pk for one in obligations])
    plan(which, until=day(until))
    return list(Cycle.objects.of(which).order_by(F("mandated_on").asc(nulls_last=True), "pk"))


def due(cycles):
    """The days on which they are due, in one line; a dash for what has no date."""
    return " ".join(str(cycle.due_on or "-") for cycle in cycles)


def amendment(holds_from, number=1, **values):
    return Amendment(number, DocumentFactory(kind="letter"), "", day(holds_from), values)


def change(obligation, holds_from, until="2032-12-31", **values):
    """Amend it, holding the preview against what is done."""
    obligation.refresh_from_db()
    new = amendment(holds_from, **values)
    foreseen = preview(obligation, new, until=day(until))
    done = amend(obligation.pk, obligation.version, new, until=day(until), by=UserFactory())
    assert said(foreseen) == said(done)
    assert not compare(Obligation.objects.all(), until=day(until))
    return done


def said(changes):
    """What the changes are, by day."""
    return {
        name: sorted(str(cycle.mandated_on) for cycle in getattr(changes, name))
        for name in ("made", "removed", "kept", "moved", "restated")
    }


def cycles(obligation):
    return list(Cycle.objects.filter(obligation=obligation).order_by("mandated_on", "pk"))


def versions(obligation):
    return " ".join(f"{c.mandated_on}/{c.cadence.version}" for c in cycles(obligation))
