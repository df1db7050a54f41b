"""What is done with one cycle: answered, waived; and planning the cycles of a document."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from apps.documents.models import Document
from apps.obligations.models import Obligation
from apps.obligations.rights import may_respond
from apps.obligations.schedule import TooManyDates
from apps.reporting.models import Cycle
from apps.reporting.plan import plan as plan_cycles
from apps.reporting.respond import CannotRespond, report, respond, waive
from apps.web.request import Request

from .forms import ResponseForm, WaiveForm
from .record import tracked

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
may_plan = permission_required("reporting.plan_cycle", raise_exception=True)


@require_http_methods(["GET", "POST"])
def cycle_respond(request: Request, pk: int) -> HttpResponse:
    cycle = get_object_or_404(Cycle.objects.tracked().select_related("obligation__lead"), pk=pk)
    if not may_respond(request.user, cycle.obligation):
        raise PermissionDenied
    form = ResponseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            document = report(
                data["symbol"],
                issued_on=data["issued_on"],
                title=data["title"],
                by=request.user,
                on=timezone.localdate(),
            )
            respond(
                cycle,
                document,
                finding=data["finding"],
                paragraphs=data["paragraphs"],
                note=data["note"],
                by=request.user,
                on=timezone.localdate(),
            )
            messages.success(request, _("The report is linked."))
            return redirect(
                f"{reverse('followups:obligation-detail', args=[cycle.obligation_id])}#cycle-{pk}"
            )
        except CannotRespond as error:
            form.add_error("symbol", str(error))
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    context = {"form": form, "cycle": cycle, "obligation": tracked(cycle.obligation_id)}
    return render(request, "followups/cycle_respond.html", context, status=status)


@require_http_methods(["GET", "POST"])
@may_plan
def cycle_waive(request: Request, pk: int) -> HttpResponse:
    cycle = get_object_or_404(Cycle.objects.tracked().open(), pk=pk)
    form = WaiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not waive(cycle, on=timezone.localdate(), reason=form.cleaned_data["reason"]):
            messages.warning(request, _("It was answered meanwhile: nothing was waived."))
        return redirect(
            f"{reverse('followups:obligation-detail', args=[cycle.obligation_id])}#cycle-{pk}"
        )
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    context = {"form": form, "cycle": cycle, "obligation": tracked(cycle.obligation_id)}
    return render(request, "followups/cycle_waive.html", context, status=status)


@require_POST
@may_plan
def plan(request: Request, document: int) -> HttpResponse:
    found = get_object_or_404(Document, pk=document)
    today = timezone.localdate()
    until = today.replace(year=today.year + settings.PLAN_YEARS, month=12, day=31)
    try:
        number = plan_cycles(Obligation.objects.filter(document=found), until=until)
    except TooManyDates as error:
        messages.error(request, str(error))
        return redirect("obligations:review", document)
    messages.success(
        request,
        ngettext("%(n)d new cycle is planned.", "%(n)d new cycles are planned.", number)
        % {"n": number},
    )
    return redirect(f"{reverse('reporting:cycle-list')}?document={document}")
