"""What an obligation may extend or restate: earlier ones that its words, or its document, point to.

Only questions: a person decides, and `apps.reporting.renew` does it.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db import connection
from django.db.models import F, Q, prefetch_related_objects
from django.utils.translation import gettext as _

from apps.actors.models import Language
from apps.documents.models import Citation, CitedFor, Document

from .codes import State
from .models import Obligation

ACTS = frozenset({CitedFor.EXTENDS, CitedFor.REQUESTS, CitedFor.AMENDS})
"""What is done with a document whose asks are asked on."""
# Found on 346 resolutions of 2008 to 2014 with 6,724 asks. Of the nearest pairs, fifteen looked at
# in each band, these were renewals: 3 where 0.45 to 0.50 of the words are shared, 5 from 0.50, 10
# from 0.55, 13 from 0.60, 15 from 0.65. Most pairs lie far from it: above 0.80 or below 0.45.
ALIKE = 0.55
# Where the ask itself says that it extends the document, less is enough: of those from 0.40 to 0.55
# with the same verb and addressee nearly all were the one that was meant.
ALIKE_IF_CITED = 0.4
MOST_PROPOSED = 5
MOST_COMPARED = 1000
"""Earlier obligations looked at for one page, the newest first."""
LONG = 2000  # words from which on frequent ones no longer begin a match, or it takes seconds
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"(?:[{_HAN}]|[^\W{_HAN}]+|[^\w\s])\s*|\s+")
_WORD = re.compile(rf"[{_HAN}]|[^\W{_HAN}]+")
_CHAIN = """
WITH RECURSIVE chain(id, renews_id) AS (
    SELECT id, renews_id FROM obligations_obligation WHERE id = %s
    UNION
    SELECT o.id, o.renews_id FROM obligations_obligation o
    JOIN chain c ON o.id = c.renews_id OR o.renews_id = c.id
)
SELECT id FROM chain
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An earlier obligation that a later one may renew, and why it is proposed."""

    earlier: Obligation
    likeness: float | None
    """Share of the words that both have, 0 to 1; None where they are in two languages."""
    citation: Citation | None = None
    """Where the later one says in its own words that it extends, amends or asks again."""
    is_labelled: bool = False
    """Whether that citation names the paragraph of the earlier one."""

    @property
    def reason(self) -> str:
        """Why it is proposed, for a person."""
        if self.likeness is None:
            alike = _("the texts are in two languages")
        else:
            alike = _("%(n)d%% of the words are the same") % {"n": round(100 * self.likeness)}
        if self.citation is None:
            return _("The document is cited; %(alike)s.") % {"alike": alike}
        values = {"act": self.citation.get_act_display(), "cited": self.citation, "alike": alike}
        return _("Its words: %(act)s %(cited)s; %(alike)s.") % values


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that two texts share, or that only one of them has."""

    kind: str
    """`equal`, `removed` or `added`."""
    words: str
    before: str = ""
    """Where they are equal: the same words with the spaces of the earlier text."""


def proposals(obligation: Obligation) -> list[Proposal]:
    """The earlier open obligations that `obligation` may renew, the likeliest first, at most five."""
    return proposals_for([obligation])[obligation.pk]


def proposals_for(obligations: Sequence[Obligation]) -> dict[int, list[Proposal]]:
    """The same for many, by key; as many queries as for one.

    None for one that is rejected or closed, or renews another already.
    """
    found: dict[int, list[Proposal]] = {one.pk: [] for one in obligations}
    asking = [o for o in obligations if o.state in {State.DRAFT, State.ACCEPTED}]
    asking = [o for o in asking if o.renews_id is None]
    cited = _citations(asking)
    citations = [citation for of_text in cited.values() for citation in of_text]
    here = Document.objects.by_symbol({citation.normal for citation in citations})
    named = {here[c.normal].pk for c in citations if _asks_on(c) and c.labels and c.normal in here}
    earlier = _earlier(asking, {document.pk for document in here.values()}, named)
    if not earlier:
        return found
    prefetch_related_objects(asking, "addressees")
    bags: dict[int, Counter[str]] = {}
    for one in asking:
        ranked = sorted(
            _of(one, cited[one.paragraph.text_id], here, earlier, bags), key=_rank, reverse=True
        )
        found[one.pk] = ranked[:MOST_PROPOSED]
    return found


def difference(old: str, new: str) -> list[Difference]:
    """`old` against `new`, word by word; Chinese, which has no spaces, character by character.

    What is equal or added makes up `new`; what is removed, and `before` of what is equal, `old`.
    """
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(
        None,
        [token.strip() for token in a],
        [token.strip() for token in b],
        autojunk=max(len(a), len(b)) > LONG,
    )
    found = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            words, before = "".join(b[new_start:new_end]), "".join(a[start:end])
            found.append(Difference("equal", words, before))
            continue
        if start < end:
            found.append(Difference("removed", "".join(a[start:end])))
        if new_start < new_end:
            found.append(Difference("added", "".join(b[new_start:new_end])))
    return found


def chain(obligation: Obligation) -> list[Obligation]:
    """All that are linked to `obligation` by renewals, itself among them, the earliest first."""
    with connection.cursor() as cursor:
        cursor.execute(_CHAIN, [obligation.pk])
        keys = [key for (key,) in cursor.fetchall()]
    if len(keys) <= 1:
        return [obligation]
    linked = Obligation.objects.filter(pk__in=keys).for_list()
    return list(linked.order_by("document__adopted_on", "pk"))


