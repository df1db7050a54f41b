"""S/PRST/2021/9 as it was published: from the file to its six drafts."""

import datetime as dt
import io
import json

import pytest
from django.core.management import call_command

from apps.documents.models import Document
from apps.obligations.extract import extract

pytestmark = pytest.mark.django_db
NAME = "zh/S_PRST_2021_9.txt"


@pytest.fixture
def labels(shared):
    documents = json.loads((shared / "labels/dev.json").read_text())
    return next(document["asks"] for document in documents if document["file"] == NAME)


@pytest.fixture
def document(shared):
    call_command("ingest", str(shared / "texts" / NAME), stdout=io.StringIO())
    return Document.objects.get()


def test_its_head_is_read(document):
    assert [symbol.printed for symbol in document.symbols.all()] == ["S/PRST/2021/9"]
    assert document.adopted_on == dt.date(2021, 4, 19)
    assert (document.kind, document.organ) == ("presidential-statement", "council")
    assert document.texts.get().language == "zh"
    assert document.missing == []


def test_it_has_twelve_paragraphs_cited_by_position(document):
    paragraphs = document.texts.get().paragraphs.all()

    assert [p.reference for p in paragraphs] == [str(n) for n in range(1, 13)]
    assert all(p.words.startswith(("安全理事会", "“安全理事会")) for p in paragraphs)


def test_its_six_asks_are_drafts_that_agree_with_the_labels(document, labels):
    drafts = extract(document, by=None)

    assert [d.paragraph.reference for d in drafts] == ["8", "9", "10", "11", "11", "12"]
    for draft, label in zip(drafts, labels, strict=True):
        assert draft.start == label["start"]
        assert draft.verb_class == label["class"]
        assert draft.addressee_codes == sorted(label["addressees"])
        assert draft.deliverable == sorted(label["deliverable"])
        assert draft.recipients == sorted(label["recipients"])
        assert draft.timing == sorted(label["timing"])
        assert draft.qualifiers == sorted(label["qualifiers"])
