"""The OpenDocument spreadsheet, as other programs open it."""

import csv
import datetime as dt
import io
import os
import shutil
import subprocess
import zipfile
from decimal import Decimal

import pytest
import python_calamine
from django.utils import translation

from apps.exports import ods
from apps.exports.asked import TooLong
from apps.exports.listing import About, Column, Listing, Type
from apps.exports.ods import write_ods

ABOUT = About("Cycles & <lamps>", "All", "2026-11-25", "Ada", 1, "https://example.org/?a=1&b=2")
TEXTS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tafter a tab",
    '=HYPERLINK("https://example.org")',
    "<b>&amp;</b>",
    "two  spaces ",
    "first\nsecond",
    "إلى الأمين العام",
    "",
    "page\x0cbreak",
]


def written(rows, types=()):
    columns = [Column("reference", "Reference")]
    columns += [Column(f"c{n}", f"C{n}", kind) for n, kind in enumerate(types)]
    file = io.BytesIO()
    write_ods(Listing(ABOUT, columns, [(1, row) for row in rows]), file)
    return file.getvalue()


def opened(raw, sheet=0):
    book = python_calamine.load_workbook(io.BytesIO(raw))
    return book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)


def part(raw, name):
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        return book.read(name).decode()


def test_text_stays_text_whatever_it_begins_with():
    raw = written([[text] for text in TEXTS])

    assert [row[0] for row in opened(raw)[1:]] == [text.replace("\x0c", " ") for text in TEXTS]
    assert "table:formula" not in part(raw, "content.xml")


def test_days_and_numbers_are_typed():
    row = ["A", dt.date(1850, 1, 2), Decimal("12.5"), Decimal("12345678901234567.89"), None]

    _head, line = opened(written([row], [Type.DATE, Type.NUMBER, Type.NUMBER, Type.DATE]))

    assert line[:4] == ["A", dt.date(1850, 1, 2), 12.5, "12345678901234567.89"]


def test_its_kind_stands_first_and_as_it_is():
    with zipfile.ZipFile(io.BytesIO(written([["A"]]))) as book:
        first = book.infolist()[0]

        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert book.read("mimetype") == b"application/vnd.oasis.opendocument.spreadsheet"


def test_the_headings_are_repeated_kept_in_sight_and_filter():
    raw = written([["A", "B"], ["C", "D"]], [Type.TEXT])

    assert "<table:table-header-rows>" in part(raw, "content.xml")
    assert "'Register'.A1:'Register'.B3" in part(raw, "content.xml").replace("&apos;", "'")
    assert "HorizontalSplitMode" in part(raw, "settings.xml")


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_are_called_as_spreadsheets_call_them(number, letters):
    assert ods._letters(number) == letters


@pytest.mark.parametrize(("language", "mode"), [("ar", "rl-tb"), ("en", "lr-tb")])
def test_a_sheet_in_arabic_runs_from_the_right(language, mode):
    with translation.override(language):
        assert f'style:writing-mode="{mode}"' in part(written([["A"]]), "content.xml")


def test_what_is_said_of_the_rows_stands_on_a_sheet_of_its_own():
    facts = opened(written([["A", None]], [Type.DATE]), 1)

    assert [fact for _label, fact in facts] == [
        ABOUT.title, "All", "2026-11-25", "Ada", 1.0, ABOUT.address, "reference, c0:date",
    ]  # fmt: skip


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr(ods, "ROWS", 0)

    with pytest.raises(TooLong, match="A sheet holds 0 rows, and these are 1"):
        written([["A"]])


def test_libreoffice_opens_it_with_the_same_rows(tmp_path):
    office = shutil.which("soffice")
    if not office and os.environ.get("REQUIRE_BROWSER") != "1":
        pytest.skip("LibreOffice (soffice) is not installed")
    lines = [[text, dt.date(2026, 11, 25), Decimal("12.5")] for text in TEXTS[:-2]]
    file = tmp_path / "register.ods"
    file.write_bytes(written(lines, [Type.DATE, Type.NUMBER]))

    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    # UTF-8, as shown, of the first sheet.
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    command = [office, profile, "--headless", "--convert-to", kind, "--outdir", tmp_path, file]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    [found] = tmp_path.glob("*.csv")
    rows = list(csv.reader(io.StringIO(found.read_text("utf-8"), newline="")))
    assert rows[0] == ["Reference", "C0", "C1"]
    assert rows[1:] == [[text, "2026-11-25", "12.5"] for text, _day, _number in lines]
