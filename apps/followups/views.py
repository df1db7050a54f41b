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

from apps.obligations.codes import Finding, State
from apps.obligations.history import changes_since
from apps.obligations.review import CannotDo, Changed
from apps.reporting.close import close
from apps.web.request import Request

from .change import change
from .flow import remark_on_responsible
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
    today = timezone.localdate()
    form = FollowForm(request.POST or None, instance=tracked(pk), on=today)
    context: dict[str, Any] = {"form": form, "obligation": obligation, "known_tags": known_tags()}
    status = HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            values = form.values()
            proposed = change(pk, version, values, by=request.user, on=today, at=timezone.now())
            if proposed:
                messages.info(request, _("Saved. The finding waits for an officer to approve it."))
            _remark_on_responsible(request, pk)
            return redirect("followups:obligation-detail", pk)
        except Changed as changed:
            context["changes"], context["changed_by"] = changes_since(changed.current, version)
            data = request.POST.copy()
            data["version"] = str(obligation.version)  # a second save is made knowingly
            context["form"] = FollowForm(data, instance=tracked(pk), on=today)
            status = HTTPStatus.CONFLICT
        except CannotDo as error:
            form.add_error(None, str(error))
    if form.errors:
        status = UNPROCESSABLE
    return render(request, "followups/obligation_edit.html", context, status=status)


def as_it_stands(request: Request, pk: int, error: CannotDo) -> HttpResponse:
    """The page of the obligation, with why nothing was done: somebody else was first."""
    messages.error(request, str(error))
    context = record(request.user, tracked(pk), on=timezone.localdate())
    template = "followups/obligation_detail.html"
    return render(request, template, context, status=HTTPStatus.CONFLICT)


def _remark_on_responsible(request: Request, pk: int) -> None:
    """Say so where the responsible person may not sign in any more or sits elsewhere: it is allowed."""
    if remark := remark_on_responsible(tracked(pk)):
        messages.warning(request, remark)


@require_POST
@may_change
def obligation_close(request: Request, pk: int) -> HttpResponse:
    obligation = tracked(pk)
    form = CloseForm(request.POST, obligation=obligation)
    if form.is_valid():
        data = form.cleaned_data
        try:
            close(
                pk,
                data["version"],
                by=request.user,
                on=timezone.localdate(),
                finding=Finding(data["finding"]),
                reason=data["reason"],
                response=data["response"],
            )
            messages.success(request, _("Closed."))
            return redirect("followups:obligation-detail", pk)
        except CannotDo as error:
            form.add_error(None, str(error))
    context = record(request.user, obligation, on=timezone.localdate(), close_form=form)
    return render(request, "followups/obligation_detail.html", context, status=UNPROCESSABLE)
