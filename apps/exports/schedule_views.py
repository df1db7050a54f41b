"""Pages of schedules: what is mailed again and again, to whom, and how it went."""

import datetime as dt
from http import HTTPStatus
from itertools import islice
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required, user_passes_test
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.accounts.models import User, time_zones
from apps.web.keys import as_key
from apps.web.request import Request

from .asked_words import USUAL, page_of, understood
from .make import NotUnderstood
from .models import Kind, Schedule
from .recur_words import in_words
from .rhythm_form import SHOWN, RhythmForm
from .schedule_forms import ScheduleForm
from .schedules import keep, remove, set_active, take_over, try_again, try_out, why_not

PER_PAGE = 50
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
FIRST_HOUR = dt.time(7)


def _looks_after(person: User) -> bool:
    """Whether the person makes schedules, or looks after those of all."""
    if person.has_perm("exports.add_schedule") or person.has_perm("exports.change_schedule"):
        return True
    raise PermissionDenied


may_see = user_passes_test(_looks_after)  # type: ignore[arg-type]
may_add = permission_required("exports.add_schedule", raise_exception=True)


@require_GET
@may_see
def schedule_list(request: Request) -> HttpResponse:
    """The person's own, or all; what failed last first."""
    visible = Schedule.objects.visible_to(request.user)
    shown = Paginator(visible.for_list(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"shown": shown, "failed": visible.failed_last().count()}
    return render(request, "exports/schedule_list.html", context)


@require_http_methods(["GET", "POST"])
@may_add
def schedule_add(request: Request) -> HttpResponse:
    """A new one; `kind` and `query` of the address say of which page."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in USUAL else Kind.OBLIGATIONS
    initial = {
        "kind": kind,
        "format": USUAL[kind],
        "query": request.GET.get("query", ""),
        "language": get_language(),
        "recipients": f"{request.user.name} <{request.user.email}>",
        "starts_on": timezone.localdate(),
        "hour": FIRST_HOUR,
        "time_zone": timezone.get_current_timezone_name(),
    }
    return _form_page(request, Schedule(owner=request.user), initial)


@require_http_methods(["GET", "POST"])
@may_see
def schedule_edit(request: Request, pk: int) -> HttpResponse:
    schedule = _found(request, pk)
    recipients = ScheduleForm.recipients_of(schedule)
    initial = RhythmForm.said_by(schedule) | {"recipients": recipients}
    return _form_page(request, schedule, initial)


def _form_page(request: Request, schedule: Schedule, initial: dict[str, Any]) -> HttpResponse:
    """The form; then what will be sent when to whom, to be confirmed; then it is kept."""
    given = request.POST or None
    now, today = timezone.now(), timezone.localdate()
    label = schedule.name
    form = ScheduleForm(given, instance=schedule, initial=initial, me=request.user, on=today)
    rhythm = RhythmForm(given, initial=initial, at=now, on=today)
    is_valid = all([form.is_valid(), rhythm.is_valid()]) and rhythm.recurrence is not None
    context = {"form": form, "rhythm": rhythm, "label": label, "zones": sorted(time_zones())}
    if not is_valid or "again" in request.POST:
        context["errors"] = [one for part in (form, rhythm) for one in part if one.errors]
        status = UNPROCESSABLE if request.method == "POST" and not is_valid else HTTPStatus.OK
        return render(request, "exports/schedule_form.html", context, status=status)
    if "confirmed" not in request.POST:
        context["given"] = _given(request.POST)
        return render(request, "exports/schedule_confirm.html", context)
    _keep(schedule, form, rhythm, by=request.user, at=now)
    messages.success(request, _("“%(name)s” is saved.") % {"name": schedule})
    return redirect(schedule)


def _keep(
    schedule: Schedule, form: ScheduleForm, rhythm: RhythmForm, *, by: User, at: dt.datetime
) -> None:
    found = rhythm.recurrence
    assert found is not None  # the form is valid
    schedule.rule, schedule.starts_on, schedule.hour = found.rule, found.starts_on, found.hour
    schedule.time_zone, schedule.addresses = str(found.zone), form.found.addresses
    keep(schedule, people=form.found.people, by=by, at=at)


def _given(posted: QueryDict) -> list[tuple[str, str]]:
    """Every field and value, to be sent again with the confirmation."""
    asked = (name for name in posted if name not in ("csrfmiddlewaretoken", "again"))
    return [(name, value) for name in asked for value in posted.getlist(name)]


@require_GET
@may_see
def schedule_dates(request: Request) -> HttpResponse:
    """A part: how what is chosen is understood, and the next dates."""
    rhythm = RhythmForm(request.GET, at=timezone.now(), on=timezone.localdate())
    rhythm.is_valid()
    return render(request, "exports/schedule_form.html#dates", {"rhythm": rhythm})


@require_GET
@may_see
def schedule_detail(request: Request, pk: int) -> HttpResponse:
    """What is sent, when next, and how each run went."""
    schedule = _found(request, pk)
    now = timezone.now()
    runs = schedule.runs.select_related("job")
    query = schedule.view.query if schedule.view else schedule.query
    moments = schedule.recurrence.moments(after=now) if schedule.is_active else iter(())
    context = {
        "schedule": schedule,
        "words": in_words(schedule.rule, starts_on=schedule.starts_on),
        "people": schedule.people.all(),
        "next": [moment.astimezone(schedule.recurrence.zone) for moment in islice(moments, SHOWN)],
        "filter": _filter(schedule.kind, query, on=timezone.localdate()),
        "page_address": page_of(schedule.kind, query),
        "problem": why_not(schedule),
        "shown": Paginator(runs, PER_PAGE).get_page(request.GET.get("page")),
        "zone": schedule.recurrence.zone,
    }
    return render(request, "exports/schedule_detail.html", context)


def _filter(kind: str, query: str, *, on: dt.date) -> str:
    try:
        return understood(kind, query, on=on)[1]
    except NotUnderstood as error:
        return str(error)


@require_POST
@may_see
def schedule_act(request: Request, pk: int) -> HttpResponse:
    """Pause it, let it go on, send it to its owner now, send again what failed, take it over."""
    schedule, now = _found(request, pk), timezone.now()
    act = request.POST.get("act", "")
    if act in ("pause", "resume"):
        set_active(schedule, act == "resume", by=request.user, at=now)
        done = _("It is in use again.") if act == "resume" else _("It is paused.")
    elif act == "try":
        try_out(schedule, at=now)
        done = _("The file is made now and sent to %(owner)s alone.") % {"owner": schedule.owner}
    elif act == "again":
        run = get_object_or_404(schedule.runs, pk=as_key(request.POST.get("run", "")))
        try_again(run, at=now)
        done = _("It is sent again, to whom it did not go yet.")
    elif act == "take" and request.user.has_perm("exports.change_schedule"):
        take_over(schedule, by=request.user)
        done = _("It is yours now.")
    else:
        done = ""
    if done:
        messages.success(request, done)
    return redirect(schedule)


@require_POST
@may_see
def schedule_delete(request: Request, pk: int) -> HttpResponse:
    schedule = _found(request, pk)
    name = schedule.name
    remove(schedule, by=request.user)
    messages.success(request, _("“%(name)s” is deleted: it is sent no more.") % {"name": name})
    return redirect("exports:schedule-list")


def _found(request: Request, pk: int) -> Schedule:
    visible = Schedule.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("owner", "view"), pk=pk)
