"""The person's own pages: preferences, sessions; and the switches of language and theme."""

from http import HTTPStatus
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.i18n import set_language

from apps.accounts.models import User, time_zones

from .account_forms import ZONES_LIST, AccountForm
from .browsers import browser_words
from .pages import posted, wants_part
from .request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: Request) -> HttpResponse:
    """What the person has chosen, and the form to choose otherwise."""
    # Another object than request.user: what is refused must not show in the frame.
    person = User.objects.get(pk=request.user.pk)
    form = AccountForm(posted(request), instance=person)
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid():
            form.save()
            return _saved(request, person)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    zones = sorted(name for name in time_zones() if "/" in name or name == "UTC")
    context = {"form": form, "zones": zones, "zones_list": ZONES_LIST}
    return render(request, "web/account.html", context, status=status)


def _saved(request: Request, person: User) -> HttpResponse:
    """Back to the page, which then speaks the language that the person chose."""
    response = redirect("web:account")
    if person.language:
        translation.activate(person.language)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            person.language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite="Lax",
        )
    else:
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME, samesite="Lax")
    messages.success(request, _("Saved."))
    return response


@require_POST
def theme(request: Request) -> HttpResponse:
    """Keep the theme chosen in the menu; the page itself has put it on already."""
    asked = request.POST.get("theme", "")
    if asked not in User.Theme:
        return HttpResponseBadRequest(
            _("There is no theme “%(theme)s”.") % {"theme": asked}, content_type="text/plain"
        )
    request.user.theme = asked
    request.user.save(update_fields=["theme"])
    if wants_part(request):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    return redirect(_back(request))


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Go on in another language: kept for the browser, and for the person who is signed in."""
    asked = request.POST.get("language", "")
    if asked not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest(
            _("There is no language “%(language)s” here.") % {"language": asked},
            content_type="text/plain",
        )
    if request.user.is_authenticated:
        request.user.language = asked
        request.user.save(update_fields=["language"])
    return set_language(request)


def _back(request: HttpRequest) -> str:
    """The page of ours from which the form was sent."""
    came_from = request.META.get("HTTP_REFERER")
    is_ours = url_has_allowed_host_and_scheme(
        came_from, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return came_from if came_from and is_ours else "/"


def _sessions(request: Request) -> QuerySet[Any]:
    found: QuerySet[Any] = UserSession.objects.filter(user=request.user)
    return found


@require_safe
def session_list(request: Request) -> HttpResponse:
    """Where the person is signed in; what has run out by itself is not shown."""
    UserSession.objects.purge_and_list(request.user)
    rows = [
        {
            "session": session,
            "browser": browser_words(session.user_agent),
            "is_this": session.session_key == request.session.session_key,
        }
        for session in _sessions(request).order_by("-last_seen_at", "-pk")
    ]
    # This one first.
    rows.sort(key=lambda row: not row["is_this"])
    return render(request, "web/session_list.html", {"rows": rows})


@require_POST
def session_end(request: Request, pk: int) -> HttpResponse:
    """Sign out one other place; this one is left by signing out."""
    others = _sessions(request).exclude(session_key=request.session.session_key)
    session = get_object_or_404(others, pk=pk)
    session.end()
    messages.success(
        request, _("%(browser)s is signed out.") % {"browser": browser_words(session.user_agent)}
    )
    return redirect("web:session-list")


@require_POST
def session_end_others(request: Request) -> HttpResponse:
    """Sign out everywhere but here."""
    others = list(_sessions(request).exclude(session_key=request.session.session_key))
    for session in others:
        session.end()
    messages.success(
        request,
        ngettext(
            "%(count)d other place is signed out.",
            "%(count)d other places are signed out.",
            len(others),
        )
        % {"count": len(others)},
    )
    return redirect("web:session-list")
