"""The page of the planning of everything: begin, see how far it is, cancel."""

import datetime as dt

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from apps.web.pages import page
from apps.web.request import Request

from .models import PlanRun
from .run import GOING, cancel, plan_everything, start

RUNS_SHOWN = 20
may_plan = permission_required("reporting.plan_cycle", raise_exception=True)


@require_GET
@may_plan
def plan_list(request: Request) -> HttpResponse:
    """The plannings, the last first; while one goes on, the part is asked for again."""
    runs = PlanRun.objects.select_related("created_by")[:RUNS_SHOWN]
    going = next((run for run in runs if run.state in GOING), None)
    context = {"runs": runs, "going": going}
    return page(request, "reporting/plan_list.html", context, part="runs")


@require_POST
@may_plan
def plan_start(request: Request) -> HttpResponse:
    """Begin a planning, or go on with one that stopped."""
    until = dt.date(timezone.localdate().year + settings.PLAN_YEARS, 12, 31)
    run = start(until=until, by=request.user)
    plan_everything.enqueue(run.pk)
    return redirect("reporting:plan-list")


@require_POST
@may_plan
def plan_cancel(request: Request, pk: int) -> HttpResponse:
    cancel(get_object_or_404(PlanRun, pk=pk))
    return redirect("reporting:plan-list")
