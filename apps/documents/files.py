"""From an uploaded file to its text. Pure: no Django. Refuses with words that a person can use.

UnreadableFile
├── UnknownType      not .txt, .pdf or .docx, or not what its name says
├── EmptyFile        no bytes, or no characters
├── TooLarge         over one of the limits
├── Encrypted        a PDF that asks for a password
└── NoTextLayer      a scanned PDF: pictures of pages
"""

import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

import docx
import pypdfium2
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph as DocxParagraph

PDFIUM_WANTS_PASSWORD = 4  # FPDF_ERR_PASSWORD


class UnreadableFile(ValueError):
    """The file cannot be taken in; the message says which file, why, and what to do."""


class UnknownType(UnreadableFile):
    pass


class EmptyFile(UnreadableFile):
    pass


class TooLarge(UnreadableFile):
    pass


class Encrypted(UnreadableFile):
    pass


class NoTextLayer(UnreadableFile):
    pass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may be at most."""

    bytes: int
    pages: int
    unpacked: int
    """Bytes to which a DOCX may unpack."""
    characters: int
    """Of the text taken out."""


def text_of(name: str, data: bytes, limits: Limits) -> str:
    """Return the text of the file called `name`. Raises UnreadableFile.

    A plain text is decoded as UTF-8 (a byte order mark taken off), UTF-16 with a mark, or
    Windows-1252, and otherwise left as it is: positions count from its first character.
    """
    if not data:
        raise EmptyFile(f"“{name}” is empty. Choose the file again.")
    if len(data) > limits.bytes:
        size, most = len(data) / 2**20, limits.bytes / 2**20
        raise TooLarge(f"“{name}” has {size:.1f} MB; at most {most:.0f} MB can be taken in.")
    match PurePath(name).suffix.lower():
        case ".pdf":
            text = _pdf(name, data, limits)
        case ".docx":
            text = _docx(name, data, limits)
        case ".txt":
            text = _plain(name, data)
        case suffix:
            raise UnknownType(
                f"“{name}” is of a type ({suffix or 'no ending'}) that cannot be read. "
                "Use a text file (.txt), PDF or Word document (.docx)."
            )
    if len(text) > limits.characters:
        raise TooLarge(
            f"“{name}” holds {len(text):,} characters; at most {limits.characters:,} can be taken in."
        )
    if not text.strip():
        raise EmptyFile(f"“{name}” holds no text. Choose another file.")
    # A database of PostgreSQL keeps no NUL; one space for one NUL leaves every position true.
    return text.replace("\0", " ")


def _plain(name: str, data: bytes) -> str:
    if data.startswith((b"%PDF", b"PK\x03\x04")):
        raise UnknownType(f"“{name}” is not a text file, whatever its ending. Rename it rightly.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise UnknownType(f"“{name}” is not a text file.") from None
        return data.decode("cp1252", errors="replace")


def _pdf(name: str, data: bytes, limits: Limits) -> str:
    if b"%PDF" not in data[:1024]:
        raise UnknownType(f"“{name}” is not a PDF, whatever its ending. Save it as PDF again.")
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PDFIUM_WANTS_PASSWORD:
            raise Encrypted(
                f"“{name}” is protected by a password. Save it without one, then choose it again."
            ) from None
        raise UnknownType(f"“{name}” is damaged: it cannot be opened as PDF.") from None
    with pdf:
        if len(pdf) > limits.pages:
            raise TooLarge(
                f"“{name}” has {len(pdf):,} pages; at most {limits.pages:,} can be taken in."
            )
        try:
            text = _pages(name, pdf, limits)
        except pypdfium2.PdfiumError:
            raise UnknownType(f"“{name}” is damaged: one of its pages cannot be read.") from None
    if not text.strip():
        raise NoTextLayer(
            f"“{name}” holds only pictures of pages. Make its text readable (OCR) in a scanning "
            "program, or use the Word document."
        )
    return text


def _pages(name: str, pdf: pypdfium2.PdfDocument, limits: Limits) -> str:
    pages, size = [], 0
    for page in pdf:
        pages.append(page.get_textpage().get_text_bounded().replace("\r\n", "\n"))
        size += len(pages[-1])
        if size > limits.characters:
            raise TooLarge(
                f"“{name}” holds over {limits.characters:,} characters of text, more than can be "
                "taken in."
            )
    return "\n".join(pages)


def _docx(name: str, data: bytes, limits: Limits) -> str:
    try:
        unpacked = _unpacked_size(data)
        if unpacked <= limits.unpacked:
            document = docx.Document(io.BytesIO(data))
            return "\n".join([*_headers(document), *_blocks(document)])
    except Exception:  # noqa: BLE001 - a damaged file can raise whatever its parsers raise
        raise UnknownType(
            f"“{name}” cannot be opened as a Word document (.docx). If it is protected by a "
            "password or an old .doc, save it as .docx without one."
        ) from None
    raise TooLarge(f"“{name}” unpacks to {unpacked / 2**20:.0f} MB, more than is taken in.")


def _unpacked_size(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(member.file_size for member in archive.infolist())


def _headers(document: DocxDocument) -> list[str]:
    """The first page's header: the symbol of a document often stands only there."""
    section = document.sections[0]
    header = (
        section.first_page_header if section.different_first_page_header_footer else section.header
    )
    return [*(_row_texts(header.tables)), *(p.text for p in header.paragraphs if p.text.strip())]


def _row_texts(tables: list[Table]) -> list[str]:
    lines = []
    for table in tables:
        for row in table.rows:
            cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
            lines.append("  ".join(cell for cell in cells if cell))
    return [line for line in lines if line]


def _blocks(document: DocxDocument) -> list[str]:
    """Paragraphs and tables in their order, a blank line after each."""
    lines: list[str] = []
    for child in document.element.body.iterchildren():
        if child.tag == qn("w:p"):
            lines += [DocxParagraph(child, document).text, ""]
        elif child.tag == qn("w:tbl"):
            lines += [*_row_texts([Table(child, document)]), ""]
    return lines
