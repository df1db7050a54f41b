"""Lists of entries: next steps that wait, and what was logged."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from apps.accounts.models import User
from apps.reporting.cycles_form import day_field
from apps.reporting.problems import problems_of
from apps.reporting.registers import CycleRegister
from apps.web.request import Request

from .models import Entry
from .models.entry import EntryQuerySet

PER_PAGE = 50
APART = {"overdue", "page", "person", "since", "until"}


class EntriesForm(forms.Form):
    """Whose entries, and of which days."""

    person = forms.ModelChoiceField(
        User.objects.all(), label=_("Person"), required=False, empty_label=_("Anybody")
    )
    since = day_field(_("From"))
    until = day_field(_("To"))


@require_GET
def next_steps(request: Request) -> HttpResponse:
    """Next steps that wait, the earliest first; `person` asks for those of one."""
    today, asked = timezone.localdate(), _asked(request.GET)
    overdue = "overdue" in request.GET
    entries, words = _within(request, Entry.objects.visible_to(request.user), on=today)
    steps = entries.steps_overdue(on=today) if overdue else entries.steps_open()
    if asked["person"]:
        steps = steps.filter(next_step_by=asked["person"])
        words = "; ".join(filter(None, [str(asked["person"]), words]))
    shown = Paginator(steps.for_steps(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"steps": shown, "today": today, "overdue": overdue, "words": words}
    return render(request, "followups/next_steps.html", context)


@require_GET
def entry_list(request: Request) -> HttpResponse:
    """What was logged, the newest first: by whom, on which days, about which obligations."""
    asked = _asked(request.GET)
    entries = Entry.objects.visible_to(request.user)
    entries, words = _within(request, entries, on=timezone.localdate())
    if asked["person"]:
        entries = entries.filter(author=asked["person"])
    entries = _between(entries, asked["since"], asked["until"])
    shown = Paginator(entries.for_lines(), PER_PAGE).get_page(request.GET.get("page"))
    # What narrows the list stays when the person or the days are changed.
    kept = [(n, v) for n, values in request.GET.lists() for v in values if n not in APART]
    context = {"entries": shown, "form": EntriesForm(request.GET), "words": words, "kept": kept}
    return render(request, "followups/entry_list.html", context)


def _asked(query: QueryDict) -> dict[str, Any]:
    """The person and the days asked for. Refuses what is none, quoting it."""
    form = EntriesForm(query)
    if not form.is_valid():
        raise BadRequest("; ".join(problem.words for problem in problems_of(form, query)))
    return form.cleaned_data


def _within(request: Request, entries: EntryQuerySet, *, on: dt.date) -> tuple[EntryQuerySet, str]:
    """Of the obligations of some cycles only, where these are asked for as their register does."""
    if not request.GET.keys() - APART:
        return entries, ""
    register = CycleRegister(request.GET, on=on, soon=settings.DUE_SOON_DAYS)
    if not register.is_valid:
        raise BadRequest("; ".join(problem.words for problem in register.problems))
    found = register.filter.qs.order_by().values("obligation")
    return entries.filter(obligation__in=found), register.in_words


def _between(entries: EntryQuerySet, since: dt.date | None, until: dt.date | None) -> EntryQuerySet:
    if since:
        entries = entries.filter(happened_on__gte=since)
    return entries.filter(happened_on__lte=until) if until else entries
