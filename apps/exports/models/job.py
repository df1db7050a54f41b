"""A file that is made in the background: how far it has come, and the file once it is whole."""

import datetime as dt
import secrets
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User


class Kind(models.TextChoices):
    """What the file holds."""

    OBLIGATIONS = "obligations", _("Register of obligations")
    CYCLES = "cycles", _("Register of cycles")
    MANDATE_CYCLES = "mandate-cycles", _("Reporting and mandate cycles")
    REPORT = "report", _("Status report")


class Format(models.TextChoices):
    """What program opens it."""

    CSV = "csv", "CSV"
    XLSX = "xlsx", "XLSX"
    ODS = "ods", "ODS"
    JSON = "json", "JSON"
    DOCX = "docx", "DOCX"
    ODT = "odt", "ODT"
    PDF = "pdf", "PDF"
    HTML = "html", "HTML"

    @property
    def media_type(self) -> str:
        """As IANA registers it."""
        return MEDIA_TYPES[self.value]

    @property
    def content_type(self) -> str:
        """As a response says it: text with how it is written."""
        is_text = self.media_type.startswith("text/")
        return f"{self.media_type}; charset=utf-8" if is_text else self.media_type


MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "html": "text/html",
}


def where_it_lies(job: "Job", name: str) -> str:
    """A path that nobody guesses; the name under which it is handed out is another."""
    return f"exports/{job.pk}-{secrets.token_hex(8)}.{job.format}"


class JobQuerySet(models.QuerySet["Job"]):
    def of(self, person: User) -> Self:
        """Those that `person` asked for; nobody sees another's."""
        return self.filter(owner=person)

    def going(self) -> Self:
        return self.filter(state__in=[Job.State.WAITING, Job.State.RUNNING])

    def gone_quiet(self, *, at: dt.datetime, after: dt.timedelta) -> Self:
        """Those whose worker has said nothing for longer than `after`: it was killed."""
        return self.filter(state=Job.State.RUNNING, heard_at__lt=at - after)

    def to_expire(self, *, at: dt.datetime) -> Self:
        """Those whose file has been kept long enough."""
        return self.filter(state=Job.State.DONE, expires_at__lte=at)


class Job(models.Model):
    """One file asked for. It is offered once it is whole, and not before."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("being made")
        DONE = "done", _("ready")
        CANCELLED = "cancelled", _("cancelled")
        FAILED = "failed", _("failed")
        EXPIRED = "expired", _("no longer kept")

    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    format = models.CharField(_("format"), max_length=4, choices=Format)
    # What follows the question mark in the address of the register, the table or the report.
    query = models.CharField(max_length=4000, blank=True)
    # The day it was asked for, in the person's time zone: made later, it says the same.
    on = models.DateField(_("asked for on"))
    language = models.CharField(_("language"), max_length=7)
    title = models.CharField(_("title"), max_length=300)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="export_jobs")
    # A file that is mailed on a schedule holds nothing confidential, whoever set it up.
    is_open = models.BooleanField(default=False, editable=False)

    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Which worker has it; one that finds another's name here stops.
    worker = models.CharField(max_length=32, blank=True)
    heard_at = models.DateTimeField(null=True)
    file = models.FileField(upload_to=where_it_lies, blank=True, max_length=200)
    file_name = models.CharField(max_length=200, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(_("kept until"), null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        indexes = [
            models.Index(fields=["owner", "-id"], name="export_job_by_owner"),
            models.Index(
                fields=["state", "heard_at"],
                name="export_job_going",
                condition=Q(state__in=["waiting", "running", "done"]),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="an_export_is_ready_when_it_has_a_file",
                condition=~Q(state="done") | (~Q(file="") & Q(expires_at__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_format_display()})"

    def get_absolute_url(self) -> str:
        return reverse("exports:job", args=[self.pk])

    @property
    def percent(self) -> int:
        """How much of it is done, in whole per cent, never more than is true."""
        return min(100, 100 * self.done // self.total) if self.total else 0

    @property
    def is_going(self) -> bool:
        return self.state in (self.State.WAITING, self.State.RUNNING)
