"""A file that is made and mailed again and again."""

import datetime as dt
from typing import Self, TypedDict
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.exports.recur import Recurrence
from apps.exports.recur_words import in_words
from apps.history.models import records
from apps.reporting.models import SavedView

from .job import Format, Job, Kind

ONE_DAY = dt.timedelta(days=1)


class ScheduleQuerySet(models.QuerySet["Schedule"]):
    def due(self, *, at: dt.datetime) -> Self:
        """Those in use whose moment has come, the longest waiting first."""
        return self.filter(is_active=True, next_at__lte=at).order_by("next_at", "pk")

    def visible_to(self, person: User) -> Self:
        """The person's own; all of them for who looks after them."""
        return self if person.has_perm("exports.change_schedule") else self.filter(owner=person)

    def with_last(self) -> Self:
        """Each with how the last of its runs went, and why not where it did not."""
        last = Run.objects.exclude(state=Run.State.MISSED).filter(schedule=OuterRef("pk"))
        return self.annotate(
            last_state=Subquery(last.values("state")[:1]),
            last_due_at=Subquery(last.values("due_at")[:1]),
        )

    def failed_last(self) -> Self:
        """Those of which the last run was not sent, or not to everybody."""
        return self.with_last().filter(Q(last_state=Run.State.FAILED))

    def for_list(self) -> Self:
        """All that a row shows; what failed first."""
        failed_first = Case(When(Q(last_state=Run.State.FAILED), then=Value(0)), default=Value(1))
        return self.with_last().select_related("owner", "view").order_by(failed_first, "name", "pk")


class Schedule(models.Model):
    """What is made, how often, and who gets it."""

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    format = models.CharField(_("format"), max_length=4, choices=Format)
    # What it is asked for, as an address says it; the filter is that of the view where there is one.
    query = models.CharField(max_length=4000, blank=True)
    view = models.ForeignKey(
        SavedView, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("saved view")
    )
    language = models.CharField(_("language"), max_length=7)
    # RFC 5545, counted from `starts_on` at `hour` in `time_zone`: FREQ=MONTHLY;BYMONTHDAY=1
    rule = models.CharField(_("how often"), max_length=300)
    starts_on = models.DateField(_("first day"))
    hour = models.TimeField(_("at"), default=dt.time(7))
    time_zone = models.CharField(_("time zone"), max_length=63, default="UTC")
    people = models.ManyToManyField(
        User, blank=True, related_name="export_schedules", verbose_name=_("people")
    )
    addresses = models.JSONField(_("other addresses"), default=list, blank=True)
    message = models.TextField(_("message"), blank=True)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="own_export_schedules")
    is_active = models.BooleanField(_("in use"), default=True)
    # The first moment that has not been run; none once the rule has come to its end.
    next_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    history = records(derived=["next_at"])
    objects = ScheduleQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("export schedule")
        verbose_name_plural = _("export schedules")
        indexes = [
            models.Index(
                fields=["next_at"], name="export_schedule_due", condition=Q(is_active=True)
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("exports:schedule-detail", args=[self.pk])

    @property
    def recurrence(self) -> Recurrence:
        return Recurrence(self.rule, self.starts_on, self.hour, ZoneInfo(self.time_zone))

    @property
    def rule_in_words(self) -> str:
        return in_words(self.rule, starts_on=self.starts_on)


class Delivery(TypedDict):
    """One who gets the file of a run, and how far it is with that."""

    to: str
    """The address."""
    person: int | None
    """Key of the person whose address it is."""
    state: str
    """waiting, sending, sent or failed."""
    tries: int
    """So many that failed."""
    at: str
    """waiting: not before; sending: taken by a worker; else: ended. A moment as ISO 8601 writes it."""
    error: str
    trial: bool
    """Whether the owner asked for it to see what comes."""


class RunQuerySet(models.QuerySet["Run"]):
    def to_go_on(self, *, at: dt.datetime) -> Self:
        """Those that are not ended, and those of the last day of which a mail may be tried again."""
        failed = Q(state=Run.State.FAILED, job__state=Job.State.DONE)
        found = self.filter(Q(state=Run.State.MAKING) | failed & Q(began_at__gt=at - ONE_DAY))
        return found.order_by("pk")


class Run(models.Model):
    """One time that a schedule came due, and what became of it."""

    class State(models.TextChoices):
        MAKING = "making", _("being made")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        MISSED = "missed", _("made up by a later one")

    schedule = models.ForeignKey(Schedule, on_delete=models.CASCADE, related_name="runs")
    due_at = models.DateTimeField(_("due"))
    began_at = models.DateTimeField()
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.MAKING)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="runs")
    # To whom it goes and went (of Delivery), so that a run that is taken up again sends nobody a
    # second mail. Only `deliver` writes it.
    sent_to = models.JSONField(default=list, blank=True)
    error = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ["-due_at", "-pk"]
        verbose_name = _("run of an export schedule")
        verbose_name_plural = _("runs of export schedules")
        constraints = [
            models.UniqueConstraint(
                fields=["schedule", "due_at"], name="a_schedule_runs_once_for_a_moment"
            )
        ]

    def __str__(self) -> str:
        return f"{self.schedule}, {self.due_at:%Y-%m-%d %H:%M}"

    @property
    def is_trial(self) -> bool:
        """Whether only the owner gets it, to see what comes."""
        return any(one["trial"] for one in self.sent_to)

    @property
    def sent(self) -> int:
        """How many got it."""
        return sum(one["state"] == "sent" for one in self.sent_to)
