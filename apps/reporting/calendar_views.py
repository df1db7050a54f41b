"""The month on screen, and the feeds for calendar programs."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.middleware.http import ConditionalGetMiddleware
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.decorators import decorator_from_middleware
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
    require_safe,
)

from apps.web.request import Request

from .calendars import calendar_of
from .feed_forms import FeedForm
from .feeds import NotUnderstood, feed_file
from .models import Feed
from .month import Month

conditional = decorator_from_middleware(ConditionalGetMiddleware)


@require_GET
def calendar(request: Request) -> HttpResponse:
    """The month that the address asks for, or where it cannot be understood, the form and why."""
    month = Month(
        request.GET, on=timezone.localdate(), soon=settings.DUE_SOON_DAYS, days_off=calendar_of()
    )
    status = HTTPStatus.OK if month.is_valid else HTTPStatus.BAD_REQUEST
    return render(request, "reporting/calendar.html", {"month": month}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def feed_list(request: Request) -> HttpResponse:
    """The person's own feeds, with the form that makes one."""
    on, status = timezone.localdate(), HTTPStatus.OK
    feed = Feed(person=request.user, language=translation.get_language() or settings.LANGUAGE_CODE)
    form = FeedForm(
        request.POST if request.method == "POST" else None,
        instance=feed,
        on=on,
        soon=settings.DUE_SOON_DAYS,
        initial=FeedForm.asked(request.GET),
    )
    if request.method == "POST":
        if form.is_valid():
            form.save()
            messages.success(request, _("Made. Copy its address into your calendar program."))
            return redirect("reporting:feed-list")
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    feeds = Feed.objects.of(request.user).active().select_related("view")
    rows = [
        (one, request.build_absolute_uri(reverse("reporting:feed", args=[one.token])))
        for one in feeds
    ]
    return render(request, "reporting/feed_list.html", {"form": form, "feeds": rows}, status=status)


@require_POST
def feed_revoke(request: Request, pk: int) -> HttpResponse:
    feed = get_object_or_404(Feed.objects.of(request.user).active(), pk=pk)
    feed.revoke(at=timezone.now())
    messages.success(
        request, _("“%(feed)s” is revoked: its address opens nothing any more.") % {"feed": feed}
    )
    return redirect("reporting:feed-list")


@login_not_required
@require_safe
@cache_control(private=True, no_cache=True)
@gzip_page
@conditional
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The feed as iCalendar, for whoever knows its address."""
    feeds = Feed.objects.active().select_related("person__office", "view")
    found = get_object_or_404(feeds, token=token)
    with translation.override(found.language):
        try:
            body = feed_file(
                found,
                on=timezone.localdate(),
                soon=settings.DUE_SOON_DAYS,
                address=request.build_absolute_uri("/").rstrip("/"),
            )
        except NotUnderstood as error:
            return HttpResponse(
                str(error),
                content_type="text/plain; charset=utf-8",
                status=HTTPStatus.UNPROCESSABLE_ENTITY,
            )
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="remit-{found.pk}.ics"'
    return response
