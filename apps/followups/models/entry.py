"""What staff log about an obligation."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Office, User
from apps.history.models import records
from apps.obligations.codes import State
from apps.obligations.models import Obligation
from apps.reporting.models import Cycle


class EntryQuerySet(models.QuerySet["Entry"]):
    def visible_to(self, person: User) -> Self:
        """All but what is confidential to an office that the person is not in or above.

        An auditor reads everything.
        """
        if person.has_perm("followups.read_confidential"):
            return self
        seen = Q(confidential_for=None)
        if person.office:
            seen |= Q(confidential_for__in=Office.objects.under(person.office))
        return self.filter(seen)

    def for_log(self) -> Self:
        """Everything that a log shows, newest first; `others` is how many were logged with each."""
        together = Entry.objects.filter(batch=OuterRef("batch")).order_by().values("batch")
        others = together.annotate(n=Count("pk") - 1).values("n")
        return (
            self.annotate(others=Subquery(others))
            .select_related("author__office", "next_step_by", "cycle", "confidential_for")
            .prefetch_related("attachments", "corrections", "mentions__person")
            .order_by("-happened_on", "-pk")
        )

    def logged_together(self, batch: uuid.UUID) -> Self:
        """All that one act logged, with the obligation and the cycle of each."""
        return (
            self.filter(batch=batch)
            .select_related("obligation__document", "obligation__paragraph", "cycle")
            .defer("obligation__quote", "obligation__words", "obligation__machine")
            .defer("obligation__paragraph__words", "obligation__paragraph__pieces")
            .order_by("pk")
        )

    def steps_open(self) -> Self:
        """Entries whose next step is not done; once the obligation is closed, none is waited for."""
        is_open = Q(next_step_done_on=None, obligation__state=State.ACCEPTED)
        return self.exclude(next_step="").filter(is_open)

    def steps_due(self, *, on: dt.date) -> Self:
        """Entries whose next step is not done and is to be taken by `on`, or has no day."""
        return self.steps_open().filter(Q(next_step_on__lte=on) | Q(next_step_on=None))

    def for_steps(self) -> Self:
        """All that a row of the list of next steps shows, the earliest first."""
        return (
            self.select_related(
                "obligation__document", "obligation__paragraph", "obligation__lead", "next_step_by"
            )
            .defer("obligation__paragraph__words", "obligation__machine")
            .order_by("next_step_on", "pk")
        )

    def for_lines(self) -> Self:
        """All that a line of the list of entries shows, the newest first."""
        return (
            self.select_related("obligation__document", "obligation__paragraph", "author")
            .defer("obligation__quote", "obligation__words", "obligation__machine")
            .defer("obligation__paragraph__words", "obligation__paragraph__pieces")
            .order_by("-happened_on", "-pk")
        )

    def steps_overdue(self, *, on: dt.date) -> Self:
        """Entries whose next step was to be taken before `on` and is not done."""
        return self.steps_open().filter(next_step_on__lt=on)


class Entry(models.Model):
    """What a person logged about an obligation, or about one cycle of it."""

    class Kind(models.TextChoices):
        NOTE = "note", _("Note")
        MEETING = "meeting", _("Meeting")
        CALL = "call", _("Call")
        E_MAIL = "e-mail", _("E-mail")
        DRAFT = "draft", _("Draft received")
        SUBMITTED = "submitted", _("Submitted")
        REMINDER = "reminder", _("Reminder sent")
        DECISION = "decision", _("Decision")

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="entries")
    cycle = models.ForeignKey(
        Cycle, on_delete=models.PROTECT, null=True, blank=True, related_name="entries"
    )
    kind = models.CharField(_("kind"), max_length=9, choices=Kind, default=Kind.NOTE)
    happened_on = models.DateField(_("day"))
    text = models.TextField(_("what happened"))
    next_step = models.CharField(_("next step"), max_length=300, blank=True)
    next_step_on = models.DateField(_("next step by"), null=True, blank=True)
    next_step_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="next_steps",
        verbose_name=_("next step for"),
    )
    next_step_done_on = models.DateField(_("next step done on"), null=True, blank=True)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="entries")
    # Set when it is logged, and never changed: only this office, and those above it, read it.
    confidential_for = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confidential to"),
    )
    # Once its author may not edit an entry any more, what is wrong in it is put right by another.
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    # The same for all that one act logged on many cycles.
    batch = models.UUIDField(null=True, editable=False, db_index=True)
    mentioned = models.ManyToManyField(User, through="Mention", related_name="mentioned_in")
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(null=True, editable=False)

    history = records()
    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-happened_on", "-pk"]
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        permissions = [
            ("log_for_any_office", "Can log entries whichever office leads"),
            ("read_confidential", "Can read entries that are confidential to any office"),
        ]
        indexes = [
            models.Index(fields=["obligation", "-happened_on", "-id"], name="entry_newest_first"),
            models.Index(fields=["happened_on", "author"], name="entry_by_day"),
            models.Index(
                fields=["next_step_on"],
                name="next_step_open",
                condition=Q(next_step_on__isnull=False, next_step_done_on=None),
            ),
            models.Index(
                fields=["next_step_by", "next_step_on"],
                name="next_step_of_a_person",
                condition=Q(next_step_by__isnull=False, next_step_done_on=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_day_or_a_person_belongs_to_a_next_step",
                condition=~Q(next_step="") | Q(next_step_on=None, next_step_by=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.happened_on}"

    def is_visible_to(self, person: User) -> bool:
        """Whether `person` may read it; as EntryQuerySet.visible_to says of many."""
        return (
            self.confidential_for is None
            or person.leads_for(self.confidential_for)
            or person.has_perm("followups.read_confidential")
        )

    def may_be_edited(self, *, by: User, at: dt.datetime) -> bool:
        """Whether it is still its author's to change: not for long, and not once it is corrected."""
        last = self.created_at + dt.timedelta(minutes=settings.ENTRY_EDIT_MINUTES)
        return by == self.author and at <= last and not self.corrections.all()

    @transaction.atomic
    def finish_step(self, *, on: dt.date) -> bool:
        """Record that the next step was taken; False where there is none that is still open."""
        # Asked for again: its author may have edited it since it was read.
        current = Entry.objects.select_for_update(of=("self",), no_key=True).get(pk=self.pk)
        if not current.next_step or current.next_step_done_on is not None:
            return False
        self.next_step_done_on = current.next_step_done_on = on
        current.save(update_fields=["next_step_done_on"])
        return True


class Mention(models.Model):
    """That an entry calls a person's attention by an @."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="mentions")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "person"], name="a_person_is_mentioned_once")
        ]

    def __str__(self) -> str:
        return f"@{self.person}"


class Attachment(models.Model):
    """A file that belongs to an entry."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="attachments")
    file = models.FileField(upload_to="attachments/%Y/%m", max_length=300)
    name = models.CharField(max_length=255)
    size = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
