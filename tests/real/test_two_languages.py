"""The French and the English text of one decision ask the same, paragraph by paragraph."""

from collections import defaultdict

import pytest

from apps.reading import read

# Verbs that translators swap (labelling guide): either is right.
ALIKE = {
    "calls-upon": "requests",
    "invites": "requests",
    "demands": "requests",
    "urges": "requests",
}


def by_paragraph(text, language):
    """The classes asked in each numbered operative paragraph."""
    reading = read(text, language=language)
    found = {
        p.label: [] for p in reading.paragraphs if p.part == "operative" and p.label.isdecimal()
    }
    for ask in reading.asks:
        number = ask.paragraph.partition(" ")[0]
        if number in found:
            found[number].append(ALIKE.get(ask.verb_class, ask.verb_class))
    return found


def pairs(folder, language):
    for path in sorted((folder / language).glob("S_*.txt")):
        other = folder / "en" / path.name
        if other.exists():
            yield path.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")


def agreement(folder, language):
    """Texts compared, paragraphs of the same number, and how many agree in number and class."""
    counts = defaultdict(int)
    for text, english in pairs(folder, language):
        one, two = by_paragraph(text, language), by_paragraph(english, "en")
        shared = one.keys() & two.keys()
        counts["texts"] += bool(shared)
        counts["paragraphs"] += len(shared)
        counts["number"] += sum(len(one[n]) == len(two[n]) for n in shared)
        counts["class"] += sum(one[n] == two[n] for n in shared)
    return counts


@pytest.mark.parametrize(
    ("language", "texts", "in_number", "in_class"), [("fr", 100, 0.95, 0.9), ("es", 15, 0.95, 0.9)]
)
def test_two_languages_of_a_decision_ask_the_same(shared, language, texts, in_number, in_class):
    counts = agreement(shared / "texts", language)

    assert counts["texts"] >= texts
    assert counts["number"] >= in_number * counts["paragraphs"], dict(counts)
    assert counts["class"] >= in_class * counts["paragraphs"], dict(counts)
