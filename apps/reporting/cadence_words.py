"""How the table of reporting and mandate cycles words a cadence and what it rests on.

"Every six months (15 May 2027)", "For a period of one year (27 September 2026)"; "resolution 2046
(2012) para. 6; S/2013/657". The wording is that of the table that the Secretariat types by hand.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from apps.obligations.codes import CadenceKind
from apps.obligations.explain import period_words
from apps.obligations.models import Cadence

SPELLED = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
NUMBER = re.compile(r"\d+")
COUNCIL = re.compile(r"S/RES/(?P<number>\d+ ?\(\d{4}\))")
ASSEMBLY = re.compile(r"A/RES/(?P<number>\S+)")
# The words for a report half-way, in the six languages; where they stand, two dates are a pair.
MIDTERM = re.compile(
    r"mid-?\s?term|mi-parcours|中期|mitad (?:de|del) |половин|среднесрочн|промежуточн|منتصف",
    re.IGNORECASE,
)
# A cadence of these kinds has one date, which stands in brackets whether it has passed or not.
SINGLE = frozenset(CadenceKind) - {CadenceKind.EVERY, CadenceKind.SERIES}
PAIRED = {CadenceKind.ONCE, CadenceKind.MIDTERM, CadenceKind.BEFORE_EXPIRY}


@dataclass(frozen=True, slots=True)
class Timed:
    """A cadence as it holds on a day, and the date that stands in brackets."""

    cadence: Cadence
    on: dt.date | None


def cadence_words(timed: Sequence[Timed]) -> str:
    """The cadences of one row in words, each with its date in brackets."""
    pair = _pair(timed)
    if pair:
        return _(
            "Midterm report no later than %(midterm)s, final report no later than %(final)s"
        ) % {"midterm": date_format(pair[0]), "final": date_format(pair[1])}
    return "; ".join(_with_date(one) for one in timed)


def rhythm_words(cadences: Iterable[Cadence]) -> str:
    """The same without what is computed: what changes only when the cadence does."""
    return "; ".join(map(_rhythm, cadences))


def legal_basis(versions: Iterable[Cadence]) -> str:
    """Every document and paragraph that `versions` rest on, in their order, each once."""
    paragraphs: dict[str, list[str]] = {}
    for version in versions:
        cited = paragraphs.setdefault(str(version.basis_document), [])
        if version.basis_paragraph and version.basis_paragraph not in cited:
            cited.append(version.basis_paragraph)
    return "; ".join(_cited(symbol, places) for symbol, places in paragraphs.items())


def _cited(symbol: str, paragraphs: list[str]) -> str:
    name = symbol
    if match := COUNCIL.fullmatch(symbol):
        name = _("resolution %(number)s") % {"number": match["number"]}
    elif match := ASSEMBLY.fullmatch(symbol):
        name = _("General Assembly resolution %(number)s") % {"number": match["number"]}
    if not paragraphs:
        return name
    words = _("para. %(places)s") if len(paragraphs) == 1 else _("paras. %(places)s")
    return f"{name} {words % {'places': get_text_list(paragraphs, _('and'))}}"


def _pair(timed: Sequence[Timed]) -> list[dt.date]:
    """The dates of a midterm and a final report; empty where the row is not such a pair."""
    days = sorted(one.on for one in timed if one.on)
    kinds = {one.cadence.kind for one in timed}
    if len(days) != 2 or len(timed) != 2 or not kinds <= PAIRED:
        return []
    obligation = timed[0].cadence.obligation
    said = CadenceKind.MIDTERM in kinds or MIDTERM.search(f"{obligation.words} {obligation.act}")
    return days if said and "report" in obligation.deliverable else []


def _with_date(one: Timed) -> str:
    cadence, words = one.cadence, _rhythm(one.cadence)
    if one.on is None:
        return words
    if cadence.kind == CadenceKind.MIDTERM and "report" in cadence.obligation.deliverable:
        return _("Midterm report no later than %(day)s") % {"day": date_format(one.on)}
    printed = cadence.on if cadence.kind == CadenceKind.ONCE or not cadence.period else None
    return words if printed == one.on else f"{words} ({date_format(one.on)})"


def _rhythm(cadence: Cadence) -> str:
    match cadence.kind:
        case CadenceKind.EVERY:
            return _recurring(cadence)
        case CadenceKind.ONCE | CadenceKind.MANDATE:
            return _lasting(cadence)
        case CadenceKind.SERIES if cadence.series:
            return _("With “%(series)s”") % {"series": cadence.series}
        case CadenceKind.SESSION:
            return _("At session %(session)s of the General Assembly") % {
                "session": cadence.session
            }
        case CadenceKind.BEFORE_EXPIRY if cadence.period not in ("", "P0D"):
            return _("%(period)s before the mandate ends") % {"period": _period(cadence.period)}
    return _plain(cadence)


def _lasting(cadence: Cadence) -> str:
    """A printed day, or a period from adoption, by which to act or to which a mandate runs."""
    is_mandate = cadence.kind == CadenceKind.MANDATE
    if cadence.on and not (is_mandate and cadence.period):
        words = _("Until %(day)s") if is_mandate else _("No later than %(day)s")
        return words % {"day": date_format(cadence.on)}
    words = _("For a period of %(period)s") if is_mandate else _("Within %(period)s")
    return words % {"period": _period(cadence.period)}


def _plain(cadence: Cadence) -> str:
    """What needs no figure."""
    by_note = {"asap": _("As soon as possible"), "regular": _("Regularly")}
    words = {
        CadenceKind.SERIES.value: _("With another report"),
        CadenceKind.BEFORE_EXPIRY.value: _("When the mandate ends"),
        CadenceKind.MIDTERM.value: _("Half-way through the mandate"),
        CadenceKind.EVENT.value: _("When it happens"),
    }
    return words.get(cadence.kind) or by_note.get(cadence.note) or _("As appropriate")


def _recurring(cadence: Cadence) -> str:
    single = {
        "P1D": _("Every day"),
        "P1W": _("Every week"),
        "P1M": _("Every month"),
        "P1Y": _("Every year"),
    }
    words = single.get(cadence.period) or _("Every %(period)s") % {
        "period": _period(cadence.period)
    }
    if cadence.from_answer:
        words = _("%(every)s after the last report") % {"every": words}
    if cadence.until_on:
        words = _("%(every)s until %(day)s") % {
            "every": words,
            "day": date_format(cadence.until_on),
        }
    return words


def _period(period: str) -> str:
    """ "six months" for P6M: English spells numbers up to ten; elsewhere gender would decide the word."""
    words = period_words(period)
    if not (get_language() or "").startswith("en"):
        return words
    return NUMBER.sub(
        lambda n: SPELLED[int(n[0])] if int(n[0]) < len(SPELLED) else n[0], words, count=1
    )
