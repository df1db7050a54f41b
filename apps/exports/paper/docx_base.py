"""The empty DOCX in which a paper is written: its styles, page, language and settings, made here."""

from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from .model import Paper
from .words import base, is_rtl, office_language

FONTS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Microsoft YaHei" w:cs="Arial"/>'  # on every Office
ACCENT, MUTED, LINE, HEAD = "1A5796", "556070", "B9C2CF", "E9EEF5"
BORDER = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="' + LINE + '"/>'
# What our file does not need of the parts of python-docx's own template.
NOT_NEEDED = ("thumbnail", "stylesWithEffects", "customXml")


def new_document(paper: Paper) -> Any:
    """A document without a paragraph, in the language and direction of `paper`."""
    document = Document()
    for holder in (document.part.package.rels, document.part.rels):
        for key in [k for k, rel in holder.items() if rel.reltype.rsplit("/")[-1] in NOT_NEEDED]:
            del holder[key]
    _page(document.sections[0], is_wide=paper.is_wide, is_rtl=is_rtl(paper.language))
    _styles(document, paper.language)
    _settings(document, paper.language)
    return document


def text_width(section: Any) -> int:
    """In twentieths of a point."""
    return int((section.page_width - section.left_margin - section.right_margin) / 635)


def _page(section: Any, *, is_wide: bool, is_rtl: bool) -> None:
    width, height = (Mm(297), Mm(210)) if is_wide else (Mm(210), Mm(297))
    section.page_width, section.page_height = width, height
    if is_wide:
        section._sectPr.find(qn("w:pgSz")).set(qn("w:orient"), "landscape")
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin, section.bottom_margin = Mm(22), Mm(18)
    section.header_distance = section.footer_distance = Mm(10)
    if is_rtl:
        grid = section._sectPr.find(qn("w:docGrid"))
        bidi = parse_xml(f"<w:bidi {nsdecls('w')}/>")
        grid.addprevious(bidi)


def _settings(document: Any, language: str) -> None:
    settings = document.settings.element
    for name in ("w:rsids", "w:savePreviewPicture", "w:proofState", "w:shapeDefaults"):
        for element in settings.findall(qn(name)):
            settings.remove(element)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    # The contents have their entries; Word adds the pages when it opens the file.
    update = parse_xml(f'<w:updateFields {nsdecls("w")} w:val="true"/>')
    settings.find(qn("w:characterSpacingControl")).addprevious(update)
    theme = settings.find(qn("w:themeFontLang"))
    for name, value in zip(("val", "eastAsia", "bidi"), _languages(language), strict=True):
        theme.set(qn(f"w:{name}"), value)


def _languages(language: str) -> tuple[str, str, str]:
    """For text from the left, of East Asia, from the right."""
    named = office_language(language)
    latin = "en-GB" if base(language) in {"ar", "zh"} else named
    return (
        latin,
        named if base(language) == "zh" else "zh-CN",
        named if is_rtl(language) else "ar-SA",
    )


def _styles(document: Any, language: str) -> None:
    styles = document.styles.element
    for old in list(styles):
        styles.remove(old)
    for new in list(our_styles(language, text_width(document.sections[0]))):
        styles.append(new)


def our_styles(language: str, width: int) -> Any:
    """Our styles, for text that is `width` twentieths of a point across."""
    ours = _all_styles(language).replace("WIDTH", str(width))
    return parse_xml(f"<w:styles {nsdecls('w')}>{ours}</w:styles>")


def _all_styles(language: str) -> str:
    latin, east, right = _languages(language)
    # Set once here, all else is based on it: a page in Arabic begins at the right.
    way = "<w:bidi/>" if is_rtl(language) else ""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}{_size(10)}"
        f'<w:lang w:val="{latin}" w:eastAsia="{east}" w:bidi="{right}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + _style(
            "Normal", "Normal", f'{way}<w:spacing w:after="120" w:line="264" w:lineRule="auto"/>'
        )
        + "".join(_style(*one) for one in PARAGRAPHS)
        + _style("Quote", "Quote", (SIDE_RIGHT if way else SIDE) + way + QUOTED)
        + "".join(_heading(level) for level in range(1, 7))
        + "".join(_contents(level) for level in range(1, 4))
        + CHARACTERS
        + TABLES
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


