"""LibreOffice opens what we write, and shows it."""

import os
import shutil
import subprocess

import pypdf
import pytest

from apps.exports.models import Format
from tests.exports.paper.papers import ASKS, odd_paper, paper, written


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """The text of each page of each paper, by its name, as LibreOffice lays it out: one start for all."""
    office = shutil.which("soffice")
    if office is None:
        message = "no LibreOffice found: apt-get install libreoffice-writer-nogui"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    folder = tmp_path_factory.mktemp("office")
    for kind in (Format.DOCX, Format.ODT):
        papers = {"en": paper(count=30), "zh": paper("zh-hans"), "odd": odd_paper()}
        for name, one in papers.items():
            (folder / f"{kind}-{name}.{kind}").write_bytes(written(kind, one).getvalue())
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *folder.glob("*-*.*")], check=True, capture_output=True, timeout=120)
    return {
        pdf.stem: [page.extract_text() for page in pypdf.PdfReader(pdf).pages]
        for pdf in folder.glob("*.pdf")
    }


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_long_table_repeats_its_heading_row_and_pages_are_counted(opened, kind):
    pages = opened[f"{kind}-en"]

    assert len(pages) > 1
    assert all("Addressee" in page for page in pages)
    assert f"2 / {len(pages)}" in pages[1]


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_chinese_and_odd_words_are_shown(opened, kind):
    assert ASKS["zh-hans"] in opened[f"{kind}-zh"][0]
    assert "file:///etc/passwd" in "".join(opened[f"{kind}-odd"]).replace("\n", "")


def test_the_contents_of_an_odt_have_their_pages(opened):
    contents = opened["odt-en"][0].partition("Contents")[2].splitlines()

    assert [line.replace(".", "").strip()[-1] for line in contents[1:4]] == ["1", "1", "1"]
