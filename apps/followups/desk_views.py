"""The first page after sign-in."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from apps.web.request import Request

from .desk import MINE, OFFICE, desk, first_steps, usual_scope


@require_GET
def my_desk(request: Request) -> HttpResponse:
    today = timezone.localdate()
    asked = request.GET.get("scope", "")
    scope = asked if asked in (MINE, OFFICE) else usual_scope(request.user)
    if request.user.office is None:
        scope = MINE
    found = desk(request.user, scope=scope, on=today, soon=settings.DUE_SOON_DAYS)
    context = {"desk": found, "today": today, "steps": first_steps() if found.is_clear else {}}
    return render(request, "followups/desk.html", context)
