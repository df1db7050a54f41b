"""What calls a person's attention: watches, own reminders, notices, and the mails that carry them."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.obligations.models import Obligation
from apps.reporting.models import Cycle

from .entry import Entry
from .handover import Handover


class Watch(models.Model):
    """That a person is told of what changes on an obligation."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="watches")
    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="watches")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "person"], name="a_person_watches_an_obligation_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.obligation}"


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def open(self) -> Self:
        return self.filter(done_at=None)

    def to_give(self, person: User, *, on: dt.date) -> Self:
        """The open ones of `person` whose day has come."""
        return self.open().filter(person=person, on__lte=on)

    def for_list(self) -> Self:
        """All that a row shows."""
        return self.select_related("obligation__document", "obligation__paragraph").defer(
            "obligation__machine",
            "obligation__quote",
            "obligation__words",
            "obligation__paragraph__words",
            "obligation__paragraph__pieces",
        )


class Reminder(models.Model):
    """A person's own, on any obligation for any day, whatever its state."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="reminders")
    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="reminders")
    on = models.DateField(_("day"))
    text = models.CharField(_("of what"), max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, editable=False)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        indexes = [
            models.Index(
                fields=["on", "person"], name="reminder_to_give", condition=Q(done_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.obligation}"

    def finish(self, *, at: dt.datetime) -> None:
        """It is done with, however often this is said: the first time counts."""
        Reminder.objects.open().filter(pk=self.pk).update(done_at=at)


class MailQuerySet(models.QuerySet["Mail"]):
    def not_sent(self) -> Self:
        """What an administrator looks at: what failed, then what waits, the next first."""
        found = self.exclude(state=Mail.State.SENT).select_related("person__office")
        return found.order_by("state", "send_at", "pk")


class Mail(models.Model):
    """One message to one person: gathered notices, on their way.

    `message_id` is fixed before the first attempt, so that a mailbox can tell a repeated one.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="mails")
    message_id = models.CharField(max_length=200, unique=True)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    # Not before; moved on after each failed attempt.
    send_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    # When a worker took it; one that died leaves it to be taken again after a while.
    taken_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        permissions = [("see_failed_mail", "Can see mail that could not be sent")]
        indexes = [
            models.Index(
                fields=["send_at", "id"],
                name="mail_to_send",
                condition=Q(state__in=["waiting", "sending"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.message_id}"


class NoticeQuerySet(models.QuerySet["Notice"]):
    def standing(self) -> Self:
        """Not cancelled since."""
        return self.filter(cancelled_at=None)

    def of(self, person: User) -> Self:
        return self.standing().filter(person=person)

    def unread(self, person: User) -> Self:
        """What the bell counts."""
        return self.standing().filter(person=person, read_at=None)

    def mark_read(self, *, at: dt.datetime) -> int:
        """Note that their person has seen them; how many were new."""
        return self.filter(read_at=None).update(read_at=at)

    def to_mail(self) -> Self:
        """Those that no mail carries yet, and that their person did not read meanwhile."""
        return self.standing().filter(mail=None, read_at=None)

    def pending(self) -> Self:
        """Those that nobody has seen yet: not read, or in a mail that is not sent."""
        underway = [Mail.State.WAITING, Mail.State.SENDING, Mail.State.FAILED]
        return self.standing().filter(Q(read_at=None) | Q(mail__state__in=underway))

    def for_list(self) -> Self:
        """All that a row shows, newest first."""
        return (
            self.select_related(
                "obligation__document", "obligation__paragraph", "entry", "reminder", "by"
            )
            .defer("obligation__machine", "obligation__quote", "obligation__words")
            .defer("obligation__paragraph__words", "obligation__paragraph__pieces")
            .order_by("-created_at", "-pk")
        )


class Notice(models.Model):
    """One thing that a person is told once: in the product and, as the person wishes, by mail.

    `key` names the thing ("due:41:7:2026-12-01"): a second telling finds it there, whichever of
    several workers comes second. The words are made when it is shown, in the language of its reader.
    """

    class Kind(models.TextChoices):
        DUE = "due", _("Due")
        OVERDUE = "overdue", _("Overdue")
        ESCALATED = "escalated", _("Overdue for long")
        STEP = "step", _("Next step due")
        REMINDER = "reminder", _("Your own reminder")
        MENTION = "mention", _("You are mentioned")
        ASSIGNED = "assigned", _("Given to you")
        HANDOVER = "handover", _("Handed over")
        FINDING = "finding", _("Finding")
        CHANGED = "changed", _("What you watch has changed")

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=9, choices=Kind)
    key = models.CharField(max_length=100)
    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="notices")
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, null=True, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, null=True, related_name="+")
    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, null=True, related_name="+")
    reminder = models.ForeignKey(Reminder, on_delete=models.CASCADE, null=True, related_name="+")
    # The day that it speaks of; a moved date cancels what was not told yet.
    on = models.DateField(null=True)
    # Who did it, where somebody did.
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    mail = models.ForeignKey(Mail, on_delete=models.SET_NULL, null=True, related_name="notices")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [
            models.Index(fields=["person", "-created_at", "-id"], name="notice_newest_first"),
            models.Index(
                fields=["person"],
                name="notice_unread",
                condition=Q(read_at=None, cancelled_at=None),
            ),
            models.Index(
                fields=["person", "created_at"],
                name="notice_to_mail",
                condition=Q(mail=None, cancelled_at=None),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="a_person_is_told_a_thing_once")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.key}"
