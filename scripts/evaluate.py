"""Score the reading on the development labels and print the table of docs/reading.md.

Reads the labels and the scoring programs in ../shared; says so and stops where they are not.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
LABELS = SHARED / "labels"
LINES = SHARED / "tables/unpc_2015_six_language_lines.tsv"
FIELDS = ("precision", "recall", "f1", "class", "addressees", "deliverable", "timing", "exact")

sys.path.insert(0, str(ROOT))
from apps.documents.management.commands.read_asks import as_data
from apps.reading import read


def found(paths: list[Path], language: str | None = None) -> str:
    """What the reading finds, in the form of `read_asks`."""
    lines = []
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        asks = [as_data(ask) for ask in read(text, language=language or path.parent.name).asks]
        lines.append(json.dumps({"file": str(path), "asks": asks}))
    return "\n".join(lines)


def scores(program: str, *arguments: Path) -> dict:
    command = [sys.executable, LABELS / program, *arguments, "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def row(name: str, labels: int, result: dict) -> str:
    cells = [f"{result[field]:.3f}" if field in result else "" for field in FIELDS]
    return f"| {name} | {labels} | {' | '.join(cells)} |"


def documents(folder: Path) -> list[str]:
    labelled = json.loads((LABELS / "dev.json").read_text())
    rows = []
    for language in ("en", "fr", "zh"):
        mine = [d for d in labelled if d["file"].startswith(f"{language}/")]
        (folder / "labels.json").write_text(json.dumps(mine))
        (folder / "found.jsonl").write_text(found([SHARED / "texts" / d["file"] for d in mine]))
        result = scores("score.py", folder / "labels.json", folder / "found.jsonl")
        rows.append(row(f"{language}, documents", result["labels"], result))
    return rows


def paragraphs(folder: Path) -> list[str]:
    arguments = [LABELS / "dev_lines.jsonl", LINES]
    write = [sys.executable, LABELS / "score_lines.py", *arguments, "--write", folder / "lines"]
    subprocess.run(write, check=True)
    (folder / "found.jsonl").write_text(found(sorted((folder / "lines").glob("*/*.txt"))))
    result = scores("score_lines.py", *arguments, folder / "found.jsonl")
    return [row(f"{name}, paragraphs", r["asks"], r) for name, r in result.items()]


def main() -> int:
    if not LABELS.is_dir():
        print(f"No labels at {LABELS}: nothing to score.")
        return 0
    print(f"| | labels | {' | '.join(FIELDS)} |")
    print(f"|---|---{'|---' * len(FIELDS)}|")
    with tempfile.TemporaryDirectory() as folder:
        for line in [*documents(Path(folder)), *paragraphs(Path(folder))]:
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
