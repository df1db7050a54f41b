"""The first French wordings: what must not be read comes first. All sentences are our own."""

import pytest

from apps.reading import read


def asks(text):
    return read(text, language="fr").asks


@pytest.mark.parametrize(
    "text",
    [
        "Rappelant sa demande tendant à allumer les lampes,",
        "3. Note la décision du gardien et l'invitation faite aux marins;",
        "3. Se félicite de la demande du gardien;",
    ],
)
def test_what_asks_nothing_gives_no_ask(text):
    assert asks(text) == ()


@pytest.mark.parametrize(
    ("text", "verb_class"),
    [
        ("3. Prie le Secrétaire général de garder les lampes;", "requests"),
        ("3. Exige que les parties rallument les lampes;", "demands"),
        ("3. Décide de rester saisi de la question.", "intends"),
        ("3. Encourage les États Membres à chanter;", "encourages"),
    ],
)
def test_a_verb_that_asks_is_found(text, verb_class):
    [ask] = asks(text)

    assert ask.verb_class == verb_class


def test_a_recurring_report_has_its_period_and_recipient():
    text = "4. Prie le Secrétaire général de lui faire rapport tous les six mois sur les lampes;"
    [ask] = asks(text)

    assert ask.addressees == ("secretary-general",)
    assert (ask.deliverable, ask.timing) == (("report",), ("every:P6M",))
