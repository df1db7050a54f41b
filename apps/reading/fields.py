"""What comes back, to whom, when, and under which reservations: the tables read over one ask."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from .asks import Found
from .clean import View
from .grammar import Grammar
from .numbers import date, number, ordinal
from .wording import Hit, Table

_LOOSE = ("asap", "regular", "by:", "until:", "for:", "event")
"""Timing that in a clause of purpose belongs to what is hoped for, not to the act."""
_CONDITION_REACH = 260
_CLAUSE_ENDS = re.compile(r"[,;:，；：\n]")


def deliverables(view: View, ask: Found, grammar: Grammar) -> list[Hit]:
    """What must come back to a body."""
    return _read(grammar.deliverable, view, ask, ask.reach)


def recipients(view: View, ask: Found, grammar: Grammar) -> list[Hit]:
    """Who gets what comes back; `unstated` where nobody is named."""
    return _read(grammar.recipients, view, ask, ask.reach) or [
        Hit("unstated", f"{ask.rule}.unstated", ask.verb, ask.verb_end, {})
    ]


def qualifiers(view: View, ask: Found, grammar: Grammar) -> list[Hit]:
    """The reservations under which the ask stands."""
    return _read(grammar.qualifiers, view, ask, ask.start)


def timing(view: View, ask: Found, adopted: dt.date | None, grammar: Grammar) -> list[Hit]:
    """When, how often or until when; codes of the labelling guide."""
    found: dict[str, Hit] = {}
    items = view.text.find("\n", ask.start, ask.end)
    purposes = _purposes(view, ask, grammar)
    for hit in grammar.timing.find(view.lower, ask.reach, ask.end):
        if hit.value == "event" and 0 <= items < hit.start:
            continue  # a trigger inside a list does not govern the ask
        if hit.value.startswith(_LOOSE) and any(a < hit.start < b for a, b in purposes):
            continue
        for code in _codes(hit, adopted, grammar):
            found.setdefault(code, Hit(code, hit.rule, hit.start, hit.end, hit.groups))
    floor = max(ask.stretch.body, ask.start - _CONDITION_REACH)
    if condition := grammar.condition.search(view.lower, floor, ask.start):
        rule = f"{grammar.language.code}.timing.condition"
        found.setdefault("event", Hit("event", rule, condition.start(), condition.end(), {}))
    return list(found.values())


def unclear(view: View, ask: Found, timed: Sequence[Hit], grammar: Grammar) -> list[Hit]:
    """Words of the ask that speak of time and give no day, outside of what `timed` was read from."""
    return [
        hit
        for hit in grammar.unclear.find(view.lower, ask.start, ask.end)
        if not any(t.start < hit.end and hit.start < t.end for t in timed)
    ]


def _purposes(view: View, ask: Found, grammar: Grammar) -> list[tuple[int, int]]:
    """Where clauses of purpose stand in the ask."""
    found = []
    for match in grammar.purposes.finditer(view.lower, ask.start, ask.end):
        ends = _CLAUSE_ENDS.search(view.plain, match.end(), ask.end)
        found.append((match.start(), ends.start() if ends else ask.end))
    return found


def _read(table: Table, view: View, ask: Found, start: int) -> list[Hit]:
    found: dict[str, Hit] = {}
    for hit in table.find(view.lower, start, ask.end):
        for code in hit.value.split():
            if code != "none":
                found.setdefault(code, Hit(code, hit.rule, hit.start, hit.end, hit.groups))
    return list(found.values())


def _codes(hit: Hit, adopted: dt.date | None, grammar: Grammar) -> Iterator[str]:
    for template in hit.value.split():
        code = _filled(template, hit, adopted, grammar)
        if code and code != "none":
            yield code


def _filled(template: str, hit: Hit, adopted: dt.date | None, grammar: Grammar) -> str | None:
    """The template with its slots read; None where they cannot be."""
    if "{date}" in template:
        day = date(grammar.language, hit.groups.get("date", ""), adopted)
        if day is None or (adopted and day < adopted and not template.startswith("from:")):
            return None  # nothing is asked for a day that is past: it belongs to the background
        return template.replace("{date}", day.isoformat())
    if "{unit}" in template:
        period = _period(hit, grammar)
        return template.replace("{n}{unit}", period) if period else None
    if "{ordinal}" in template:
        place = ordinal(grammar.language, hit.groups.get("ordinal", ""))
        return template.replace("{ordinal}", str(place)) if place else None
    return template


def _period(hit: Hit, grammar: Grammar) -> str | None:
    """`90D`, `6M`; hours become whole days."""
    words = hit.groups.get("n")
    count = number(grammar.language, words) if words else 1
    unit = grammar.language.units.get(hit.groups.get("unit", ""))
    if count is None or unit is None:
        return None
    if unit == "H":
        return f"{-(-count // 24)}D"
    if unit[0].isdigit():  # a dual: two months in one word
        count, unit = count * int(unit[:-1]), unit[-1]
    return f"{count}{unit}"
