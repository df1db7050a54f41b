"""The notices behind the bell."""

from http import HTTPStatus
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from apps.web.pages import page, wants_part
from apps.web.request import Request

from .models import Notice, NoticeQuerySet
from .notice_words import place, told
from .reminder_forms import NoticeFilter

PER_PAGE = 50


def _asked(request: Request) -> tuple[NoticeFilter, NoticeQuerySet]:
    """The notices that the address asks for; where it cannot be understood, none."""
    form = NoticeFilter(request.GET)
    if not form.is_valid():
        return form, Notice.objects.none()
    found = Notice.objects.of(request.user)
    if form.cleaned_data["show"] != NoticeFilter.ALL:
        found = found.filter(read_at=None)
    if kind := form.cleaned_data["kind"]:
        found = found.filter(kind=kind)
    return form, found


def _list(request: Request, **more: Any) -> HttpResponse:
    form, found = _asked(request)
    shown = Paginator(found.for_list(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "shown": shown,
        "rows": told(shown.object_list, person=request.user, on=timezone.localdate()),
        "all": request.GET.get("show") == NoticeFilter.ALL,
        "query": request.GET.urlencode(),
        "part": wants_part(request),
        **more,
    }
    status = HTTPStatus.OK if form.is_valid() else HTTPStatus.BAD_REQUEST
    return page(request, "followups/notice_list.html", context, part="results", status=status)


@require_GET
def notice_list(request: Request) -> HttpResponse:
    """The person's own, the newest first: the unread ones, or all."""
    return _list(request)


@require_GET
def notice_open(request: Request, pk: int) -> HttpResponse:
    """Lead to what the notice speaks of; following the link is reading it."""
    found = Notice.objects.of(request.user).select_related("obligation")
    notice = get_object_or_404(found, pk=pk)
    Notice.objects.filter(pk=pk).mark_read(at=timezone.now())
    return redirect(place(notice))


@require_POST
def notice_read(request: Request, pk: int) -> HttpResponse:
    get_object_or_404(Notice.objects.of(request.user), pk=pk)
    Notice.objects.filter(pk=pk).mark_read(at=timezone.now())
    return _marked(request)


@require_POST
def notice_read_all(request: Request) -> HttpResponse:
    """All that the filter shows, on every page of it."""
    _form, found = _asked(request)
    found.mark_read(at=timezone.now())
    return _marked(request)


def _marked(request: Request) -> HttpResponse:
    if wants_part(request):
        return _list(request, marked=True)
    query = request.GET.urlencode()
    return redirect(f"{reverse('notices:notice-list')}{f'?{query}' if query else ''}")
