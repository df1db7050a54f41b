"""Files made in the background: those of the person, how far one is, the file itself."""

import datetime as dt
import logging
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import retarget

from apps.web.pages import page, wants_part
from apps.web.request import Request

from . import begin, jobs
from .asked_words import page_of
from .models import Format, Job

PER_PAGE = 20
SILENT = dt.timedelta(seconds=15)
"""After so long without a sign of life the page says so; normal is half a second."""
QUARTER, LAST_QUARTER = 25, 75
logger = logging.getLogger(__name__)


def _own(request: Request, pk: int) -> Job:
    """The person's own; another's is not found."""
    return get_object_or_404(Job.objects.of(request.user), pk=pk)


@require_GET
def job_list(request: Request) -> HttpResponse:
    """What the person asked for, the last first."""
    shown = Paginator(Job.objects.of(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {"shown": shown, "keep_days": settings.EXPORT_KEEP_DAYS}
    return render(request, "exports/job_list.html", context)


@require_GET
def job_detail(request: Request, pk: int) -> HttpResponse:
    """How far it is, and the file when it is ready; while it is going the part is asked for again.

    The buttons are not replaced every second, under somebody's finger: only what moves is, and all of it
    when it has come to an end.
    """
    job, at = _own(request, pk), timezone.now()
    if not settings.TASKS_IN_DATABASE and _needs_somebody(job, at=at):
        begin.in_a_thread(partial(jobs.revive, at=at))
    said = request.GET.get("said") if wants_part(request) else None
    context = _shown(job, said=said, at=at)
    if wants_part(request) and not job.is_going:
        return retarget(page(request, "exports/job_detail.html", context, part="job"), "#job")
    return page(request, "exports/job_detail.html", context, part="far")


def _needs_somebody(job: Job, *, at: dt.datetime) -> bool:
    """Whether nobody makes it: it waits, or its worker has been silent for too long."""
    quiet = dt.timedelta(seconds=settings.EXPORT_QUIET_SECONDS)
    silent = (
        job.state == Job.State.RUNNING and job.heard_at is not None and job.heard_at < at - quiet
    )
    return silent or job.state == Job.State.WAITING


def _shown(job: Job, *, said: str | None, at: dt.datetime) -> dict[str, Any]:
    """`said` is what a screen reader was told last: it is told each quarter, and the end."""
    quarter = min(job.percent, LAST_QUARTER) // QUARTER * QUARTER
    news = str(quarter) if job.is_going else str(job.state)
    return {
        "job": job,
        "news": news,
        "is_new": said not in (None, news),
        "silent": job.state == Job.State.RUNNING and job.heard_at and job.heard_at < at - SILENT,
        "attempt": job.attempts + (job.state == Job.State.WAITING),
        "attempts": settings.EXPORT_ATTEMPTS,
        "keep_days": settings.EXPORT_KEEP_DAYS,
        "back": page_of(job.kind, job.query),
    }


@require_GET
def job_file(request: Request, pk: int) -> FileResponse:
    """The file, to be kept: by nobody in between, and under its own name."""
    job = get_object_or_404(
        Job.objects.of(request.user), pk=pk, state=Job.State.DONE, expires_at__gt=timezone.now()
    )
    try:
        file = job.file.open()
    except FileNotFoundError as error:
        logger.exception("The file of export %s is not where it was put.", pk)
        raise Http404(str(job)) from error
    response = FileResponse(
        file,
        as_attachment=True,
        filename=job.file_name,
        content_type=Format(job.format).content_type,
    )
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def job_cancel(request: Request, pk: int) -> HttpResponse:
    job = _own(request, pk)
    if jobs.cancel(job):
        messages.success(request, _("Cancelled: %(job)s. No file is made.") % {"job": job})
    else:
        messages.warning(request, _("It had already come to an end: %(job)s.") % {"job": job})
    return redirect(job)


@require_POST
def job_again(request: Request, pk: int) -> HttpResponse:
    """Begin one again that failed, was cancelled, or is not kept any more."""
    job = _own(request, pk)
    if not jobs.begin_again(job):
        messages.warning(
            request, _("It is being made already, or is ready: %(job)s.") % {"job": job}
        )
    return redirect(job)


@require_POST
def job_delete(request: Request, pk: int) -> HttpResponse:
    job = _own(request, pk)
    jobs.delete(job)
    messages.success(request, _("Deleted: %(job)s.") % {"job": job})
    return redirect("exports:job-list")
