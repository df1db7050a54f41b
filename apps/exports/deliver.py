"""Send the files of schedules: to each recipient once, whoever else sends, and again what failed.

A worker takes a recipient and commits that before it speaks to the server, and commits `sent` as the
very next thing after the server's answer. One that dies between the two leaves a recipient who is
taken again after LEASE and gets a second mail under the same Message-ID, by which a mailbox keeps
one: SMTP cannot be asked whether a message came.
"""

import datetime as dt
import logging
import smtplib
from typing import Any

from django.conf import settings
from django.core.mail import mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models.functions import Now
from django.utils import translation
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.followups.mail import (
    NotReachable,
    close_server,
    is_permanent,
    open_server,
    words_of,
)

from .models import Job, Run
from .models.schedule import Delivery
from .recipients import BadRecipient, checked, gone
from .schedule_mail import Letter, opened, written
from .schedules import asked_of, delivery, fail

LEASE = dt.timedelta(minutes=15)
"""Longer than any conversation with a server lasts, and its time-outs."""
WAITS = tuple(dt.timedelta(minutes=n) for n in (5, 30, 120))
"""After the first failure, the second, the third; the fourth ends it."""
logger = logging.getLogger(__name__)


def send(*, at: dt.datetime) -> int:
    """Send what may go at `at`; how many mails went."""
    sent = 0
    for run in Run.objects.to_go_on(at=at).select_related(
        "schedule__owner", "schedule__view", "job"
    ):
        with translation.override(run.schedule.owner.language or settings.LANGUAGE_CODE):
            try:
                sent += _go_on(run, at=at)
            except Exception:
                logger.exception("Run %s of an export schedule came to grief.", run.pk)
                fail(run, _("Something went wrong while the mails were sent."), at=at)
    return sent


def _go_on(run: Run, *, at: dt.datetime) -> int:
    """Send the file of the run if it is made by now, and note how it ended."""
    job = run.job
    if job is None or job.is_going:
        return 0
    if job.state != Job.State.DONE:
        fail(
            run, job.error or _("The file: %(state)s.") % {"state": job.get_state_display()}, at=at
        )
        return 0
    if not _list_recipients(run, at=at):
        fail(run, _("Nobody is left who gets it."), at=at)
        return 0
    sent = _send(run, job, at=at)
    _settle(run, at=at)
    return sent


@transaction.atomic
def _list_recipients(run: Run, *, at: dt.datetime) -> int:
    """Fix to whom the run goes, if that is not fixed; how many they are."""
    found = Run.objects.select_for_update().filter(pk=run.pk).first()
    if found is None:
        return 0
    if not found.sent_to:
        people = run.schedule.people.active()
        to = [delivery(person.email, person=person.pk, at=at) for person in people]
        known = {one["to"].casefold() for one in to}
        others = (one for one in run.schedule.addresses if one.casefold() not in known)
        found.sent_to = to + [delivery(address, at=at) for address in others]
        found.save(update_fields=["sent_to"])
    return len(found.sent_to)


def _send(run: Run, job: Job, *, at: dt.datetime) -> int:
    """Send to one after the other; how many it went to."""
    mailer: BaseEmailBackend = mailers.default
    letter: Letter | None = None
    sent = 0
    try:
        while one := take(run.pk, at=at):
            letter = letter or opened(run, job, asked_of(run.schedule, at=run.due_at))
            sent += _sent(letter, one, mailer, at=at)
    except NotReachable as error:
        _all_wait(run.pk, str(error), at=at)
    finally:
        close_server(mailer)
    return sent


