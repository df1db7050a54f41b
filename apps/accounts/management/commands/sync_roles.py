from typing import Any

from django.core.management.base import BaseCommand

from apps.accounts.roles import ROLES, sync_roles


class Command(BaseCommand):
    help = "Make the roles and give each exactly its permissions. Safe to repeat."

    def handle(self, **options: Any) -> None:
        sync_roles()
        self.stdout.write(f"{len(ROLES)} roles: {', '.join(ROLES)}")
