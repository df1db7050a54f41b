from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from apps.reporting.cycles_page import CyclesPage
from apps.reporting.models import SavedView
from apps.reporting.models.view import PAGES
from apps.reporting.registers import REGISTERS, Register
from apps.reporting.saved import opened
from apps.reporting.tables import RegisterTable
from apps.web.request import Request

from .formats import About, TooManyRows, csv_lines, json_lines, xlsx_file
from .mandate_cycles import mandate_cycles_file

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _csv(table: RegisterTable, about: About) -> HttpResponseBase:
    return StreamingHttpResponse(csv_lines(table, about), content_type="text/csv; charset=utf-8")


def _json(table: RegisterTable, about: About) -> HttpResponseBase:
    return StreamingHttpResponse(json_lines(table, about), content_type="application/json")


def _xlsx(table: RegisterTable, about: About) -> HttpResponseBase:
    return FileResponse(xlsx_file(table, about), content_type=XLSX_TYPE)


FORMATS: dict[str, Callable[[RegisterTable, About], HttpResponseBase]] = {
    "csv": _csv,
    "json": _json,
    "xlsx": _xlsx,
}


@require_GET
def register(request: Request, register: str, format: str) -> HttpResponseBase:  # noqa: A002
    """Exactly the rows, order and columns of the register with the same query, all its pages."""
    if register not in REGISTERS or format not in FORMATS:
        raise Http404(f"{register} as {format}")
    on = timezone.localdate()
    return _file(
        request, REGISTERS[register](request.GET, on=on, soon=settings.DUE_SOON_DAYS), format
    )


@require_GET
def view(request: Request, pk: int, format: str) -> HttpResponseBase:  # noqa: A002
    """What a saved view shows today, whatever the address says beside it."""
    found = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk)
    if format not in FORMATS:
        raise Http404(format)
    asked = opened(found, on=timezone.localdate(), soon=settings.DUE_SOON_DAYS)
    return _file(request, asked, format)


def _file(request: Request, asked: Register, name: str) -> HttpResponseBase:
    """All that is asked for, in the format of this name; or the page that says why not."""
    if not asked.is_valid:
        return _refused(request, asked, [problem.words for problem in asked.problems])
    table = asked.export()
    try:
        response = FORMATS[name](table, _about(request, asked, table))
    except TooManyRows as error:
        return _refused(request, asked, [str(error)])
    file = f"remit-{asked.name}-{asked.on.isoformat()}.{name}"
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


def _about(request: Request, register: Register, table: RegisterTable) -> About:
    address = reverse(PAGES[register.name]) + _query(register)
    return About(
        title=str(register.title),
        filter=register.in_words,
        as_at=register.on.isoformat(),
        person=str(request.user),
        rows=table.data.data.count(),
        address=request.build_absolute_uri(address),
    )


def _query(register: Register) -> str:
    return f"?{register.query_text}" if register.query else ""


def _refused(request: Request, register: Register, problems: list[str]) -> HttpResponse:
    context: dict[str, Any] = {
        "register": register,
        "problems": problems,
        "back": reverse(PAGES[register.name]),
    }
    return render(request, "exports/refused.html", context, status=HTTPStatus.BAD_REQUEST)


@require_GET
def mandate_cycles(request: Request) -> HttpResponse:
    """The table of reporting and mandate cycles as a workbook: all that the same query finds, both parts."""
    table = CyclesPage(request.GET, today=timezone.localdate())
    if not table.is_valid:
        problems = [problem.words for problem in table.problems]
        return _table_refused(request, problems)
    address = reverse("reporting:mandate-cycles") + table.address
    about = About(
        title=_("Reporting and mandate cycles"),
        filter=table.in_words,
        as_at=table.on.isoformat(),
        person=str(request.user),
        rows=table.lines(on=table.on).order_by().count(),
        address=request.build_absolute_uri(address),
    )
    try:
        with mandate_cycles_file(table, about) as file:
            response = HttpResponse(file.read(), content_type=XLSX_TYPE)
    except TooManyRows as error:
        return _table_refused(request, [str(error)])
    name = f"remit-reporting-and-mandate-cycles-{table.on.isoformat()}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _table_refused(request: Request, problems: list[str]) -> HttpResponse:
    back = reverse("reporting:mandate-cycles")
    register = {"title": _("Reporting and mandate cycles")}
    context = {"register": register, "problems": problems, "back": back}
    return render(request, "exports/refused.html", context, status=HTTPStatus.BAD_REQUEST)
