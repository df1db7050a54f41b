"""The styles of an organization's template, and ours where it has none of the name."""

import copy
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

from .docx_base import our_styles, text_width

SYMBOL = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
)


def with_styles(document: Any, language: str) -> dict[str, str]:
    """Add to `document` the styles that it has not; return what stands for each of ours."""
    theirs = document.part.styles.element
    ours = our_styles(language, text_width(document.sections[0]))
    known = {_key(style): style.get(qn("w:styleId")) for style in theirs.iter(qn("w:style"))}
    taken = set(known.values())
    stands_for: dict[str, str] = {"Normal": _default(theirs)}
    missing = []
    for style in ours.iter(qn("w:style")):
        identity = style.get(qn("w:styleId"))
        if identity in stands_for:
            continue
        if _key(style) in known:
            stands_for[identity] = known[_key(style)]
            continue
        stands_for[identity] = f"Remit{identity}" if identity in taken else identity
        missing.append(style)
    for style in missing:
        theirs.append(_renamed(copy.deepcopy(style), stands_for, document))
    return stands_for


def reads_from_the_right(document: Any) -> bool:
    """Whether paragraphs of the template begin at the right by themselves."""
    theirs = document.part.styles.element
    identity = _default(theirs)
    return any(
        style.find(f".//{qn('w:bidi')}") is not None
        for style in theirs.iter(qn("w:style"))
        if style.get(qn("w:styleId")) == identity
    )


def update_fields(document: Any) -> None:
    """Let Word count the pages of the template's own contents when it opens the file."""
    fields = document.element.body.iter(qn("w:instrText"))
    settings = document.settings.element
    if any("TOC" in (field.text or "") for field in fields):
        for old in settings.findall(qn("w:updateFields")):
            settings.remove(old)
        update = parse_xml(f'<w:updateFields {nsdecls("w")} w:val="true"/>')
        # The order is fixed; these are what may come before and is common.
        before = [settings.find(qn(f"w:{name}")) for name in AFTER]
        first = next((one for one in before if one is not None), None)
        settings.append(update) if first is None else first.addprevious(update)


AFTER = (
    "hdrShapeDefaults",
    "footnotePr",
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "mathPr",
    "themeFontLang",
    "clrSchemeMapping",
    "shapeDefaults",
    "decimalSymbol",
    "listSeparator",
)


def _key(style: Any) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    return style.get(qn("w:type"), ""), "" if name is None else name.get(qn("w:val"), "").lower()


def _default(styles: Any) -> str:
    """The style of a paragraph that names none."""
    for style in styles.iter(qn("w:style")):
        is_default = style.get(qn("w:default")) in {"1", "true", "on"}
        if is_default and style.get(qn("w:type")) == "paragraph":
            return str(style.get(qn("w:styleId")))
    return "Normal"


def _renamed(style: Any, stands_for: dict[str, str], document: Any) -> Any:
    style.set(qn("w:styleId"), stands_for[style.get(qn("w:styleId"))])
    style.attrib.pop(qn("w:default"), None)
    for tag in ("w:basedOn", "w:next"):
        for other in style.findall(qn(tag)):
            name = other.get(qn("w:val"))
            other.set(qn("w:val"), stands_for.get(name, name))
    for number in style.iter(qn("w:numId")):
        number.set(qn("w:val"), str(_bullets(document)))
    return style


def _bullets(document: Any) -> int:
    """A list with bullets, added to those of the template; its number."""
    related = document.part.rels.values()
    if not any(rel.reltype == RELATIONSHIP_TYPE.NUMBERING for rel in related):
        empty = f"<w:numbering {nsdecls('w')}/>".encode()
        name = PackURI("/word/numbering.xml")
        part = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, empty, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    root = document.part.numbering_part.element
    kinds = [int(one.get(qn("w:abstractNumId"))) for one in root.findall(qn("w:abstractNum"))]
    lists = [int(one.get(qn("w:numId"))) for one in root.findall(qn("w:num"))]
    kind, number = max(kinds, default=0) + 1, max(lists, default=0) + 1
    space = nsdecls("w")
    form = parse_xml(
        f'<w:abstractNum {space} w:abstractNumId="{kind}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{SYMBOL}</w:abstractNum>"
    )
    # Forms stand before the lists that take them.
    first = root.find(qn("w:num"))
    root.append(form) if first is None else first.addprevious(form)
    root.append(
        parse_xml(f'<w:num {space} w:numId="{number}"><w:abstractNumId w:val="{kind}"/></w:num>')
    )
    return number
