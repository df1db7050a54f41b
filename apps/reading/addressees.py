"""Who is to act (labelling guide, "Addressees")."""

from collections.abc import Sequence

from .asks import Found, sentence_start
from .clean import View
from .grammar import Grammar
from .wording import Hit

_DECIDED_REACH = 300
_MENTION_REACH = 3_000
_PRONOUN_REACH = 12
_NOT_CODES = {"state", "none"}
"""Words of a wording's value that are for the engine."""


def _organ_code(word: str, organ: str) -> str:
    """`organ:assembly` is the issuing body itself in a text of the Assembly."""
    if word == "president:assembly":  # asked by the Assembly alone, even where none is named
        return "council" if organ in {"", "assembly"} else "other-organ"
    if not word.startswith("organ:"):
        return word
    return "council" if word.removeprefix("organ:") == (organ or "council") else "other-organ"


def addressees(
    view: View, ask: Found, before: Sequence[Hit], organ: str, grammar: Grammar
) -> list[Hit]:
    """The addressees, each once; `before` are those of the ask before in the same paragraph.

    `organ` is the issuing organ's code: it is `council` in its own decisions, an `other-organ` in
    those of another.
    """
    if ask.verb_class == "intends":
        return [_coded("council", ask)]
    named = _named(view, ask, before, grammar)
    if ask.verb_class == "decides" and not (named and _at_head(view, ask, named[0], grammar)):
        named = _decided(view, ask, grammar) or named
    return _once(named, organ) or [_coded("unstated", ask)]


def _coded(code: str, ask: Found) -> Hit:
    """An addressee that follows from the verb alone."""
    return Hit(code, f"{ask.rule}.{code}", ask.verb, ask.verb_end, {})


def _once(hits: Sequence[Hit], organ: str) -> list[Hit]:
    seen: dict[str, Hit] = {}
    for hit in hits:
        for word in hit.value.split():
            code = _organ_code(word, organ)
            if code in _NOT_CODES:
                continue
            seen.setdefault(code, Hit(code, hit.rule, hit.start, hit.end, hit.groups))
    return list(seen.values())


def _decided(view: View, ask: Found, grammar: Grammar) -> list[Hit]:
    end = min(ask.end, ask.verb_end + _DECIDED_REACH)
    for hit in grammar.decided.find(view.lower, ask.verb, end):
        return [hit]
    return []


def _named(view: View, ask: Found, before: Sequence[Hit], grammar: Grammar) -> list[Hit]:
    """The actors named right after the verb; or, for a noun, those that are to do it."""
    if "passive" in ask.flags:
        return _mentioned(view, ask, grammar)
    start, end = ask.verb_end, min(ask.end, ask.verb_end + grammar.language.act_reach)
    act = grammar.act_begins.search(view.lower, start, end)
    stop = act.start() if act else end
    referred = _referred(view, ask, before, grammar)
    if referred:
        return referred
    # Where words are not set apart, what describes the addressee may look like the act.
    reach = stop if grammar.language.spaced else end
    hits = _outside_asides(view, (start, reach), grammar)
    head = next((i for i, hit in enumerate(hits) if _at_head(view, ask, hit, grammar)), None)
    if head is not None:
        return _listed(view, hits[head:], stop, grammar)
    agents = _agents(view, [hit for hit in hits if hit.start < stop], start, grammar)
    # Of a thing called for, `their` at its head is whose thing it is, not who is to act.
    apart = start + 12 if "noun" in ask.flags else start
    if not agents and grammar.possessive.search(view.lower, apart, stop):
        return list(before) or _mentioned(view, ask, grammar)
    return agents


def _at_head(view: View, ask: Found, hit: Hit, grammar: Grammar) -> bool:
    return bool(grammar.filler.fullmatch(view.lower, ask.verb_end, hit.start))


