"""Commands that read texts."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from apps.documents.models import Document
from tests.documents.texts import RESOLUTION, STATEMENT_ZH


def run(name, *arguments):
    out = io.StringIO()
    call_command(name, *map(str, arguments), stdout=out, stderr=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "decision.txt"
    path.write_text(RESOLUTION)
    return path


def test_read_asks_prints_one_object_a_file_without_a_database(file, tmp_path):
    chinese = tmp_path / "statement.txt"
    chinese.write_text(STATEMENT_ZH)

    lines = [json.loads(line) for line in run("read_asks", file, chinese).splitlines()]

    assert [line["file"] for line in lines] == [str(file), str(chinese)]
    assert (lines[0]["language"], lines[0]["adopted"]) == ("en", "2021-04-19")
    assert lines[0]["symbols"] == ["S/RES/9001 (2021)"]
    ask = lines[0]["asks"][0]
    assert RESOLUTION[ask["start"] : ask["end"]] == ask["quote"]
    assert (ask["class"], ask["timing"], ask["paragraph"]) == ("requests", ["every:P6M"], "1")
    assert ask["rule"]


def test_read_asks_counts_days_from_the_day_that_is_given(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("1. Requests the Secretary-General to report by 1 May;")

    [line] = run("read_asks", path, "--adopted", "2020-06-01", "--language", "en").splitlines()

    assert json.loads(line)["asks"][0]["timing"] == ["by:2021-05-01"]


def test_read_asks_names_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.txt"):
        run("read_asks", tmp_path / "nowhere.txt")


def test_explain_names_the_rule_and_the_words_for_every_value(file):
    shown = run("explain", file, "--paragraph", 1)

    assert "¶ 1 (operative)" in shown
    assert "timing = every:P6M" in shown
    assert "from “every six months”" in shown
    assert "¶ 2" not in shown


def test_explain_shows_verbs_that_were_not_taken_what_is_unclear_and_what_is_cited(tmp_path):
    file = tmp_path / "lamps.txt"
    file.write_text(
        "1. The keepers demand oil; it notes that sailors who requests lamps sing;\n\n"
        "2. Requests the Keeper to sing in due course, as decided in paragraph 3 of resolution 4001 (2031);\n"
    )

    shown = run("explain", file)

    assert "not taken: “requests” (en.verb.requests)" in shown
    assert "unclear (vague)  by en.unclear.at-the-time  from “in due course”" in shown
    assert "S/RES/4001 (2031) ¶ 3" in shown


def test_explain_says_which_paragraphs_there_are(file):
    with pytest.raises(CommandError, match="no paragraph 99"):
        run("explain", file, "--paragraph", 99)


@pytest.mark.django_db
def test_ingest_says_what_it_read_and_what_it_could_not(file, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()

    with pytest.raises(CommandError, match="1 of 2 not taken in"):
        run("ingest", file, empty)

    assert "S/RES/9001 (2021) · 2021-04-19 · en" in run("ingest", file)
    assert "already here" in run("ingest", file)


@pytest.mark.django_db
def test_extract_reads_what_was_not_read_yet(file):
    run("ingest", file)

    assert run("extract") == "S/RES/9001 (2021): 3 drafts\n"
    assert run("extract", "s/res/9001 (2021)") == "S/RES/9001 (2021): 0 drafts\n"
    assert Document.objects.get().obligations.count() == 3


@pytest.mark.django_db
def test_extract_names_a_symbol_that_is_not_there():
    with pytest.raises(CommandError, match="S/RES/7"):
        run("extract", "S/RES/7 (1946)")
