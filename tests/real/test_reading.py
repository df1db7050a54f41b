"""The official texts in the folder beside the repository; skipped where it is absent."""

import importlib.util
import json
from pathlib import Path

import pytest

from apps.reading import read

SHARED = Path(__file__).resolve().parents[3] / "shared"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SHARED.is_dir(), reason=f"no official texts at {SHARED}"),
]


def source(name):
    return (SHARED / "texts" / name).read_bytes().decode("utf-8")


def labelled(prefix):
    labels = json.loads((SHARED / "labels" / "dev.json").read_text(encoding="utf-8"))
    return [document for document in labels if document["file"].startswith(prefix)]


def as_found(reading):
    return [
        {
            "start": ask.start,
            "quote": ask.quote[:60],
            "class": ask.verb_class,
            "addressees": list(ask.addressees),
            "deliverable": list(ask.deliverable),
            "recipients": list(ask.recipients),
            "timing": list(ask.timing),
            "qualifiers": list(ask.qualifiers),
        }
        for ask in reading.asks
    ]


def scored(prefix):
    spec = importlib.util.spec_from_file_location("score", SHARED / "labels" / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    documents = labelled(prefix)
    found = {score.norm(d["file"]): as_found(read(source(d["file"]))) for d in documents}
    return score.score(documents, found)


def test_the_first_document_has_twelve_paragraphs_and_its_masthead():
    reading = read(source("zh/S_PRST_2021_9.txt"))

    assert [p.reference for p in reading.paragraphs] == [str(n) for n in range(1, 13)]
    assert {p.part for p in reading.paragraphs} == {"statement"}
    assert reading.masthead.symbols == ("S/PRST/2021/9",)
    assert reading.masthead.adopted.isoformat() == "2021-04-19"
    assert reading.masthead.language == "zh"


def test_the_first_document_has_its_six_asks_exactly():
    keys = ("start", "class", "addressees", "deliverable", "recipients", "timing", "qualifiers")
    (document,) = labelled("zh/S_PRST_2021_9")

    found = as_found(read(source(document["file"])))

    def in_short(asks):
        return [{k: sorted(a[k]) if isinstance(a[k], list) else a[k] for k in keys} for a in asks]

    assert in_short(found) == in_short(document["asks"])


@pytest.mark.parametrize(("prefix", "least"), [("en/", 0.95), ("zh/", 0.95)])
def test_asks_are_found_in_the_labelled_documents(prefix, least):
    assert scored(prefix)["f1"] >= least
