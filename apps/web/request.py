"""The request as our views see it: with htmx and a signed-in person."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from apps.accounts.models import User


class Request(HttpRequest):
    """Only a type: LoginRequiredMiddleware and HtmxMiddleware make it true."""

    htmx: HtmxDetails
    user: User
