import datetime as dt
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.reading import Ask, Reference, read
from apps.reading.languages import LANGUAGES


class Command(BaseCommand):
    help = "Print what texts ask, one JSON object a file. Needs no database."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--language", choices=sorted(LANGUAGES), help="told from the text if not given"
        )
        parser.add_argument("--adopted", type=dt.date.fromisoformat, help="YYYY-MM-DD")

    def handle(
        self,
        *,
        files: list[Path],
        language: str | None,
        adopted: dt.date | None,
        **options: Any,
    ) -> None:
        for file in files:
            try:
                text = file.read_bytes().decode("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise CommandError(f"{file}: {error}") from None
            reading = read(text, language=language, adopted=adopted)
            head = reading.masthead
            line = {
                "file": str(file),
                "language": head.language,
                "symbols": list(head.symbols),
                "adopted": head.adopted.isoformat() if head.adopted else None,
                "asks": [as_data(ask) for ask in reading.asks],
                "references": [cited(reference) for reference in reading.references],
            }
            self.stdout.write(json.dumps(line, ensure_ascii=False))


def as_data(ask: Ask) -> dict[str, Any]:
    return {
        "start": ask.start,
        "end": ask.end,
        "quote": ask.quote,
        "paragraph": ask.paragraph,
        "class": ask.verb_class,
        "addressees": list(ask.addressees),
        "deliverable": list(ask.deliverable),
        "recipients": list(ask.recipients),
        "timing": list(ask.timing),
        "qualifiers": list(ask.qualifiers),
        "rule": ask.rule,
        "unclear": [ask.quote[e.start - ask.start : e.end - ask.start] for e in ask.unclear],
    }


def cited(reference: Reference) -> dict[str, Any]:
    return {
        "start": reference.start,
        "end": reference.end,
        "paragraph": reference.paragraph,
        "symbol": reference.symbol,
        "paragraphs": list(reference.paragraphs),
        "act": reference.act,
    }
