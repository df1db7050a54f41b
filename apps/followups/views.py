import datetime as dt
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.accounts.models import User
from apps.documents.models import Document
from apps.obligations.amend import amend
from apps.obligations.codes import Finding, State
from apps.obligations.history import changes_since
from apps.obligations.models import Obligation
from apps.obligations.renewals import chain
from apps.obligations.review import CannotDo, Changed
from apps.obligations.schedule import TooManyDates
from apps.reporting.close import close
from apps.reporting.models import Cycle
from apps.reporting.plan import plan as plan_cycles
from apps.reporting.respond import CannotRespond, report, respond, waive
from apps.reporting.standing import STANDINGS, with_standing
from apps.web.pages import page
from apps.web.request import Request

from .forms import CloseForm, EntryForm, FollowForm, ResponseForm, WaiveForm
from .log import log
from .models import Attachment, Entry
from .timeline import timeline

PER_PAGE = 100
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
may_change = permission_required("obligations.change_obligation", raise_exception=True)
may_plan = permission_required("reporting.plan_cycle", raise_exception=True)


def may_log(user: User, obligation: Obligation) -> bool:
    """Whether the person may write in the log of this obligation."""
    own, any_office = "followups.add_entry", "followups.log_for_any_office"
    return user.may_act_for(obligation.lead, own=own, any_office=any_office)


def may_respond(user: User, obligation: Obligation) -> bool:
    """Whether the person may link responses to cycles of this obligation."""
    own, any_office = "reporting.add_response", "reporting.respond_for_any_office"
    return user.may_act_for(obligation.lead, own=own, any_office=any_office)


def _obligation(pk: int) -> Obligation:
    found = Obligation.objects.tracked().select_related(
        "document", "paragraph__text", "lead", "responsible", "finding_by", "series"
    )
    return get_object_or_404(found, pk=pk)


def _record(request: Request, obligation: Obligation, **forms: Any) -> dict[str, Any]:
    """All that the page of an obligation shows; `forms` replaces the empty ones."""
    today = timezone.localdate()
    cycles = obligation.cycles.with_state(on=today, soon=settings.DUE_SOON_DAYS)
    return {
        "obligation": obligation,
        "standing": _standing(obligation, today),
        "today": today,
        "cycles": cycles.select_related("cadence__basis_document").prefetch_related(
            "responses__document", "responses__judged_by", "extensions__basis_document"
        ),
        "cadences": obligation.cadences.with_current().select_related("basis_document", "series"),
        "entries": obligation.entries.for_log(),
        "timeline": timeline(obligation),
        "chain": chain(obligation),
        "may_log": may_log(request.user, obligation),
        "may_respond": may_respond(request.user, obligation),
        "entry_form": EntryForm(obligation=obligation, on=today),
        "close_form": CloseForm(initial={"version": obligation.version}),
        **forms,
    }


def _standing(obligation: Obligation, today: dt.date) -> tuple[str, str]:
    """How it stands today, as code and word: overdue, due soon, answered, closed."""
    this = Obligation.objects.filter(pk=obligation.pk)
    row: Any = with_standing(this, on=today, soon=settings.DUE_SOON_DAYS).get()
    return row.standing, str(dict(STANDINGS)[row.standing])


@require_GET
def obligation_detail(request: Request, pk: int) -> HttpResponse:
    context = _record(request, _obligation(pk))
    return render(request, "followups/obligation_detail.html", context)


@require_POST
def entry_add(request: Request, pk: int) -> HttpResponse:
    obligation = _obligation(pk)
    if not may_log(request.user, obligation):
        raise PermissionDenied
    entry = Entry(obligation=obligation, author=request.user)
    form = EntryForm(
        request.POST,
        request.FILES,
        instance=entry,
        obligation=obligation,
        on=timezone.localdate(),
    )
    if not form.is_valid():
        context = _record(request, obligation, entry_form=form)
        template = "followups/obligation_detail.html"
        return page(request, template, context, part="log", status=UNPROCESSABLE)
    log(form.save(commit=False), form.cleaned_data["attached"])
    if not request.htmx:
        return redirect("followups:obligation-detail", pk)
    context = _record(request, obligation, logged=entry)
    return page(request, "followups/obligation_detail.html", context, part="log")


@require_POST
def step_done(request: Request, pk: int) -> HttpResponse:
    entry = get_object_or_404(Entry.objects.select_related("obligation__lead"), pk=pk)
    if not may_log(request.user, entry.obligation):
        raise PermissionDenied
    if entry.finish_step(on=timezone.localdate()):
        messages.success(request, _("The next step is done."))
    else:
        messages.warning(request, _("There is no next step here that is still to be done."))
    return redirect("followups:obligation-detail", entry.obligation_id)


@require_http_methods(["GET", "POST"])
@may_change
def obligation_edit(request: Request, pk: int) -> HttpResponse:
    obligation = _obligation(pk)
    if obligation.state == State.CLOSED:
        messages.warning(request, _("It is closed, and stays as it was closed."))
        return redirect("followups:obligation-detail", pk)
    form = FollowForm(request.POST or None, instance=_obligation(pk))
    context: dict[str, Any] = {"form": form, "obligation": obligation}
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
            context["form"] = FollowForm(data, instance=_obligation(pk))
            status = HTTPStatus.CONFLICT
    elif form.errors:
        status = UNPROCESSABLE
    return render(request, "followups/obligation_edit.html", context, status=status)


@require_POST
@may_change
def obligation_close(request: Request, pk: int) -> HttpResponse:
    form = CloseForm(request.POST)
    obligation = _obligation(pk)
    if form.is_valid():
        data = form.cleaned_data
        finding, reason = Finding(data["finding"]), data["reason"]
        today = timezone.localdate()
        try:
            close(pk, data["version"], by=request.user, on=today, finding=finding, reason=reason)
            return redirect("followups:obligation-detail", pk)
        except CannotDo as error:
            form.add_error(None, str(error))
    context = _record(request, obligation, close_form=form)
    return render(request, "followups/obligation_detail.html", context, status=UNPROCESSABLE)


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
            return redirect(
                f"{reverse('followups:obligation-detail', args=[cycle.obligation_id])}#cycle-{pk}"
            )
        except CannotRespond as error:
            form.add_error("symbol", str(error))
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    context = {"form": form, "cycle": cycle, "obligation": _obligation(cycle.obligation_id)}
    return render(request, "followups/cycle_respond.html", context, status=status)


@require_http_methods(["GET", "POST"])
@may_plan
def cycle_waive(request: Request, pk: int) -> HttpResponse:
    cycle = get_object_or_404(Cycle.objects.tracked().open(), pk=pk)
    form = WaiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        waive(cycle, on=timezone.localdate(), reason=form.cleaned_data["reason"])
        return redirect(
            f"{reverse('followups:obligation-detail', args=[cycle.obligation_id])}#cycle-{pk}"
        )
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    context = {"form": form, "cycle": cycle, "obligation": _obligation(cycle.obligation_id)}
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


@require_GET
def next_steps(request: Request) -> HttpResponse:
    today = timezone.localdate()
    overdue = "overdue" in request.GET
    steps = Entry.objects.steps_overdue(on=today) if overdue else Entry.objects.steps_open()
    shown = Paginator(steps.for_steps(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"steps": shown, "today": today, "overdue": overdue}
    return render(request, "followups/next_steps.html", context)


@require_GET
def attachment(request: Request, pk: int) -> FileResponse:
    """The file as it was attached, never opened by the browser itself."""
    found = get_object_or_404(Attachment, pk=pk)
    return FileResponse(found.file.open(), as_attachment=True, filename=found.name)
