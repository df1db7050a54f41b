"""What a form asks for while somebody types: how a day is understood, who may be meant."""

from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET

from apps.accounts.models import User
from apps.web.request import Request
from apps.web.templatetags.web import days_from

from .day_words import UnreadableDay, day_of
from .people import suggested, who_may_log

LONGEST = 100


@require_GET
def day(request: Request) -> HttpResponse:
    """In words, the day that is meant by `given`, for a next step with `ahead`; or why it is none."""
    today = timezone.localdate()
    given = request.GET.get("given", "")[:LONGEST]
    try:
        meant = day_of(given, on=today, ahead="ahead" in request.GET)
    except UnreadableDay as error:
        return HttpResponse(str(error), "text/plain")
    words = f"{date_format(meant, 'l')} {date_format(meant)}, {days_from(meant, today)}"
    return HttpResponse(words, "text/plain")


@require_GET
def people(request: Request) -> JsonResponse:
    """A few people whose name begins so: those who may log where `log` is asked for, else anybody."""
    typed = " ".join(request.GET.get("q", "")[:LONGEST].replace("\0", "").split())
    found = suggested(typed, who_may_log() if "log" in request.GET else User.objects.active())
    return JsonResponse(
        {
            "people": [
                {"name": p.name, "email": p.email, "office": str(p.office or "")}
                for p in found.select_related("office")
            ]
        }
    )
