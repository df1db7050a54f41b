"""Sample data for demonstration."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import ProtectedError
from django.utils import timezone

from apps.followups.sample import people
from apps.followups.sample.load import seed
from apps.followups.sample.remove import remove


class Command(BaseCommand):
    help = "Put in sample data and one person of each role, for demonstration. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--on", type=dt.date.fromisoformat, help="YYYY-MM-DD around which; default today"
        )
        parser.add_argument(
            "--remove", action="store_true", help="take the sample data away; people stay"
        )

    def handle(self, *, on: dt.date | None, remove: bool, **options: Any) -> None:
        if remove:
            self.remove()
            return
        if not settings.DEBUG:
            raise CommandError(
                "seed_demo makes people whose password everybody knows, so it runs only with "
                "DEBUG=1, never where real data is kept."
            )
        taken = seed(on=on or timezone.localdate())
        if taken is None:
            self.stdout.write("The sample data is here already.")
        else:
            self.stdout.write("The sample data is in.")
        for symbol in taken or []:
            self.stdout.write(f"{symbol} was here already as no sample and stays as it is.")
        self.introduce()

    def introduce(self) -> None:
        """Say who can sign in, and how."""
        for person in people.records()["people"]:
            self.stdout.write(f"  {person['email']:<26} {person['name']:<18} {person['role']}")
        self.stdout.write(f"  Everybody's password, unless changed since: {people.PASSWORD}")

    def remove(self) -> None:
        try:
            count = remove()
        except ProtectedError as error:
            held = ", ".join(sorted({str(row) for row in error.protected_objects}))
            raise CommandError(f"Something that is no sample depends on it: {held}") from error
        self.stdout.write(f"{count} sample documents are gone, with all that hung on them.")
