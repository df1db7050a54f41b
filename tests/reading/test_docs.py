"""What docs/reading.md tells a newcomer works as it stands there."""

import re
from pathlib import Path

from apps.reading.languages import LANGUAGES

DOC = Path(__file__).parents[2] / "docs/reading.md"


def blocks():
    return re.findall(r"```\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)


def block_with(words):
    (found,) = [block for block in blocks() if words in block]
    return found


def test_the_small_language_of_the_docs_can_be_read(monkeypatch):
    made, test = {}, {}
    exec(block_with("LANGUAGE = Language("), made)  # noqa: S102 # our own page
    exec(block_with("def test_a_request_is_found"), test)  # noqa: S102
    monkeypatch.setitem(LANGUAGES, "pt", made["LANGUAGE"])

    test["test_a_request_is_found_with_its_addressee"]()
    test["test_what_asks_nothing_gives_no_ask"]("1. Recorda o pedido do Guarda;")


def test_every_file_that_the_docs_name_is_there():
    folder = DOC.parents[1]
    text = DOC.read_text(encoding="utf-8")

    for name in re.findall(r"`((?:apps|tests|scripts)/[\w/]+\.py)`", text):
        if not name.endswith(("pt.py", "test_portuguese.py")):
            assert (folder / name).exists(), name
