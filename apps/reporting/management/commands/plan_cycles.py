"""Plan every open obligation, going on where a killed planning stopped."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from apps.reporting.models import PlanRun
from apps.reporting.run import go_on, start


class Command(BaseCommand):
    help = "Make the cycles of every open obligation; a planning that was killed goes on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--until", type=dt.date.fromisoformat, help="YYYY-MM-DD; default PLAN_YEARS ahead"
        )

    def handle(self, *, until: dt.date | None, **options: Any) -> None:
        today = timezone.localdate()
        run = start(until=until or dt.date(today.year + settings.PLAN_YEARS, 12, 31), by=None)
        shown = -1
        while run.state in {PlanRun.State.WAITING, PlanRun.State.RUNNING}:
            run = go_on(run.pk, at_most=1)
            if run.percent != shown:
                shown = run.percent
                self.stdout.write(f"{run.done} of {run.total} obligations ({run.percent} %)")
        self.stdout.write(
            f"{run.get_state_display()}: {run.made} cycles made, {run.removed} taken away, "
            f"{run.moved} moved."
        )
        if run.error:
            raise CommandError(f"These could not be planned:\n{run.error}")
