from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.documents.models import Document
from apps.obligations.extract import NotComplete, extract, unread


class Command(BaseCommand):
    help = "Read what documents ask, as drafts for review. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "symbols", nargs="*", help="all that were not read yet if none is given"
        )

    def handle(self, *, symbols: list[str], **options: Any) -> None:
        for document in self.documents(symbols):
            try:
                self.stdout.write(f"{document}: {len(extract(document, by=None))} drafts")
            except NotComplete as error:
                raise CommandError(str(error)) from None

    def documents(self, symbols: list[str]) -> list[Document]:
        found = []
        for symbol in symbols:
            document = Document.objects.with_symbol(symbol).first()
            if document is None:
                raise CommandError(f"There is no document {symbol}.")
            found.append(document)
        return found or ([] if symbols else unread())
