"""What a document cites is kept with it, and seen from both sides."""

import pytest

from apps.documents.ingest import ingest, set_language
from apps.documents.models import Citation

pytestmark = pytest.mark.django_db

LATER = b"""S/RES/4002 (2031)

Resolution 4002 (2031)

Adopted by the Security Council at the 6918th meeting, on 13 February 2031

The Security Council,

Recalling resolutions 4001 (2031) and 4000 (2030),

1. Reiterates its request in paragraph 9 of resolution 4001 (2031);
"""
EARLIER = LATER.replace(b"4002", b"4001").replace(b"resolutions 4001", b"resolutions 3999")


def test_what_a_text_cites_is_kept_with_the_paragraph(officer):
    document = ingest("later.txt", LATER, by=officer.person).text.document

    found = [(c.paragraph.reference, str(c), c.act) for c in Citation.objects.of(document)]

    assert found == [
        ("1", "S/RES/4001 (2031)", "recalls"),
        ("1", "S/RES/4000 (2030)", "recalls"),
        ("1", "S/RES/4001 (2031) ¶ 9", "requests"),
    ]


def test_a_document_knows_what_cites_it_also_when_it_comes_later(officer):
    later = ingest("later.txt", LATER, by=officer.person).text.document
    earlier = ingest("earlier.txt", EARLIER, by=officer.person).text.document

    citing = Citation.objects.to(earlier)

    assert {c.paragraph.text.document for c in citing} == {later}
    assert citing.count() == 2


def test_another_language_reads_the_citations_anew(officer):
    text = ingest("later.txt", LATER, by=officer.person).text

    set_language(text, "fr")
    set_language(text, "en")

    assert Citation.objects.of(text.document).count() == 3


def test_the_page_links_what_is_here_and_names_what_is_not(officer):
    later = ingest("later.txt", LATER, by=officer.person).text.document
    earlier = ingest("earlier.txt", EARLIER, by=officer.person).text.document

    page = officer.get(later.get_absolute_url()).text

    assert f'<a href="{earlier.get_absolute_url()}">S/RES/4001 (2031) ¶ 9</a>' in page
    assert "S/RES/4000 (2030)</li>" in page
    other = officer.get(earlier.get_absolute_url()).text
    assert f'<a href="{later.get_absolute_url()}#p' in other


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_costs_the_same_queries_however_much_it_cites(
    count, officer, django_assert_num_queries
):
    lines = "".join(f"{i}. Recalls resolution {3000 + i} (2029);\n\n" for i in range(1, count + 1))
    data = LATER.replace(b"1. Reiterates", lines.encode() + b"99. Reiterates")
    document = ingest("later.txt", data, by=officer.person).text.document
    officer.get(document.get_absolute_url())

    with django_assert_num_queries(15):
        officer.get(document.get_absolute_url())
