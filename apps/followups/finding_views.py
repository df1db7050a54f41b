"""Findings that wait for an officer's approval."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.obligations.models import FindingProposal
from apps.obligations.review import CannotDo
from apps.web.request import Request

from .flow import may_decide_on
from .flow_forms import ReasonForm
from .propose import approve, send_back
from .record import tracked
from .views import as_it_stands

PER_PAGE = 50
may_approve = permission_required("obligations.approve_finding", raise_exception=True)


@require_GET
def finding_list(request: Request) -> HttpResponse:
    """What waits for approval: everybody reads it, officers decide."""
    waiting = FindingProposal.objects.waiting().for_list()
    context = {
        "waiting": Paginator(waiting, PER_PAGE).get_page(request.GET.get("page")),
        "may_approve": request.user.has_perm("obligations.approve_finding"),
    }
    return render(request, "followups/finding_list.html", context)


def _to_decide(request: Request, pk: int) -> FindingProposal:
    proposal = get_object_or_404(FindingProposal, pk=pk)
    if not may_decide_on(request.user, proposal):
        raise PermissionDenied
    return proposal


@require_POST
@may_approve
def finding_approve(request: Request, pk: int) -> HttpResponse:
    proposal = _to_decide(request, pk)
    try:
        approve(pk, by=request.user, at=timezone.now())
    except CannotDo as error:
        return as_it_stands(request, proposal.obligation_id, error)
    messages.success(request, _("Approved: the finding stands."))
    return redirect("followups:obligation-detail", proposal.obligation_id)


@require_http_methods(["GET", "POST"])
@may_approve
def finding_return(request: Request, pk: int) -> HttpResponse:
    """Send it back with a reason."""
    proposal = _to_decide(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            send_back(pk, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now())
        except CannotDo as error:
            return as_it_stands(request, proposal.obligation_id, error)
        messages.success(request, _("Sent back; who found it is told why."))
        return redirect("flow:finding-list")
    context = {
        "form": form,
        "obligation": tracked(proposal.obligation_id),
        "title": _("Send a finding back"),
        "button": _("Send back"),
        "note": f"{proposal.get_finding_display()} · {proposal.source}",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "followups/reason.html", context, status=status)
