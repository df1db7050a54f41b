"""Why this date: a derivation in words that a person can check."""

import datetime as dt
import re
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

PERIOD = re.compile(r"P(?P<number>\d{1,4})(?P<unit>[DWMY])")
# Lazy: of a hundred rows each asks for one sentence.
STARTS: dict[str, Any] = {
    "adoption": _("the day of adoption, %(day)s"),
    "printed": _("the first date printed in the decision, %(day)s"),
    "after-adoption": _("the first date, counted from adoption, %(day)s"),
    "series": _("%(day)s, when a report of the series fell due"),
    "version": _("%(day)s, from which this rhythm holds"),
    "answer": _("%(day)s, the day of the last answer"),
}
SENTENCES: dict[str, Any] = {
    "printed": _("The decision prints this date: %(on)s."),
    "period": _("%(period)s from %(start)s, is %(on)s."),
    "mandate-printed": _("The decision lets it run until %(on)s."),
    "mandate-period": _("It runs for %(period)s from %(start)s: until %(on)s."),
    "every": _("Every %(period)s from %(start)s; number %(step)d after it is %(on)s."),
    "series": _("With “%(series)s”, every %(period)s from %(start)s: %(on)s."),
    "after-answer": _("%(period)s from %(start)s: %(on)s."),
    "session": _("Session %(session)s of the General Assembly opens on %(on)s."),
    "before-expiry": _("%(period)s before %(end)s, the end of the mandate in %(mandate)s: %(on)s."),
    "expiry": _("The end of the mandate in %(mandate)s: %(on)s."),
    "midterm": _("Half-way through the mandate in %(mandate)s, from %(begin)s to %(end)s: %(on)s."),
    "given": _("A person gave this day: %(on)s."),
}
UNDATED: dict[str, Any] = {
    "series": _("With “%(series)s”, which has no fixed dates."),
    "session": _(
        "At session %(session)s of the General Assembly, whose opening is not known here yet."
    ),
    "before-expiry": _(
        "Counted back from the end of a mandate that is not known here; a person gives the day."
    ),
    "midterm": _("Half-way through a mandate that is not known here; a person gives the day."),
    "event": _("When something else happens; a person gives the day."),
}
NO_DATE = _("The decision gives no date.")


def period_words(period: str) -> str:
    """ "6 months" for P6M; what cannot be read stands as it is."""
    match = PERIOD.fullmatch(period)
    if match is None:
        return period
    number = int(match["number"])
    forms = {
        "D": ngettext("%(n)d day", "%(n)d days", number),
        "W": ngettext("%(n)d week", "%(n)d weeks", number),
        "M": ngettext("%(n)d month", "%(n)d months", number),
        "Y": ngettext("%(n)d year", "%(n)d years", number),
    }
    return forms[match["unit"]] % {"n": number}


def _day(iso: str | None) -> str:
    return date_format(dt.date.fromisoformat(iso), "DATE_FORMAT") if iso else ""


def _start(derivation: dict[str, Any]) -> str:
    return str(STARTS[derivation["start_is"]] % {"day": _day(derivation["start"])})


def explain(derivation: dict[str, Any], on: dt.date | None) -> str:
    """The sentence that says how the date `on` came about from `derivation`."""
    rule = derivation.get("rule", "")
    values = {
        "on": date_format(on, "DATE_FORMAT") if on else "",
        "period": period_words(derivation.get("period", "")),
        "start": _start(derivation) if "start_is" in derivation else "",
        "series": derivation.get("series", ""),
        "step": derivation.get("step", 0),
        "mandate": derivation.get("mandate", ""),
        "end": _day(derivation.get("end")),
        "begin": _day(derivation.get("begin")),
        "session": derivation.get("session", ""),
    }
    if on is None:
        return str(UNDATED.get(rule, NO_DATE) % values)
    return str(SENTENCES.get(rule, NO_DATE) % values)
