"""A language's table, compiled once: what the engine works with."""

import re
from functools import cache

from .language import Language
from .numbers import slots
from .wording import Table, fill

# Labels of paragraphs with short words between them: `8 (a), 9 and 12`.
_LIST = r"(?P<list>\d{1,3}(?: ?\([^\W\d_]{1,3}\))*(?:[^\d().;:]{1,8}\d{1,3}(?: ?\([^\W\d_]{1,3}\))*){0,12})"


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
        self.plural_owner = re.compile(language.plural_owner)
        self.subject = re.compile(language.subject)
        self.clause_end = re.compile(language.clause_end)
        self.act_begins = re.compile(language.act_begins)
        self.asides = re.compile(language.asides)
        self.doers = re.compile(language.doers)
        self.passive_doers = re.compile(language.passive_doers)
        self.doer_form = re.compile(language.doer_form)
        self.agents = re.compile(language.agents)
        self.not_agents = re.compile(language.not_agents)
        self.condition = re.compile(language.condition)
        self.purposes = re.compile(language.purposes)
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
        self.owner = re.compile(fill(language.owner, {"state": names["state"].lower()}))
        self.verbs = Table(f"{code}.verb", verbs, fills, begins)
        self.actors = Table(f"{code}.actor", language.actors, names, begins)
        self.decided = Table(f"{code}.decided", language.decided, fills, begins)
        self.pronouns = Table(f"{code}.pronoun", language.pronouns, fills)
        self.deliverable = Table(f"{code}.deliverable", language.deliverable, fills, begins)
        self.recipients = Table(f"{code}.recipient", language.recipients, fills, begins)
        self.citing = Table(f"{code}.citing", language.citing.wordings, fills, begins)
        lists = fills | {"list": _LIST}
        self.cited_before = re.compile(fill(language.citing.before, lists))
        self.cited_after = re.compile(fill(language.citing.after, lists))
        self.listed_resolution = re.compile(language.citing.resolution)
        self.human_rights = re.compile(language.citing.human_rights)
        self.ranges = re.compile(language.citing.ranges)
        self.timing = Table(f"{code}.timing", language.timing, fills, begins)
        self.unclear = Table(f"{code}.unclear", language.unclear, fills, begins)
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
