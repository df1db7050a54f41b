import zipfile
from xml.etree import ElementTree as ET

import odfdo

from apps.exports.models import Format
from tests.exports.paper.papers import ADDRESS, odd_paper, paper, written

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"


def parts(one=None):
    with zipfile.ZipFile(written(Format.ODT, one)) as archive:
        names = archive.namelist()
        assert names[0] == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        xml = {name: ET.fromstring(archive.read(name)) for name in names if name.endswith(".xml")}
        return names, xml


def test_another_program_reads_title_and_headings():
    document = odfdo.Document(written(Format.ODT))

    assert document.meta.title == "Status of obligations"
    assert document.meta.creator == "Ada Officer"
    headings = [(h.level, str(h.inner_text)) for h in document.body.headers]
    assert headings == [("1", "Summary"), ("1", "Overdue"), ("2", "Africa")]
    assert [table.name for table in document.body.tables] == ["Table1"]


def test_the_heading_row_is_repeated():
    content = parts()[1]["content.xml"]

    (head,) = content.iter(f"{TABLE}table-header-rows")
    assert [cell[0].text for cell in head[0]] == ["Symbol", "Ask", "Addressee", "Days"]


def test_the_contents_point_at_the_pages_of_the_headings():
    content = parts()[1]["content.xml"]

    (index,) = content.iter(f"{TEXT}table-of-content")
    marks = {one.get(f"{TEXT}name") for one in content.iter(f"{TEXT}bookmark-start")}
    refs = {one.get(f"{TEXT}ref-name") for one in index.iter(f"{TEXT}bookmark-ref")}
    assert refs == marks == {"section-1", "section-2", "section-3"}


def test_links_lead_where_they_say():
    content = parts()[1]["content.xml"]

    assert ADDRESS in {one.get(f"{XLINK}href") for one in content.iter(f"{TEXT}a")}


def test_pages_are_counted_at_the_foot_and_arabic_begins_at_the_right():
    styles = parts(paper("ar"))[1]["styles.xml"]
    text = ET.tostring(styles, encoding="unicode")

    assert len(list(styles.iter(f"{TEXT}page-number"))) == 1
    assert 'writing-mode="rl-tb"' in text
    assert 'language-complex="ar"' in text


def test_every_style_that_is_named_is_there():
    _, xml = parts(paper(figure=True))

    named, there = set(), set()
    for root in (xml["content.xml"], xml["styles.xml"]):
        for one in root.iter():
            for key, value in one.attrib.items():
                name = key.rpartition("}")[2]
                if name == "style-name":
                    named.add(value)
                elif name == "name" and one.tag.endswith(("}style", "}list-style")):
                    there.add(value)
    assert named - there == set()


def test_a_figure_is_a_picture_with_words():
    names, xml = parts(paper(figure=True))

    assert "Pictures/figure-1.png" in names
    (said,) = xml["content.xml"].iter(f"{SVG}desc")
    assert said.text == "12 are overdue."


def test_spaces_and_lines_that_were_typed_stand():
    _, xml = parts(paper(title="two  spaces\nand a line"))

    title = next(xml["content.xml"].iter(f"{TEXT}p"))
    assert [child.tag for child in title] == [f"{TEXT}s", f"{TEXT}line-break"]


def test_nothing_typed_breaks_the_xml():
    assert parts(odd_paper())
