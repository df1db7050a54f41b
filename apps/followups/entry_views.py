"""The log of an obligation: entries, their correction, next steps, files."""

import datetime as dt
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.obligations.models import Obligation
from apps.obligations.rights import may_log
from apps.web.pages import page, wants_part
from apps.web.request import Request

from .entry_forms import EntryForm
from .log import EntryChanged, edit, log
from .models import Attachment, Entry
from .record import record, tracked

FORM = "followups/entry_form.html"


@require_http_methods(["GET", "POST"])
def entry_add(request: Request, pk: int) -> HttpResponse:
    """Log an entry: on the page of the obligation, in the row of a list, or on a page of its own."""
    obligation = tracked(pk)
    if not may_log(request.user, obligation):
        raise PermissionDenied
    entry = Entry(obligation=obligation, author=request.user)
    form = _form(request, entry, initial={"cycle": request.GET.get("cycle")})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        log(form.save(commit=False), data["attached"], form.mentioned, at=timezone.now())
        return _logged(request, entry)
    if request.method == "POST" and _place(request) == "log" and wants_part(request):
        context = record(request.user, obligation, on=timezone.localdate(), entry_form=form)
        template = "followups/obligation_detail.html"
        return page(request, template, context, part="log", status=_status(form))
    return _shown(request, form, reverse("followups:entry-add", args=[pk]))


def _form(request: Request, entry: Entry, **options: Any) -> EntryForm:
    return EntryForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        instance=entry,
        obligation=entry.obligation,
        on=timezone.localdate(),
        **options,
    )


def _place(request: Request) -> str:
    """Where the form stands: in the log of the obligation, or in a row of a list."""
    return "row" if request.POST.get("place", request.GET.get("place")) == "row" else "log"


def _status(form: EntryForm) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


def _shown(
    request: Request, form: EntryForm, action: str, *, status: int | None = None, **more: Any
) -> HttpResponse:
    """The form alone, as a page or in the row that asked for it."""
    context = {
        "form": form,
        "obligation": form.instance.obligation,
        "action": action,
        "place": _place(request),
        **more,
    }
    return page(request, FORM, context, part="form", status=status or _status(form))


def _logged(request: Request, entry: Entry) -> HttpResponse:
    """What follows a new entry, where its form stood."""
    obligation: Obligation = entry.obligation
    if not wants_part(request):
        return redirect("followups:obligation-detail", obligation.pk)
    if _place(request) == "row":
        return page(request, FORM, {"entry": entry, "today": timezone.localdate()}, part="logged")
    context = record(request.user, obligation, on=timezone.localdate(), logged=entry)
    return page(request, "followups/obligation_detail.html", context, part="log")


def _seen(request: Request, pk: int) -> Entry:
    """The entry with this key, if the person may read it."""
    visible = Entry.objects.visible_to(request.user)
    return get_object_or_404(
        visible.select_related("obligation__lead", "author__office", "confidential_for"), pk=pk
    )


def _entry(request: Request, pk: int) -> Entry:
    """The same, if the person may write there, too."""
    entry = _seen(request, pk)
    if not may_log(request.user, entry.obligation):
        raise PermissionDenied
    return entry


@require_http_methods(["GET", "POST"])
def entry_edit(request: Request, pk: int) -> HttpResponse:
    """Its author changes it, for as long as the setting says; after that it is corrected instead."""
    entry = _entry(request, pk)
    if entry.author != request.user:
        raise PermissionDenied
    now = timezone.now()
    if not entry.may_be_edited(by=request.user, at=now):
        messages.warning(
            request, _("It stands as it is by now. What is wrong in it, a new entry puts right.")
        )
        return redirect("followups:entry-correct", pk)
    seen, was_for = entry.edited_at, entry.next_step_by_id
    form = _form(request, entry)
    action = reverse("followups:entry-edit", args=[pk])
    if request.method != "POST" or not form.is_valid():
        return _shown(request, form, action, seen=_stamp(seen), editing=entry)
    if request.POST.get("seen", "") != _stamp(seen):
        form.add_error(None, _("You changed it elsewhere since. Saving again replaces that."))
        conflict = HTTPStatus.CONFLICT
        return _shown(request, form, action, seen=_stamp(seen), editing=entry, status=conflict)
    try:
        files = form.cleaned_data["attached"]
        changed = form.save(commit=False)
        edit(changed, files, form.mentioned, seen=seen, was_for=was_for, at=now)
        messages.success(request, _("Saved."))
    except EntryChanged:
        messages.error(request, _("It was changed in this very moment; nothing was saved."))
    return redirect(f"{reverse('followups:obligation-detail', args=[entry.obligation_id])}#log")


def _stamp(at: dt.datetime | None) -> str:
    return at.isoformat() if at else ""


@require_http_methods(["GET", "POST"])
def entry_correct(request: Request, pk: int) -> HttpResponse:
    """A new entry that says what is so; the one that it puts right stays beside it."""
    wrong = _entry(request, pk)
    entry = Entry(
        obligation=wrong.obligation,
        author=request.user,
        corrects=wrong,
        confidential_for=wrong.confidential_for,
    )
    initial = {"text": wrong.text, "kind": wrong.kind, "cycle": wrong.cycle_id}
    form = _form(request, entry, initial=initial | {"happened_on": wrong.happened_on})
    form.fields.pop("confidential", None)  # as confidential as what it puts right
    if request.method == "POST" and form.is_valid():
        log(
            form.save(commit=False),
            form.cleaned_data["attached"],
            form.mentioned,
            at=timezone.now(),
        )
        messages.success(request, _("The correction is saved."))
        return redirect(f"{reverse('followups:obligation-detail', args=[wrong.obligation_id])}#log")
    action = reverse("followups:entry-correct", args=[pk])
    return _shown(request, form, action, correcting=wrong)


@require_POST
def step_done(request: Request, pk: int) -> HttpResponse:
    entry = _seen(request, pk)
    own = entry.next_step_by == request.user and request.user.has_perm("followups.add_entry")
    if not own and not may_log(request.user, entry.obligation):
        raise PermissionDenied
    if entry.finish_step(on=timezone.localdate()):
        messages.success(request, _("The next step is done."))
    else:
        messages.warning(request, _("There is no next step here that is still to be done."))
    if "desk" in request.POST:
        return redirect("desk")
    if "steps" in request.POST:
        only = "?overdue=1" if request.POST["steps"] == "overdue" else ""
        return redirect(f"{reverse('followups:next-steps')}{only}")
    return redirect("followups:obligation-detail", entry.obligation_id)


@require_GET
def attachment(request: Request, pk: int) -> FileResponse:
    """The file as it was attached, never opened by the browser itself."""
    visible = Attachment.objects.filter(entry__in=Entry.objects.visible_to(request.user))
    found = get_object_or_404(visible, pk=pk)
    return FileResponse(found.file.open(), as_attachment=True, filename=found.name)
