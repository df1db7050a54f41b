"""The languages that can be read, and which one a text is in.

Every module here that has a `LANGUAGE` is one of them: to add a language is to add its module.
"""

import pkgutil
import re
from collections.abc import Mapping
from importlib import import_module

from apps.reading.language import Language

_MODULES = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
_FOUND = (getattr(module, "LANGUAGE", None) for module in _MODULES)

LANGUAGES: Mapping[str, Language] = {language.code: language for language in _FOUND if language}
"""By ISO 639-1 code."""

_SAMPLE = 6_000
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_SCRIPTS = {
    code: re.compile(language.script) for code, language in LANGUAGES.items() if language.script
}
_SMALL_WORDS = {
    code: frozenset(language.small_words.split())
    for code, language in LANGUAGES.items()
    if language.small_words
}


def detect(text: str) -> str:
    """The language of a text, from its script and its small words; empty where it cannot be told."""
    sample = text[:_SAMPLE]
    counts = {
        code: len(script.findall(sample)) * LANGUAGES[code].density
        for code, script in _SCRIPTS.items()
    }
    best = max(counts, key=lambda code: counts[code])
    if counts[best] > len(_LATIN.findall(sample)):
        return best
    words = re.findall(r"[^\W\d_]+", sample.lower())
    scores = {code: sum(w in small for w in words) for code, small in _SMALL_WORDS.items()}
    latin = max(scores, key=lambda code: scores[code])
    return latin if scores[latin] else ("en" if _LATIN.search(sample) else "")
