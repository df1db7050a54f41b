"""Pages on which dates change: a cadence by a new version, one cycle by an extension, its programme."""

import datetime as dt
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from apps.documents.models import Document, Kind
from apps.obligations.models import Cadence
from apps.obligations.review import CannotDo
from apps.reporting import change
from apps.reporting.models import Cycle
from apps.reporting.plan import CANNOT_PLAN, Changes
from apps.reporting.respond import CannotRespond, report
from apps.web.request import Request

from .date_forms import AmendmentForm, BasisForm, ExtensionForm, ProgrammeForm, last_day_planned

CHANGES_SHOWN = 60
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
may_plan = permission_required("reporting.plan_cycle", raise_exception=True)


def _basis(request: Request, form: BasisForm) -> Document:
    """The document that the form names; a new letter or note if it is not here. Raises CannotRespond."""
    data = form.cleaned_data
    return report(
        data["symbol"],
        issued_on=data["issued_on"],
        title="",
        by=request.user,
        on=timezone.localdate(),
        kind=Kind.LETTER,
    )


@require_http_methods(["GET", "POST"])
@may_plan
def cadence_amend(request: Request, pk: int) -> HttpResponse:
    """Preview first, then the same form again to do it."""
    related = ("obligation__document", "obligation__paragraph", "basis_document", "series")
    cadence = get_object_or_404(Cadence.objects.current().select_related(*related), pk=pk)
    form = AmendmentForm(request.POST or None, cadence=cadence)
    changes: Changes | None = None
    if request.method == "POST" and form.is_valid():
        try:
            if "do" in request.POST:
                return _amended(request, cadence, form)
            changes = _preview(request, cadence, form)
        except (CannotDo, CannotRespond, *CANNOT_PLAN) as error:
            form.add_error(None, str(error))
    context = {
        "form": form,
        "cadence": cadence,
        "obligation": cadence.obligation,
        "changes": changes,
        "shown": CHANGES_SHOWN,
    }
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    return render(request, "followups/cadence_amend.html", context, status=status)


def _amendment(form: AmendmentForm, basis: Document) -> change.Amendment:
    data = form.cleaned_data
    return change.Amendment(
        number=data["number"],
        basis=basis,
        paragraph=data["paragraph"],
        holds_from=data["holds_from"],
        values=form.values(),
        reason=data["reason"],
    )


def _until() -> dt.date:
    return last_day_planned(timezone.localdate(), settings.PLAN_YEARS)


def _preview(request: Request, cadence: Cadence, form: AmendmentForm) -> Changes:
    """What it would do. A basis that is not here yet is not made for a preview."""
    known = Document.objects.with_symbol(form.cleaned_data["symbol"]).first()
    basis = known or cadence.basis_document
    return change.preview(cadence.obligation, _amendment(form, basis), until=_until())


@transaction.atomic  # a basis that is new here does not stay where the change is refused
def _amended(request: Request, cadence: Cadence, form: AmendmentForm) -> HttpResponse:
    obligation = cadence.obligation
    amendment = _amendment(form, _basis(request, form))
    seen = form.cleaned_data["version"]
    changes = change.amend(obligation.pk, seen, amendment, until=_until(), by=request.user)
    messages.success(request, in_words(changes))
    return redirect(f"{reverse('followups:obligation-detail', args=[obligation.pk])}#cadence-title")


def in_words(changes: Changes) -> str:
    """How many cycles were made, taken away and kept."""
    parts = [
        ngettext("%(n)d cycle made", "%(n)d cycles made", len(changes.made))
        % {"n": len(changes.made)},
        ngettext("%(n)d taken away", "%(n)d taken away", len(changes.removed))
        % {"n": len(changes.removed)},
    ]
    if changes.kept:
        parts.append(
            ngettext(
                "%(n)d kept, because somebody has worked on it",
                "%(n)d kept, because somebody has worked on them",
                len(changes.kept),
            )
            % {"n": len(changes.kept)}
        )
    return _("The new version holds: %(what)s.") % {"what": ", ".join(parts)}


def _cycle(pk: int) -> Cycle:
    related = ("obligation__document", "obligation__paragraph", "cadence__basis_document")
    return get_object_or_404(
        Cycle.objects.tracked().select_related(*related).prefetch_related("extensions"), pk=pk
    )


def _to_cycle(cycle: Cycle) -> HttpResponse:
    address = reverse("followups:obligation-detail", args=[cycle.obligation_id])
    return redirect(f"{address}#cycle-{cycle.pk}")


@require_http_methods(["GET", "POST"])
@may_plan
def cycle_extend(request: Request, pk: int) -> HttpResponse:
    cycle = _cycle(pk)
    form = ExtensionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            with transaction.atomic():
                change.extend(
                    cycle,
                    data["due_on"],
                    basis=_basis(request, form),
                    reason=data["reason"],
                    by=request.user,
                    on=timezone.localdate(),
                )
            return _to_cycle(cycle)
        except (CannotDo, CannotRespond) as error:
            form.add_error(None, str(error))
    context = {"form": form, "cycle": cycle, "obligation": cycle.obligation}
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    return render(request, "followups/cycle_extend.html", context, status=status)


@require_http_methods(["GET", "POST"])
@may_plan
def cycle_programme(request: Request, pk: int) -> HttpResponse:
    """Days of the programme; with `derive`, slot and issue follow from the day of consideration."""
    cycle = _cycle(pk)
    form = ProgrammeForm(request.POST or None, instance=_cycle(pk))
    derived: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        dates = {name: form.cleaned_data[name] for name in ProgrammeForm.Meta.fields}
        considered_on = dates["considered_on"]
        if "derive" not in request.POST:
            change.set_programme(cycle, dates)
            return _to_cycle(cycle)
        if considered_on:
            weeks = {"submit_weeks": settings.SUBMIT_WEEKS, "issue_weeks": settings.ISSUE_WEEKS}
            derived = change.derived_programme(considered_on, **weeks) | weeks
            data = request.POST.copy()
            data["slot_on"] = derived["slot_on"].isoformat()
            form = ProgrammeForm(data, instance=_cycle(pk))
        else:
            form.add_error("considered_on", _("Slot and issue are counted back from this day."))
    context = {"form": form, "cycle": cycle, "obligation": cycle.obligation, "derived": derived}
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    return render(request, "followups/cycle_programme.html", context, status=status)
