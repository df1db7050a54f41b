"""Finding asks: one operative verb phrase and what hangs on it (labelling guide, "One ask")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .clean import View
from .grammar import Grammar
from .paragraphs import Stretch
from .wording import Hit

_LOOK_BACK = 160


@dataclass(frozen=True, slots=True)
class Found:
    """An ask in the view; offsets count characters of the view."""

    start: int
    """First character of the verb phrase, adverbs included."""
    verb: int
    verb_end: int
    end: int
    verb_class: str
    flags: frozenset[str]
    rule: str
    stretch: Stretch
    reach: int
    """Where what is asked begins: before `start` where the ask points back (`continue this`)."""


def find(view: View, stretches: Sequence[Stretch], grammar: Grammar) -> list[Found]:
    """Every ask of the operative and statement paragraphs, in order."""
    found: list[Found] = []
    for group in _groups(view, stretches):
        hits = _only_items(_one_act(view, list(_candidates(view, group, grammar)), grammar), view)
        limits = _limits(group)
        for i, ask in enumerate(hits):
            following = hits[i + 1].start if i + 1 < len(hits) else group[-1].end
            limit = min(following, limits[ask.stretch.start])
            found.append(_extended(view, ask, limit, grammar))
    return found


def _groups(view: View, stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """A paragraph with the items below it, and with what runs on after them."""
    group: list[Stretch] = []
    for stretch in stretches:
        labelled = stretch.body > stretch.start + 1  # one more character may be a quotation mark
        lower = view.text[stretch.body : stretch.body + 1].islower()
        runs_on = stretch.depth > 0 or (lower and not labelled)
        if group and runs_on and stretch.paragraph.part == group[0].paragraph.part:
            group.append(stretch)
            continue
        if group:
            yield group
        group = [stretch] if stretch.paragraph.part in {"operative", "statement"} else []
    if group:
        yield group


def _candidates(view: View, group: list[Stretch], grammar: Grammar) -> Iterator[Found]:
    for stretch in group:
        for hit in grammar.verbs.find(view.lower, stretch.body, stretch.end):
            ask = _candidate(view, hit, stretch, grammar)
            if ask:
                yield ask


def _candidate(view: View, hit: Hit, stretch: Stretch, grammar: Grammar) -> Found | None:
    verb_class, *flags = hit.value.split()
    if verb_class == "none":
        return None
    floor = max(stretch.body, hit.start - _LOOK_BACK)
    adverb = grammar.adverbs.search(view.lower, floor, hit.start)
    start = adverb.start() if adverb else hit.start
    if not _stands(view, start, stretch, set(flags), grammar):
        return None
    return Found(
        start, hit.start, hit.end, hit.end, verb_class, frozenset(flags), hit.rule, stretch, start
    )


def _stands(view: View, start: int, stretch: Stretch, flags: set[str], grammar: Grammar) -> bool:
    """Whether the body itself asks here: by what stands before the verb phrase."""
    left = _left(view, start, stretch)
    if not left.strip(" \"'"):
        return not flags & {"subject", "passive", "participle"} and (
            "item" not in flags or stretch.depth > 0
        )
    if grammar.not_before_verb.search(left):
        return False
    if flags & {"passive", "participle", "item"}:
        return _stands_so(left, flags, grammar)
    if grammar.subject.search(left):
        return True
    if not grammar.before_verb.search(left):
        return False
    owner = grammar.plural_owner if "subject" in flags else grammar.owner
    return bool(owner.match(view.lower, sentence_start(view, start, stretch, grammar)))


def sentence_start(view: View, position: int, stretch: Stretch, grammar: Grammar) -> int:
    """Where the sentence with `position` begins; looks back 2,000 characters at most."""
    start = max(stretch.body, position - 2000)
    for match in grammar.sentence_end.finditer(view.plain, start, position):
        start = match.end()
    while start < position and view.lower[start] in " \"'\n":
        start += 1
    return start


def _left(view: View, start: int, stretch: Stretch) -> str:
    """What stands before the verb phrase in its paragraph; a cut is marked, so that it is no start."""
    floor = max(stretch.body, start - _LOOK_BACK)
    return ("\0" if floor > stretch.body else "") + view.lower[floor:start]


def _stands_so(left: str, flags: set[str], grammar: Grammar) -> bool:
    if "passive" in flags:
        return True
    if "participle" in flags:
        return bool(grammar.before_participle.search(left))
    return False


def _one_act(view: View, asks: list[Found], grammar: Grammar) -> list[Found]:
    """`Urges and encourages X`: two verbs, one act, one ask at the first verb."""
    kept: list[Found] = []
    for ask in asks:
        if kept:
            between = view.lower[kept[-1].verb_end : ask.start]
            if between.strip() and grammar.verb_joiner.fullmatch(between):
                kept[-1] = _merged(kept[-1], ask)
                continue
        kept.append(ask)
    return kept


def _merged(first: Found, second: Found) -> Found:
    return replace(
        first, verb_end=second.verb_end, end=second.verb_end, flags=first.flags | second.flags
    )


def _only_items(asks: list[Found], view: View) -> list[Found]:
    """A verb that only opens a list of asks (`Decides: (a) To call upon ...`) is none itself."""
    if len(asks) < 2 or asks[1].stretch is asks[0].stretch:
        return [ask for ask in asks if "item" not in ask.flags]
    head, first = asks[0], asks[1]
    opens = view.lower[head.verb_end : head.stretch.end].strip() in {":", "：", ""}
    if opens and first.verb - first.stretch.body < 20:
        return asks[1:]
    return [ask for ask in asks if "item" not in ask.flags]


def _extended(view: View, ask: Found, limit: int, grammar: Grammar) -> Found:
    """The ask up to the end of what hangs on it."""
    ends = grammar.sentence_end.search(view.plain, ask.verb_end, limit)
    if ends:
        limit = ends.end()
    clause = grammar.clause_end.search(view.lower, ask.verb_end, limit)
    if clause:
        limit = clause.start()
    tail = grammar.tail.search(view.lower, max(ask.verb_end, limit - 60), limit)
    end = max(tail.start() if tail else limit, ask.verb_end)
    back = grammar.pronouns.at(view.lower, ask.verb_end, end)
    points_back = back is not None and back.value == "first"
    reach = sentence_start(view, ask.start, ask.stretch, grammar) if points_back else ask.start
    return replace(ask, end=end, reach=reach)


def _limits(group: list[Stretch]) -> dict[int, int]:
    """By the start of a stretch: the end of it and of the deeper items right after it."""
    limits: dict[int, int] = {}
    open_items: list[Stretch] = []
    reached = 0
    for stretch in group:
        while open_items and open_items[-1].depth >= stretch.depth:
            limits[open_items.pop().start] = reached
        open_items.append(stretch)
        reached = stretch.end
    for stretch in open_items:
        limits[stretch.start] = reached
    return limits
