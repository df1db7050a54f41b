"""A paper as DOCX, which a secretary goes on editing: styles, fields and true tables, no text boxes."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from lxml import etree

from apps.exports.progress import Progress
from apps.web.charts.standalone import standalone_png

from .archive import FIRST_MOMENT, repacked
from .docx_base import new_document, text_width
from .docx_runs import Links, Runs
from .docx_table import table_xml
from .model import Block, Figure, Heading, PageBreak, Paper, Paragraph, Points, Quoted, Table
from .tally import Tally
from .words import authors, clean, facts, is_rtl, office_language


def write_docx(paper: Paper, file: IO[bytes], progress: Progress) -> None:
    """Write `paper` into `file`, open for bytes."""
    tally = Tally(progress, paper)
    with override(paper.language):
        document = new_document(paper)
        _Body(document, paper).write(tally)
        _edges(document, paper)
    _properties(document, paper)
    whole = BytesIO()
    document.save(whole)
    repacked(whole, file)
    tally.end()


def _properties(document: Any, paper: Paper) -> None:
    about = document.core_properties
    moment = (paper.made_at or FIRST_MOMENT).astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
    about.title, about.subject = clean(paper.title)[:255], clean(paper.subtitle)[:255]
    about.author = about.last_modified_by = authors(paper)[:255]
    about.language = office_language(paper.language)
    about.comments = about.keywords = ""
    about.created = about.modified = moment
    about.revision = 1


def field(instruction: str, shown: str = "") -> str:
    """A field that the program computes; `shown` until then."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _edges(document: Any, paper: Paper) -> None:
    """The top and the foot of each page."""
    section = document.sections[0]
    runs = Runs(paper.language, Links(section.header.part))
    top = runs.words(f"{clean(paper.title)}\t{clean(paper.as_at)}")
    slash = '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
    for part, inside in (
        (section.header, paragraph("Header", top)),
        (section.footer, paragraph("Footer", field("PAGE", "1") + slash + field("NUMPAGES", "1"))),
    ):
        part.is_linked_to_previous = False
        root = part._element
        for old in list(root):
            root.remove(old)
        root.extend(_parsed(inside))


class _Body:
    """What is written between the first page and the last."""

    def __init__(self, document: Any, paper: Paper) -> None:
        self.document = document
        self.paper = paper
        self.runs = Runs(paper.language, Links(document.part))
        self.end = document.element.body.find(qn("w:sectPr"))
        self.width = text_width(document.sections[0])
        self.headings: list[Heading] = []
        self.figures = 0

    def write(self, tally: Tally) -> None:
        self.add(paragraph("Title", self.runs.words(self.paper.title)))
        if self.paper.subtitle:
            self.add(paragraph("Subtitle", self.runs.words(self.paper.subtitle)))
        for label, cell in facts(self.paper):
            name = self.runs.words(label, style="Strong")
            self.add(paragraph("Fact", f"{name}<w:r><w:tab/></w:r>{self.runs.cell(cell)}"))
        last = self.end.getprevious()
        for block in tally.blocks(self.paper):
            self.add(self.block(block, tally))
        if self.paper.has_contents and self.headings:
            for element in reversed(_parsed("".join(self.contents()))):
                last.addnext(element)
        if self.end.getprevious().tag == qn("w:tbl"):
            # Word wants a paragraph after the last table.
            self.add(paragraph("Normal", ""))

    def add(self, xml: str) -> None:
        for element in _parsed(xml):
            self.end.addprevious(element)

    def block(self, block: Block, tally: Tally) -> str:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph(words=words, is_muted=is_muted):
                return paragraph("Muted" if is_muted else "Normal", self.runs.inline(words))
            case Quoted():
                return self.quote(block)
            case Points(items=items):
                cells = map(self.runs.cell, items)
                return "".join(paragraph("ListBullet", runs) for runs in cells)
            case Table():
                return self.table(block, tally)
            case Figure():
                return self.figure(block) + self.table(block.table, tally)
            case PageBreak():
                return paragraph("Normal", '<w:r><w:br w:type="page"/></w:r>')

    def heading(self, heading: Heading) -> str:
        self.headings.append(heading)
        number = len(self.headings)
        mark = f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number:06}"/>'
        end = f'<w:bookmarkEnd w:id="{number}"/>'
        level = min(max(heading.level, 1), 6)
        return paragraph(f"Heading{level}", f"{mark}{self.runs.words(heading.words)}{end}")

    def quote(self, quote: Quoted) -> str:
        right = is_rtl(quote.language)
        other = "QuoteRTL" if right else "QuoteLTR"
        style = "Quote" if right == is_rtl(self.paper.language) else other
        said = paragraph(style, self.runs.words(quote.words, quote.language))
        return said + (paragraph("Source", self.runs.words(quote.source)) if quote.source else "")

    def table(self, table: Table, tally: Tally) -> str:
        # Two tables without a paragraph between them are one to Word.
        before = paragraph("Caption", self.runs.words(table.caption))
        return before + table_xml(table, self.runs, tally, self.width)

    def figure(self, figure: Figure) -> str:
        self.figures += 1
        most = Mm(min(self.width * 127 / 7200, 180))
        inline = self.document.part.new_pic_inline(BytesIO(standalone_png(figure.svg)), width=most)
        inline.docPr.id = self.figures
        inline.docPr.name = f"Figure {self.figures}"
        inline.docPr.set("descr", clean(figure.description or figure.title))
        drawing = f"<w:r><w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing></w:r>"
        said = self.runs.words(figure.description)
        return (
            paragraph("Caption", self.runs.words(figure.title))
            + paragraph("Figure", drawing)
            + (paragraph("Muted", said) if figure.description else "")
        )

    def contents(self) -> Iterator[str]:
        """The field that Word fills with pages, holding already what it will find."""
        yield paragraph("TOCHeading", self.runs.words(_("Contents")))
        shown = [(n, h) for n, h in enumerate(self.headings, start=1) if h.level <= 3]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-3" \h \z \u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        for number, heading in shown:
            # Without its page: Word counts pages when it opens the file, and a guess is worse.
            words = self.runs.words(heading.words)
            link = f'<w:hyperlink w:anchor="_Toc{number:06}" w:history="1">{words}</w:hyperlink>'
            is_last = number == shown[-1][0]
            yield paragraph(f"TOC{max(heading.level, 1)}", begin + link + (end if is_last else ""))
            begin = ""


def _parsed(xml: str) -> list[Any]:
    """`xml` of paragraphs and tables as elements."""
    return list(parse_xml(f"<w:body {nsdecls('w', 'r')}>{xml}</w:body>"))
