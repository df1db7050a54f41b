from docx import Document
from docx.oxml.ns import qn

from apps.exports.models import Format
from tests.exports.paper.papers import ADDRESS, FRENCH, paper, written


def read(one=None):
    return Document(written(Format.DOCX, one))


def styles(document):
    return {p.text: p.style.name for p in document.paragraphs}


def attributes(document, tag, name):
    return [one.get(qn(name)) for one in document.element.body.iter(qn(tag))]


def test_headings_quotes_lists_and_captions_are_styles():
    found = styles(read())

    assert found["Status of obligations"] == "Title"
    assert found["Overdue"] == "Heading 1"
    assert found["Africa"] == "Heading 2"
    assert found[FRENCH] == "Quote"
    assert found["one"] == "List Bullet"
    assert found["Those overdue"] == "Caption"


def test_no_style_is_named_that_is_not_there():
    document = read(paper(figure=True))

    there = {style.style_id for style in document.styles}
    for tag in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        assert set(attributes(document, tag, "w:val")) <= there


def test_the_heading_row_is_repeated_and_no_row_is_cut():
    rows = read().tables[0].rows

    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [
        True,
        False,
        False,
    ]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_the_contents_are_a_field_that_shows_its_entries():
    document = read()

    fields = [one.text for one in document.element.body.iter(qn("w:instrText"))]
    assert fields == [r' TOC \o "1-3" \h \z \u ']
    assert [p.text for p in document.paragraphs if p.style.name.startswith("toc")] == [
        "Summary",
        "Overdue",
        "Africa",
    ]
    assert document.settings.element.find(qn("w:updateFields")) is not None


def test_links_lead_where_they_say():
    document = read()

    links = {rel.target_ref for rel in document.part.rels.values() if rel.is_external}
    assert links == {ADDRESS, "https://remit.example/o/0/", "https://remit.example/o/1/"}


def test_top_and_foot_carry_title_day_and_pages():
    section = read().sections[0]

    assert section.header.paragraphs[0].text == "Status of obligations\t30 June 2026"
    foot = section.footer._element
    assert [one.text.strip() for one in foot.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_the_file_says_what_it_is_and_in_which_language():
    document = read(paper("zh-hans"))

    about = document.core_properties
    assert (about.title, about.author, about.language) == ("义务履行情况", "Ada Officer", "zh-CN")
    assert about.created.isoformat().startswith("2026-07-01T09:00")
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:eastAsia")) == "zh-CN"


def test_a_quote_says_its_language():
    assert "fr-FR" in attributes(read(), "w:lang", "w:val")


def test_arabic_begins_at_the_right_and_symbols_in_it_do_not():
    document = read(paper("ar", blocks=[]))

    assert document.styles["Normal"].element.find(f".//{qn('w:bidi')}") is not None
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    table = read(paper("ar"))
    assert table.element.body.find(f".//{qn('w:bidiVisual')}") is not None
    runs = {r.text: r._r.find(f".//{qn('w:rtl')}") for p in document.paragraphs for r in p.runs}
    assert runs["حالة الالتزامات"] is not None
    assert runs["30 June 2026"] is None


def test_symbols_inside_arabic_are_runs_of_their_own():
    document = read(paper("ar", title="القرار S/RES/2033 (2012) المؤرخ", blocks=[]))

    runs = [
        (r.text, r._r.find(f".//{qn('w:rtl')}") is not None) for r in document.paragraphs[0].runs
    ]
    assert runs == [("القرار ", True), ("S/RES/2033 (2012)", False), (" المؤرخ", True)]


def test_many_columns_lie_on_their_side():
    section = read(paper(is_wide=True)).sections[0]

    assert section.page_width > section.page_height


def test_a_figure_is_a_picture_with_words_and_its_table_after_it():
    document = read(paper(figure=True))

    (said,) = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert said == "12 are overdue."
    assert len(document.inline_shapes) == 1
    assert document.tables[0].cell(1, 1).text == "12"
