"""The status report: the page on which it is put together, and the file."""

from http import HTTPStatus
from io import BytesIO
from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET
from django_htmx.http import push_url

from apps.reporting.models import SavedView
from apps.reporting.problems import Problem
from apps.web.pages import page, wants_part
from apps.web.request import Request

from .jobs import ask_for
from .make import Asked, CannotMake
from .models import Format, Kind
from .names import disposition, name_of
from .paper.markup import body_html
from .report.asked import Report
from .report.make import fits, paper
from .report.write import write

PREVIEW_ROWS = 50
MOST_VIEWS = 200
FORMATS = {
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.PDF: "application/pdf",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.HTML: "text/html; charset=utf-8",
}
LABELS = [(name.value, name.label) for name in FORMATS]
# Longer ones are made in the background. Pages are laid out line by line, which takes its time.
ROWS_AT_ONCE = {Format.PDF: 300, Format.DOCX: 1_000, Format.ODT: 1_000, Format.HTML: 2_000}


@require_GET
def report(request: Request) -> HttpResponse:
    """The form with what it gives; or where the address is not understood, the form and why."""
    asked = _asked(request, most=PREVIEW_ROWS)
    response = _page(request, asked, asked.problems)
    if wants_part(request) and asked.is_valid:
        push_url(response, f"{request.path}?{asked.query_text}")
    return response


@require_GET
def report_file(request: Request, format: str) -> HttpResponseBase:  # noqa: A002
    """The report as a file; a long one is made in the background, and its page shown."""
    if format not in FORMATS:
        raise Http404(format)
    asked = _asked(request)
    if not asked.is_valid:
        return _page(request, asked, asked.problems)
    wanted = _wanted(request, asked, Format(format))
    try:
        fits(asked)
        if asked.has_rows and asked.number > ROWS_AT_ONCE[wanted.format]:
            title = f"{asked.title}: {asked.filter_in_words}"
            job = ask_for(wanted, title=title, by=request.user, at=timezone.now())
            return redirect(job)
        return _file(wanted, asked)
    except CannotMake as error:
        return _page(request, asked, [Problem(str(error))])


def _asked(request: Request, *, most: int | None = None) -> Report:
    return Report(
        request.GET,
        today=timezone.localdate(),
        language=translation.get_language(),
        person=request.user,
        root=request.build_absolute_uri("/").rstrip("/"),
        most=most,
    )


def _wanted(request: Request, asked: Report, as_format: Format) -> Asked:
    return Asked(
        kind=Kind.REPORT,
        format=as_format,
        query=asked.query_text,
        on=asked.today,
        language=asked.language,
        person=request.user,
        root=asked.root,
    )


def _file(wanted: Asked, asked: Report) -> HttpResponseBase:
    file = BytesIO()  # of at most ROWS_AT_ONCE
    with translation.override(wanted.language):
        write(wanted, file, lambda done, total: None)
        name = name_of(asked.title, asked.on, wanted.format)
    file.seek(0)
    response = FileResponse(file, content_type=FORMATS[wanted.format])
    response["Content-Disposition"] = disposition(
        name,
        plain=f"remit-report-{asked.on.isoformat()}.{wanted.format}",
    )
    return response


def _page(request: Request, asked: Report, problems: list[Problem]) -> HttpResponse:
    # With DEBUG, django-htmx puts any 400 in the place of the whole page; 422 it leaves alone.
    refused = HTTPStatus.UNPROCESSABLE_ENTITY if wants_part(request) else HTTPStatus.BAD_REQUEST
    context: dict[str, Any] = {
        "asked": asked,
        "problems": problems,
        "formats": LABELS,
    }
    if not problems:
        context["preview"] = _preview(asked)
    if not wants_part(request):
        views = SavedView.objects.visible_to(request.user).order_by("name", "pk")
        context["views"] = views[:MOST_VIEWS]
    status = refused if problems else HTTPStatus.OK
    return page(request, "exports/report.html", context, part="results", status=status)


def _preview(asked: Report) -> SafeString:
    """The first rows of each part, in the language of the report."""
    with translation.override(asked.language):
        return body_html(paper(asked, language=asked.language))
