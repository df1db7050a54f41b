"""What one language's table must hold. The engine knows no words; they all stand there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .wording import Wording


@dataclass(frozen=True, slots=True)
class Citing:
    """How a language cites documents."""

    wordings: tuple[Wording, ...] = ()
    """Value: what the citation after it does (`Reference.act`), or `keep` for what changes nothing in
    what was said before (`the mandate established pursuant to`)."""
    resolution: str = r"(?!)"
    """The words that open a list of numbers of resolutions."""
    human_rights: str = r"(?!)"
    """The Human Rights Council beside that word: its resolutions have numbers like the Assembly's."""
    before: str = r"(?!)"
    """Right before a citation, the paragraphs of it that are meant; `<list>` is their labels. Ends with `$`."""
    after: str = r"(?!)"
    """The same right after a citation."""
    ranges: str = r"(?!)"
    """What between two labels means all in between: `to`."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The wordings of one language.

    Patterns are tried on the cleaned text in lower case, with straight quotes and plain hyphens and
    the `fold` applied; those of `actors` on the same text in its own case.
    """

    code: str
    # -- how it is told from others
    script: str = ""
    """The characters of its script, where it has one of its own among the languages here."""
    density: int = 1
    """How many Latin letters say as much as one character of its script."""
    small_words: str = ""
    """Frequent small words, for languages in Latin letters; apart by spaces."""
    # -- letters ------------------------------------------------------------------------------
    fold: Mapping[str, str] = field(default_factory=dict)
    """One character for one: traditional to simplified, and the like."""
    drop: str = ""
    """Pattern of characters that mean nothing here: diacritics, tatweel."""
    spaced: bool = True
    """Whether words are set apart by spaces; where not, every space between letters goes."""
    small_openers: bool = False
    """Whether preambular and operative paragraphs begin with a small letter."""
    word_begins: str = r"(?<!\w)"
    """Where a wording of the tables may begin; empty for anywhere."""
    # -- numbers and dates --------------------------------------------------------------------
    numbers: Mapping[str, int] = field(default_factory=dict)
    digits: str = r"\d{1,3}"
    """How a number in digits looks."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_digits: str = r"\d{1,3}(?:st|nd|rd|th)"
    months: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    """Word to `D`, `W`, `M` or `Y`; `2D` for a word that means forty-eight hours."""
    dates: tuple[str, ...] = ()
    """Shapes of a date; `<month>` stands for the names of the months."""
    # -- structure ----------------------------------------------------------------------------
    bodies: Mapping[str, str] = field(default_factory=dict)
    """Organ code to the pattern of its name where it opens a decision (`the security council`)."""
    preamble: str = r"(?!)"
    """How a preambular paragraph begins."""
    operative: str = r"(?!)"
    """How an operative paragraph without a number begins."""
    statement_intro: str = r"(?!)"
    """The sentence that introduces a statement of the President."""
    annex: str = r"(?!)"
    closing: str = r"(?!)"
    """Lines after the last paragraph: votes, meeting numbers."""
    furniture: str = r"(?!)"
    """Whole lines that are page headers or masthead in this language."""
    kinds: tuple[Wording, ...] = ()
    adopted: tuple[Wording, ...] = ()
    """Where the day of adoption stands; `<date>` is the day. The first that matches wins."""
    agenda: str = r"(?!)"
    """The agenda item of a statement, as group 1."""
    title: str = r"(?!)"
    """The title in the head, as group 1; lines begin with `^`."""
    resolution_number: str = r"(?!)"
    """Number and year of a resolution of the Council, as groups 1 and 2."""
    sentence_end: str = r"(?!)"
    # -- asks ---------------------------------------------------------------------------------
    verbs: tuple[Wording, ...] = ()
    """Value: class, then words for the engine: `own` (the body acts), `noun` (what is asked for
    follows, not who), `item` (only at the head of a lettered item), `subject` (only right after
    the body's name), `passive` (who is to act stands before), `participle` (after a main verb)."""
    not_verbs: tuple[Wording, ...] = ()
    """Looks like a verb of the table and is none. Tried first."""
    adverbs: str = r"(?!)"
    """What may stand between subject and verb and belongs to the ask; ends where the verb begins."""
    before_verb: str = r"(?!)"
    """What may stand before the verb phrase; ends where it begins. Sentence starts are known."""
    before_participle: str = r"(?!)"
    """What may stand before a participle that asks, after the main verb."""
    not_before_verb: str = r"(?!)"
    """What before the verb phrase shows that somebody else asks, or that it was asked before."""
    subject: str = r"(?!)"
    """The body's name or pronoun right before a verb."""
    plural_owner: str = r"(?!)"
    """How a sentence begins whose verbs are in the plural: `the members of the council ... urge`."""
    owner: str = ""
    """How a sentence begins in which the body speaks; the empty pattern lets every sentence pass."""
    clause_end: str = r"(?!)"
    """A verb that asks nothing and ends what hangs on the ask before it."""
    verb_joiner: str = r"(?!)"
    """All that stands between two verbs of one act (` and `)."""
    tail: str = r"(?!)"
    """What at the end of an ask belongs to the next one (`, and in this regard`)."""
    citing: Citing = Citing()
    # -- fields -------------------------------------------------------------------------------
    actors: tuple[Wording, ...] = ()
    states: str = ""
    """Names of States and territories, comma separated, as printed."""
    act_begins: str = r"(?!)"
    """Where the addressee ends and the act begins."""
    act_reach: int = 400
    """How many characters after the verb an addressee may stand."""
    asides: str = r"(?!)"
    """Phrases whose actors are no addressees, up to where they end."""
    doers: str = r"(?!)"
    """What stands right before the actor who does it in a noun phrase: `by`."""
    passive_doers: str = r"(?!)"
    """The same where the act is told in the passive: `be coordinated by`."""
    doer_form: str = r"(?!)"
    """A form of a name that itself says who does what a noun names: the instrumental case."""
    agents: str = r"(?!)"
    """What stands right before the actor in a noun phrase: `by`, `of`, `between`."""
    not_agents: str = r"(?!)"
    """What stands right before an actor that only describes another: `of the`, `in the`."""
    filler: str = r"(?!)"
    """What may stand between the verb and the first addressee."""
    joiner: str = r"(?!)"
    """What may stand between two addressees of one list."""
    decided: tuple[Wording, ...] = ()
    """Addressees by what a decision is about; tried before the actors."""
    condition: str = r"(?!)"
    """A condition that stands before the verb phrase and governs the whole ask; ends where it begins."""
    purposes: str = r"(?!)"
    """Where a clause of purpose begins: urgency in it is no timing of the asked act."""
    possessive: str = r"(?!)"
    """In a noun phrase, points to the actors mentioned before: `their`."""
    pronouns: tuple[Wording, ...] = ()
    """Value: code; `last` for the addressees of the ask before; `those` for several, those of the ask
    before or named in the same sentence (`them`); `first` where an ask to go on points
    back to the whole sentence, for what is asked as well."""
    pronoun_before: str = r"(?!)"
    """What right before the verb stands for the addressees of the ask before: `les engage`."""
    deliverable: tuple[Wording, ...] = ()
    recipients: tuple[Wording, ...] = ()
    timing: tuple[Wording, ...] = ()
    """Value: a code with `{date}`, `{n}{unit}`, `{ordinal}`; or `none` for what is no timing."""
    unclear: tuple[Wording, ...] = ()
    """Words that speak of time and give no day: `in due course`. A person decides; value: why."""
    qualifiers: tuple[Wording, ...] = ()
    """`none` for what only looks like one."""
