"""An organization's own DOCX, filled with a paper.

Fields: {{ title }}, {{ subtitle }}, {{ as_at }}, {{ filter }}, {{ person }}, {{ organization }}, {{ address }};
{% for fact in facts %} with {{ fact.label }} and {{ fact.value }}; and {{p body }}, alone in its paragraph,
where the report itself goes in the styles of the template. Those it has not are added.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from markupsafe import Markup

from apps.exports.progress import Progress

from .archive import repacked
from .docx_base import text_width
from .docx_blocks import Blocks, elements, paragraph, restyled
from .model import Paper
from .own_template_fields import badly_placed, environment, problems
from .own_template_file import Unfit, look_through
from .own_template_styles import reads_from_the_right, update_fields, with_styles
from .tally import Tally
from .words import clean, facts, is_rtl, plain

PLACE = "remit-body-goes-here"
TURN = re.compile(r'(<w:pPr><w:pStyle w:val="(?!QuoteLTR)\w+"/>)')
FIRST_FIGURE = 10_000
"""Above the numbers of the template's own pictures."""


class TemplateRefused(Exception):
    """The template cannot be filled; `problems` says why, in words."""

    def __init__(self, found: list[str]) -> None:
        super().__init__(" ".join(found))
        self.problems = found


def check(file: IO[bytes]) -> list[str]:
    """What is wrong with a template, open for bytes, in words; nothing where it can be used."""
    try:
        look_through(file)
        template = _opened(file)
    except Unfit as unfit:
        return [str(unfit)]
    finally:
        file.seek(0)
    paragraphs = template.docx.element.body.iter(qn("w:p"))
    found = [badly_placed("".join(t.text or "" for t in one.iter(qn("w:t")))) for one in paragraphs]
    for number, source in enumerate(_sources(template)):
        found += problems(source, has_body=not number)
    return list(dict.fromkeys(filter(None, found)))


def fill(
    template: IO[bytes],
    paper: Paper,
    file: IO[bytes],
    progress: Progress = lambda done, total: None,
) -> None:
    """Write `paper` into `file`, as `template` has it. Raises TemplateRefused where `check` finds something."""
    if found := check(template):
        raise TemplateRefused(found)
    tally = Tally(progress, paper)
    filled = _opened(template)
    width = min(text_width(section) for section in filled.docx.sections)
    filled.render(_values(paper), environment(), autoescape=True)
    blocks = Blocks(filled.docx, paper, width, first_figure=FIRST_FIGURE)
    with override(paper.language):
        _put(filled.docx, blocks, tally)
    update_fields(filled.docx)
    whole = BytesIO()
    filled.docx.save(whole)
    repacked(whole, file)
    tally.end()


def _opened(file: IO[bytes]) -> Any:
    file.seek(0)
    template = DocxTemplate(file)
    try:
        template.render_init()
        # Whether these parts are what their kinds say shows when they are asked.
        template.docx.element.body.iter()
        str(template.docx.core_properties.title)
    except (KeyError, ValueError, AttributeError) as error:
        raise Unfit(_("This is not a DOCX file, or it is damaged.")) from error
    return template


def _sources(template: Any) -> Iterator[str]:
    """All that holds fields: the text first, then top and foot of pages, footnotes and properties."""
    yield template.patch_xml(template.get_xml())
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _key, part in template.get_headers_footers(kind):
            yield template.patch_xml(template.get_part_xml(part))
    for part in template.docx.part.package.iter_parts():
        if part.content_type.endswith("wordprocessingml.footnotes+xml"):
            yield template.patch_xml(part.blob.decode())
    about = template.docx.core_properties
    names = ("author", "comments", "identifier", "language", "subject", "title")
    yield "\n".join(str(getattr(about, name)) for name in names)


def _values(paper: Paper) -> dict[str, Any]:
    return {
        "title": clean(paper.title),
        "subtitle": clean(paper.subtitle),
        "as_at": clean(paper.as_at),
        "filter": clean(paper.filter),
        "person": clean(paper.person),
        "organization": clean(paper.organization),
        "address": clean(paper.address),
        "facts": [{"label": label, "value": plain(cell)} for label, cell in facts(paper)],
        "body": Markup(f"<w:p><w:r><w:t>{PLACE}</w:t></w:r></w:p>"),
    }


def _put(document: Any, blocks: Blocks, tally: Tally) -> None:
    """The blocks where the field was."""
    marks = (t for t in document.element.body.iter(qn("w:t")) if t.text == PLACE)
    place = next(marks, None)
    if place is None:
        # Under a condition that does not hold.
        for _xml in blocks.write(tally):
            pass
        return
    place = [one for one in place.iterancestors(qn("w:p"))][-1]
    language = blocks.paper.language
    turned = is_rtl(language) and not reads_from_the_right(document)
    styles = with_styles(document, language)
    # A table cannot be the last in a cell or in the text.
    for xml in (*blocks.write(tally), paragraph("Normal", "")):
        for element in elements(restyled(TURN.sub(r"\1<w:bidi/>", xml) if turned else xml, styles)):
            place.addprevious(element)
    place.getparent().remove(place)
