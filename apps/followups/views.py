"""The page of an obligation, and what changes the obligation itself."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.obligations.amend import amend
from apps.obligations.codes import Finding, State
from apps.obligations.history import changes_since
from apps.obligations.review import CannotDo, Changed
from apps.reporting.close import close
from apps.web.request import Request

from .forms import CloseForm, FollowForm
from .organised import known_tags
from .record import record, tracked

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
may_change = permission_required("obligations.change_obligation", raise_exception=True)


@require_GET
def obligation_detail(request: Request, pk: int) -> HttpResponse:
    context = record(request.user, tracked(pk), on=timezone.localdate())
    return render(request, "followups/obligation_detail.html", context)


@require_http_methods(["GET", "POST"])
@may_change
def obligation_edit(request: Request, pk: int) -> HttpResponse:
    obligation = tracked(pk)
    if obligation.state == State.CLOSED:
        messages.warning(request, _("It is closed, and stays as it was closed."))
        return redirect("followups:obligation-detail", pk)
    form = FollowForm(request.POST or None, instance=tracked(pk))
    context: dict[str, Any] = {"form": form, "obligation": obligation, "known_tags": known_tags()}
    status = HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            amend(pk, version, form.values(), by=request.user, on=timezone.localdate())
            return redirect("followups:obligation-detail", pk)
        except Changed as changed:
            context["changes"], context["changed_by"] = changes_since(changed.current, version)
            data = request.POST.copy()
            data["version"] = str(obligation.version)  # a second save is made knowingly
            context["form"] = FollowForm(data, instance=tracked(pk))
            status = HTTPStatus.CONFLICT
        except CannotDo as error:
            form.add_error(None, str(error))
    if form.errors:
        status = UNPROCESSABLE
    return render(request, "followups/obligation_edit.html", context, status=status)


@require_POST
@may_change
def obligation_close(request: Request, pk: int) -> HttpResponse:
    form = CloseForm(request.POST)
    obligation = tracked(pk)
    if form.is_valid():
        data = form.cleaned_data
        finding, reason = Finding(data["finding"]), data["reason"]
        today = timezone.localdate()
        try:
            close(pk, data["version"], by=request.user, on=today, finding=finding, reason=reason)
            return redirect("followups:obligation-detail", pk)
        except CannotDo as error:
            form.add_error(None, str(error))
    context = record(request.user, obligation, on=timezone.localdate(), close_form=form)
    return render(request, "followups/obligation_detail.html", context, status=UNPROCESSABLE)
