from typing import Any

from django.core.management.base import BaseCommand

from apps.actors.load import load


class Command(BaseCommand):
    help = "Load the list of actors that comes with Remit. Safe to repeat."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{load()} actors")
