from typing import Any

from django.core.management.base import BaseCommand

from apps.history.models.seal import seal


class Command(BaseCommand):
    help = "Seal the changes that are not in the chain of hashes yet; usually there are none."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{seal()} changes were sealed.")
