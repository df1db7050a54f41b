"""Every request has a name, by which its changes are found together; none ends on an empty page."""

import re
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseNotFound,
)
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")


class RequestIdMiddleware:
    """Give the request an `id` and send it back as X-Request-ID.

    One that comes in is taken only from the proxy that ends TLS, for anybody could send it; that proxy
    has to set or to drop it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "") if settings.BEHIND_TLS_PROXY else ""
        request.id = given if WELL_FORMED.fullmatch(given) else uuid.uuid4().hex  # type: ignore[attr-defined]
        response = self.get_response(request)
        response["X-Request-ID"] = request.id  # type: ignore[attr-defined]
        return response


class NoNulMiddleware:
    """Nothing stands at an address with the character NUL, which no database keeps and some choke on.

    What is asked after the question mark is for the form of each page to refuse, and to quote.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path:
            words = _("The address has the character NUL, %00, in it: take it out.")
            return HttpResponseNotFound(words, content_type="text/plain")
        return self.get_response(request)


def wrong_method_page(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Where a person lands by an address that only takes forms, say so: after signing in, say."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        empty = isinstance(response, HttpResponseNotAllowed) and not response.content
        if empty and request.method == "GET" and "HX-Request" not in request.headers:
            response.content = render_to_string("405.html", request=request).encode()
        return response

    return handle
