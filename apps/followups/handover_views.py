"""Handing an obligation over, and taking it over."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.obligations.review import CannotDo
from apps.obligations.rights import may_hand_over
from apps.web.request import Request

from .flow_forms import AcceptForm, HandoverForm, ReasonForm
from .handover import accept, decline, offer, withdraw
from .models import Handover
from .record import record, tracked
from .views import as_it_stands

PER_PAGE = 50
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@require_http_methods(["GET", "POST"])
def obligation_offer(request: Request, pk: int) -> HttpResponse:
    obligation = tracked(pk)
    if not may_hand_over(request.user, obligation):
        raise PermissionDenied
    form = HandoverForm(request.POST or None, obligation=obligation, me=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            handover = offer(pk, by=request.user, at=timezone.now(), **form.cleaned_data)
        except CannotDo as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("Offered. It stays where it is until %(office)s accepts.")
                % {"office": handover.to_office},
            )
            return redirect("followups:obligation-detail", pk)
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    context = {"form": form, "obligation": obligation}
    return render(request, "followups/handover_offer.html", context, status=status)


@require_GET
def handover_list(request: Request) -> HttpResponse:
    """What waits for the person's office, and what the person or the person's office has offered."""
    waiting = Handover.objects.waiting_for(request.user).for_list()
    offered = Handover.objects.waiting().offered_by(request.user).for_list()
    context = {
        "waiting": Paginator(waiting, PER_PAGE).get_page(request.GET.get("page")),
        "offered": offered[:PER_PAGE],
        "today": timezone.localdate(),
        "may_accept": request.user.has_perm("followups.add_entry"),
    }
    return render(request, "followups/handover_list.html", context)


def _to_decide(request: Request, pk: int) -> Handover:
    handover = get_object_or_404(
        Handover.objects.select_related("to_office", "to_person", "obligation__lead"), pk=pk
    )
    if not handover.may_be_decided_by(request.user):
        raise PermissionDenied
    return handover


@require_POST
def handover_accept(request: Request, pk: int) -> HttpResponse:
    handover = _to_decide(request, pk)
    form = AcceptForm(request.POST, handover=handover, me=request.user)
    if not form.is_valid():
        context = record(
            request.user,
            tracked(handover.obligation_id),
            on=timezone.localdate(),
            accept_form=form,
        )
        template = "followups/obligation_detail.html"
        return render(request, template, context, status=UNPROCESSABLE)
    try:
        responsible = form.cleaned_data["responsible"]
        accept(pk, responsible=responsible, by=request.user, at=timezone.now())
    except CannotDo as error:
        return as_it_stands(request, handover.obligation_id, error)
    messages.success(
        request, _("Accepted: %(office)s leads it now.") % {"office": handover.to_office}
    )
    return redirect("followups:obligation-detail", handover.obligation_id)


@require_http_methods(["GET", "POST"])
def handover_decline(request: Request, pk: int) -> HttpResponse:
    handover = _to_decide(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            decline(pk, reason=reason, by=request.user, at=timezone.now())
        except CannotDo as error:
            return as_it_stands(request, handover.obligation_id, error)
        messages.success(request, _("Declined; who offered it is told why."))
        return redirect("flow:handover-list")
    context = {
        "form": form,
        "obligation": tracked(handover.obligation_id),
        "title": _("Decline what is offered"),
        "button": _("Decline"),
        "note": handover.note,
    }
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    return render(request, "followups/reason.html", context, status=status)


@require_POST
def handover_withdraw(request: Request, pk: int) -> HttpResponse:
    related = Handover.objects.select_related("obligation__lead")
    handover = get_object_or_404(related, pk=pk)
    if handover.offered_by != request.user and not may_hand_over(request.user, handover.obligation):
        raise PermissionDenied
    try:
        withdraw(pk, by=request.user, at=timezone.now())
    except CannotDo as error:
        return as_it_stands(request, handover.obligation_id, error)
    messages.success(request, _("Withdrawn: it stays where it was."))
    return redirect("followups:obligation-detail", handover.obligation_id)
