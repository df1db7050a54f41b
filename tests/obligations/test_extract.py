"""From a text to drafts."""

import pytest

from apps.actors.load import load
from apps.documents.ingest import Given, ingest
from apps.obligations.codes import State
from apps.obligations.extract import NotComplete, act_of, extract, joined, unread
from apps.obligations.models import Obligation
from tests.documents.texts import STATEMENT_ZH

pytestmark = pytest.mark.django_db


def test_each_ask_is_a_draft_that_quotes_its_characters(document, drafts):
    content = document.texts.get().content

    assert [d.verb_class for d in drafts] == ["requests", "encourages", "intends"]
    assert {d.state for d in drafts} == {State.DRAFT}
    for draft in drafts:
        assert content[draft.start : draft.end] == draft.quote
        assert draft.paragraph.start <= draft.start < draft.paragraph.end


def test_a_draft_carries_what_was_read(drafts):
    report = drafts[0]

    assert report.addressee_codes == ["secretary-general"]
    assert (report.deliverable, report.timing) == (["report"], ["every:P6M"])
    assert report.reference == "S/RES/9001 (2021) ¶ 1"
    assert report.machine["rule"]
    assert not report.corrected_fields


def test_words_of_a_draft_are_on_one_line(statement):
    encourages, requests = extract(statement, by=None)

    assert "\n" not in encourages.words
    assert "建立信任" in encourages.words
    assert requests.timing == ["every:P6M"]


def test_reading_twice_changes_nothing(document, drafts):
    assert extract(document, by=None) == []
    assert Obligation.objects.count() == len(drafts)


def test_a_second_language_is_not_read_again(document, drafts):
    ingest("b.txt", STATEMENT_ZH.encode(), by=None, given=Given(symbol=document.symbol))

    assert extract(document, by=None) == []


def test_a_document_that_lacks_its_date_is_not_read(document):
    document.adopted_on = None
    document.save()

    with pytest.raises(NotComplete, match="adopted_on"):
        extract(document, by=None)


def test_a_document_waits_to_be_read_until_it_was(document):
    assert unread() == [document]

    extract(document, by=None)

    assert unread() == []


def test_an_actor_is_named_where_the_text_names_it(document):
    load()

    drafts = extract(document, by=None)

    assert drafts[0].addressees.get().actor.key == "secretary-general"
    assert drafts[1].addressees.get().code == "member-states"


@pytest.mark.parametrize(
    ("quote", "language", "expected"),
    [("a\n b", "en", "a b"), ("建\n\n立", "zh", "建立"), ("a", "fr", "a")],
)
def test_a_quote_is_joined_by_the_habits_of_its_language(quote, language, expected):
    assert joined(quote, language) == expected


def test_a_long_act_is_cut_at_a_word():
    act = act_of("word " * 100)

    assert act.endswith("word…")
    assert len(act) <= 301
