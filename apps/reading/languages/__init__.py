"""The languages that can be read, and which one a text is in."""

import re
from collections.abc import Mapping

from apps.reading.language import Language
from apps.reading.languages import ar, en, es, fr, ru, zh

LANGUAGES: Mapping[str, Language] = {
    module.LANGUAGE.code: module.LANGUAGE for module in (en, zh, ru, ar, fr, es)
}
"""By ISO 639-1 code. To add a language is to add its module here."""

_SAMPLE = 6_000
_SCRIPTS = (
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_SMALL_WORDS = {
    "en": frozenset(
        ["the", "of", "and", "to", "in", "that", "for", "on", "with", "by", "its", "all"]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "des",
            "du",
            "et",
            "à",
            "que",
            "dans",
            "pour",
            "en",
            "par",
            "au",
            "aux",
            "une",
            "sur",
            "est",
            "de",
            "l",
            "d",
            "qu",
            "il",
            "se",
            "sa",
            "ses",
            "son",
            "nous",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "la",
            "los",
            "las",
            "de",
            "del",
            "y",
            "que",
            "en",
            "para",
            "por",
            "con",
            "una",
            "al",
            "se",
            "su",
            "lo",
            "sus",
        ]
    ),
}


def detect(text: str) -> str:
    """The language of a text, from its script and its small words; empty where it cannot be told."""
    sample = text[:_SAMPLE]
    counts = {code: len(script.findall(sample)) for code, script in _SCRIPTS}
    best = max(counts, key=lambda code: counts[code])
    # A Chinese character says as much as a Latin word.
    if counts[best] * (4 if best == "zh" else 1) > len(_LATIN.findall(sample)):
        return best
    words = re.findall(r"[^\W\d_]+", sample.lower())
    scores = {code: sum(w in small for w in words) for code, small in _SMALL_WORDS.items()}
    latin = max(scores, key=lambda code: scores[code])
    return latin if scores[latin] else ("en" if _LATIN.search(sample) else "")
