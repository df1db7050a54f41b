"""Few and together: WeasyPrint takes seconds to load."""

import tempfile
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from apps.exports.models import Format
from apps.exports.paper.fonts import ALWAYS, own_fonts
from tests.exports.paper.papers import ADDRESS, ASKS, TITLES, odd_paper, paper, written


@pytest.fixture(scope="module")
def english():
    return pypdf.PdfReader(written(Format.PDF, paper(count=40, figure=True)))


def structure(node, found):
    """Every element of the tree for screen readers, in its order."""
    node = node.get_object()
    if "/S" in node:
        found.append(node)
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int):
            structure(kid, found)
    return found


def headings(outline):
    for one in outline:
        if isinstance(one, list):
            yield from headings(one)
        else:
            yield one["/Title"]


def words(file):
    with pypdfium2.PdfDocument(file) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pdf).split())


def test_a_screen_reader_finds_title_headings_tables_and_figures(english):
    root = english.trailer["/Root"]

    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert english.metadata.title == "Status of obligations"
    found = structure(root["/StructTreeRoot"], [])
    kinds = [one["/S"] for one in found]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 2
    assert {"/H3", "/Table", "/TH", "/TD", "/Caption", "/L", "/BlockQuote", "/Link"} <= set(kinds)
    (figure,) = [one for one in found if one["/S"] == "/Figure"]
    assert "By timing" in figure["/Alt"]
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_the_headings_are_bookmarks_and_links_can_be_followed(english):
    assert list(headings(english.outline)) == [
        "Status of obligations",
        "Summary",
        "Overdue",
        "Africa",
    ]
    links = [a.get_object() for page in english.pages for a in page.get("/Annots", [])]
    assert ADDRESS in {one["/A"]["/URI"] for one in links if "/A" in one}


def test_pages_are_counted_and_the_heading_row_stands_on_each(english):
    pages = [page.extract_text() for page in english.pages]

    assert len(pages) > 1
    assert f"2 / {len(pages)}" in pages[1]
    assert "30 June 2026" in pages[1]
    assert all("Addressee" in page for page in pages)
    contents = pages[0].partition("Contents")[2]
    assert contents.split()[0] == "Summary"
    assert contents.index("Summary") < contents.index("Overdue") < contents.index("Africa")


@pytest.mark.parametrize("language", ["ar", "zh-hans"])
def test_words_in_arabic_and_chinese_can_be_found(language):
    file = written(Format.PDF, paper(language))

    assert TITLES[language].split()[0] in words(file)
    assert all(word in words(file) for word in ASKS[language].split())
    fonts = {name for page in pypdf.PdfReader(file).pages for name in font_names(page)}
    assert all("Remit-" in name for name in fonts), fonts


def font_names(page):
    return [str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]


def test_the_same_paper_is_the_same_bytes():
    assert written(Format.PDF).getvalue() == written(Format.PDF).getvalue()


def test_nothing_is_read_but_our_fonts():
    fetch = own_fonts().fetch

    ours = f"remit-font:{ALWAYS[0][1]}-400-normal.woff"
    assert fetch(ours).read()[:4] == b"\x00\x01\x00\x00"
    for other in (
        "file:///etc/passwd",
        "https://example.org/x.png",
        "data:text/plain,x",
        "remit-font:../README.md",
        "remit-font:README.md",
    ):
        with pytest.raises(ValueError, match="Nothing is read but our fonts"):
            fetch(other)


def test_what_people_typed_is_words_and_fetches_nothing():
    file = written(Format.PDF, odd_paper())

    assert "root:" not in words(file)
    assert 'src="file:///etc/passwd"' in words(file).replace(" ", " ")


def test_cancelling_while_pages_are_laid_out_ends_it_and_leaves_no_files():
    before = set(Path(tempfile.gettempdir()).glob("weasyprint-*"))
    told = []

    def stop(done, total):
        told.append((done, total))
        if done > 7 + 60:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        written(Format.PDF, paper(count=60), stop)

    assert told[-1][0] < told[-1][1]
    assert set(Path(tempfile.gettempdir()).glob("weasyprint-*")) <= before


def test_the_bar_moves_with_rows_then_pages_and_is_full_at_the_end():
    told = []

    written(Format.PDF, paper(count=60), lambda done, total: told.append(done / total))

    assert told == sorted(told)
    assert all(share < 1 for share in told[:-1])
    assert told[-1] == 1
    assert told[66] < 0.35  # all rows are written, no page is laid out