def _referred(view: View, ask: Found, before: Sequence[Hit], grammar: Grammar) -> list[Hit]:
    floor = max(ask.stretch.body, ask.verb - _PRONOUN_REACH)
    if grammar.pronoun_before.search(view.lower, floor, ask.verb):
        return _with_listed(view, ask, list(before) or _mentioned(view, ask, grammar), grammar)
    hit = grammar.pronouns.at(view.lower, ask.verb_end, min(ask.end, ask.verb_end + 60))
    if not hit or hit.value not in {"last", "first"}:
        return [hit] if hit else []
    known = list(before) if hit.value == "last" else []
    known = known or _mentioned(view, ask, grammar, first=hit.value == "first")
    return [Hit(h.value, hit.rule, hit.start, hit.end, {}) for h in known]


def _with_listed(view: View, ask: Found, known: list[Hit], grammar: Grammar) -> list[Hit]:
    """Those that a pronoun before the verb stands for, with who is listed right after the verb."""
    for hit in grammar.actors.find(view.plain, ask.verb_end, min(ask.end, ask.verb_end + 120)):
        if grammar.joiner.fullmatch(view.lower, ask.verb_end, hit.start):
            return [*known, hit]
    return known


def _mentioned(view: View, ask: Found, grammar: Grammar, *, first: bool = False) -> list[Hit]:
    """The actor last (or first) mentioned before the ask, with those listed with it."""
    start = max(ask.stretch.body, ask.start - _MENTION_REACH)
    if first:
        start = sentence_start(view, ask.start, ask.stretch, grammar)
    hits = list(grammar.actors.find(view.plain, start, ask.start))
    hits = [hit for hit in hits if hit.value != "none" and not hit.value.startswith("organ:")]
    known = hits[:1] if first else hits[-1:]
    for hit in [] if first else reversed(hits[:-1]):
        if not grammar.joiner.fullmatch(view.lower, hit.end, known[0].start):
            break
        known.insert(0, hit)
    return known


def _outside_asides(view: View, span: tuple[int, int], grammar: Grammar) -> list[Hit]:
    """The actors of the span that do not stand in `together with ...` and the like."""
    start, stop = span
    asides = [m.span() for m in grammar.asides.finditer(view.lower, start, stop)]
    return [
        hit
        for hit in grammar.actors.find(view.plain, start, stop)
        if not any(a <= hit.start < b for a, b in asides)
    ]


def _listed(view: View, hits: list[Hit], stop: int, grammar: Grammar) -> list[Hit]:
    """The first actor and all that are listed with it; past the begin of the act, only at once."""
    known = [hits[0]]
    passed: Hit | None = None
    for hit in hits[1:]:
        last = known[-1]
        if passed and _goes_with(view, passed, hit, grammar):
            passed = hit
            continue
        if hit.start < stop:
            joined = grammar.joiner.search(view.lower[last.end : hit.start])
        else:
            joined = grammar.joiner.fullmatch(view.lower, last.end, hit.start)
            joined = joined if last.start >= stop else None
        if joined:
            known.append(hit)
        else:
            passed = hit
    return known


def _goes_with(view: View, passed: Hit, hit: Hit, grammar: Grammar) -> bool:
    """Whether `hit` is listed with one that is no addressee; a comma may lead back to those."""
    joined = grammar.joiner.fullmatch(view.lower, passed.end, hit.start)
    return bool(joined) and not view.lower.startswith((",", "，"), passed.end)


def _agents(view: View, hits: list[Hit], start: int, grammar: Grammar) -> list[Hit]:
    """Those who are to do what a noun names: `by` them; or else `of` or `between` them."""
    for marker in (grammar.doers, grammar.agents):
        known: list[Hit] = []
        for hit in hits:
            joined = known and grammar.joiner.fullmatch(view.lower, known[-1].end, hit.start)
            does = marker is grammar.doers and grammar.doer_form.match(
                view.lower, hit.start, hit.end
            )
            if joined or does or marker.search(view.lower[max(start, hit.start - 60) : hit.start]):
                known.append(hit)
            elif known:
                break
        if known:
            return known
    return []
