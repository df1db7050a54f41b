from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET
from django_htmx.http import push_url

from apps.obligations.explain import period_words
from apps.obligations.models import Series
from apps.web.pages import page, paged, wants_part
from apps.web.request import Request

from .cycles_page import CyclesPage
from .models import SavedView
from .registers import CycleRegister, ObligationRegister, Register
from .saved import ViewsOfRegister
from .saved_forms import NewViewForm
from .series_table import SeriesTable
from .standing import with_standing
from .tables import ObligationTable

RIDING = ("words", "addressees", "lead", "next_due_on", "state")


@require_GET
def obligation_list(request: Request) -> HttpResponse:
    return _list(request, ObligationRegister)


@require_GET
def cycle_list(request: Request) -> HttpResponse:
    return _list(request, CycleRegister)


def _list(request: Request, kind: type[Register]) -> HttpResponse:
    """A register, or where the address asks for what is not understood, the form and why."""
    register = kind(request.GET, on=timezone.localdate(), soon=settings.DUE_SOON_DAYS)
    # With DEBUG, django-htmx puts any 400 in the place of the whole page; 422 it leaves alone.
    refused = HTTPStatus.UNPROCESSABLE_ENTITY if wants_part(request) else HTTPStatus.BAD_REQUEST
    status = HTTPStatus.OK if register.is_valid else refused
    register.table.person = request.user
    # What stood on a day that is past is not changed today.
    is_now = not register.day.is_past
    register.table.selectable = is_now and any(map(request.user.has_perm, register.acts))
    context: dict[str, Any] = {"register": register}
    context["views"] = ViewsOfRegister(register, request.user)
    if not wants_part(request):
        mine = SavedView(owner=request.user, register=register.name)
        context["view_form"] = NewViewForm(instance=mine, person=request.user)
    response = page(request, "reporting/register.html", context, part="results", status=status)
    if wants_part(request) and register.is_valid:
        push_url(response, request.path + register.address)  # without the fields left empty
    return response


@require_GET
def series_list(request: Request) -> HttpResponse:
    table = SeriesTable(Series.objects.for_list(), on=timezone.localdate(), order_by="name")
    paged(request, table)
    return page(request, "reporting/series_list.html", {"table": table}, part="results")


@require_GET
def series_detail(request: Request, pk: int) -> HttpResponse:
    series = get_object_or_404(Series.objects.select_related("author"), pk=pk)
    today = timezone.localdate()
    riding = with_standing(
        series.obligations.tracked().for_list(), on=today, soon=settings.DUE_SOON_DAYS
    )
    sequence = ("reference", *RIDING, "...")
    table = ObligationTable(riding, on=today, sequence=sequence, order_by="next_due_on")
    table.show(RIDING)
    paged(request, table)
    context = {
        "series": series,
        "table": table,
        "today": today,
        "rhythm": period_words(series.period),
        "next_on": series.next_on(on=today),
        "reports": series.reports.order_by("-adopted_on", "-pk"),
    }
    return page(request, "reporting/series_detail.html", context, part="results")


@require_GET
def mandate_cycles(request: Request) -> HttpResponse:
    """The table that the query asks for, or where that is not understood, the form and why."""
    table = CyclesPage(request.GET, today=timezone.localdate())
    status = HTTPStatus.OK if table.is_valid else HTTPStatus.BAD_REQUEST
    return render(request, "reporting/mandate_cycles.html", {"table": table}, status=status)
