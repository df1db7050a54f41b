"""Fill an empty database for measuring."""

import datetime as dt
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from apps.dashboards.generate import NotEmpty, generate

CYCLES_PER_DOCUMENT = 40


class Command(BaseCommand):
    help = "Fill an empty database with made-up documents, obligations and cycles, for measuring."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--cycles", type=positive, default=20_000, help="default 20000")
        parser.add_argument("--documents", type=positive, help="default one for 40 cycles")
        parser.add_argument(
            "--on", type=dt.date.fromisoformat, help="YYYY-MM-DD around which; default today"
        )

    def handle(
        self, *, cycles: int, documents: int | None, on: dt.date | None, **options: Any
    ) -> None:
        documents = documents or cycles // CYCLES_PER_DOCUMENT + 1
        try:
            asks = generate(documents=documents, cycles=cycles, on=on or timezone.localdate())
        except NotEmpty as error:
            raise CommandError(
                f"The database already holds {error}. This fills an empty one only: "
                "point DATABASE_URL at a new one and migrate it."
            ) from error
        self.stdout.write(f"{documents} documents, {asks} obligations, {cycles} cycles.")


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” is not a number from 1")
    return int(text)
