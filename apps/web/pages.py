"""The one place that decides page or part."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_tables2 import RequestConfig

from .request import Request

LONGEST_NUMBER = 9


def wants_part(request: Request) -> bool:
    """Whether htmx asks for a fragment. Boosted links and history restores need the whole page."""
    htmx = request.htmx
    return bool(htmx and not htmx.boosted and not htmx.history_restore_request)


def posted(request: HttpRequest) -> QueryDict | None:
    """What the form was filled in with; None where it is only shown."""
    return request.POST if request.method == "POST" else None


def page(
    request: Request, template: str, context: dict[str, Any], *, part: str, status: int = 200
) -> HttpResponse:
    """Render `template`, or only its partial named `part` when htmx asks for a fragment."""
    name = f"{template}#{part}" if wants_part(request) else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Boosted", "HX-History-Restore-Request"])
    return response


def paged(request: Request, table: Any, per_page: int = 50) -> None:
    """Order `table` as the address asks and show the page asked for; the nearest where there is none."""
    RequestConfig(request, paginate=False).configure(table)
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isdecimal() and len(asked) <= LONGEST_NUMBER else 1
    table.paginate(page=1, per_page=per_page)
    table.page = table.paginator.get_page(number)
