"""A language's table, compiled once: what the engine works with."""

import re
from functools import cache

from .language import Language
from .numbers import slots
from .wording import Table, fill


class Grammar:
    """The compiled patterns and tables of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.opener = _opener(language)
        self.preamble = re.compile(language.preamble)
        self.operative = re.compile(language.operative)
        self.statement_intro = re.compile(language.statement_intro)
        self.annex = re.compile(language.annex)
        self.closing = re.compile(language.closing)
        self.agenda = re.compile(language.agenda)
        self.title = re.compile(language.title, re.MULTILINE)
        self.resolution_number = re.compile(language.resolution_number)
        self.sentence_end = re.compile(language.sentence_end)
        self.adverbs = re.compile(language.adverbs)
        self.before_verb = re.compile(language.before_verb)
        self.before_participle = re.compile(language.before_participle)
        self.not_before_verb = re.compile(language.not_before_verb)
        self.owner = re.compile(language.owner)
        self.subject = re.compile(language.subject)
        self.clause_end = re.compile(language.clause_end)
        self.act_begins = re.compile(language.act_begins)
        self.asides = re.compile(language.asides)
        self.doers = re.compile(language.doers)
        self.doer_form = re.compile(language.doer_form)
        self.agents = re.compile(language.agents)
        self.not_agents = re.compile(language.not_agents)
        self.possessive = re.compile(language.possessive)
        self.pronoun_before = re.compile(language.pronoun_before)
        self.joiner = re.compile(language.joiner)
        self.verb_joiner = re.compile(language.verb_joiner)
        self.tail = re.compile(language.tail)
        self._add_tables(language)

    def _add_tables(self, language: Language) -> None:
        fills = slots(language)
        code = language.code
        self.date_line = re.compile(fills["date"] or r"(?!)")
        self.kinds = Table(f"{code}.kind", language.kinds, fills)
        self.adopted = tuple(Table(f"{code}.adopted", (w,), fills) for w in language.adopted)
        begins = language.word_begins
        verbs = (*language.not_verbs, *language.verbs)
        names = fills | {"state": _states(language)}
        self.filler = re.compile(fill(language.filler, names))
        self.verbs = Table(f"{code}.verb", verbs, fills, begins)
        self.actors = Table(f"{code}.actor", language.actors, names, begins)
        self.decided = Table(f"{code}.decided", language.decided, fills, begins)
        self.pronouns = Table(f"{code}.pronoun", language.pronouns, fills)
        self.deliverable = Table(f"{code}.deliverable", language.deliverable, fills, begins)
        self.recipients = Table(f"{code}.recipient", language.recipients, fills, begins)
        self.timing = Table(f"{code}.timing", language.timing, fills, begins)
        self.qualifiers = Table(f"{code}.qualifier", language.qualifiers, fills, begins)


def _states(language: Language) -> str:
    names = [name.strip() for name in language.states.replace("\n", " ").split(",")]
    names = sorted(filter(None, names), key=len, reverse=True)
    return "|".join(re.escape(" ".join(name.split())) for name in names) or r"(?!)"


def _opener(language: Language) -> re.Pattern[str]:
    names = "|".join(f"(?P<{_group(organ)}>{name})" for organ, name in language.bodies.items())
    return re.compile(rf"[\"']?\s?(?:{names})" if names else r"(?!)")


def _group(organ: str) -> str:
    return organ.replace("-", "_")


@cache
def grammar(language: Language) -> Grammar:
    """The grammar of a language; made once in a process."""
    return Grammar(language)
