"""Who is to act (labelling guide, "Addressees")."""

from collections.abc import Sequence
from dataclasses import replace

from .asks import Found, sentence_start
from .names import Names
from .wording import Hit

_DECIDED_REACH = 300
_MENTION_REACH = 3_000
_PRONOUN_REACH = 12
_ONE = ("secretary-general", "council", "organ:", "president:", "named-state state")
"""Codes of one that `them` cannot stand for."""
_NOT_CODES = {"state", "none"}
"""Words of a wording's value that are for the engine."""


def _organ_code(word: str, organ: str) -> str:
    """`organ:assembly` is the issuing body itself in a text of the Assembly."""
    if word == "president:assembly":  # asked by the Assembly alone, even where none is named
        return "council" if organ in {"", "assembly"} else "other-organ"
    if not word.startswith("organ:"):
        return word
    return "council" if word.removeprefix("organ:") == (organ or "council") else "other-organ"


def addressees(names: Names, ask: Found, before: Sequence[Hit], organ: str) -> list[Hit]:
    """The addressees, each once; `before` are those of the ask before in the same paragraph.

    `organ` is the issuing organ's code: it is `council` in its own decisions, an `other-organ` in
    those of another.
    """
    if ask.verb_class == "intends":
        return [_coded("council", ask)]
    named = _named(names, ask, before)
    if ask.verb_class == "decides" and not (named and _at_head(names, ask, named[0])):
        named = _decided(names, ask) or named
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
            seen.setdefault(code, replace(hit, value=code))
    return list(seen.values())


def _decided(names: Names, ask: Found) -> list[Hit]:
    end = min(ask.end, ask.verb_end + _DECIDED_REACH)
    for hit in names.grammar.decided.find(names.view.lower, ask.verb, end):
        return [hit]
    return []


def _named(names: Names, ask: Found, before: Sequence[Hit]) -> list[Hit]:
    """The actors named right after the verb; or, for a noun, those that are to do it."""
    if "passive" in ask.flags:
        return _mentioned(names, ask)
    start, end = ask.verb_end, min(ask.end, ask.verb_end + names.grammar.language.act_reach)
    act = names.grammar.act_begins.search(names.view.lower, start, end)
    stop = act.start() if act else end
    referred = _referred(names, ask, before)
    if referred:
        return referred
    # Where words are not set apart, what describes the addressee may look like the act.
    reach = stop if names.grammar.language.spaced else end
    hits = _outside_asides(names, (start, reach))
    head = next((i for i, hit in enumerate(hits) if _at_head(names, ask, hit)), None)
    if head is not None:
        return _listed(names, hits[head:], stop)
    agents = _agents(names, [hit for hit in hits if hit.start < stop], start)
    # Of a thing called for, `their` at its head is whose thing it is, not who is to act.
    apart = start + 12 if "noun" in ask.flags else start
    if not agents and names.grammar.possessive.search(names.view.lower, apart, stop):
        return list(before) or _mentioned(names, ask)
    return agents or _passive_agents(names, ask)


def _passive_agents(names: Names, ask: Found) -> list[Hit]:
    """Those by whom it is to `be done`, named after the act."""
    end = min(ask.end, ask.verb_end + names.grammar.language.act_reach)
    for hit in names.find(ask.verb_end, end):
        before = names.view.lower[max(ask.verb_end, hit.start - 60) : hit.start]
        if names.grammar.passive_doers.search(before):
            return [hit]
    return []


def _at_head(names: Names, ask: Found, hit: Hit) -> bool:
    return bool(names.grammar.filler.fullmatch(names.view.lower, ask.verb_end, hit.start))


def _referred(names: Names, ask: Found, before: Sequence[Hit]) -> list[Hit]:
    floor = max(ask.stretch.body, ask.verb - _PRONOUN_REACH)
    if names.grammar.pronoun_before.search(names.view.lower, floor, ask.verb):
        return _with_listed(names, ask, list(before) or _mentioned(names, ask))
    hit = names.grammar.pronouns.at(names.view.lower, ask.verb_end, min(ask.end, ask.verb_end + 60))
    if hit and "noun" in ask.flags and hit.rule.endswith(".their"):
        return []  # of a thing called for, it says whose thing it is
    if not hit or hit.value not in {"last", "those", "first"}:
        return [hit] if hit else []
    if hit.value == "those":
        known = _those(names, ask, before)
    else:
        known = list(before) if hit.value == "last" else []
    known = known or _mentioned(names, ask, first=hit.value == "first")
    return [
        Hit(h.value, hit.rule, hit.start, hit.end, {}, h.refers or (h.start, h.end)) for h in known
    ]


