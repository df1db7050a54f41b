"""What files give text, and how the others are refused."""

import io
import zipfile

import docx
import pypdf
import pypdfium2
import pytest

from apps.documents.files import (
    EmptyFile,
    Encrypted,
    Limits,
    NoTextLayer,
    TooLarge,
    UnknownType,
    text_of,
)

LIMITS = Limits(bytes=100_000, pages=3, unpacked=1_500_000, characters=10_000)


def blank_pdf(pages=1, password=None):
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(*paragraphs):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "error", "says"),
    [
        ("a.txt", b"", EmptyFile, "a.txt"),
        ("a.txt", b" \n\t ", EmptyFile, "no text"),
        ("a.xlsx", b"PK\x03\x04", UnknownType, ".xlsx"),
        ("noending", b"words", UnknownType, "no ending"),
        ("a.txt", b"%PDF-1.7 ...", UnknownType, "not a text file"),
        ("a.txt", b"\x00\x01\x02\xff", UnknownType, "not a text file"),
        ("a.pdf", b"plain words", UnknownType, "not a PDF"),
        ("a.pdf", b"%PDF-1.7 and then nothing", UnknownType, "damaged"),
        ("a.docx", b"plain words", UnknownType, "Word document"),
        ("a.txt", b"x" * 100_001, TooLarge, "MB"),
        ("a.txt", b"x" * 10_001, TooLarge, "10,001 characters"),
        ("a.pdf", blank_pdf(), NoTextLayer, "pictures"),
        ("a.pdf", blank_pdf(pages=4), TooLarge, "4 pages"),
        ("a.pdf", blank_pdf(password="secret"), Encrypted, "password"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name, data, error, says):
    with pytest.raises(error, match=says.replace(".", r"\.")):
        text_of(name, data, LIMITS)


def test_a_docx_that_unpacks_to_too_much_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 1_600_000)

    with pytest.raises(TooLarge, match="unpacks"):
        text_of("bomb.docx", out.getvalue(), LIMITS)


def test_a_word_document_with_damaged_words_is_refused():
    whole = io.BytesIO(word("First"))
    out = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            new.writestr(item, data[:-40] if item.filename == "word/document.xml" else data)

    with pytest.raises(UnknownType, match="Word document"):
        text_of("a.docx", out.getvalue(), LIMITS)


def test_a_zip_that_is_no_word_document_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("hello.txt", b"hello")

    with pytest.raises(UnknownType):
        text_of("a.docx", out.getvalue(), LIMITS)


@pytest.mark.parametrize(
    "data",
    [
        "Décision № 5".encode(),
        b"\xef\xbb\xbf" + "Décision № 5".encode(),
        "Décision № 5".encode("utf-16"),
    ],
)
def test_text_is_decoded_whatever_its_mark(data):
    assert text_of("a.txt", data, LIMITS) == "Décision № 5"


def test_text_of_an_old_program_is_decoded():
    assert text_of("a.TXT", "Décision".encode("cp1252"), LIMITS) == "Décision"


def test_a_nul_becomes_a_space_so_that_positions_stay():
    assert text_of("a.txt", "a b\u0000c".encode("utf-16"), LIMITS) == "a b c"


def test_the_paragraphs_and_tables_of_a_word_document_come_in_order():
    document = docx.Document()
    document.add_paragraph("First")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "Cell"
    document.add_paragraph("Last")
    out = io.BytesIO()
    document.save(out)

    lines = text_of("a.docx", out.getvalue(), LIMITS).split("\n")

    assert [line for line in lines if line] == ["First", "Cell", "Last"]


def test_the_text_layer_of_a_pdf_is_read():
    pdf = pypdfium2.PdfDocument.new()
    page = pdf.new_page(300, 300)
    font = pypdfium2.raw.FPDFText_LoadStandardFont(pdf, b"Helvetica")
    text = pypdfium2.raw.FPDFPageObj_CreateTextObj(pdf, font, 12)
    words = ("Requests" + "\0").encode("utf-16-le")
    pypdfium2.raw.FPDFText_SetText(
        text, (pypdfium2.raw.c_ushort * (len(words) // 2)).from_buffer_copy(words)
    )
    page.insert_obj(pypdfium2.PdfObject(text, pdf=pdf))
    page.gen_content()
    out = io.BytesIO()
    pdf.save(out)

    assert text_of("a.pdf", out.getvalue(), LIMITS).strip() == "Requests"