def _citations(obligations: Iterable[Obligation]) -> dict[int, list[Citation]]:
    """All that the texts of these obligations cite, by text."""
    texts = {one.paragraph.text_id for one in obligations}
    rows = Citation.objects.filter(paragraph__text__in=texts).select_related("paragraph")
    found: dict[int, list[Citation]] = defaultdict(list)
    for row in rows.defer("paragraph__words", "paragraph__pieces").order_by("start"):
        found[row.paragraph.text_id].append(row)
    return found


def _asks_on(citation: Citation) -> bool:
    """Whether it extends, amends or asks again what it cites."""
    return citation.act in ACTS


def _earlier(
    asking: Sequence[Obligation], documents: set[int], named: set[int]
) -> dict[int, list[Obligation]]:
    """The open obligations of `documents` that can be meant, by document.

    That is, of a verb of one of `asking`; of any verb in the documents `named` with a paragraph.
    """
    can_be_meant = Q(verb_class__in={one.verb_class for one in asking}) | Q(document__in=named)
    rows = Obligation.objects.open().filter(can_be_meant, document__in=documents).for_list()
    newest = rows.order_by(F("document__adopted_on").desc(nulls_last=True), "pk")[:MOST_COMPARED]
    found: dict[int, list[Obligation]] = defaultdict(list)
    for row in newest:
        found[row.document_id].append(row)
    return found


def _of(
    later: Obligation,
    citations: list[Citation],
    here: dict[str, Document],
    earlier: dict[int, list[Obligation]],
    bags: dict[int, Counter[str]],
) -> Iterator[Proposal]:
    """What `later` may renew, in no order; `bags` keeps the words that were counted."""
    own: dict[int, list[Citation]] = defaultdict(list)
    documents = {}
    for citation in citations:
        if document := here.get(citation.normal):
            documents[document.pk] = document
            if _asks_on(citation) and later.start <= citation.start < later.end:
                own[document.pk].append(citation)
    for key, document in documents.items():
        if not _is_before(document, later.document):
            continue
        for one in earlier.get(key, ()):
            if proposal := _compared(later, one, own[key], bags):
                yield proposal


def _compared(
    later: Obligation,
    earlier: Obligation,
    own: list[Citation],
    bags: dict[int, Counter[str]],
) -> Proposal | None:
    """`earlier` as a proposal; None where too little speaks for it."""
    named = next((c for c in own if _names(c, earlier)), None)
    # A citation of other paragraphs of the document does not speak for this one.
    citation = named or next((c for c in own if not c.labels), None)
    same_ask = later.verb_class == earlier.verb_class and _same_addressee(later, earlier)
    if named is None and not same_ask:
        return None
    if later.paragraph.text.language != earlier.paragraph.text.language:
        is_alike = _same_codes(later, earlier)
        likeness = None
    else:
        likeness = _likeness(_bag(later, bags), _bag(earlier, bags))
        is_alike = likeness >= (ALIKE_IF_CITED if citation else ALIKE)
    if named or is_alike:
        return Proposal(earlier, likeness, citation, is_labelled=named is not None)
    return None


def _rank(proposal: Proposal) -> tuple[object, ...]:
    """The named paragraph first, then what the words cite, then the likest, then the newest."""
    return (
        proposal.is_labelled,
        proposal.citation is not None,
        proposal.likeness or 0,
        proposal.earlier.document.adopted_on,
        -proposal.earlier.pk,
    )


def _is_before(document: Document, other: Document) -> bool:
    first, second = document.adopted_on, other.adopted_on
    return document.pk != other.pk and bool(first and second and first <= second)


def _names(citation: Citation, earlier: Obligation) -> bool:
    """Whether the paragraph of `earlier`, or the one that it is a part of, is cited."""
    reference = earlier.paragraph.reference
    return any(
        reference == label or reference.startswith(f"{label} (") for label in citation.labels
    )


def _same_addressee(later: Obligation, earlier: Obligation) -> bool:
    """Whether one actor is asked by both; where one of them names none, one kind of actor."""
    mine, theirs = later.addressees.all(), earlier.addressees.all()
    actors = {a.actor_id for a in mine} - {None}, {a.actor_id for a in theirs} - {None}
    if all(actors):
        return bool(actors[0] & actors[1])
    return bool({a.code for a in mine} & {a.code for a in theirs})


def _same_codes(later: Obligation, earlier: Obligation) -> bool:
    """Where words cannot be compared: a named actor, what comes back, to whom, and how it is timed."""
    actors = [{a.actor_id for a in o.addressees.all()} - {None} for o in (later, earlier)]
    kinds = [{code.partition(":")[0] for code in o.timing} for o in (later, earlier)]
    return (
        bool(actors[0] & actors[1])
        and kinds[0] == kinds[1]
        and sorted(later.deliverable) == sorted(earlier.deliverable)
        and sorted(later.recipients) == sorted(earlier.recipients)
    )


def _bag(obligation: Obligation, bags: dict[int, Counter[str]]) -> Counter[str]:
    """How often each word stands in it; of Chinese, each two characters that follow one another."""
    if obligation.pk not in bags:
        words = _WORD.findall(obligation.words.lower())
        if obligation.paragraph.text.language == Language.CHINESE:
            words = [a + b for a, b in itertools.pairwise(words)]
        bags[obligation.pk] = Counter(words)
    return bags[obligation.pk]


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Twice the words that both have, over all words (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
