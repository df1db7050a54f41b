"""Reading a decision: the one door to this package."""

import datetime as dt
from collections.abc import Sequence

from . import asks, fields
from .addressees import addressees
from .asks import Found
from .clean import View, view
from .grammar import Grammar, grammar
from .language import Language
from .languages import LANGUAGES, detect
from .masthead import masthead
from .model import Ask, Evidence, Masthead, Reading
from .names import Names
from .paragraphs import Stretch, paragraphs
from .references import references
from .wording import Hit

_NO_TABLE = Language(code="")


def read(text: str, *, language: str | None = None, adopted: dt.date | None = None) -> Reading:
    """Paragraphs, masthead and asks of a decision.

    `language` is an ISO 639-1 code, detected from the text when None. `adopted` overrides the day
    in the masthead, from which days without a year are counted. Any text gives an answer; a
    language without a table gives paragraphs and symbols, but no asks.
    """
    code = detect(text) if language is None else language
    rules = grammar(LANGUAGES.get(code, _NO_TABLE))
    cleaned = view(text, rules.language)
    stretches = paragraphs(cleaned, rules)
    head = masthead(cleaned, text, stretches, rules, code=code, adopted=adopted)
    found = asks.find(cleaned, stretches, rules)
    return Reading(
        masthead=head,
        paragraphs=tuple(stretch.paragraph for stretch in stretches),
        asks=tuple(_asks(text, cleaned, found, head, rules)),
        references=references(cleaned, stretches, head.symbols, rules),
    )


def passed_over(text: str, *, language: str | None = None) -> list[Evidence]:
    """Words of the verb table that stand in the text and were not taken for an ask, in order.

    For people who ask why: another speaks there, it is told of the past, or it is a noun.
    """
    code = detect(text) if language is None else language
    rules = grammar(LANGUAGES.get(code, _NO_TABLE))
    cleaned = view(text, rules.language)
    stretches = paragraphs(cleaned, rules)
    taken = {ask.verb for ask in asks.find(cleaned, stretches, rules)}
    return [
        _evidence(cleaned, "class", hit)
        for stretch in stretches
        for hit in rules.verbs.find(cleaned.lower, stretch.body, stretch.end)
        if hit.start not in taken
    ]


def _asks(
    text: str, cleaned: View, found: Sequence[Found], head: Masthead, rules: Grammar
) -> list[Ask]:
    result: list[Ask] = []
    names = Names(cleaned, rules)
    before: list[Hit] = []
    paragraph: Stretch | None = None
    for ask in found:
        if paragraph is not ask.stretch:
            paragraph, before = ask.stretch, []
        named = addressees(names, ask, before, head.organ)
        before = [hit for hit in named if hit.value != "unstated"]
        result.append(_ask(text, cleaned, ask, named, head.adopted, rules))
    return result


def _ask(
    text: str, cleaned: View, ask: Found, named: list[Hit], adopted: dt.date | None, rules: Grammar
) -> Ask:
    back = [] if ask.verb_class == "intends" else fields.deliverables(cleaned, ask, rules)
    read_fields = {
        "class": [Hit(ask.verb_class, ask.rule, ask.verb, ask.verb_end, {})],
        "addressees": named,
        "deliverable": back,
        "recipients": fields.recipients(cleaned, ask, rules) if back else [],
        "timing": fields.timing(cleaned, ask, adopted, rules),
        "qualifiers": fields.qualifiers(cleaned, ask, rules),
    }
    vague = fields.unclear(cleaned, ask, read_fields["timing"], rules)
    start, end = cleaned.source(ask.start), cleaned.source_end(ask.end)
    values = {name: tuple(sorted(hit.value for hit in hits)) for name, hits in read_fields.items()}
    return Ask(
        start=start,
        end=end,
        quote=text[start:end],
        paragraph=ask.stretch.paragraph.reference,
        verb_class=ask.verb_class,
        addressees=values["addressees"],
        deliverable=values["deliverable"],
        recipients=values["recipients"],
        timing=values["timing"],
        qualifiers=values["qualifiers"],
        rule=ask.rule,
        evidence=tuple(
            _evidence(cleaned, name, hit) for name, hits in read_fields.items() for hit in hits
        ),
        unclear=tuple(_evidence(cleaned, "timing", hit) for hit in vague),
    )


def _evidence(cleaned: View, field: str, hit: Hit) -> Evidence:
    refers = hit.refers and (cleaned.source(hit.refers[0]), cleaned.source_end(hit.refers[1]))
    start, end = cleaned.source(hit.start), cleaned.source_end(hit.end)
    return Evidence(field, hit.value, hit.rule, start, end, refers)