def _those(names: Names, ask: Found, before: Sequence[Hit]) -> list[Hit]:
    """The several that `them` stands for: those asked before in the sentence, or the first named in it."""
    start = sentence_start(names.view, ask.start, ask.stretch, names.grammar)
    asked = [hit for hit in before if hit.start >= start]
    if asked and not _single(asked):
        return list(before)
    groups = _groups(names, max([start, *(hit.end for hit in asked)]), ask.start)
    several = [group for group in groups if not _single(group)]
    return next(iter(several), list(before))


def _groups(names: Names, start: int, end: int) -> list[list[Hit]]:
    """The actors of a span, those listed together in one group."""
    groups: list[list[Hit]] = []
    for hit in names.find(start, end):
        if hit.value == "none":
            continue
        last = groups[-1][-1] if groups else None
        if last and names.grammar.joiner.fullmatch(names.view.lower, last.end, hit.start):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _single(group: Sequence[Hit]) -> bool:
    """Whether the group is one person, one State or one organ."""
    return len(group) == 1 and group[0].value.startswith(_ONE)


def _with_listed(names: Names, ask: Found, known: list[Hit]) -> list[Hit]:
    """Those that a pronoun before the verb stands for, with who is listed right after the verb."""
    for hit in names.find(ask.verb_end, min(ask.end, ask.verb_end + 120)):
        if names.grammar.joiner.fullmatch(names.view.lower, ask.verb_end, hit.start):
            return [*known, hit]
    return known


def _mentioned(names: Names, ask: Found, *, first: bool = False) -> list[Hit]:
    """The actor last (or first) mentioned before the ask, with those listed with it."""
    start = max(ask.stretch.body, ask.start - _MENTION_REACH)
    if first:
        start = sentence_start(names.view, ask.start, ask.stretch, names.grammar)
    hits = list(names.find(start, ask.start))
    hits = [hit for hit in hits if hit.value != "none" and not hit.value.startswith("organ:")]
    known = hits[:1] if first else hits[-1:]
    for hit in [] if first else reversed(hits[:-1]):
        if not names.grammar.joiner.fullmatch(names.view.lower, hit.end, known[0].start):
            break
        known.insert(0, hit)
    return known


def _outside_asides(names: Names, span: tuple[int, int]) -> list[Hit]:
    """The actors of the span that do not stand in `together with ...` and the like."""
    start, stop = span
    asides = [m.span() for m in names.grammar.asides.finditer(names.view.lower, start, stop)]
    return [
        hit for hit in names.find(start, stop) if not any(a <= hit.start < b for a, b in asides)
    ]


def _listed(names: Names, hits: list[Hit], stop: int) -> list[Hit]:
    """The first actor and all that are listed with it; past the begin of the act, only at once."""
    known = [hits[0]]
    passed: Hit | None = None
    for hit in hits[1:]:
        last = known[-1]
        if passed and _goes_with(names, passed, hit):
            passed = hit
            continue
        if hit.start < stop:
            joined = names.grammar.joiner.search(names.view.lower[last.end : hit.start])
        else:
            joined = names.grammar.joiner.fullmatch(names.view.lower, last.end, hit.start)
            joined = joined if last.start >= stop else None
        if joined:
            known.append(hit)
        else:
            passed = hit
    return known


def _goes_with(names: Names, passed: Hit, hit: Hit) -> bool:
    """Whether `hit` is listed with one that is no addressee; a comma may lead back to those."""
    joined = names.grammar.joiner.fullmatch(names.view.lower, passed.end, hit.start)
    return bool(joined) and not names.view.lower.startswith((",", "，"), passed.end)


def _agents(names: Names, hits: list[Hit], start: int) -> list[Hit]:
    """Those who are to do what a noun names: `by` them; or else `of` or `between` them."""
    for marker in (names.grammar.doers, names.grammar.agents):
        known: list[Hit] = []
        for hit in hits:
            joined = known and names.grammar.joiner.fullmatch(
                names.view.lower, known[-1].end, hit.start
            )
            does = marker is names.grammar.doers and names.grammar.doer_form.match(
                names.view.lower, hit.start, hit.end
            )
            if (
                joined
                or does
                or marker.search(names.view.lower[max(start, hit.start - 60) : hit.start])
            ):
                known.append(hit)
            elif known:
                break
        if known:
            return known
    return []
