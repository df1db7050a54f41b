"""A paper as ODT, which a secretary goes on editing: its four XML files, written here."""

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _
from django.utils.translation import override
from PIL import Image

from apps.exports.progress import Progress
from apps.web.charts.standalone import standalone_png

from .archive import put
from .markup import SMALL, TINY, none, shares
from .model import Block, Figure, Heading, PageBreak, Paper, Paragraph, Points, Quoted, Table
from .odt_styles import HEAD, LINE, VERSION, XML, languages, meta_xml, styles_xml
from .odt_words import Words, span, text
from .tally import Tally
from .words import clean, facts, is_rtl

KIND = "application/vnd.oasis.opendocument.text"
WIDTH, WIDE = 17.8, 26.5
"""Of the text, in centimetres."""


def write_odt(paper: Paper, file: IO[bytes], progress: Progress) -> None:
    """Write `paper` into `file`, open for bytes."""
    tally = Tally(progress, paper)
    body = _Body(paper)
    with override(paper.language):
        content = body.content(tally)
    parts = {"content.xml": content, "styles.xml": styles_xml(paper), "meta.xml": meta_xml(paper)}
    with zipfile.ZipFile(file, "w") as archive:
        put(archive, "mimetype", KIND)
        for name, xml in parts.items():
            put(archive, name, xml)
        for name, png in body.pictures.items():
            put(archive, name, png)
        put(archive, "META-INF/manifest.xml", _manifest([*parts, *body.pictures]))
    tally.end()


def _manifest(names: Iterable[str]) -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = [("/", KIND)]
    entries += [(name, "image/png" if name.endswith(".png") else "text/xml") for name in names]
    inside = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in entries
    )
    return (
        f'{XML}<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
        f"{inside}</manifest:manifest>"
    )


def paragraph(style: str, inside: str) -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


