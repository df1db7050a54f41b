import datetime as dt
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.documents.files import UnreadableFile, text_of
from apps.documents.ingest import limits
from apps.reading import Ask, Paragraph, Reference, read
from apps.reading.languages import LANGUAGES
from apps.reading.reader import passed_over


class Command(BaseCommand):
    help = "Show why a text was read as it was: its paragraphs, their asks, and the rule behind each value."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--paragraph", metavar="N", help="label or position; all if not given")
        parser.add_argument(
            "--language", choices=sorted(LANGUAGES), help="told from the text if not given"
        )
        parser.add_argument("--adopted", type=dt.date.fromisoformat, help="YYYY-MM-DD")

    def handle(
        self,
        *,
        file: Path,
        paragraph: str | None,
        language: str | None,
        adopted: dt.date | None,
        **options: Any,
    ) -> None:
        try:
            text = text_of(file.name, file.read_bytes(), limits())
        except (OSError, UnreadableFile) as error:
            raise CommandError(str(error)) from None
        reading = read(text, language=language, adopted=adopted)
        over = passed_over(text, language=language)
        shown = [p for p in reading.paragraphs if paragraph in (None, p.reference)]
        if not shown:
            known = ", ".join(p.reference for p in reading.paragraphs)
            raise CommandError(f"There is no paragraph {paragraph}. There are: {known or 'none'}.")
        for one in shown:
            asks = [ask for ask in reading.asks if one.start <= ask.start < one.end]
            cited = [r for r in reading.references if one.start <= r.start < one.end]
            self.show(text, one, asks, cited)
            for evidence in over:
                if one.start <= evidence.start < one.end:
                    words = on_one_line(text[evidence.start : evidence.end])
                    self.stdout.write(
                        f"  not taken: “{words}” ({evidence.rule}), by what stands before it or its part"
                    )
            self.stdout.write("")

    def show(
        self, text: str, paragraph: Paragraph, asks: list[Ask], cited: list[Reference]
    ) -> None:
        self.stdout.write(f"¶ {paragraph.reference} ({paragraph.part})  {paragraph.text}")
        if not asks:
            self.stdout.write("  no asks")
        for ask in asks:
            self.stdout.write(
                f"  ask at {ask.start}, found by {ask.rule}: {on_one_line(ask.quote)}"
            )
            for evidence in ask.evidence:
                words = on_one_line(text[evidence.start : evidence.end])
                self.stdout.write(
                    f"    {evidence.field} = {evidence.value}  by {evidence.rule}  from “{words}”"
                )
            for evidence in ask.unclear:
                words = on_one_line(text[evidence.start : evidence.end])
                self.stdout.write(
                    f"    unclear ({evidence.value})  by {evidence.rule}  from “{words}”"
                )
        for one in cited:
            labels = f" ¶ {', '.join(one.paragraphs)}" if one.paragraphs else ""
            by = f"  by {one.rule}" if one.rule else ""
            self.stdout.write(f"  {one.act} {one.symbol}{labels}{by}")


def on_one_line(words: str) -> str:
    return " ".join(words.split())
