"""Links by which somebody without an account reads one page for a while; off unless switched on."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
    require_safe,
)

from apps.obligations.models import Obligation
from apps.reporting.registers import REGISTERS
from apps.web.request import Request

from .flow_forms import ShareForm
from .models import ShareLink
from .record import tracked
from .share import share
from .shared import shared_obligation, shared_register

PER_PAGE = 50
LONGEST_QUERY = 2000  # what the link holds
may_share = permission_required("followups.share_page", raise_exception=True)


def when_on[View: Callable[..., HttpResponse]](view: View) -> View:
    """No such address unless the organization wants it (setting SHARE_LINKS)."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.SHARE_LINKS:
            raise Http404("links are not shared here")
        return view(*args, **kwargs)

    return guarded  # type: ignore[return-value]


@when_on
@require_http_methods(["GET", "POST"])
@may_share
def obligation_share(request: Request, pk: int) -> HttpResponse:
    obligation = tracked(pk)
    back = reverse("followups:obligation-detail", args=[pk])
    return _shared(request, str(obligation), back, obligation=obligation)


@when_on
@require_http_methods(["GET", "POST"])
@may_share
def share_register(request: Request, register: str) -> HttpResponse:
    """Share a register with the filter, columns and order of the address."""
    if register not in REGISTERS:
        raise Http404(register)
    today = timezone.localdate()
    asked = REGISTERS[register](request.GET, on=today, soon=settings.DUE_SOON_DAYS)
    query = asked.query.urlencode(safe="/,")
    if not asked.is_valid or len(query) > LONGEST_QUERY:
        raise Http404("no such filter")
    back = f"/register/{register}/" + (f"?{query}" if query else "")
    what = _("%(register)s: %(filter)s") % {"register": asked.title, "filter": asked.in_words}
    return _shared(request, what, back, register=register, query=query)


def _shared(
    request: Request,
    what: str,
    back: str,
    *,
    obligation: Obligation | None = None,
    register: str = "",
    query: str = "",
) -> HttpResponse:
    form = ShareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        share(
            obligation=obligation,
            register=register,
            query=query,
            days=form.cleaned_data["days"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, _("Made. Whoever has its address reads this page."))
        return redirect("flow:share-list")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "what": what, "back": back}
    return render(request, "followups/share.html", context, status=status)


@when_on
@require_GET
@may_share
def share_list(request: Request) -> HttpResponse:
    """All that are good now, whoever made them: each can be revoked by whoever may share."""
    links = ShareLink.objects.valid(at=timezone.now()).for_list()
    shown = Paginator(links, PER_PAGE).get_page(request.GET.get("page"))
    rows = [
        (link, request.build_absolute_uri(reverse("flow:shared", args=[link.token])))
        for link in shown
    ]
    return render(request, "followups/share_list.html", {"rows": rows, "page": shown})


@when_on
@require_POST
@may_share
def share_revoke(request: Request, pk: int) -> HttpResponse:
    get_object_or_404(ShareLink, pk=pk).revoke(at=timezone.now())
    messages.success(request, _("Revoked: its address opens nothing any more."))
    return redirect("flow:share-list")


@when_on
@login_not_required
@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """The page, for whoever knows the address; one plain answer where it is not good, whyever."""
    valid = ShareLink.objects.valid(at=timezone.now())
    link = valid.filter(token=token).select_related("obligation").first()
    today, soon = timezone.localdate(), settings.DUE_SOON_DAYS
    context: dict[str, Any] | None = None
    if link and link.obligation:
        context = shared_obligation(link.obligation, on=today, soon=soon)
    elif link:
        context = shared_register(link.register, QueryDict(link.query), on=today, soon=soon)
    if link is None or context is None:
        gone = render(request, "followups/shared_gone.html", status=HTTPStatus.NOT_FOUND)
        return _private(gone)
    return _private(
        render(request, "followups/shared.html", context | {"link": link, "today": today})
    )


def _private(response: HttpResponse) -> HttpResponse:
    """Kept by no cache, found by no search engine, named to no other site."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
