import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.exports.formats import plain
from apps.exports.read_back import NotOurs, read_back


class Command(BaseCommand):
    help = "Print the rows of a register that was exported (CSV, XLSX, ODS, JSON), one JSON object a line."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="its name tells its format")

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            with file.open("rb") as opened:
                listing = read_back(opened, format=file.suffix.removeprefix(".").lower())
                names = [column.name for column in listing.columns]
                for _key, row in listing.rows:
                    values = dict(zip(names, map(plain, row), strict=True))
                    self.stdout.write(json.dumps(values, ensure_ascii=False))
        except (NotOurs, OSError) as error:
            raise CommandError(f"“{file}”: {error}") from None
