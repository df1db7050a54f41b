import datetime as dt
import logging
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from apps.exports.run import turn as turn_files
from apps.followups.run import turn as turn_mail

EVERY = dt.timedelta(minutes=1)
TURNS = (turn_mail, turn_files)
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Remind people, send what waits and look after files: every minute, for ever."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="One turn, for a timer or a test.")

    def handle(self, *, once: bool, **options: Any) -> None:
        if once:
            if not turned(at=timezone.now()):
                raise CommandError("A part of the turn failed; the log says why.")
            return
        self.stdout.write("Reminding, sending and looking after files. Stop with Ctrl+C.")
        while True:
            began = timezone.now()
            close_old_connections()
            turned(at=began)
            rest = EVERY - (timezone.now() - began)
            time.sleep(max(rest.total_seconds(), 1))


def turned(*, at: dt.datetime) -> bool:
    """Each part of a turn, whatever became of the one before it; whether all went well."""
    well = True
    for turn in TURNS:
        try:
            turn(at=at)
        except Exception:
            # A database or a server that is away now may be back in a minute; nothing is lost.
            logger.exception("A turn of the schedule failed; the next is tried all the same.")
            well = False
    return well
