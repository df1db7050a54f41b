"""Who is meant by the words of a text: by name, acronym or alias, or by a short form inside the text."""

import re
from collections import Counter, defaultdict
from functools import cached_property

from .models import Actor, ActorKind, ActorName

# Of these a text has one or few, and all are known here: `the Mission` is the one it names most. Not
# so of States: `the Government` may be that of one that is not on the list.
_SHORTENED = (ActorKind.MISSION, ActorKind.SUBSIDIARY_BODY)
_RESOLUTION = re.compile(r"(?<![\d/])(\d{3,4})(?![\d/])")
_NEAR = 90
"""How far after the name of a body the resolution that made it may stand."""


class Names:
    """All names of actors in one language. Loads them with one query."""

    def __init__(self, language: str) -> None:
        self._by_name: dict[str, Actor | None] = {}
        for name in ActorName.objects.filter(language=language).select_related("actor"):
            other = self._by_name.get(name.folded, name.actor)
            # A name that two bear names nobody.
            self._by_name[name.folded] = name.actor if other == name.actor else None

    @cached_property
    def _by_key(self) -> dict[str, Actor]:
        return {actor.key: actor for actor in self._by_name.values() if actor}

    @cached_property
    def _of_kind(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for folded, actor in self._by_name.items():
            if actor and len(folded) > 2:
                found[actor.kind].append(folded)
        return found

    def named(self, words: str) -> Actor | None:
        """The actor that bears exactly this name."""
        return self._by_name.get(words.casefold())

    def meant(self, text: str, start: int, end: int, kind: str) -> Actor | None:
        """The actor of `kind` that the characters `start` to `end` of `text` mean; None if unsure.

        By its name; by the resolution that made it (`the Committee established pursuant to
        resolution 1267`); or as the one of its kind that the text names most.
        """
        words = " ".join(text[start:end].split())
        known = self.named(words) or self.named(words.replace(" ", ""))
        if known or kind not in _SHORTENED:
            return known
        if kind == ActorKind.SUBSIDIARY_BODY:
            return self._made_by_resolution(text, start, end)
        return self._most_named(text, kind)

    def _made_by_resolution(self, text: str, start: int, end: int) -> Actor | None:
        """The committee whose resolution is named beside it here, or most often in the text."""
        beside = self._committees(text[max(start - 20, 0) : end + _NEAR])
        if beside:
            return beside[0]
        head = text[start:end].split()[-1:]
        if not head:
            return None
        counts: Counter[Actor] = Counter()
        for match in re.finditer(re.escape(head[0]), text):
            counts.update(self._committees(text[match.start() : match.end() + _NEAR])[:1])
        return _clearly_first(counts)

    def _committees(self, words: str) -> list[Actor]:
        keys = (f"committee-{number}" for number in _RESOLUTION.findall(words))
        return [self._by_key[key] for key in keys if key in self._by_key]

    def _most_named(self, text: str, kind: str) -> Actor | None:
        names = sorted(map(re.escape, self._of_kind.get(kind, [])), key=len, reverse=True)
        if not names:
            return None
        pattern = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(names)})(?![a-z0-9])")
        found = (self._by_name[name] for name in pattern.findall(text.casefold()))
        return _clearly_first(Counter(actor for actor in found if actor))


def _clearly_first(counts: Counter[Actor]) -> Actor | None:
    """The actor that is named at least twice as often as any other."""
    first, second = ([*counts.most_common(2), None, None])[:2]
    if first is None or (second and second[1] * 2 > first[1]):
        return None
    return first[0]
