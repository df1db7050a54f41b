import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from apps.exports.paper.own_template import TemplateRefused, check, fill
from tests.exports.paper.papers import ADDRESS, ODD, paper

BODY = "{{p body }}"


def template(*paragraphs, top="", change=None):
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    document.sections[0].header.paragraphs[0].text = top
    if change:
        change(document)
    file = BytesIO()
    document.save(file)
    return file


def repacked(file, *, put=(), replace=()):
    """The file with entries added, and words in its XML replaced."""
    out = BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for of, words, others in replace:
                content = content.replace(words, others) if name == of else content
            new.writestr(name, content)
        for name, content in put:
            new.writestr(name, content)
    return out


def filled(file, one=None):
    out = BytesIO()
    fill(file, one or paper(), out)
    return Document(out)


GOOD = (
    "{{ title }}: {{ subtitle|upper }}, {{ as_at }}, {{ filter }}, {{ person }}, {{ organization }}, {{ address }}",
    "{%p for fact in facts %}",
    "{{ loop.index }} {{ fact.label }} = {{ fact.value }}",
    "{%p endfor %}",
    BODY,
    "{% if filter %}the end{% endif %}",
)


def test_every_field_is_filled():
    assert check(template(*GOOD, top="{{ title }}")) == []
    document = filled(template(*GOOD, top="{{ title }}"))

    texts = [p.text for p in document.paragraphs]
    assert texts[0] == (
        f"Status of obligations: FOR THE DIRECTOR, 30 June 2026, Lead: DPPA, Ada Officer, Remit, {ADDRESS}"
    )
    assert "1 As at = 30 June 2026" in texts
    assert texts[-1] == "the end"
    assert document.sections[0].header.paragraphs[0].text == "Status of obligations"


def test_the_report_stands_in_the_styles_of_the_template():
    def own_heading(document):
        document.styles["Heading 1"].element.set(qn("w:styleId"), "Titre1")

    document = filled(template(BODY, change=own_heading))

    found = {p.text: p for p in document.paragraphs}
    assert found["Overdue"].style.style_id == "Titre1"
    assert found["one"].style.name == "List Bullet"
    assert [row.cells[0].text for row in document.tables[0].rows] == [
        "Symbol",
        "S/RES/2000",
        "S/RES/2001",
    ]
    assert ADDRESS in {rel.target_ref for rel in document.part.rels.values() if rel.is_external}


def test_styles_that_the_template_has_not_are_added():
    def without(document):
        styles = document.styles
        for name in ("List Bullet", "Quote", "Caption"):
            styles.element.remove(styles[name].element)

    document = filled(template(BODY, change=without))

    there = {style.style_id for style in document.styles}
    named = {one.get(qn("w:val")) for one in document.element.body.iter(qn("w:pStyle"))}
    assert named <= there
    (number,) = document.styles["List Bullet"].element.iter(qn("w:numId"))
    lists = document.part.numbering_part.element.findall(qn("w:num"))
    assert number.get(qn("w:val")) in {one.get(qn("w:numId")) for one in lists}


def test_arabic_begins_at_the_right_in_a_template_that_does_not():
    document = filled(template(BODY), paper("ar"))

    heading = next(p for p in document.paragraphs if p.style.name == "Heading 1")
    assert heading._p.pPr.find(qn("w:bidi")) is not None


def test_values_are_words_and_never_markup_or_fields():
    document = filled(template("{{ title }}", BODY), paper(title=ODD))

    assert document.paragraphs[0].text.startswith('<b> & "quoted"')
    assert "{{ title }}" in document.paragraphs[0].text


