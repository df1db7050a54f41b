"""A paper as DOCX, which a secretary goes on editing: styles, fields and true tables, no text boxes."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from django.utils.translation import override
from docx.oxml.ns import qn

from apps.exports.progress import Progress

from .archive import FIRST_MOMENT, repacked
from .docx_base import new_document, text_width
from .docx_blocks import Blocks, elements, paragraph
from .docx_runs import Links, Runs
from .model import Paper
from .tally import Tally
from .words import authors, clean, facts, office_language


def write_docx(paper: Paper, file: IO[bytes], progress: Progress) -> None:
    """Write `paper` into `file`, open for bytes."""
    tally = Tally(progress, paper)
    with override(paper.language):
        document = new_document(paper)
        _body(document, paper, tally)
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
        root.extend(elements(inside))


def _body(document: Any, paper: Paper, tally: Tally) -> None:
    """What is written between the first page and the last."""
    end = document.element.body.find(qn("w:sectPr"))
    blocks = Blocks(document, paper, text_width(document.sections[0]))

    def add(xml: str) -> None:
        for element in elements(xml):
            end.addprevious(element)

    add("".join(_head(paper, blocks.runs)))
    last = end.getprevious()
    for xml in blocks.write(tally):
        add(xml)
    if paper.has_contents and any(heading.level <= 3 for heading in blocks.headings):
        for element in reversed(elements("".join(blocks.contents()))):
            last.addnext(element)
    if end.getprevious().tag == qn("w:tbl"):
        # Word wants a paragraph after the last table.
        add(paragraph("Normal", ""))


def _head(paper: Paper, runs: Runs) -> Iterator[str]:
    yield paragraph("Title", runs.words(paper.title))
    if paper.subtitle:
        yield paragraph("Subtitle", runs.words(paper.subtitle))
    for label, cell in facts(paper):
        name = runs.words(label, style="Strong")
        yield paragraph("Fact", f"{name}<w:r><w:tab/></w:r>{runs.cell(cell)}")
