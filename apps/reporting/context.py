"""What the frame of every page shows of the registers."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .models import SavedView


def bookmarks(request: HttpRequest) -> dict[str, Any]:
    """The saved views in the menu of the person: one query, only where a page shows the menu."""
    return {"bookmarks": SimpleLazyObject(lambda: _bookmarked(request))}


def _bookmarked(request: HttpRequest) -> list[SavedView]:
    person = getattr(request, "user", None)  # a request that was refused early has none
    if person is None or not person.is_authenticated:
        return []
    return list(SavedView.objects.visible_to(person).bookmarked_by(person))