class _Body:
    """What is written between the first page and the last."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.words = Words(paper.language)
        self.width = WIDE if paper.is_wide else WIDTH
        self.headings: list[Heading] = []
        self.pictures: dict[str, bytes] = {}
        self.styles: list[str] = []
        self.tables = 0

    def content(self, tally: Tally) -> str:
        head = "".join(self.head())
        blocks = "".join(self.block(block, tally) for block in tally.blocks(self.paper))
        contents = self.contents() if self.paper.has_contents and self.headings else ""
        return (
            f"{XML}<office:document-content {VERSION}><office:automatic-styles>{self.own_styles()}"
            f"</office:automatic-styles><office:body><office:text>{head}{contents}{blocks}"
            "</office:text></office:body></office:document-content>"
        )

    def head(self) -> Iterator[str]:
        yield paragraph("Title", text(self.paper.title))
        if self.paper.subtitle:
            yield paragraph("Subtitle", text(self.paper.subtitle))
        for label, cell in facts(self.paper):
            yield paragraph(
                "Fact", f"{span('Strong', text(label))}<text:tab/>{self.words.cell(cell)}"
            )

    def block(self, block: Block, tally: Tally) -> str:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph(words=words, is_muted=is_muted):
                return paragraph("Muted" if is_muted else "Standard", self.words.inline(words))
            case Quoted():
                return self.quote(block)
            case Points(items=items):
                points = (paragraph("Standard", self.words.cell(item)) for item in items)
                inside = "".join(f"<text:list-item>{point}</text:list-item>" for point in points)
                return f'<text:list text:style-name="Points">{inside}</text:list>'
            case Table():
                return self.table(block, tally)
            case Figure():
                return self.figure(block) + self.table(block.table, tally)
            case PageBreak():
                return paragraph("Break", "")

    def heading(self, heading: Heading) -> str:
        self.headings.append(heading)
        mark = f'text:name="section-{len(self.headings)}"'
        level = min(max(heading.level, 1), 6)
        return (
            f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">'
            f"<text:bookmark-start {mark}/>{text(heading.words)}<text:bookmark-end {mark}/></text:h>"
        )

    def quote(self, quote: Quoted) -> str:
        right = is_rtl(quote.language)
        other = "right_20_to_20_left" if right else "left_20_to_20_right"
        same = right == is_rtl(self.paper.language)
        style = "Quotations" if same else f"Quotations_20_{other}"
        said = paragraph(style, self.words.words(quote.words, quote.language))
        return said + (paragraph("Source", text(quote.source)) if quote.source else "")

    def figure(self, figure: Figure) -> str:
        png = standalone_png(figure.svg)
        name = f"Pictures/figure-{len(self.pictures) + 1}.png"
        self.pictures[name] = png
        with Image.open(BytesIO(png)) as image:
            width = min(self.width, 17)
            height = width * image.height / image.width
        said = escape(clean(figure.description or figure.title))
        frame = (
            f'<draw:frame draw:name="Figure {len(self.pictures)}" text:anchor-type="as-char"'
            f' svg:width="{width:.2f}cm" svg:height="{height:.2f}cm"><draw:image xlink:href="{name}"'
            ' xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
            f"<svg:title>{escape(clean(figure.title))}</svg:title><svg:desc>{said}</svg:desc></draw:frame>"
        )
        under = paragraph("Muted", text(figure.description)) if figure.description else ""
        return paragraph("Caption", text(figure.title)) + paragraph("Figure", frame) + under

    def table(self, table: Table, tally: Tally) -> str:
        self.tables += 1
        name = f"Table{self.tables}"
        many = len(table.columns)
        style = "Table_20_" + ("Tiny" if many > TINY else "Small" if many > SMALL else "Text")
        self.styles.append(self.columns(name, table))
        columns = "".join(
            f'<table:table-column table:style-name="{name}.{n}"/>' for n in range(1, many + 1)
        )
        number = ("_20_Heading", "_20_Heading_20_Number")
        head = "".join(
            _td("Head", [text(column.heading)], style + number[column.is_number])
            for column in table.columns
        )
        caption = paragraph("Caption", text(table.caption)) if table.caption else ""
        return (
            f"{caption}<table:table table:name={quoteattr(name)} table:style-name={quoteattr(name)}>"
            f"{columns}<table:table-header-rows><table:table-row>{head}</table:table-row>"
            f"</table:table-header-rows>{''.join(self.rows(table, tally, style))}</table:table>"
            f"{paragraph(style, '')}"
        )

    def rows(self, table: Table, tally: Tally, style: str) -> Iterator[str]:
        rows = iter(tally.rows(table))
        first = next(rows, None)
        if first is None:
            many = len(table.columns)
            rest = "<table:covered-table-cell/>" * (many - 1)
            yield f"<table:table-row>{_td('Cell', [text(none())], style, many)}{rest}</table:table-row>"
            return
        for row in chain([first], rows):
            cells = "".join(
                _td(
                    "Cell",
                    [self.words.cell(cell)],
                    f"{style}_20_Number" if column.is_number else style,
                )
                for cell, column in zip(row, table.columns, strict=True)
            )
            yield f"<table:table-row>{cells}</table:table-row>"

    def columns(self, name: str, table: Table) -> str:
        """Styles of this one table: how wide it and its columns are, and from which side it begins."""
        way = "rl-tb" if is_rtl(self.paper.language) else "lr-tb"
        widths = shares(table.columns)
        own = (
            f'<style:style style:name="{name}" style:family="table"><style:table-properties'
            f' style:width="{self.width}cm" table:align="margins" style:writing-mode="{way}"/></style:style>'
        )
        return own + "".join(
            f'<style:style style:name="{name}.{n}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{share * self.width / sum(widths):.3f}cm"'
            f' style:rel-column-width="{65535 * share // sum(widths)}*"/></style:style>'
            for n, share in enumerate(widths, start=1)
        )

    def contents(self) -> str:
        """An index that LibreOffice makes anew when asked; until then the pages come by reference."""
        entries = "".join(
            paragraph(
                f"Contents_20_{max(heading.level, 1)}",
                f'<text:a xlink:type="simple" text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link"'
                f' xlink:href="#section-{number}">{text(heading.words)}</text:a>'
                f'<text:tab/><text:bookmark-ref text:reference-format="page"'
                f' text:ref-name="section-{number}">0</text:bookmark-ref>',
            )
            for number, heading in enumerate(self.headings, start=1)
            if heading.level <= 3
        )
        title = text(_("Contents"))
        return (
            '<text:table-of-content text:name="Contents" text:protected="false">'
            '<text:table-of-content-source text:outline-level="3">'
            '<text:index-title-template text:style-name="Contents_20_Heading">'
            f"{title}</text:index-title-template>{''.join(map(_template, (1, 2, 3)))}"
            '</text:table-of-content-source><text:index-body><text:index-title text:name="Title">'
            f"{paragraph('Contents_20_Heading', title)}</text:index-title>{entries}"
            "</text:index-body></text:table-of-content>"
        )

    def own_styles(self) -> str:
        border = f'fo:border="0.5pt solid {LINE}" fo:padding="0.08cm"'
        cells = (
            f'<style:style style:name="{name}" style:family="table-cell">'
            f"<style:table-cell-properties {border}{more}/></style:style>"
            for name, more in (("Cell", ""), ("Head", f' fo:background-color="{HEAD}"'))
        )
        spoken = (
            f'<style:style style:name="In_{one}" style:family="text">'
            f"<style:text-properties {languages(one)}/></style:style>"
            for one in sorted(self.words.spoken)
        )
        page = (
            '<style:style style:name="Break" style:family="paragraph" style:parent-style-name='
            '"Standard"><style:paragraph-properties fo:break-before="page"/></style:style>'
        )
        return "".join([page, *cells, *spoken, *self.styles])


def _template(level: int) -> str:
    return (
        f'<text:table-of-content-entry-template text:outline-level="{level}"'
        f' text:style-name="Contents_20_{level}"><text:index-entry-link-start/>'
        "<text:index-entry-text/><text:index-entry-link-end/>"
        '<text:index-entry-tab-stop style:type="right" style:leader-char="."/>'
        "<text:index-entry-page-number/></text:table-of-content-entry-template>"
    )


def _td(kind: str, paragraphs: list[str], style: str, span_of: int = 1) -> str:
    spanned = f' table:number-columns-spanned="{span_of}"' if span_of > 1 else ""
    inside = "".join(paragraph(style, one) for one in paragraphs)
    return (
        f'<table:table-cell table:style-name="{kind}" office:value-type="string"{spanned}>'
        f"{inside}</table:table-cell>"
    )
