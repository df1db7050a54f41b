"""The log of an obligation: entries, next steps, files."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from apps.web.pages import page
from apps.web.request import Request

from .forms import EntryForm
from .log import log
from .models import Attachment, Entry
from .record import record, tracked
from .rights import may_log

PER_PAGE = 100


@require_POST
def entry_add(request: Request, pk: int) -> HttpResponse:
    obligation = tracked(pk)
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
        context = record(request.user, obligation, on=timezone.localdate(), entry_form=form)
        template = "followups/obligation_detail.html"
        return page(request, template, context, part="log", status=HTTPStatus.UNPROCESSABLE_ENTITY)
    log(form.save(commit=False), form.cleaned_data["attached"])
    if not request.htmx:
        return redirect("followups:obligation-detail", pk)
    context = record(request.user, obligation, on=timezone.localdate(), logged=entry)
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
