import datetime as dt
import logging
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from apps.followups.run import turn

EVERY = dt.timedelta(minutes=1)
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Remind people, gather their notices into mails and send these: every minute, for ever."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="One turn, for a timer or a test.")

    def handle(self, *, once: bool, **options: Any) -> None:
        if once:
            turn(at=timezone.now())
            return
        self.stdout.write("Reminding and sending every minute. Stop with Ctrl+C.")
        while True:
            began = timezone.now()
            close_old_connections()
            try:
                turn(at=began)
            except Exception:
                # A database or a server that is away now may be back in a minute; nothing is lost.
                logger.exception("A turn of the schedule failed; the next is tried all the same.")
            rest = EVERY - (timezone.now() - began)
            time.sleep(max(rest.total_seconds(), 1))
