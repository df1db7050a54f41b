"""The blocks of a paper as WordprocessingML, for our own document or an organization's template."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from lxml import etree

from apps.web.charts.standalone import standalone_png

from .docx_runs import Links, Runs
from .docx_table import table_xml
from .model import Block, Figure, Heading, PageBreak, Paper, Paragraph, Points, Quoted, Table
from .tally import Tally
from .words import clean, is_rtl

STYLE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")(\w+)(")')


def paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def elements(xml: str) -> list[Any]:
    """`xml` of paragraphs and tables as elements."""
    return list(parse_xml(f"<w:body {nsdecls('w', 'r')}>{xml}</w:body>"))


def restyled(xml: str, styles: Mapping[str, str]) -> str:
    """`xml` with the style that `styles` has in the place of ours."""
    return STYLE.sub(lambda match: f"{match[1]}{styles.get(match[2], match[2])}{match[3]}", xml)


class Blocks:
    """Writes blocks into `document`, `width` twentieths of a point across."""

    def __init__(self, document: Any, paper: Paper, width: int, *, first_figure: int = 1) -> None:
        self.document = document
        self.paper = paper
        self.width = width
        self.runs = Runs(paper.language, Links(document.part))
        self.headings: list[Heading] = []
        self.next_figure = first_figure

    def write(self, tally: Tally) -> Iterator[str]:
        for block in tally.blocks(self.paper):
            yield self.block(block, tally)

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
        level = min(max(heading.level, 1), 6)
        words = self.runs.words(heading.words)
        if self.paper.has_contents:
            mark = f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number:06}"/>'
            words = f'{mark}{words}<w:bookmarkEnd w:id="{number}"/>'
        return paragraph(f"Heading{level}", words)

    def quote(self, quote: Quoted) -> str:
        right = is_rtl(quote.language)
        other = "QuoteRTL" if right else "QuoteLTR"
        style = "Quote" if right == is_rtl(self.paper.language) else other
        said = paragraph(style, self.runs.words(quote.words, quote.language))
        return said + (paragraph("Source", self.runs.words(quote.source)) if quote.source else "")

    def table(self, table: Table, tally: Tally) -> str:
        # Two tables without a paragraph between them are one to Word: there is always a caption.
        before = paragraph("Caption", self.runs.words(table.caption))
        return before + table_xml(table, self.runs, tally, self.width)

    def figure(self, figure: Figure) -> str:
        number = self.next_figure
        self.next_figure += 1
        most = Mm(min(self.width * 127 / 7200, 180))
        png = BytesIO(standalone_png(figure.svg))
        inline = self.document.part.new_pic_inline(png, width=most)
        inline.docPr.id = number
        inline.docPr.name = f"Figure {number}"
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
