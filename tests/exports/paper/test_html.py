from html.parser import HTMLParser

from apps.exports.models import Format
from apps.exports.paper.markup import body_html
from apps.exports.paper.model import Heading, Paragraph, Table
from tests.exports.paper.papers import ADDRESS, FRENCH, ODD, odd_paper, paper, written

EMPTY = {"meta", "col", "br", "path", "rect", "line", "circle"}


class Elements(HTMLParser):
    """Every element with its attributes, and that each is closed."""

    def __init__(self, text):
        super().__init__()
        self.found, self.open, self.text = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in EMPTY:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def all(self, tag):
        return [attrs for name, attrs in self.found if name == tag]


def read(one=None):
    return Elements(written(Format.HTML, one).read().decode())


def test_the_file_stands_alone_without_scripts():
    page = read(paper(figure=True))

    assert page.open == []
    assert page.all("script") == page.all("link") == page.all("img") == []
    assert page.all("html") == [{"lang": "en", "dir": "ltr"}]
    assert "Status of obligations" in page.text


def test_a_table_names_its_columns_its_rows_and_itself():
    page = read()

    assert [th["scope"] for th in page.all("th")] == ["row"] * 2 + ["col"] * 4 + ["row"] * 2
    assert len(page.all("caption")) == 1


def test_the_contents_lead_to_every_heading():
    page = read()

    marks = {attrs["id"] for tag, attrs in page.found if tag in {"h2", "h3"}}
    links = {attrs["href"][1:] for attrs in page.all("a") if attrs["href"].startswith("#")}
    assert links == marks == {"section-1", "section-2", "section-3"}


def test_a_quote_says_its_language():
    assert {"lang": "fr"} in read().all("p")
    assert FRENCH in read().text


def test_arabic_turns_the_page():
    page = read(paper("ar"))

    assert page.all("html") == [{"lang": "ar", "dir": "rtl"}]


def test_what_people_typed_is_words_and_never_markup():
    page = read(odd_paper())

    assert page.all("img") == page.all("b") == []
    assert [a["href"] for a in page.all("a")] == ["#section-1"]
    assert "\x00" not in page.text
    assert ODD.replace("\x00\x0b\ud800\ufffe", "") in page.text


def test_an_empty_table_says_so():
    assert "None." in read(odd_paper()).text


def test_a_preview_keeps_to_the_rules_of_our_pages():
    preview = Elements(body_html(paper(figure=True)))

    assert preview.found[0][0] == "article"
    assert not [tag for tag, attrs in preview.found if "style" in attrs or tag in {"style", "html"}]
    assert {a["href"] for a in preview.all("a")} >= {ADDRESS, "#section-1"}


def test_a_paper_without_headings_has_no_contents():
    page = read(paper(blocks=[Paragraph("all there is")]))

    assert page.all("nav") == []
    assert read(paper(blocks=[Heading("one"), Table("", [], [])])).all("nav") != []


def test_the_preview_shows_the_legend_of_a_chart():
    [svg] = Elements(body_html(paper(figure=True))).all("svg")

    assert "data-below" not in svg
