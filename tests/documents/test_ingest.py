"""From a file to a document."""

import datetime as dt
import re

import pytest
from django.core.files.storage import default_storage
from django.db.models import ProtectedError

from apps.documents.files import EmptyFile
from apps.documents.ingest import Given, LanguageTaken, ingest, join, set_language
from apps.documents.models import Document, SymbolTaken, Text
from tests.documents.texts import RESOLUTION, STATEMENT_ZH
from tests.factories import DocumentFactory, ObligationFactory, TextFactory

pytestmark = pytest.mark.django_db


def take(name, text, **given):
    return ingest(name, text.encode(), by=None, given=Given(**given))


def test_the_head_gives_symbol_date_kind_organ_and_language():
    document = take("a.txt", RESOLUTION).text.document

    assert document.symbol == "S/RES/9001 (2021)"
    assert document.adopted_on == dt.date(2021, 4, 19)
    assert (document.kind, document.organ) == ("resolution", "council")
    assert document.texts.get().language == "en"
    assert document.missing == []


def test_a_chinese_statement_is_taken_in_with_its_paragraphs_by_position():
    text = take("a.txt", STATEMENT_ZH).text

    assert text.document.symbol == "S/PRST/2021/90"
    assert text.language == "zh"
    assert [p.reference for p in text.paragraphs.all()] == ["1", "2", "3"]


def test_every_character_of_a_paragraph_leads_back_to_the_file():
    text = take("a.txt", STATEMENT_ZH).text

    for paragraph in text.paragraphs.all():
        for place, character in enumerate(paragraph.words):
            offset = paragraph.source_of(place)
            assert text.content[offset] == character
            assert paragraph.place_of(offset) == place


def test_the_same_file_again_is_the_same_document():
    first = take("a.txt", RESOLUTION)
    second = take("renamed.txt", RESOLUTION)

    assert (first.is_new, second.is_new) == (True, False)
    assert second.text == first.text
    assert Document.objects.count() == 1


def test_a_second_language_of_a_known_symbol_joins_it():
    english = take("a.txt", RESOLUTION).text
    chinese = take("b.txt", STATEMENT_ZH, symbol="s/res/9001(2021)").text

    assert chinese.document == english.document
    assert {text.language for text in english.document.texts.all()} == {"en", "zh"}


def test_a_sample_gives_way_to_the_real_document():
    sample = take("a.txt", RESOLUTION).text.document
    Document.objects.filter(pk=sample.pk).update(is_sample=True)

    real = take("b.txt", RESOLUTION + "\n4. Decides to come back to it.").text.document

    sample.refresh_from_db()
    assert real.symbol == "S/RES/9001 (2021)"
    assert sample.symbol == "S/RES/9001 (2021) (sample)"
    assert Document.objects.with_symbol("S/RES/9001 (2021)").get() == real


def test_a_second_text_in_the_same_language_is_refused_and_nothing_is_kept():
    take("a.txt", RESOLUTION)
    before = default_storage.listdir("")

    with pytest.raises(LanguageTaken, match=re.escape("S/RES/9001 (2021)")):
        take("b.txt", RESOLUTION + "\n4. Decides to come back to it.")

    assert Text.objects.count() == 1
    assert default_storage.listdir("") == before


def test_what_the_head_does_not_say_is_missing_and_not_guessed():
    document = take("a.txt", "Some words without a head.").text.document

    assert document.missing[:2] == ["symbol", "adopted_on"]


def test_what_a_person_says_is_believed():
    document = take(
        "a.txt", "1. Requests something;", symbol="S/RES/1 (1946)", adopted_on=dt.date(1946, 1, 25)
    ).text.document

    assert (document.symbol, document.adopted_on.year) == ("S/RES/1 (1946)", 1946)


def test_a_refused_file_leaves_nothing_behind():
    with pytest.raises(EmptyFile):
        take("a.txt", "   ")

    assert not Document.objects.exists()


@pytest.mark.parametrize("typed", ["A/73/328", "s/2018/592", "A/73/328 ", "a/73/328"])
def test_a_document_is_found_by_any_of_its_symbols_however_typed(typed):
    document = DocumentFactory(symbol="")
    document.set_symbols(["A/73/328", "S/2018/592"])

    assert Document.objects.with_symbol(typed).get() == document


def test_a_symbol_belongs_to_one_document():
    DocumentFactory(symbol="A/73/328")

    with pytest.raises(SymbolTaken, match="a/73/328"):
        DocumentFactory(symbol="").set_symbols(["a/73/328"])


def test_documents_of_one_symbol_are_joined():
    english = TextFactory(language="en")
    chinese = TextFactory(language="zh", document=DocumentFactory(symbol=""))

    join(chinese.document, english.document)

    assert set(english.document.texts.all()) == {english, chinese}
    assert Document.objects.count() == 1


def test_a_document_from_which_was_read_is_not_joined_to_another():
    obligation = ObligationFactory()

    with pytest.raises(ProtectedError):
        join(obligation.document, DocumentFactory())


def test_the_language_a_person_gives_has_its_paragraphs_read_anew():
    text = take("a.txt", STATEMENT_ZH, language="en").text
    set_language(text, "zh")

    assert [p.reference for p in text.paragraphs.all()] == ["1", "2", "3"]
