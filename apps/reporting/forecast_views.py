"""The page of what falls due in a window."""

from http import HTTPStatus

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from apps.web.pages import page, wants_part
from apps.web.request import Request

from .forecast_page import ForecastPage


@require_GET
def forecast(request: Request) -> HttpResponse:
    """What falls due, or where the address asks for what is not understood, the form and why."""
    asked = ForecastPage(request.GET, on=timezone.localdate())
    # With DEBUG, django-htmx puts any 400 in the place of the whole page; 422 it leaves alone.
    refused = HTTPStatus.UNPROCESSABLE_ENTITY if wants_part(request) else HTTPStatus.BAD_REQUEST
    return page(
        request,
        "reporting/forecast.html",
        {"asked": asked},
        part="results",
        status=HTTPStatus.OK if asked.found else refused,
    )
