"""The organization's own templates: checked, taken in, listed, handed out, retired."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.exports.models import Template
from tests.conftest import FRAME
from tests.exports.report.test_files import letterhead
from tests.factories import TemplateFactory

pytestmark = pytest.mark.django_db
URL = "/reports/templates/"


@pytest.fixture
def manager(client_as):
    return client_as("manager")


def docx_file(content=None, name="../../etc/our letterhead.docx"):
    return SimpleUploadedFile(name, letterhead("Lamps") if content is None else content)


def test_a_template_is_taken_in_under_a_path_that_nobody_chose(manager):
    response = manager.post(URL, {"name": "Ours", "file": docx_file()})

    template = Template.objects.get()
    assert response["Location"] == URL
    assert template.file.name.startswith("templates/")
    assert "letterhead" not in template.file.name
    assert template.file_name == "our letterhead.docx"
    assert (template.uploaded_by, template.is_active) == (manager.person, True)
    with template.file.open() as file:
        assert template.size == len(file.read())
    assert template.history.count() == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"no document", "cannot be used"),
        (b"", "The submitted file is empty."),
    ],
)
def test_a_file_that_is_no_template_is_refused_with_its_name(content, told, manager):
    response = manager.post(URL, {"name": "Ours", "file": docx_file(content, name="ours.docx")})

    assert response.status_code == 400
    assert told in response.text
    assert 'value="Ours"' in response.text
    assert not Template.objects.exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(manager, settings):
    settings.UPLOAD_MAX_BYTES = 100

    response = manager.post(URL, {"name": "Ours", "file": docx_file(name="ours.docx")})

    assert response.status_code == 400
    assert "“ours.docx” has" in response.text
    assert "at most 100" in response.text


def test_a_name_is_used_once(manager):
    TemplateFactory(name="Ours")

    response = manager.post(URL, {"name": "Ours", "file": docx_file()})

    assert response.status_code == 400
    assert Template.objects.count() == 1


def test_a_retired_template_is_listed_and_can_be_used_again(manager):
    template = TemplateFactory(name="Ours")

    manager.post(f"{URL}{template.pk}/retire/")
    retired = manager.get("/reports/").text, manager.get(URL).text
    manager.post(f"{URL}{template.pk}/retire/", {"back": "1"})

    assert ">Ours<" not in retired[0]
    assert "retired" in retired[1]
    assert ">Ours<" in manager.get("/reports/").text
    assert template.history.count() == 3


def test_a_template_is_handed_out_as_it_was_taken_in(signed_in):
    template = TemplateFactory(file__data=b"as it was")

    response = signed_in.get(f"{URL}{template.pk}/")

    assert response.content == b"as it was"
    assert f"remit-report-template-{template.pk}.docx" in response["Content-Disposition"]


def test_a_template_whose_file_is_gone_is_not_found(signed_in):
    template = TemplateFactory()
    template.file.storage.delete(template.file.name)

    assert signed_in.get(f"{URL}{template.pk}/").status_code == 404


def test_the_page_says_every_field(manager):
    page = manager.get(URL).text

    for field in ("{{p body }}", "{{ title }}", "{{ as_at }}", "{{ fact.label }}"):
        assert f">{field}<" in page


@pytest.mark.parametrize("rows", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(rows, manager, django_assert_num_queries):
    TemplateFactory.create_batch(rows)

    with django_assert_num_queries(FRAME + 1):
        manager.get(URL)
