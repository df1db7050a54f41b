"""Why this date: a derivation in words that a person can check."""

import datetime as dt
import re
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

PERIOD = re.compile(r"P(?P<number>\d{1,4})(?P<unit>[DWMY])")


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
    words = {
        "adoption": _("the day of adoption, %(day)s"),
        "printed": _("the first date printed in the decision, %(day)s"),
        "after-adoption": _("the first date, counted from adoption, %(day)s"),
        "series": _("%(day)s, when a report of the series fell due"),
    }
    return words[derivation["start_is"]] % {"day": _day(derivation["start"])}


def explain(derivation: dict[str, Any], on: dt.date | None) -> str:
    """The sentence that says how the date `on` came about from `derivation`."""
    rule = derivation.get("rule", "")
    values = {
        "on": date_format(on, "DATE_FORMAT") if on else "",
        "period": period_words(derivation.get("period", "")),
        "start": _start(derivation) if "start_is" in derivation else "",
        "series": derivation.get("series", ""),
        "step": derivation.get("step", 0),
    }
    sentences = {
        "printed": _("The decision prints this date: %(on)s."),
        "period": _("%(period)s from %(start)s, is %(on)s."),
        "mandate-printed": _("The decision lets it run until %(on)s."),
        "mandate-period": _("It runs for %(period)s from %(start)s: until %(on)s."),
        "every": _("Every %(period)s from %(start)s; number %(step)d after it is %(on)s."),
        "series": _("With “%(series)s”, every %(period)s from %(start)s: %(on)s."),
        "session": _("At a session whose dates are not known here yet."),
        "before-expiry": _("Counted back from the end of a mandate; a person gives the day."),
        "event": _("When something else happens; a person gives the day."),
    }
    if rule == "series" and on is None:
        return _("With “%(series)s”, which has no fixed dates.") % values
    return (sentences.get(rule) or _("The decision gives no date.")) % values
