"""Send the mails that wait: each once, whoever else sends at the same time, and again what failed.

A worker takes a mail (state, moment) and commits that before it speaks to the server, and commits
`sent` as the very next thing after the server's answer. One that dies between the two leaves a mail
that is taken again after LEASE and goes out a second time, under the same Message-ID: SMTP cannot
be asked whether a message came, and by that ID a mailbox keeps one of the two.
"""

import base64
import datetime as dt
import smtplib
from typing import Any

from django.conf import settings
from django.core.mail import mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from .mail_words import written
from .models import Mail, MailQuerySet, Notice
from .withdraw import withdraw

LEASE = dt.timedelta(minutes=15)
"""Longer than any conversation with a server lasts, and its time-outs."""
AT_A_TIME = 10
"""So many mails a worker takes together, to ask only once what does not hold any more."""
WAITS = tuple(dt.timedelta(minutes=n) for n in (1, 5, 15, 60, 4 * 60, 12 * 60))
"""After the first failure, the second, and so on; the last for all that follow."""
PERMANENT = 500
HIDDEN = "…"


class NotReachable(Exception):
    """The server cannot be spoken to at all: no mail is at fault."""


def send(*, at: dt.datetime) -> int:
    """Send all mails that wait and may go at `at`; how many went. Stops where the server is away."""
    mailer, sent = mailers.default, 0
    mails: list[Mail] = []
    try:
        while mails := take(at=at):
            pending = Notice.objects.pending().filter(mail__in=[mail.pk for mail in mails])
            withdraw(pending, at=at)
            for mail in mails:
                sent += _sent(mail, mailer, at=at)
    except NotReachable:
        for mail in mails:
            _mine(mail).update(state=Mail.State.WAITING)
    finally:
        close_server(mailer)
    return sent


@transaction.atomic
def take(*, at: dt.datetime) -> list[Mail]:
    """A few mails that nobody else sends now, from now on the caller's, the first to go first."""
    waiting = Q(state=Mail.State.WAITING, send_at__lte=at)
    # By the clock of the database: `at` is when this turn began, and the workers' clocks differ.
    left = Q(state=Mail.State.SENDING, taken_at__lte=Now() - LEASE)
    # On SQLite a transaction is alone from its beginning, on PostgreSQL the rows are.
    free = Mail.objects.filter(waiting | left).order_by("send_at", "pk")
    found = free.select_for_update(skip_locked=True).values_list("pk", Now())[:AT_A_TIME]
    moments = dict(found)
    mails = Mail.objects.filter(pk__in=moments)
    mails.update(state=Mail.State.SENDING, taken_at=max(moments.values(), default=None))
    return list(mails.select_related("person__office").order_by("send_at", "pk"))


def _mine(mail: Mail) -> MailQuerySet:
    """`mail`, as long as nobody else took it."""
    return Mail.objects.filter(pk=mail.pk, state=Mail.State.SENDING, taken_at=mail.taken_at)


def _sent(mail: Mail, mailer: BaseEmailBackend, *, at: dt.datetime) -> bool:
    """Whether the server took it. Raises NotReachable, after the mail was put back."""
    if not _mine(mail).filter(taken_at__gt=Now() - LEASE / 2).exists():
        return False  # those before it took so long that another may take this one
    if not mail.person.is_active:
        _put_back(mail, _("The person may not sign in any more."), at=at, for_good=True)
        return False
    try:
        message = written(mail, at=at)
        if message is None:
            _mine(mail).delete()  # all of it was taken back: nothing is left to say
            return False
        open_server(mailer)
        mailer.send_messages([message])
    except Exception as error:
        _put_back(mail, words_of(error), at=at, for_good=is_permanent(error))
        if isinstance(error, NotReachable | smtplib.SMTPServerDisconnected):
            raise NotReachable from error
        return False
    # Nothing may stand between the answer of the server and this.
    return bool(_mine(mail).update(state=Mail.State.SENT, sent_at=Now(), error=""))


def _put_back(mail: Mail, error: str, *, at: dt.datetime, for_good: bool) -> None:
    """Note why it did not go, and when it is tried again, if it is."""
    attempts = mail.attempts + 1
    gives_up = for_good or attempts >= settings.MAIL_ATTEMPTS
    _mine(mail).update(
        state=Mail.State.FAILED if gives_up else Mail.State.WAITING,
        attempts=F("attempts") + 1,
        send_at=at + WAITS[min(attempts, len(WAITS)) - 1],
        error=error,
    )


def open_server(mailer: BaseEmailBackend) -> None:
    """Speak to the server before the mail, so that nothing but the mail follows. Raises NotReachable."""
    try:
        mailer.open()
    except (OSError, smtplib.SMTPException) as error:
        raise NotReachable(words_of(error)) from error


def close_server(mailer: BaseEmailBackend) -> None:
    try:
        mailer.close()
    except (OSError, smtplib.SMTPException):
        pass  # what was sent is sent


def is_permanent(error: Exception) -> bool:
    """Whether trying again cannot help: the mailbox or the message is refused for good."""
    match error:
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            return all(code >= PERMANENT for code, _text in refused.values())
        case smtplib.SMTPDataError(smtp_code=int(code)):
            return code >= PERMANENT
        case ValueError():  # an address that is none
            return True
    return False


def words_of(error: Exception) -> str:
    """What the administrator is shown, with the server's own words; never a password."""
    match error:
        case NotReachable():
            return str(error)
        case smtplib.SMTPAuthenticationError(smtp_code=code):
            return _("%(code)s: the server refuses the name or the password of EMAIL_URL.") % {
                "code": code
            }
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            answers = [f"{code} {_text(text)}" for code, text in refused.values()]
        case smtplib.SMTPResponseException(smtp_code=code, smtp_error=text):
            answers = [f"{code} {_text(text)}"]
        case _:
            answers = [f"{type(error).__name__}: {error}"]
    return _without_secrets("; ".join(answers))


def _text(answer: Any) -> str:
    return answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)


def _without_secrets(text: str) -> str:
    options = settings.MAILERS["default"].get("OPTIONS", {})
    name, password = options.get("username") or "", options.get("password") or ""
    if password:
        plain = base64.b64encode(f"\0{name}\0{password}".encode()).decode()
        for secret in (plain, base64.b64encode(password.encode()).decode(), password):
            text = text.replace(secret, HIDDEN)
    return text


def try_again(mail: Mail, *, at: dt.datetime) -> bool:
    """Let a mail that failed or waits go at `at`, from the first attempt on; whether it is one."""
    waits = Mail.objects.filter(pk=mail.pk, state__in=[Mail.State.FAILED, Mail.State.WAITING])
    return bool(waits.update(state=Mail.State.WAITING, attempts=0, send_at=at))
