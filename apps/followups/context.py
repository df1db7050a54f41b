"""What the frame of every page shows of a person's notices."""

from typing import Any

from django.http import HttpRequest

from .models import Notice

MOST = 99


def bell(request: HttpRequest) -> dict[str, Any]:
    """`unread_notices`: how many, counted only where a template asks, and never past MOST + 1."""

    def count() -> int:
        if not request.user.is_authenticated:
            return 0
        return Notice.objects.unread(request.user).order_by()[: MOST + 1].count()

    return {"unread_notices": count, "MOST_NOTICES": MOST}
