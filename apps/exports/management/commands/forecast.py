import datetime as dt
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from apps.exports.forecast import WRITERS
from apps.obligations.models import Obligation
from apps.reporting.forecast import BadWindow, CannotForecast, Forecast, Window


class Command(BaseCommand):
    help = (
        "Print what falls due in a window, with cycles not yet made projected from their cadence."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--from", dest="first", type=day, metavar="D", help="YYYY-MM-DD; default today"
        )
        parser.add_argument(
            "--to", dest="last", type=day, metavar="D", help="included; default a year later"
        )
        parser.add_argument("--format", choices=WRITERS, default="json", help="default json")

    def handle(
        self,
        *,
        first: dt.date | None,
        last: dt.date | None,
        format: str,  # noqa: A002 (it is the name of the option)
        **options: Any,
    ) -> None:
        first = first or timezone.localdate()
        try:
            window = Window(first, last) if last else Window.of_a_year(first)
            with Forecast(Obligation.objects.all(), window) as found:
                for line in WRITERS[format](found):
                    self.stdout.write(line, ending="")
        except (BadWindow, CannotForecast) as error:
            raise CommandError(str(error)) from None


def day(text: str) -> dt.date:
    """The day that `text` writes as YYYY-MM-DD, and in no other way."""
    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise ArgumentTypeError(f"“{text}” is not a day: write YYYY-MM-DD.")
    return found
