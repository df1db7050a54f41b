"""Real files as they are uploaded: taken in, or refused with a reason; never an error."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.documents.models import Document, Text

pytestmark = pytest.mark.django_db
ADD = reverse("documents:document-add")


def upload(client, path):
    return client.post(ADD, {"file": SimpleUploadedFile(path.name, path.read_bytes())})


def spread(paths, number):
    paths = sorted(paths)
    return [paths[i * len(paths) // number] for i in range(number)]


def outcomes(client, paths):
    """What became of each file: the address of its document, or the reason on the form."""
    found = {}
    for path in paths:
        response = upload(client, path)
        assert response.status_code in {302, 422}, path
        found[path.name] = response.get("Location") or response.text
    return found


def test_real_pdf_and_word_files_are_taken_in(shared, officer):
    files = [p for p in (shared / "files").iterdir() if p.suffix in {".pdf", ".docx"}]
    assert len(files) >= 20

    outcomes(officer, files)

    taken = Document.objects.filter(texts__isnull=False)
    assert taken.count() >= len(files) - 2  # two files can be one document
    assert taken.exclude(symbol="").exclude(adopted_on=None).count() >= len(files) * 3 // 4


def test_fifty_real_texts_are_taken_in(shared, officer):
    texts = spread((shared / "texts").glob("*/*.txt"), 50)

    found = outcomes(officer, texts)

    refused = [name for name, outcome in found.items() if not outcome.startswith("/documents/")]
    assert refused == []
    assert Text.objects.exclude(language="").count() >= 49


def test_a_file_that_is_no_document_is_refused_with_its_reason(shared, officer):
    response = upload(officer, shared / "files/dlx_marc.xml")

    assert response.status_code == 422
    assert "dlx_marc.xml" in response.text