@pytest.mark.parametrize(
    ("paragraph", "problem"),
    [
        ("{{ titel }}", "There is no field “titel”. Did you mean “title”?"),
        ("{{ zzz }}", "There is no field “zzz”. There are: title, subtitle,"),
        ("{% for fact in facts %}{{ fact.valu }}{% endfor %}", "Did you mean “fact.value”?"),
        ("{{ title|center(9) }}", "There is no filter “center”"),
        ("Dear {{ title }", "In “Dear {{ title }” braces do not close."),
        ("{% if title %}x", "Near “"),
        ("{% for x in title %}x{% endfor %}", "only {% for fact in facts %} is known"),
        ("x {{p body }}", "is not alone in its paragraph"),
        ("{{p body }}", "is there more than once"),
        ("{{ ''.__class__.__mro__ }}", "There is no field “.__mro__”"),
        ("{{ title.__class__ }}", "There is no field “title.__class__”"),
        ("{{ 9 ** 999 }}", "only fields, {% if %}"),
        ("{{ range(9) }}", "only fields, {% if %}"),
        ("{% set x = 1 %}", "only fields, {% if %}"),
        ("{{ title['a'] }}", "only fields, {% if %}"),
        ("{% include 'x' %}", "only fields, {% if %}"),
        ("{% autoescape false %}{{ title }}{% endautoescape %}", "only fields, {% if %}"),
    ],
)
def test_a_problem_is_said_in_words(paragraph, problem):
    found = check(template(paragraph, BODY))

    assert any(problem in one for one in found), found
    with pytest.raises(TemplateRefused):
        fill(template(paragraph, BODY), paper(), BytesIO())


def test_a_template_without_a_place_for_the_report_is_no_template():
    assert check(template("{{ title }}")) == [
        "The field {{p body }} is not there: it is where the report itself goes."
    ]
    assert "stands outside" in check(template(BODY, top="{{ body }}"))[0]


RELS = "word/_rels/document.xml.rels"
OUTSIDE = (
    b'<Relationship Id="rId99" TargetMode="External" Target="http://example.org/x.dotm"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
)


def with_field(xml):
    paragraph = b"<w:p>" + xml + b"</w:p><w:sectPr"
    return repacked(template(BODY), replace=[("word/document.xml", b"<w:sectPr", paragraph)])


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (BytesIO(b"PK hello"), "not a DOCX file"),
        (repacked(template(BODY), put=[("word/vbaProject.bin", b"x")]), "macro"),
        (repacked(template(BODY), put=[("word/embeddings/oleObject1.bin", b"x")]), "another program"),
        (repacked(template(BODY), replace=[(RELS, b"</Relationships>", OUTSIDE)]), "x.dotm"),
        (repacked(template(BODY), replace=[("[Content_Types].xml", b"document.main", b"x")]), "not a DOCX"),
        (repacked(template(BODY), put=[("word/x.xml", b"<!DOCTYPE a><a/>")]), "entities"),
        (repacked(template(BODY), put=[("word/x.xml", b"<a")]), "damaged"),
        (
            repacked(template(BODY), put=[("word/x.xml", b'<a w:instr=" DDEAUTO c "/>')]),
            "damaged",
        ),
        (
            repacked(
                template(BODY),
                replace=[("word/document.xml", b"<w:sectPr", b'<w:p><w:fldSimple w:instr=" DDEAUTO c "/></w:p><w:sectPr')],
            ),
            "DDEAUTO",
        ),
        (with_field(b'<w:fldSimple w:instr=" includetext c "/>'), "INCLUDETEXT"),
        (with_field(b"<w:fldSimple w:instr='DDE c'/>"), "DDE"),
        (
            with_field(
                b'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r>'
                b'<w:r><w:instrText>PICTURE c</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            "INCLUDEPICTURE",
        ),
        (repacked(template(BODY), put=[("word/_rels/settings.xml.RELS", b"<a>" + OUTSIDE.replace(b"</Relationships>", b"</a>"))]), "x.dotm"),
        (repacked(template(BODY), put=[("word/x.xml", '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16"))]), "damaged"),
        (repacked(template(BODY), replace=[("docProps/core.xml", b"cp:coreProperties", b"cp:other")]), "damaged"),
        (template(BODY, "{% " * 3_000), "more braces"),
        (template(BODY, "{{ " + "not " * 5_000 + "title }}"), "too deep"),
    ],
)  # fmt: skip
def test_what_is_no_plain_docx_is_refused(file, problem):
    (found,) = check(file)

    assert problem in found


def test_a_link_whose_words_name_a_field_is_no_such_field():
    link = b'<w:fldSimple w:instr=" HYPERLINK http://example.org/LINK "/>'
    assert check(with_field(link)) == []


def test_a_file_that_is_too_large_is_refused_packed_or_unpacked(settings):
    settings.UPLOAD_MAX_UNPACKED_BYTES = 10_000
    assert check(template(BODY)) == ["The file unpacks to more than a template can need."]
    settings.UPLOAD_MAX_BYTES = 1_000
    assert "larger than" in check(template(BODY))[0]
