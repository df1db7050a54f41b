"""Change many obligations of a register: what, a preview, done; and undo it for a while."""

import datetime as dt
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.web.request import Request

from .bulk import CannotChange, change_many, undo_many
from .bulk_draft import BadDraft, Draft, as_query
from .bulk_forms import ChangeForm
from .bulk_preview import preview
from .bulk_words import left_rows, with_words
from .models import BulkEdit
from .models.view import PAGES
from .registers import REGISTERS
from .selection import CannotSelect, Selection

PER_PAGE = 50
TEMPLATE = "reporting/bulk_change.html"
OK, UNPROCESSABLE, CONFLICT = HTTPStatus.OK, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT
may_change = permission_required("obligations.change_obligation", raise_exception=True)


@require_http_methods(["GET", "POST"])
@may_change
def bulk_change(request: Request, register: str) -> HttpResponse:
    """The form for the rows selected; the preview of what it would do; and, on "do", the act."""
    if register not in REGISTERS:
        raise Http404
    given = request.POST if request.method == "POST" else request.GET
    try:
        if "draft" in given:
            draft = Draft.opened(given["draft"], what=register, by=request.user)
            return _from_draft(request, draft, given.get("step", ""))
        selection = select(register, given)
    except BadDraft:
        return _refused(request, register, _("This preview is too old. Select the rows again."))
    except CannotSelect as error:
        return _refused(request, register, str(error))
    form = ChangeForm(given if given.get("step") == "preview" else None, person=request.user)
    return _form_or_preview(request, selection, form)


def select(register: str, given: QueryDict) -> Selection:
    """The rows that `given` names, as they are today. Raises CannotSelect."""
    return Selection.of(
        register,
        given,
        on=timezone.localdate(),
        soon=settings.DUE_SOON_DAYS,
        most=settings.BULK_MAX_ROWS,
    )


def _from_draft(request: Request, draft: Draft, step: str) -> HttpResponse:
    """Do what the preview showed, or go back from it. Raises CannotSelect."""
    form = ChangeForm(as_query(draft.form), person=request.user)
    if step != "do" or not form.is_valid():
        return _shown(request, select(draft.what, draft.given), form)
    if request.method != "POST":  # an address that was followed changes nothing
        return _form_or_preview(request, select(draft.what, draft.given), form)
    try:
        edit = change_many(
            [(key, version) for key, version in draft.seen],
            form.values(),
            by=request.user,
            at=timezone.now(),
            on=timezone.localdate(),
            reason=form.cleaned_data["reason"],
            query=draft.selection["query"],
        )
    except CannotChange as error:
        selection = select(draft.what, draft.given)
        return _form_or_preview(request, selection, form, problem=str(error), status=CONFLICT)
    return redirect("reporting:bulk-detail", edit.pk)


def _form_or_preview(
    request: Request, selection: Selection, form: ChangeForm, *, status: int = OK, problem: str = ""
) -> HttpResponse:
    if not form.is_valid():
        return _shown(request, selection, form, status=UNPROCESSABLE if form.is_bound else OK)
    found = preview(selection.obligations(), form.values())
    typed = {name: form.data[name] for name in form.fields if name in form.data}
    draft = Draft(
        request.user.pk, selection.register.name, typed, selection.fields, list(found.seen)
    )
    context = {"preview": found, "draft": draft.signed(), "problem": problem}
    return _shown(request, selection, form, status=status, **context)


def _shown(
    request: Request, selection: Selection, form: ChangeForm, *, status: int = OK, **more: Any
) -> HttpResponse:
    context = {"selection": selection, "form": form, "number": selection.obligations().count()}
    back = reverse(PAGES[selection.register.name])
    query = selection.register.query.urlencode(safe="/,")
    context |= {"back": f"{back}?{query}" if query else back, **more}
    return render(request, TEMPLATE, context, status=status)


def _refused(request: Request, register: str, words: str) -> HttpResponse:
    context = {"refused": words, "back": reverse(PAGES[register])}
    return render(request, TEMPLATE, context, status=UNPROCESSABLE)


@require_GET
@may_change
def bulk_list(request: Request) -> HttpResponse:
    """All changes of many, the last first."""
    edits = BulkEdit.objects.for_list()
    shown = Paginator(edits, PER_PAGE).get_page(request.GET.get("page"))
    context = {"edits": with_words(shown.object_list), "page": shown, "undo_from": _undo_from()}
    return render(request, "reporting/bulk_list.html", context)


@require_GET
@may_change
def bulk_detail(request: Request, pk: int) -> HttpResponse:
    """What one change did, what it left alone, and whether it can still be undone."""
    edit = get_object_or_404(BulkEdit.objects.for_list(), pk=pk)
    rows = Paginator(edit.rows.for_list(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "edit": with_words([edit])[0],
        "page": rows,
        "left": left_rows(edit),
        "undo_from": _undo_from(),
        "undo_until": edit.made_at + _undo_within(),
        "changed_since": edit.rows.changed_since().count() if edit.undone_at is None else 0,
    }
    return render(request, "reporting/bulk_detail.html", context)


@require_POST
@may_change
def bulk_undo(request: Request, pk: int) -> HttpResponse:
    get_object_or_404(BulkEdit, pk=pk)
    try:
        edit = undo_many(pk, by=request.user, at=timezone.now(), within=_undo_within())
    except CannotChange as error:
        messages.error(request, str(error))
        return redirect("reporting:bulk-detail", pk)
    left = len(edit.values["not_undone"])
    number = edit.rows.count() - left
    words = ngettext("Undone for %(number)d.", "Undone for %(number)d.", number)
    messages.success(request, words % {"number": number})
    if left:
        words = ngettext(
            "%(number)d was changed since, and is left as it is.",
            "%(number)d were changed since, and are left as they are.",
            left,
        )
        messages.warning(request, words % {"number": left})
    return redirect("reporting:bulk-detail", pk)


def _undo_within() -> dt.timedelta:
    return dt.timedelta(minutes=settings.BULK_UNDO_MINUTES)


def _undo_from() -> dt.datetime:
    """What was made before this can no longer be undone."""
    return timezone.now() - _undo_within()
