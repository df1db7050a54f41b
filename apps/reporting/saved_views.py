"""Pages of the saved views: save what a register shows, open, rename, share, put in the menu."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.web.request import Request

from .models import Bookmark, SavedView
from .registers import REGISTERS
from .saved import CannotSave, NameTaken, arrange, keep, remove, shortest
from .saved_forms import NewViewForm, ViewForm

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
PER_PAGE = 100


@require_GET
def view_list(request: Request) -> HttpResponse:
    """The person's menu, and every view that the person may see."""
    visible = SavedView.objects.visible_to(request.user)
    marks = Bookmark.objects.filter(person=request.user, view__in=visible).select_related("view")
    found = visible.select_related("owner", "office").order_by("register", "name", "pk")
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(view, view.may_be_changed_by(request.user)) for view in shown]
    context = {"marks": marks, "in_menu": {m.view_id for m in marks}, "rows": rows, "shown": shown}
    return render(request, "reporting/view_list.html", context)


@require_POST
def view_save(request: Request) -> HttpResponse:
    """Keep the query of a register under a name."""
    name, query = request.POST.get("register", ""), request.POST.get("query", "")
    if name not in REGISTERS:
        raise BadRequest(f"“{name}” is no register")
    view = SavedView(owner=request.user, register=name)
    form = NewViewForm(request.POST, instance=view, person=request.user)
    if form.is_valid():
        try:
            view.query = _shortest(name, query)
            keep(view, by=request.user)
            if form.cleaned_data["bookmark"]:
                arrange(view, "add", by=request.user)
            messages.success(request, _("The view “%(view)s” is saved.") % {"view": view})
            return redirect(view)
        except CannotSave as error:
            form.add_error("name" if isinstance(error, NameTaken) else None, str(error))
    context = {"form": form, "register": name, "query": query}
    return render(request, "reporting/view_save.html", context, status=UNPROCESSABLE)


@require_http_methods(["GET", "POST"])
def view_edit(request: Request, pk: int) -> HttpResponse:
    """Rename it, or share it with others."""
    view = _to_change(request, pk)
    form = ViewForm(request.POST or None, instance=view, person=request.user)
    label = view.name
    if request.method == "POST" and form.is_valid():
        try:
            keep(view, by=request.user)
            return redirect("reporting:view-list")
        except NameTaken as error:
            form.add_error("name", str(error))
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    context = {"form": form, "view": view, "label": label}
    return render(request, "reporting/view_edit.html", context, status=status)


@require_POST
def view_overwrite(request: Request, pk: int) -> HttpResponse:
    """Let it ask for what the register shows now."""
    view = _to_change(request, pk)
    try:
        view.query = _shortest(view.register, request.POST.get("query", ""))
        keep(view, by=request.user)
        messages.success(request, _("“%(view)s” now shows what you see here.") % {"view": view})
    except CannotSave as error:
        messages.error(request, str(error))
    return redirect(view)


@require_POST
def view_delete(request: Request, pk: int) -> HttpResponse:
    view = _to_change(request, pk)
    try:
        remove(view, by=request.user)
        messages.success(request, _("The view “%(view)s” is deleted.") % {"view": view})
    except CannotSave as error:
        messages.error(request, str(error))
    return redirect("reporting:view-list")


@require_POST
def view_menu(request: Request, pk: int) -> HttpResponse:
    """Put it in the person's own menu, take it out, move it, count it on the desk."""
    view = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk)
    arrange(view, request.POST.get("act", ""), by=request.user)
    return redirect("reporting:view-list")


def _shortest(register: str, query: str) -> str:
    return shortest(register, query, on=timezone.localdate(), soon=settings.DUE_SOON_DAYS)


def _to_change(request: Request, pk: int) -> SavedView:
    """The view, for a person who may change it. Raises Http404 where it is not to be seen."""
    found = SavedView.objects.visible_to(request.user).select_related("owner__office", "office")
    view = get_object_or_404(found, pk=pk)
    if not view.may_be_changed_by(request.user):
        raise PermissionDenied
    return view
