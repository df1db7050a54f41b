import datetime as dt
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict
from django.utils import timezone

from apps.exports.asked import Asked, CannotMake
from apps.exports.make import make
from apps.exports.models import Format, Kind

from .forecast import day

REGISTERS = [kind.value for kind in Kind if kind != Kind.REPORT]


class Command(BaseCommand):
    help = "Write a register to a file, as its page exports it; as nobody in particular."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--register", choices=REGISTERS, default="cycles", help="default cycles"
        )
        parser.add_argument("--format", choices=Format.values, required=True)
        parser.add_argument("--output", type=Path, metavar="FILE", required=True)
        parser.add_argument(
            "--filter", default="", metavar="QUERY", help="what follows ? in its address"
        )
        parser.add_argument(
            "--as-at",
            type=day,
            metavar="D",
            help="YYYY-MM-DD; default as --filter says, else today",
        )
        parser.add_argument(
            "--language", choices=[code for code, _name in settings.LANGUAGES], default="en"
        )

    def handle(
        self,
        *,
        register: str,
        format: str,  # noqa: A002 (it is the name of the option)
        output: Path,
        filter: str,  # noqa: A002
        as_at: dt.date | None,
        language: str,
        **options: Any,
    ) -> None:
        query = QueryDict(filter.removeprefix("?"), mutable=True)
        if as_at:
            query["as_at"] = as_at.isoformat()
        asked = Asked(
            kind=Kind(register),
            format=Format(format),
            query=query.urlencode(),
            on=timezone.localdate(),
            language=language,
            person=None,
            root=settings.SITE_ADDRESS,
        )
        try:
            write(asked, output)
        except (CannotMake, OSError) as error:
            raise CommandError(str(error)) from None


def write(asked: Asked, output: Path) -> None:
    """Write it beside its place, then put it there whole. Nothing is left of one that failed."""
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("wb") as file:
            make(asked, file)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
