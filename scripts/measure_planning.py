"""How long the planning of everything takes, how much memory, and that a second one changes nothing.

    scripts/with_postgres.py .venv/bin/python scripts/measure_planning.py --obligations 200000

Fills the empty database of DATABASE_URL with obligations of our own words, each with one cadence that
gives about five cycles, plans them in this process, and plans them again.
"""

import argparse
import datetime as dt
import os
import resource
import sys
import time
from pathlib import Path

os.environ["DEBUG"] = "0"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

django.setup()

from django.core.management import call_command

from apps.documents.models import Document, Paragraph, Text
from apps.obligations.models import Cadence, Obligation
from apps.reporting.models import Cycle
from apps.reporting.run import go_on, start

ADOPTED = dt.date(2025, 3, 31)
UNTIL = dt.date(2030, 12, 31)
PERIODS = ("P1Y", "P1Y", "P1Y", "P9M", "P2Y")
AT_ONCE = 5_000
WORDS = "Requests the Keeper to report on the lamps every year"


def fill(number: int) -> None:
    """`number` accepted obligations, a hundred to a document."""
    for first in range(0, number, AT_ONCE):
        documents = Document.objects.bulk_create(
            Document(symbol=f"LOAD/{first}/{i}", adopted_on=ADOPTED) for i in range(AT_ONCE // 100)
        )
        texts = Text.objects.bulk_create(
            Text(document=d, language="en", content=WORDS, sha256=f"{d.pk:064x}") for d in documents
        )
        paragraphs = Paragraph.objects.bulk_create(
            Paragraph(text=t, position=i + 1, start=0, end=len(WORDS), words=WORDS)
            for t in texts
            for i in range(100)
        )
        asks = Obligation.objects.bulk_create(
            Obligation(
                document_id=p.text.document_id, paragraph=p, start=0, end=len(WORDS), quote=WORDS,
                words=WORDS, act=WORDS, verb_class="requests", state="accepted",
            )
            for p in paragraphs
        )  # fmt: skip
        Cadence.objects.bulk_create(
            Cadence(
                obligation=o, kind="every", period=PERIODS[i % len(PERIODS)],
                basis_document_id=o.document_id, holds_from=ADOPTED,
            )
            for i, o in enumerate(asks)
        )  # fmt: skip


def timed(name: str) -> float:
    begin = time.perf_counter()
    run = go_on(start(until=UNTIL, by=None).pk)
    seconds = time.perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name}: {seconds:.1f} s, {run.made} cycles made, {run.removed} taken away, "
        f"{memory:.0f} MB at most"
    )
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--obligations", type=int, default=200_000)
    number = parser.parse_args().obligations
    call_command("migrate", verbosity=0)
    fill(number)
    print(f"{Obligation.objects.count()} obligations")
    first = timed("first planning")
    second = timed("second planning")
    print(f"{Cycle.objects.count()} cycles; the second took {second / first:.2f} of the first")


if __name__ == "__main__":
    main()
