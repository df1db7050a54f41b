"""Watching an obligation, and a person's own reminders."""

from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from apps.obligations.models import Obligation
from apps.web.pages import wants_part
from apps.web.request import Request

from .attention import attention_of
from .models import Reminder, Watch
from .notice_words import place_of
from .reminder_forms import ReminderForm

PER_PAGE = 50
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
PART = "followups/parts/attention.html"


@require_POST
def obligation_watch(request: Request, pk: int) -> HttpResponse:
    """Begin to watch, or end it (`watch=0`); saying it twice changes nothing."""
    obligation = get_object_or_404(Obligation, pk=pk)
    if request.POST.get("watch") == "0":
        Watch.objects.filter(person=request.user, obligation=obligation).delete()
        done = _("You do not watch it any more.")
    else:
        Watch.objects.get_or_create(person=request.user, obligation=obligation)
        done = _("You watch it: what others log or change here, you are told.")
    return _attention(request, obligation, done=done, focus="watch")


@require_POST
def obligation_remind(request: Request, pk: int) -> HttpResponse:
    """Make an own reminder on this obligation."""
    obligation = get_object_or_404(Obligation, pk=pk)
    form = ReminderForm(request.POST, today=timezone.localdate())
    if not form.is_valid():
        context = {
            "obligation": obligation,
            "attention": attention_of(request.user, obligation, form),
        }
        template = PART if wants_part(request) else "followups/reminder_add.html"
        return render(request, template, context, status=UNPROCESSABLE)
    form.instance.person, form.instance.obligation = request.user, obligation
    reminder = form.save()
    done = _("You are reminded on %(day)s.") % {"day": date_format(reminder.on)}
    return _attention(request, obligation, done=done, focus="remind")


def _attention(request: Request, obligation: Obligation, *, done: str, focus: str) -> HttpResponse:
    if not wants_part(request):
        messages.success(request, done)
        return redirect(place_of(obligation))
    context = {
        "obligation": obligation,
        "attention": attention_of(request.user, obligation),
        "done": done,
        "focus": focus,
    }
    return render(request, PART, context)


@require_GET
def reminder_list(request: Request) -> HttpResponse:
    """The person's own, the next first; with `done`, those that are done with."""
    is_done = "done" in request.GET
    mine = Reminder.objects.for_list().filter(person=request.user, done_at__isnull=not is_done)
    shown = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(reminder, place_of(reminder.obligation)) for reminder in shown]
    context = {"shown": shown, "rows": rows, "done": is_done, "today": timezone.localdate()}
    return render(request, "followups/reminder_list.html", context)


@require_http_methods(["GET", "POST"])
def reminder_change(request: Request, pk: int) -> HttpResponse:
    """Another day, or other words."""
    mine = Reminder.objects.for_list().open().filter(person=request.user)
    reminder = get_object_or_404(mine, pk=pk)
    form = ReminderForm(request.POST or None, instance=reminder, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        form.save()
        day = {"day": date_format(form.instance.on)}
        messages.success(request, _("You are reminded on %(day)s.") % day)
        return redirect("notices:reminder-list")
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    context = {"form": form, "obligation": reminder.obligation, "reminder": reminder}
    return render(request, "followups/reminder_change.html", context, status=status)


@require_POST
def reminder_done(request: Request, pk: int) -> HttpResponse:
    reminder = get_object_or_404(Reminder, pk=pk, person=request.user)
    reminder.finish(at=timezone.now())
    messages.success(request, _("The reminder is done."))
    return redirect("notices:reminder-list")
