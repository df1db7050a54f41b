"""What every request of a signed-in person gets: their language, their day; and when they were seen."""

import datetime as dt
import zoneinfo
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation

from .models import User

Handler = Callable[[HttpRequest], HttpResponseBase]
SEEN = "seen_at"
PEOPLE = "looks_after_people"
"""Key of the session: whether the rail leads to people. Only shows; each page asks for itself."""
SEEN_EVERY = dt.timedelta(minutes=5)


class SignedInOnly(LoginRequiredMiddleware):
    """A part of a page is refused to who is signed out: the sign-in page has no place in a row.

    The page says so beside what asked, and what was typed stays there (static/site.js).
    """

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        if "HX-Request" in request.headers and "HX-Boosted" not in request.headers:
            return HttpResponse(status=HTTPStatus.UNAUTHORIZED)
        return super().handle_no_permission(request, view_func)


@contextmanager
def _as_theirs(language: str, zone: zoneinfo.ZoneInfo) -> Iterator[None]:
    with ExitStack() as stack:
        stack.enter_context(translation.override(language))
        stack.enter_context(timezone.override(zone))
        yield


def own_language_and_day(get_response: Handler) -> Handler:
    """In a view, `timezone.localdate()` is the person's own day and every word is in their language.

    A person who has chosen no language gets what the browser asks for.
    """

    def handle(request: HttpRequest) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return get_response(request)
        language = request.user.language or translation.get_language() or settings.LANGUAGE_CODE
        zone = request.user.zone
        with _as_theirs(language, zone):
            request.LANGUAGE_CODE = language
            response = get_response(request)
            response.headers.setdefault("Content-Language", language)
        if isinstance(response, StreamingHttpResponse) and not isinstance(response, FileResponse):
            # Written later, when this request is long over.
            chunks = iter(response.streaming_content)  # type: ignore[arg-type]  # no ASGI here
            response.streaming_content = _written_as_theirs(chunks, language, zone)
        return response

    return handle


def _written_as_theirs(
    chunks: Iterator[bytes], language: str, zone: zoneinfo.ZoneInfo
) -> Iterator[bytes]:
    while True:
        with _as_theirs(language, zone):
            chunk = next(chunks, None)
        if chunk is None:
            return
        yield chunk


def last_seen(get_response: Handler) -> Handler:
    """Note when and from where each session was last used: every five minutes, not every request."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            _note(request, request.user, at=timezone.now())
        return get_response(request)

    return handle


def _note(request: HttpRequest, person: User, *, at: dt.datetime) -> None:
    noted = request.session.get(SEEN)
    before = dt.datetime.fromisoformat(noted) if noted else person.last_login
    if before and at - before < SEEN_EVERY:
        return
    request.session[SEEN] = at.isoformat()
    request.session[PEOPLE] = person.has_perm("accounts.change_user")
    UserSession.objects.filter(session_key=request.session.session_key).update(
        last_seen_at=at, ip=get_adapter().get_client_ip(request)
    )
