"""What the reading gives. Every offset counts Unicode code points of the text as it was given."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters that gave one value of one field, and the rule that read them."""

    field: str
    """`class`, `addressees`, `deliverable`, `recipients`, `timing` or `qualifiers`."""
    value: str
    """A code of the labelling guide, such as `secretary-general` or `every:P6M`."""
    rule: str
    """Name of the wording in the language's table, such as `en.timing.every`."""
    start: int
    end: int
    refers_to: tuple[int, int] | None = None
    """For a pronoun (`it`, `them`): the characters of the name that it stands for."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or lettered sub-paragraph, in the order printed."""

    start: int
    end: int
    """`source[start:end]` is the paragraph as printed, its label and any page header inside included."""
    label: str
    """As printed, joined from the outside in: `7`, `7 (a)`, `II.3`; empty where none is printed."""
    position: int
    """From 1, over all paragraphs of the text: statements that print no labels are cited by it."""
    part: str
    """`preamble`, `operative`, `statement` or `annex`."""
    text: str
    """For reading: without its label, page furniture taken out, lines joined."""
    pieces: tuple[tuple[int, int], ...] = ()
    """For each unbroken piece of `text`: where it begins in `text`, and where in the source."""

    @property
    def reference(self) -> str:
        """How the paragraph is cited: its label, or its position where none is printed."""
        return self.label or str(self.position)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of a document says about it. What it does not say is empty or None."""

    language: str
    """ISO 639-1: `ar`, `en`, `es`, `fr`, `ru`, `zh`; empty when it cannot be told."""
    symbols: tuple[str, ...] = ()
    """In printed form, the first the document's own."""
    adopted: dt.date | None = None
    """Day of adoption; of publication where nothing is adopted."""
    kind: str = ""
    """`resolution`, `presidential-statement`, `decision`, `report`, `letter`, `note`, `draft`; or empty."""
    organ: str = ""
    """`council`, `assembly`, `ecosoc`, `human-rights-council`; or empty."""
    agenda_item: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """One operative verb phrase with what hangs on it; codes as in the labelling guide."""

    start: int
    end: int
    """From the first character of the verb phrase to the end of what hangs on it."""
    quote: str
    """`source[start:end]`, verbatim."""
    paragraph: str
    """`Paragraph.reference` of the paragraph it stands in."""
    verb_class: str
    addressees: tuple[str, ...]
    deliverable: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    timing: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    rule: str = ""
    """Name of the wording that found it, such as `en.verb.requests`."""
    evidence: tuple[Evidence, ...] = field(default=())
    unclear: tuple[Evidence, ...] = ()
    """Words that speak of time and give no day (`in due course`, `every few months`): for a person
    to decide. The value says why: `vague`, `uncounted` or `no-day`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited document, and what the citation does."""

    start: int
    end: int
    """The characters that name it: `2046 (2012)`, `S/2013/657`, `78/102`."""
    symbol: str
    """Its symbol in printed form: `S/RES/2046 (2012)`, `A/RES/78/102`."""
    paragraphs: tuple[str, ...]
    """Labels of the paragraphs of it that are cited; empty where it is cited as a whole."""
    act: str
    """`recalls`, `pursuant-to`, `extends`, `amends`, `supersedes`, `requests` (asks again what was
    asked there), or `cites`."""
    rule: str
    """Name of the wording that said so; empty for `cites`."""
    paragraph: str
    """`Paragraph.reference` of the paragraph it stands in."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one text."""

    masthead: Masthead
    paragraphs: tuple[Paragraph, ...]
    asks: tuple[Ask, ...]
    references: tuple[Reference, ...] = ()
