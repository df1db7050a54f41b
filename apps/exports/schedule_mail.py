"""The mail that carries a file of a schedule, in the language of the schedule."""

import hashlib
from dataclasses import dataclass
from email.message import MIMEPart
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .asked_words import page_of, understood
from .make import Asked, NotUnderstood
from .models import Format, Job, Run
from .models.schedule import Delivery

MOST_BYTES = 10 * 1024 * 1024
"""What most mail servers take; in a mail it grows by a third."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is the same for everybody who gets the file of one run."""

    run: Run
    job: Job
    asked: Asked
    content: bytes | None
    """The file; None where it is too large to be attached."""


def opened(run: Run, job: Job, asked: Asked) -> Letter:
    """The letter with its file, read once for all."""
    if job.size > MOST_BYTES:
        return Letter(run, job, asked, None)
    with job.file.open("rb") as file:
        return Letter(run, job, asked, file.read())


def written(letter: Letter, one: Delivery, address: str) -> EmailMultiAlternatives:
    """The message for one of them, to the address that is theirs now."""
    schedule = letter.run.schedule
    with translation.override(schedule.language), timezone.override(schedule.recurrence.zone):
        subject = _("%(organization)s: %(name)s, %(day)s") % {
            "organization": settings.ORGANIZATION,
            "name": schedule.name,
            "day": date_format(letter.asked.on),
        }
        context = _context(letter, one)
        message = EmailMultiAlternatives(
            subject=" ".join(subject.split()),
            body=render_to_string("exports/schedule_mail.txt", context).strip(),
            to=[address],
            headers={"Message-ID": message_id(letter.run, one), "Auto-Submitted": "auto-generated"},
        )
        html = render_to_string("exports/schedule_mail.html", context).strip()
    message.attach_alternative(html, "text/html")
    if letter.content is not None:
        message.attach(_attached(letter.job.file_name, letter.content, letter.asked.format))
    return message


def _attached(name: str, content: bytes, kind: Format) -> MIMEPart:
    """The file byte for byte: what is attached as text gets other ends of lines on its way."""
    main, _slash, sub = kind.media_type.partition("/")
    part = MIMEPart()
    part.set_content(content, main, sub, disposition="attachment", filename=name)
    return part


def message_id(run: Run, one: Delivery) -> str:
    """The same however often it is sent: by it a mailbox keeps one of two.

    A run that was tried again after it failed is another mail.
    """
    host = urlsplit(settings.SITE_ADDRESS).hostname or "localhost"
    whom = hashlib.sha256(one["to"].lower().encode()).hexdigest()[:12]
    return f"<remit.schedule.{run.pk}.{run.began_at:%Y%m%dT%H%M%S}.{whom}@{host}>"


def _context(letter: Letter, one: Delivery) -> dict[str, object]:
    schedule, asked, site = letter.run.schedule, letter.asked, settings.SITE_ADDRESS
    page = page_of(asked.kind, asked.query)
    return {
        "schedule": schedule,
        "kind": schedule.get_kind_display(),
        "filter": _filter(asked),
        "on": asked.on,
        "made_at": letter.job.finished_at,
        "file_name": letter.job.file_name,
        "is_attached": letter.content is not None,
        "page": f"{site}{page}" if page else "",
        "own_page": f"{site}{schedule.get_absolute_url()}",
        "is_person": one["person"] is not None,
        "is_owner": one["person"] == schedule.owner_id,
        "is_trial": one["trial"],
        "organization": settings.ORGANIZATION,
        "language": schedule.language,
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
    }


def _filter(asked: Asked) -> str:
    try:
        return understood(asked.kind, asked.query, on=asked.on)[1]
    except NotUnderstood:
        return ""  # the file would not have been made
