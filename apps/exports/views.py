from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from apps.reporting.models import SavedView
from apps.reporting.models.view import PAGES
from apps.web.request import Request

from .asked import Asked, CannotMake, silent
from .asked_words import page_of
from .jobs import ask_for
from .make import FORMATS_OF, File, opened
from .models import Format, Kind
from .names import disposition, name_of
from .register_file import LINES, RegisterFile

SCHEMA = Path("docs", "schema", "register.schema.json")


@require_GET
def register(request: Request, register: str, format: str) -> HttpResponseBase:  # noqa: A002
    """Exactly the rows, order and columns of the register with the same query, all its pages."""
    if register not in PAGES:
        raise Http404(register)
    return _answer(request, _asked(request, register, format, request.GET.urlencode()))


@require_GET
def view(request: Request, pk: int, format: str) -> HttpResponseBase:  # noqa: A002
    """What a saved view shows today, whatever the address says beside it, under its name."""
    found = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk)
    asked = _asked(request, found.register, format, found.query)
    return _answer(request, asked, title=found.name)


@require_GET
def mandate_cycles(request: Request, format: str) -> HttpResponseBase:  # noqa: A002
    """The table of reporting and mandate cycles: all that the same query finds, both parts."""
    return _answer(request, _asked(request, Kind.MANDATE_CYCLES, format, request.GET.urlencode()))


@require_GET
@login_not_required
def schema(request: Request) -> HttpResponse:
    """What a register as JSON looks like, for programs that read it."""
    description = (Path(settings.BASE_DIR) / SCHEMA).read_bytes()
    return HttpResponse(description, content_type="application/schema+json")


def _asked(request: Request, kind: str, format: str, query: str) -> Asked:  # noqa: A002
    """What the address asks for; 404 for a format that there is not."""
    if format not in FORMATS_OF[Kind(kind)]:
        raise Http404(f"{kind} as {format}")
    return Asked(
        kind=Kind(kind),
        format=Format(format),
        query=query,
        on=timezone.localdate(),
        language=get_language() or settings.LANGUAGE_CODE,
        person=request.user,
        root=request.build_absolute_uri("/").rstrip("/"),
    )


def _answer(request: Request, asked: Asked, *, title: str = "") -> HttpResponseBase:
    """The file; the page of the job that makes it, where it is long; or the page that says why not."""
    title = title or str(asked.kind.label)
    try:
        found = opened(asked)
        if asked.format not in LINES and found.count() > settings.EXPORT_BACKGROUND_ROWS:
            job = ask_for(asked, title=title, by=request.user, at=timezone.now())
            return redirect(job)
        response = _file(asked, found)
    except CannotMake as error:
        return _refused(request, asked, str(error).splitlines())
    response["Content-Disposition"] = disposition(
        name_of(title, found.on, asked.format),
        plain=f"remit-{asked.kind}-{found.on.isoformat()}.{asked.format}",
    )
    return response


def _file(asked: Asked, found: File) -> HttpResponseBase:
    if isinstance(found, RegisterFile) and asked.format in LINES:
        return StreamingHttpResponse(found.lines(silent), content_type=asked.format.content_type)
    file = BytesIO()  # a long one is made elsewhere
    found.write(file, silent)
    file.seek(0)
    return FileResponse(file, content_type=asked.format.content_type)


def _refused(request: Request, asked: Asked, problems: list[str]) -> HttpResponse:
    context: dict[str, Any] = {
        "register": {"title": asked.kind.label},
        "problems": problems,
        "back": page_of(asked.kind, ""),
    }
    return render(request, "exports/refused.html", context, status=HTTPStatus.BAD_REQUEST)
