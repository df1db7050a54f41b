"""The list of actors, and the page of one."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from apps.actors.models import Actor
from apps.web.pages import page, paged
from apps.web.request import Request

from .actor_page import ActorPage, with_counts
from .actor_table import ActorTable


@require_GET
def actor_list(request: Request) -> HttpResponse:
    wanted = request.GET.get("text", "").replace("\0", "").strip()  # PostgreSQL takes no NUL
    table = ActorTable(with_counts(Actor.objects.matching(wanted)), order_by="name")
    paged(request, table)
    context = {"table": table, "text": wanted}
    return page(request, "reporting/actor_list.html", context, part="results")


@require_GET
def actor_detail(request: Request, pk: int) -> HttpResponse:
    actor = get_object_or_404(Actor.objects.select_related("parent"), pk=pk)
    shown = ActorPage(actor, on=timezone.localdate(), soon=settings.DUE_SOON_DAYS)
    return render(request, "reporting/actor_detail.html", {"actor": actor, "shown": shown})
