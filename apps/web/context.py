"""What the frame of every page shows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language_bidi

from apps.accounts.middleware import PEOPLE

from .account_forms import languages


def frame(request: HttpRequest) -> dict[str, Any]:
    """Name of the organization, the language of the page and the others, what is switched on, when it is made."""
    session = getattr(request, "session", {})
    return {
        "ORGANIZATION": settings.ORGANIZATION,
        "LANGUAGE_BIDI": get_language_bidi(),
        "LANGUAGES_HERE": languages(),
        # Asked of the session: the permissions would be two more queries on every page.
        "LOOKS_AFTER_PEOPLE": session.get(PEOPLE, False),
        "made_at": timezone.now(),
        "FINDINGS_NEED_APPROVAL": settings.FINDINGS_NEED_APPROVAL,
        "SHARE_LINKS": settings.SHARE_LINKS,
    }
