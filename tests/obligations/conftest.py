import pytest

from apps.documents.ingest import ingest
from apps.obligations.extract import extract
from tests.documents.texts import RESOLUTION, STATEMENT_ZH


@pytest.fixture
def document():
    return ingest("a.txt", RESOLUTION.encode(), by=None).text.document


@pytest.fixture
def drafts(document):
    return extract(document, by=None)


@pytest.fixture
def statement():
    return ingest("b.txt", STATEMENT_ZH.encode(), by=None).text.document
