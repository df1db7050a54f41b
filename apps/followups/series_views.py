"""A new report of a series: which riding obligations it may answer, a person confirms for each."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from apps.documents.models import Document
from apps.obligations.codes import Finding
from apps.obligations.models import Series
from apps.obligations.rights import may_respond
from apps.reporting.models import Cycle
from apps.reporting.respond import CannotRespond, report, respond
from apps.web.request import Request

from .date_forms import BasisForm

PER_PAGE = 50
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
may_add = permission_required("reporting.add_response", raise_exception=True)


class SeriesReportForm(BasisForm):
    """A report of a series, by symbol; by symbol and date if it is not here yet."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["symbol"].label = gettext_lazy("Symbol of the report")
        self.fields["symbol"].help_text = gettext_lazy("For example A/79/302")


class AnswerForm(forms.Form):
    """How fully the report answers one riding obligation."""

    cycle = forms.IntegerField(widget=forms.HiddenInput)
    finding = forms.ChoiceField(
        label=gettext_lazy("How fully it answers"), choices=Finding, initial=Finding.FULFILLED
    )
    paragraphs = forms.CharField(
        label=gettext_lazy("Paragraphs of the report"), max_length=200, required=False
    )


@require_http_methods(["GET", "POST"])
@may_add
def series_report(request: Request, pk: int) -> HttpResponse:
    """Say that a report of the series has come."""
    series = get_object_or_404(Series, pk=pk)
    form = SeriesReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            document = report(
                data["symbol"],
                issued_on=data["issued_on"],
                title=data["title"],
                by=request.user,
                on=timezone.localdate(),
            )
        except CannotRespond as error:
            form.add_error("symbol", str(error))
        else:
            series.reports.add(document)
            return redirect("followups:series-answers", pk, document.pk)
    status = UNPROCESSABLE if form.errors else HTTPStatus.OK
    context = {"form": form, "series": series}
    return render(request, "followups/series_report.html", context, status=status)


@require_http_methods(["GET", "POST"])
@may_add
def series_answers(request: Request, pk: int, document: int) -> HttpResponse:
    """The cycles that the report may answer: the first open one of each riding obligation."""
    series = get_object_or_404(Series, pk=pk)
    found = get_object_or_404(series.reports, pk=document)
    refused = ""
    if request.method == "POST":
        refused = _answer(request, series, found)
        if not refused:
            return redirect("followups:series-answers", pk, document)
    riding = Cycle.objects.may_be_answered_by(found, series=series)
    context = {
        "series": series,
        "document": found,
        "cycles": Paginator(riding, PER_PAGE).get_page(request.GET.get("page")),
        "form": AnswerForm(),
        "refused": refused,
    }
    status = UNPROCESSABLE if refused else HTTPStatus.OK
    return render(request, "followups/series_answers.html", context, status=status)


def _answer(request: Request, series: Series, document: Document) -> str:
    """Link the report to one cycle; why not, if it cannot be."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return " ".join(str(error) for errors in form.errors.values() for error in errors)
    riding = Cycle.objects.may_be_answered_by(document, series=series)
    cycle = get_object_or_404(riding, pk=form.cleaned_data["cycle"])
    if not may_respond(request.user, cycle.obligation):
        raise PermissionDenied
    try:
        respond(
            cycle,
            document,
            finding=form.cleaned_data["finding"],
            paragraphs=form.cleaned_data["paragraphs"],
            by=request.user,
            on=timezone.localdate(),
        )
    except CannotRespond as error:
        return str(error)
    messages.success(request, _("Linked to %(what)s.") % {"what": cycle.obligation})
    return ""
