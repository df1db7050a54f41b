"""The report as a file, in every format; a long one is made in the background."""

import io

import docx
import pypdf
import pytest

from apps.exports import report_views
from apps.exports.make import CannotMake
from apps.exports.models import Format, Job
from apps.exports.report.write import write
from tests.exports.report.report import asked
from tests.factories import CadenceFactory, CycleFactory, JobFactory, TemplateFactory
from tests.reporting.days import days

pytestmark = pytest.mark.django_db
URL = "/reports/"
QUERY = "state=overdue&part=summary&part=overdue"


@pytest.fixture
def overdue():
    return CycleFactory(due_on=days(-3))


def content(response):
    assert response.status_code == 200, response.text
    return b"".join(response.streaming_content)


def letterhead(words):
    """A DOCX template with a line of its own above the report."""
    document = docx.Document()
    document.add_paragraph(words)
    document.add_paragraph("{{p body }}")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "begins", "kind"),
    [
        ("docx", b"PK", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("odt", b"PK", "application/vnd.oasis.opendocument.text"),
        ("html", b"<!DOCTYPE html>", "text/html; charset=utf-8"),
    ],
)
def test_every_format_is_a_file_under_a_name_of_its_own(name, begins, kind, overdue, signed_in):
    response = signed_in.get(f"{URL}{name}/?{QUERY}")

    assert content(response).startswith(begins)
    assert response["Content-Type"] == kind
    assert f'filename="remit-report-2026-11-25.{name}"' in response["Content-Disposition"]


def test_a_report_on_a_past_day_is_named_by_its_title_and_that_day(overdue, signed_in):
    response = signed_in.get(f"{URL}html/?{QUERY}&as_at=2026-06-30&title=For+the+USG")

    assert response["Content-Disposition"] == (
        'attachment; filename="remit-report-2026-06-30.html"; '
        "filename*=UTF-8''For%20the%20USG%202026-06-30.html"
    )


def test_a_pdf_says_what_the_page_says(overdue, signed_in):
    response = signed_in.get(f"{URL}pdf/?{QUERY}&language=fr&title=Rapport")

    pdf = pypdf.PdfReader(io.BytesIO(content(response)))
    words = " ".join(page.extract_text() for page in pdf.pages)
    assert "Rapport" in words
    assert "22 novembre 2026" in words
    assert overdue.obligation.act in " ".join(words.split())


def test_a_docx_is_made_with_the_template_that_is_asked_for(overdue, signed_in):
    template = TemplateFactory(file__data=letterhead("Office of Lamps"))

    response = signed_in.get(f"{URL}docx/?{QUERY}&template={template.pk}")

    document = docx.Document(io.BytesIO(content(response)))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[0] == "Office of Lamps"
    assert "Summary" in words


def test_a_template_that_does_not_fill_is_told_as_such(overdue):
    template = TemplateFactory()
    wanted = asked(f"{QUERY}&template={template.pk}", as_format=Format.DOCX)

    with pytest.raises(CannotMake):
        write(wanted, io.BytesIO(), lambda done, total: None)


def test_a_retired_template_cannot_be_asked_for(signed_in):
    template = TemplateFactory(retired=True)

    assert signed_in.get(f"{URL}docx/?template={template.pk}").status_code == 400


def test_there_is_no_other_format(signed_in):
    assert signed_in.get(f"{URL}xlsx/?{QUERY}").status_code == 404


@pytest.fixture
def two_at_once(monkeypatch):
    monkeypatch.setitem(report_views.ROWS_AT_ONCE, Format.HTML, 1)
    cadence = CadenceFactory()
    for number in (1, 2):
        CycleFactory(cadence=cadence, due_on=days(-number))


def test_a_long_report_is_made_in_the_background(two_at_once, signed_in):
    response = signed_in.get(f"{URL}html/?{QUERY}&language=es&title=Long")

    job = Job.objects.get()
    assert response["Location"] == job.get_absolute_url()
    assert (job.kind, job.format, job.owner, job.language) == (
        "report",
        "html",
        signed_in.person,
        "es",
    )
    assert job.title.startswith("Long: ")
    assert job.query == "state=overdue&language=es&title=Long&part=summary&part=overdue"


def test_a_report_without_lists_is_never_long(two_at_once, signed_in):
    assert signed_in.get(f"{URL}html/?part=summary&part=figures").status_code == 200
    assert not Job.objects.exists()


def test_who_waits_for_too_many_files_is_told_on_the_page_of_the_report(two_at_once, signed_in):
    JobFactory.create_batch(10, owner=signed_in.person)

    response = signed_in.get(f"{URL}html/?{QUERY}&title=My+words")

    assert response.status_code == 400
    assert "files are being made for you" in response.text
    assert 'value="My words"' in response.text


def test_more_rows_than_a_document_takes_are_refused_with_what_to_do(
    two_at_once, signed_in, settings
):
    settings.EXPORT_PAPER_ROWS = 1

    response = signed_in.get(f"{URL}docx/?{QUERY}")

    assert response.status_code == 400
    assert "would list 2 cycles; a document takes 1" in response.text
    assert signed_in.get(f"{URL}docx/?part=summary").status_code == 200
    assert signed_in.get(f"{URL}?{QUERY}").status_code == 200


def test_a_long_report_that_no_document_takes_is_refused_at_once(two_at_once, signed_in, settings):
    settings.EXPORT_PAPER_ROWS = 1

    assert signed_in.get(f"{URL}html/?{QUERY}").status_code == 400
    assert not Job.objects.exists()
