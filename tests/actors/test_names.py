"""Who is meant by the words of a text. All sentences are our own."""

import pytest

from apps.actors.load import load
from apps.actors.names import Names

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def actors():
    load()


def meant(text, words, kind, language="en"):
    start = text.rindex(words)
    actor = Names(language).meant(text, start, start + len(words), kind)
    return actor and actor.key


@pytest.mark.parametrize(
    ("language", "text", "words", "kind"),
    [
        ("en", "UNMIL and MONUSCO sing. The Mission rests.", "The Mission", "mission"),
        ("en", "Mali sings. The Government rests.", "The Government", "named-state"),
        ("en", "The Committee sings.", "The Committee", "subsidiary-body"),
        ("en", "UNMIL sings. They rest.", "They", "parties"),
        ("en", "The Committee meets on 1267 days a year, and a keeper.", "a keeper", "others"),
    ],
)
def test_who_is_not_clear_is_not_named(language, text, words, kind):
    assert meant(text, words, kind, language) is None


@pytest.mark.parametrize(
    ("language", "text", "words", "kind", "key"),
    [
        ("en", "Requests MONUSCO to sing", "MONUSCO", "mission", "monusco"),
        ("en", "MONUSCO sings, MONUSCO dances, UNMIL rests. The Mission", "The Mission", "mission", "monusco"),
        ("fr", "La MONUSCO chante. La Mission", "La Mission", "mission", "monusco"),
        ("zh", "联刚稳定团唱歌。该特派团", "该特派团", "mission", "monusco"),
        ("en", "the Committee established pursuant to resolution 1267 (1999)", "Committee", "subsidiary-body", "committee-1267"),
        ("en", "the 1540 Committee", "Committee", "subsidiary-body", "committee-1540"),
        ("en", "the Committee made by resolution 1533 (2004) met. The Committee", "Committee", "subsidiary-body", "committee-1533"),
        ("zh", "第1267(1999)号决议所设委员会", "委员会", "subsidiary-body", "committee-1267"),
    ],
)  # fmt: skip
def test_names_acronyms_and_short_forms_are_understood(language, text, words, kind, key):
    assert meant(text, words, kind, language) == key
