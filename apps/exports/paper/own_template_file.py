"""Whether a file may be an organization's template: a DOCX that holds no program and fetches nothing."""

import re
import zipfile
from collections.abc import Iterator
from typing import IO

from django.conf import settings
from django.utils.translation import gettext as _
from lxml import etree

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MOST_ENTRIES = 2_000
# Of the text itself: looking for the fields takes time.
MOST_TEXT = 10 * 2**20
PROGRAMS = re.compile(r"vbaproject|vbadata|activex|oleobject|/embeddings/|/control", re.IGNORECASE)
# Fields by which Word runs or fetches something.
FETCHING = frozenset({"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT"})
FETCHING |= {"DATABASE", "LINK"}
# What stands in braces is looked for from every brace that opens to the end of the text.
MOST_BRACES = 2_000
BRACES = re.compile(rb"{[{%#]")
TARGETS = {"http://", "https://", "mailto:"}


class Unfit(Exception):
    """The file cannot be a template; the message says why."""


def look_through(file: IO[bytes]) -> None:
    """Raise Unfit where `file`, open for bytes, is no DOCX, too large, or holds more than text."""
    if file.seek(0, 2) > settings.UPLOAD_MAX_BYTES:
        raise Unfit(_("The file is larger than %d MB.") % (settings.UPLOAD_MAX_BYTES // 2**20))
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            _look_at_entries(archive)
            for name in archive.namelist():
                # Programs that open it do not tell capitals from small letters in names.
                if name.lower().endswith((".xml", ".rels")):
                    _look_at_part(name, archive.read(name))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        # Broken, packed in a way that is not known, or locked with a password.
        raise Unfit(_("This is not a DOCX file, or it is damaged.")) from error
    finally:
        file.seek(0)


def _look_at_entries(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    unpacked = sum(entry.file_size for entry in entries)
    text = max((e.file_size for e in entries if e.filename.lower().endswith(".xml")), default=0)
    if len(entries) > MOST_ENTRIES or len(names) < len(entries):
        raise Unfit(_("The file is packed in a way that no template needs."))
    if unpacked > settings.UPLOAD_MAX_UNPACKED_BYTES or text > MOST_TEXT:
        raise Unfit(_("The file unpacks to more than a template can need."))
    if not {"[Content_Types].xml", "word/document.xml"} <= names:
        raise Unfit(_("This is not a DOCX file, or it is damaged."))
    if any(PROGRAMS.search(f"/{name}") for name in names):
        raise Unfit(_("The file holds a macro or another program. Save it as DOCX without them."))


def _look_at_part(name: str, content: bytes) -> None:
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        content.decode()  # the fields are looked for in nothing else
    except (etree.XMLSyntaxError, UnicodeDecodeError) as error:
        raise Unfit(_("This is not a DOCX file, or it is damaged.")) from error
    if root.getroottree().docinfo.doctype or b"<!ENTITY" in content:
        raise Unfit(_("The file declares entities, which no DOCX does."))
    if name == "[Content_Types].xml":
        kinds = {element.get("ContentType", "") for element in root}
        if MAIN not in kinds or any("macroEnabled" in kind for kind in kinds):
            raise Unfit(_("The file is not a DOCX document. Save it as DOCX, without macros."))
    if name.lower().endswith(".rels"):
        _look_at_links(root)
    _look_at_fields(root, content)


def _look_at_fields(root: "etree._Element", content: bytes) -> None:
    """Those of ours, in braces, and those of Word."""
    braces = sum(text.count("{") for text in root.itertext())
    if max(braces, len(BRACES.findall(content))) > MOST_BRACES:
        raise Unfit(_("There are more braces than a template can need."))
    for code in _codes(root):
        name_of_field = code.split(maxsplit=1)[0].upper() if code.strip() else ""
        if name_of_field in FETCHING:
            raise Unfit(_("The field %s fetches something from elsewhere.") % name_of_field)


def _codes(root: "etree._Element") -> Iterator[str]:
    """What each field of Word does, its code put together where it stands in several runs."""
    open_: list[str] = []
    for element in root.iter(etree.Element):
        tag = etree.QName(element).localname
        kind = next((v for k, v in element.items() if k.endswith("fldCharType")), "")
        if tag == "fldSimple":
            yield next((v for k, v in element.items() if k.endswith("instr")), "")
        elif kind == "begin":
            open_.append("")
        elif tag == "instrText":
            if not open_:
                open_.append("")
            open_[-1] += element.text or ""
        elif kind == "end" and open_:
            yield open_.pop()
    yield from open_


def _look_at_links(root: "etree._Element") -> None:
    for link in root:
        kind = link.get("Type", "").rsplit("/")[-1]
        target = link.get("Target", "")
        outside = link.get("TargetMode", "").lower() == "external"
        if kind == "aFChunk" or (
            outside and (kind != "hyperlink" or not target.lower().startswith(tuple(TARGETS)))
        ):
            raise Unfit(_("The file takes something from elsewhere: “%s”.") % target)
