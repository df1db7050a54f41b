"""A mail in words: what waits for its person, grouped, in the person's language and time zone."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.reporting.saved import ViewCount, view_counts

from .models import Mail, Notice
from .notice_words import Told, told

MOST = 200
"""So many notices stand in one mail; the rest is counted, with a link."""


def written(mail: Mail, *, at: dt.datetime) -> EmailMultiAlternatives | None:
    """The message with what still stands of `mail`; None where nothing does."""
    person = mail.person
    language = person.language or settings.LANGUAGE_CODE
    with translation.override(language), timezone.override(person.zone):
        today = at.astimezone(person.zone).date()
        standing = Notice.objects.standing().filter(mail=mail)
        count = standing.count()
        if not count:
            return None
        rows = list(told(standing.for_list()[:MOST], person=person, on=today))
        context = {
            "person": person,
            "organization": settings.ORGANIZATION,
            "language": language,
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
            "site": settings.SITE_ADDRESS,
            "groups": _grouped(rows),
            "more": count - len(rows),
            "views": _counted(person, on=today),
            "all": reverse("notices:notice-list"),
            "account": reverse("web:account"),
            "today": today,
        }
        return _message(mail, count, context)


def _message(mail: Mail, count: int, context: dict[str, Any]) -> EmailMultiAlternatives:
    subject = ngettext(
        "%(organization)s: %(n)d notice, %(day)s", "%(organization)s: %(n)d notices, %(day)s", count
    ) % {
        "organization": settings.ORGANIZATION,
        "n": count,
        "day": date_format(context["today"]),
    }
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string("followups/mail.txt", context).strip(),
        to=[mail.person.email],
        # Known before the first attempt; and no answering machine answers.
        headers={"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"},
    )
    html = render_to_string("followups/mail.html", context).strip()
    message.attach_alternative(html, "text/html")
    return message


def _grouped(rows: Sequence[Told]) -> list[tuple[str, list[Told]]]:
    """By kind, in the order of the kinds: what is late first, then by day."""
    places = {Notice.Kind.ESCALATED: 0, Notice.Kind.OVERDUE: 1, Notice.Kind.DUE: 2}
    known = [*Notice.Kind]

    def place(row: Told) -> tuple[int, int]:
        kind = Notice.Kind(row.notice.kind)
        return places.get(kind, len(places)), known.index(kind)

    in_order = sorted(rows, key=lambda row: (place(row), row.notice.on or dt.date.max))
    return [
        (str(known[number].label), list(group))
        for (_place, number), group in groupby(in_order, key=place)
    ]


def _counted(person: User, *, on: dt.date) -> list[ViewCount]:
    """In a mail that gathers; one that comes at once is about what has just happened."""
    if person.digest == User.Digest.AT_ONCE:
        return []
    counts = view_counts(person, on=on, soon=settings.DUE_SOON_DAYS)
    return [count for count in counts if count.number is not None]