@transaction.atomic
def take(key: int, *, at: dt.datetime) -> Delivery | None:
    """One of the run whom nobody else sends to now, from now on the caller's."""
    found = Run.objects.annotate(now=Now()).select_for_update().filter(pk=key).first()
    if found is None:
        return None
    # By the clock of the database: `at` is when this turn began, and it may take long.
    now: dt.datetime = found.now  # type: ignore[attr-defined]
    for one in found.sent_to:
        since = dt.datetime.fromisoformat(one["at"])
        waits = one["state"] == "waiting" and since <= at
        if waits or (one["state"] == "sending" and since <= now - LEASE):
            one |= {"state": "sending", "at": now.isoformat()}
            found.save(update_fields=["sent_to"])
            taken: Delivery = one
            return taken
    return None


@transaction.atomic
def _note(key: int, one: Delivery, **values: Any) -> None:
    """Write down how it is with one of the run."""
    found = Run.objects.annotate(now=Now()).select_for_update().filter(pk=key).first()
    for kept in found.sent_to if found else []:
        # One that another took meanwhile is that worker's, but for mail that has gone.
        if kept["to"] == one["to"] and (kept["at"] == one["at"] or values["state"] == "sent"):
            kept |= {"at": found.now.isoformat()} | values  # type: ignore[union-attr]
    if found:
        found.save(update_fields=["sent_to"])


def _sent(letter: Letter, one: Delivery, mailer: BaseEmailBackend, *, at: dt.datetime) -> bool:
    """Whether the server took it. Raises NotReachable."""
    key = letter.run.pk
    try:
        address = _address(one, letter)
        message = written(letter, one, address)
        open_server(mailer)
        mailer.send_messages([message])
    except BadRecipient as error:
        _note(key, one, state="failed", error=str(error))
    except NotReachable as error:
        _put_back(key, one, str(error), at=at, for_good=False)
        raise
    except Exception as error:
        _put_back(key, one, words_of(error), at=at, for_good=is_permanent(error))
        if isinstance(error, smtplib.SMTPServerDisconnected):
            raise NotReachable(words_of(error)) from error
    else:
        # Nothing may stand between the answer of the server and this.
        _note(key, one, state="sent", error="")
        return True
    return False


def _address(one: Delivery, letter: Letter) -> str:
    """Where it goes now. Raises BadRecipient for who may get nothing any more.

    Who may sign in finds the rows on the page; others get the file or nothing.
    """
    if one["person"] is None:
        if letter.content is None:
            raise BadRecipient(_("The file is too large for a mail."))
        return checked(one["to"])
    person = User.objects.filter(pk=one["person"]).first()
    if person is None or not person.is_active:
        raise BadRecipient(gone(person) if person else _("There is no such person any more."))
    return person.email


def _put_back(key: int, one: Delivery, error: str, *, at: dt.datetime, for_good: bool) -> None:
    """Note why it did not go, and when it is tried again, if it is."""
    tries = one["tries"] + 1
    if for_good or tries > len(WAITS):
        _note(key, one, state="failed", tries=tries, error=error)
    else:
        again = (at + WAITS[tries - 1]).isoformat()
        _note(key, one, state="waiting", tries=tries, at=again, error=error)


def _all_wait(key: int, error: str, *, at: dt.datetime) -> None:
    """The server is away: nobody who may go now is at fault, and all of them wait."""
    while one := take(key, at=at):
        _put_back(key, one, error, at=at, for_good=False)


def _settle(run: Run, *, at: dt.datetime) -> None:
    """Note how the run stands: sent once all have it, failed while or because somebody has not."""
    with transaction.atomic():
        found = Run.objects.select_for_update().filter(pk=run.pk).first()
        if found is None or any(one["state"] == "sending" for one in found.sent_to):
            return  # another sends: that one settles it
        missing = [one for one in found.sent_to if one["state"] != "sent"]
        error = "\n".join(f"{one['to']}: {one['error']}" for one in missing)
        if missing and found.state == Run.State.MAKING:
            fail(found, error, at=at)
        elif missing:
            Run.objects.filter(pk=run.pk).update(error=error)
        elif found.state != Run.State.SENT:
            found.state, found.error, found.finished_at = Run.State.SENT, "", at
            found.save(update_fields=["state", "error", "finished_at"])
