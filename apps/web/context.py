"""What the frame of every page shows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language_bidi


def frame(request: HttpRequest) -> dict[str, Any]:
    """Name of the organization, direction of the page's language, when it is made, what is switched on."""
    return {
        "ORGANIZATION": settings.ORGANIZATION,
        "LANGUAGE_BIDI": get_language_bidi(),
        "made_at": timezone.now(),
        "FINDINGS_NEED_APPROVAL": settings.FINDINGS_NEED_APPROVAL,
        "SHARE_LINKS": settings.SHARE_LINKS,
    }
