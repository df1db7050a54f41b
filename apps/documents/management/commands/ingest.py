import datetime as dt
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.actors.models import Language
from apps.documents.files import UnreadableFile
from apps.documents.ingest import Given, Ingested, LanguageTaken, ingest
from apps.documents.models import SymbolTaken


class Command(BaseCommand):
    help = "Take in published texts (.txt, .pdf, .docx) and say what was read from their heads."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--symbol", default="", help="of the document; only with one file")
        parser.add_argument("--language", default="", choices=Language.values)
        parser.add_argument("--adopted", type=dt.date.fromisoformat, help="YYYY-MM-DD")

    def handle(
        self,
        *,
        files: list[Path],
        symbol: str,
        language: str,
        adopted: dt.date | None,
        **options: Any,
    ) -> None:
        if symbol and len(files) > 1:
            raise CommandError(f"--symbol {symbol} goes with one file, not {len(files)}.")
        given = Given(symbol=symbol, language=language, adopted_on=adopted)
        refused = 0
        for file in files:
            try:
                self.report(file, ingest(file.name, file.read_bytes(), by=None, given=given))
            except (OSError, UnreadableFile, LanguageTaken, SymbolTaken) as error:
                refused += 1
                self.stderr.write(f"{file}: {error}")
        if refused:
            raise CommandError(f"{refused} of {len(files)} not taken in.")

    def report(self, file: Path, taken: Ingested) -> None:
        document, text = taken.text.document, taken.text
        symbols = ", ".join(s.printed for s in document.symbols.all())
        facts = [
            symbols or "no symbol",
            str(document.adopted_on or "no date"),
            text.language or "no language",
            f"{text.paragraphs.count()} paragraphs",
            "" if taken.is_new else "already here",
            f"to complete: {', '.join(document.missing)}" if document.missing else "",
        ]
        self.stdout.write(f"{file}: {' · '.join(fact for fact in facts if fact)}")
