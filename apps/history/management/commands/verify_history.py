import re
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.history.verify import Verification

SHOWN = 200


def noted_head(text: str) -> tuple[int, str]:
    """A head as this command prints it. Raises ArgumentTypeError, quoting what it was given."""
    match = re.fullmatch(r"(\d{1,18}):([0-9a-f]{64})", text.strip())
    if match is None:
        raise ArgumentTypeError(
            f"“{text}” is no head: give PLACE:HASH as verify_history printed it."
        )
    return int(match[1]), match[2]


class Command(BaseCommand):
    help = (
        "Prove that no row of the history was altered, removed, put in or moved since it was "
        "sealed. Ends with 1 and names each row where that is not so. It writes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--expect",
            type=noted_head,
            metavar="PLACE:HASH",
            help="a head that was noted before: prove that the chain still goes through it",
        )

    def handle(self, *, expect: tuple[int, str] | None, **options: Any) -> None:
        verification = Verification(expected=expect)
        wrong = 0
        for wrong, finding in enumerate(verification.findings(), start=1):
            if wrong <= SHOWN:
                self.stdout.write(str(finding))
        if wrong > SHOWN:
            self.stdout.write(f"... and {wrong - SHOWN} more")
        self.stdout.write(
            f"{verification.rows} changes in the chain, {verification.waiting} not sealed yet."
        )
        self.stdout.write(f"Head of the chain: {verification.head}")
        if wrong:
            raise CommandError(f"The history was tampered with: {wrong} findings.")
        self.stdout.write("Nothing was altered, removed, put in or moved.")
