"""Tell the owner of a schedule by mail that it could not be sent."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from .models import Schedule

logger = logging.getLogger(__name__)


def tell_owner(schedule: Schedule, error: str) -> None:
    """Send it once, now or never: the pages of schedules show the same, also where mail does not go."""
    owner = schedule.owner
    if not owner.is_active:
        return
    with translation.override(owner.language or settings.LANGUAGE_CODE):
        subject = _("%(organization)s: “%(name)s” could not be sent") % {
            "organization": settings.ORGANIZATION,
            "name": schedule.name,
        }
        context = {
            "schedule": schedule,
            "error": error,
            "page": f"{settings.SITE_ADDRESS}{schedule.get_absolute_url()}",
        }
        message = EmailMessage(
            subject=" ".join(subject.split()),
            body=render_to_string("exports/schedule_failed.txt", context).strip(),
            to=[owner.email],
            headers={"Auto-Submitted": "auto-generated"},
        )
    try:
        message.send()
    except Exception:  # a server that is away, or refuses: nothing else may fail by it
        logger.exception("The owner of export schedule %s could not be told.", schedule.pk)