def _colour(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


BOLD = "<w:b/><w:bCs/>"
TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
SIDE = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{LINE}"/></w:pBdr>'
SIDE_RIGHT = SIDE.replace("w:left", "w:right")
QUOTED = '<w:spacing w:after="60"/><w:ind w:left="284" w:right="284"/>'
BULLET = '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/><w:ind w:left="360" w:hanging="360"/>'
FACT = '<w:tabs><w:tab w:val="left" w:pos="2400"/></w:tabs><w:spacing w:after="30"/><w:ind w:left="2400" w:hanging="2400"/>'
# Identity, name, what it does to the paragraph, to its words, and what follows it.
PARAGRAPHS: list[tuple[str, ...]] = [
    ("Title", "Title", '<w:keepNext/><w:spacing w:after="60"/>', BOLD + _colour(ACCENT) + _size(20)),
    ("Subtitle", "Subtitle", '<w:spacing w:after="160"/>', _size(12)),
    ("Muted", "Muted", "", _colour(MUTED)),
    ("QuoteLTR", "Quote Left to Right", SIDE + '<w:bidi w:val="0"/>' + QUOTED, ""),
    ("QuoteRTL", "Quote Right to Left", SIDE_RIGHT + "<w:bidi/>" + QUOTED, ""),
    ("Source", "Source", '<w:spacing w:after="120"/><w:ind w:left="284"/>', _colour(MUTED) + _size(9)),
    ("ListBullet", "List Bullet", BULLET, ""),
    ("Caption", "caption", '<w:keepNext/><w:spacing w:before="160" w:after="60"/>', BOLD),
    ("Figure", "Figure", '<w:keepNext/><w:spacing w:after="60"/>', ""),
    ("TOCHeading", "TOC Heading", '<w:keepNext/><w:spacing w:before="240" w:after="80"/>', BOLD + _colour(ACCENT) + _size(13)),
    ("Header", "header", f'<w:tabs><w:tab w:val="right" w:pos="WIDTH"/></w:tabs>{TIGHT}', _colour(MUTED) + _size(8)),
    ("Footer", "footer", f'{TIGHT}<w:jc w:val="center"/>', _colour(MUTED) + _size(8)),
    ("Fact", "Fact", FACT, ""),
]  # fmt: skip
# Of the words in tables, by how many columns there are.
for _name, _points in (("Text", 8.5), ("Small", 6.5), ("Tiny", 4.5)):
    _end = '<w:jc w:val="right"/>'
    PARAGRAPHS += [
        (f"Table{_name}", f"Table {_name}", TIGHT, _size(_points)),
        (f"Table{_name}Number", f"Table {_name} Number", TIGHT + _end, _size(_points)),
        (f"Table{_name}Heading", f"Table {_name} Heading", "<w:keepNext/>" + TIGHT, _size(_points)),
        (f"Table{_name}HeadingNumber", f"Table {_name} Heading Number", "<w:keepNext/>" + TIGHT + _end, _size(_points)),
    ]  # fmt: skip


def _style(identity: str, name: str, paragraph: str = "", run: str = "") -> str:
    default = ' w:default="1"' if identity == "Normal" else ""
    based = "" if identity == "Normal" else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identity}"><w:name w:val="{name}"/>{based}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int) -> str:
    size = {1: 15, 2: 12.5}.get(level, 11)
    place = f'<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="{level - 1}"/>'
    colour = _colour(ACCENT) if level == 1 else ""
    return _style(f"Heading{level}", f"heading {level}", place, BOLD + colour + _size(size))


def _contents(level: int) -> str:
    place = (
        '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="WIDTH"/></w:tabs>'
        f'<w:spacing w:after="40"/><w:ind w:left="{(level - 1) * 280}"/>'
    )
    return _style(f"TOC{level}", f"toc {level}", place)


CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:rPr><w:color w:val="{ACCENT}"/><w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="MutedWords"><w:name w:val="Muted Words"/>'
    f"<w:rPr>{_colour(MUTED)}</w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
    f"<w:rPr>{BOLD}</w:rPr></w:style>"
)
SIDES = "".join(map(BORDER.format, ("top", "left", "bottom", "right", "insideH", "insideV")))
MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 40), ("left", 70), ("bottom", 40), ("right", 70))
)
TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="PaperTable"><w:name w:val="Paper Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
    f"<w:tblPr><w:tblBorders>{SIDES}</w:tblBorders><w:tblCellMar>{MARGINS}</w:tblCellMar></w:tblPr>"
    f'<w:tblStylePr w:type="firstRow"><w:rPr>{BOLD}</w:rPr><w:tcPr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
)
