"""The pages of documents."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.documents.models import Document, Text
from tests.conftest import FRAGMENT
from tests.documents.texts import RESOLUTION
from tests.factories import DocumentFactory, ParagraphFactory, TextFactory

pytestmark = pytest.mark.django_db
LIST = reverse("documents:document-list")
ADD = reverse("documents:document-add")


def upload(client, text=RESOLUTION, name="a.txt", **fields):
    return client.post(ADD, {"file": SimpleUploadedFile(name, text.encode()), **fields})


def test_an_officer_takes_a_document_in(officer):
    response = upload(officer)

    document = Document.objects.get()
    assert response["Location"] == document.get_absolute_url()
    assert document.created_by == officer.person
    assert "S/RES/9001 (2021)" in officer.get(document.get_absolute_url()).text


def test_a_refused_file_comes_back_with_its_reason_and_what_was_typed(officer):
    response = upload(officer, text=" ", symbol="S/RES/7 (1946)")

    assert response.status_code == 422
    assert "holds no text" in response.text
    assert "S/RES/7 (1946)" in response.text


def test_a_file_over_the_limit_is_refused_by_name_before_it_is_read(officer, settings):
    settings.UPLOAD_MAX_BYTES = 10

    response = upload(officer, name="long.txt")

    assert response.status_code == 422
    assert "“long.txt”" in response.text


def test_a_nul_in_the_search_harms_nothing(signed_in):
    assert signed_in.get(LIST, {"text": "a\0b"}).status_code == 200


def test_what_could_not_be_read_is_asked_for(officer):
    upload(officer, text="Words without a head.", language="en")
    document = Document.objects.get()
    page = officer.get(document.get_absolute_url()).text
    assert "Complete what could not be read" in page

    officer.post(
        reverse("documents:document-edit", args=[document.pk]),
        {
            "symbols": "S/RES/8 (1946)",
            "kind": "resolution",
            "organ": "council",
            "adopted_on": "1946-08-29",
            "language": "en",
            "version": "1",
        },
    )

    document.refresh_from_db()
    assert document.symbol == "S/RES/8 (1946)"
    assert document.adopted_on == dt.date(1946, 8, 29)


def edit(client, document, **fields):
    data = {
        "symbols": document.symbol,
        "kind": "resolution",
        "organ": "council",
        "adopted_on": "2021-04-19",
        "title": document.title,
        "version": document.version,
    }
    return client.post(reverse("documents:document-edit", args=[document.pk]), data | fields)


def test_two_who_correct_one_document_are_told(officer):
    document = DocumentFactory(title="Old title")
    edit(officer, document, title="First person's title")

    response = edit(officer, document, title="Second person's title")

    assert response.status_code == 422
    assert "First person&#x27;s title" in response.text
    assert "Second person&#x27;s title" in response.text
    document.refresh_from_db()
    assert document.title == "First person's title"


def test_giving_the_symbol_of_another_document_joins_them(officer):
    known = TextFactory(language="en").document
    added = TextFactory(language="zh", document=DocumentFactory(symbol="")).document

    response = edit(officer, added, symbols=known.symbol, language="zh")

    assert response["Location"] == known.get_absolute_url()
    assert {text.language for text in known.texts.all()} == {"en", "zh"}


def test_the_list_finds_a_chinese_word_of_two_characters(signed_in):
    DocumentFactory(title="关于建立信任的声明", symbol="S/PRST/2021/9")
    DocumentFactory(title="Something else", symbol="S/RES/1 (1946)")

    page = signed_in.get(LIST, {"text": "信任"}).text

    assert "S/PRST/2021/9" in page
    assert "S/RES/1 (1946)" not in page


@pytest.mark.parametrize("typed", ["prst", "S/PRST/2021", "s/prst/2021/9"])
def test_the_list_finds_a_part_of_a_symbol(typed, signed_in):
    DocumentFactory(symbol="S/PRST/2021/9")

    assert "S/PRST/2021/9" in signed_in.get(LIST, {"text": typed}).text


def test_the_fragment_is_a_part_of_the_page(signed_in):
    DocumentFactory(symbol="S/PRST/2021/9")

    page = signed_in.get(LIST).text
    fragment = signed_in.get(LIST, headers=FRAGMENT).text

    assert "S/PRST/2021/9" in fragment
    assert fragment.strip() in page
    assert "<html" not in fragment


@pytest.mark.parametrize("rows", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(rows, signed_in, django_assert_num_queries):
    for _ in range(rows):
        TextFactory()

    with django_assert_num_queries(9):  # session, person, permissions (2), drafts to review...
        signed_in.get(LIST)


def test_the_page_shows_the_language_that_was_asked_for(signed_in):
    english = ParagraphFactory(words="English words").text
    chinese = TextFactory(document=english.document, language="zh")
    ParagraphFactory(text=chinese, words="中文")

    page = signed_in.get(english.document.get_absolute_url(), {"language": "zh"}).text

    assert "中文" in page
    assert "English words" not in page


def test_the_file_comes_back_as_it_was_and_is_not_opened(officer):
    upload(officer)
    response = officer.get(reverse("documents:text-file", args=[Text.objects.get().pk]))

    assert b"".join(response.streaming_content) == RESOLUTION.encode()
    assert response["Content-Disposition"].startswith("attachment")
