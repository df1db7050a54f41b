"""What an officer does on the review screen. Each answers htmx with what changed, others with the page."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import reswap, retarget

from apps.documents.models import Document
from apps.obligations import review
from apps.obligations.forms import MissedForm, ReadingForm, ReasonForm, SplitForm
from apps.obligations.history import changes_since
from apps.obligations.models import Obligation
from apps.obligations.review import CannotDo, Changed
from apps.obligations.undo import undo as take_back
from apps.web.pages import wants_part
from apps.web.request import Request

from .screen import Card, may_review, of_document, screen, with_pointers

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


class VersionForm(forms.Form):
    version = forms.IntegerField()


@require_GET
@may_review
def card(request: Request, pk: int) -> HttpResponse:
    """One card, to be edited with `?edit=1`."""
    obligation = _obligation(pk)
    if not wants_part(request):
        return redirect(f"{reverse('obligations:review', args=[obligation.document_id])}?edit={pk}")
    form = ReadingForm(instance=obligation) if request.GET.get("edit") else None
    (card,) = with_pointers([Card(obligation, form=form)])
    return render(request, "obligations/review.html#card", {"card": card})


@require_POST
@may_review
def accept(request: Request, pk: int) -> HttpResponse:
    form = VersionForm(request.POST)
    return _do(
        request, pk, form,
        lambda data: review.accept(pk, data["version"], by=request.user, at=timezone.now()),
    )  # fmt: skip


@require_POST
@may_review
def reject(request: Request, pk: int) -> HttpResponse:
    form = ReasonForm(request.POST)
    return _do(
        request, pk, form,
        lambda data: review.reject(
            pk, data["version"], by=request.user, at=timezone.now(), reason=data["reason"]
        ),
    )  # fmt: skip


@require_POST
@may_review
def edit(request: Request, pk: int) -> HttpResponse:
    """Save a correction; with `then=accept` accept it in the same stroke."""
    form = ReadingForm(request.POST, instance=_obligation(pk))

    def act(data: dict[str, Any]) -> Obligation:
        done = review.edit(pk, data["version"], form.values(), by=request.user)
        if request.POST.get("then") == "accept":
            return review.accept(pk, done.version, by=request.user, at=timezone.now())
        return done

    return _do(request, pk, form, act)


@require_POST
@may_review
def split(request: Request, pk: int) -> HttpResponse:
    form = SplitForm(request.POST)
    return _do(
        request, pk, form,
        lambda data: review.split(pk, data["version"], data["words"], by=request.user)[1],
        whole=True,
    )  # fmt: skip


@require_POST
@may_review
def merge(request: Request, pk: int) -> HttpResponse:
    form = VersionForm(request.POST)
    return _do(
        request, pk, form,
        lambda data: review.merge(pk, data["version"], by=request.user, at=timezone.now()),
        whole=True,
    )  # fmt: skip


@require_POST
@may_review
def undo(request: Request, pk: int) -> HttpResponse:
    form = VersionForm(request.POST)
    return _do(
        request, pk, form,
        lambda data: take_back(pk, data["version"], by=request.user),
        whole=True,
    )  # fmt: skip


@require_POST
@may_review
def add(request: Request, document: int) -> HttpResponse:
    found = get_object_or_404(Document.objects.filter(texts__isnull=False).distinct(), pk=document)
    context = screen(found)
    form = MissedForm(request.POST, text=context["text"])
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("verb_class", "addressee_codes")}
        try:
            added = review.add(
                form.cleaned_data["paragraph"], form.cleaned_data["words"], values, by=request.user
            )
        except CannotDo as error:
            form.add_error("words", str(error))
        else:
            return redirect(f"{reverse('obligations:review', args=[document])}?edit={added.pk}")
    context["missed"] = form
    return render(request, "obligations/review.html", context, status=UNPROCESSABLE)


def _obligation(pk: int) -> Obligation:
    document = get_object_or_404(Obligation, pk=pk).document
    return of_document(document).get(pk=pk)


def _do(
    request: Request,
    pk: int,
    form: forms.Form | ReadingForm,
    act: Callable[[dict[str, Any]], Obligation],
    *,
    whole: bool = False,
) -> HttpResponse:
    """Act if the form is right; answer with the card, or with all cards where their number changes."""
    typed = form if isinstance(form, ReadingForm) else None
    if not form.is_valid():
        return _answer(
            request, Card(_obligation(pk), form=typed, error=_first_error(form)), UNPROCESSABLE
        )
    seen = form.cleaned_data["version"]
    try:
        done = act(form.cleaned_data)
    except Changed:
        card = _conflict(request, pk, seen, typed)
        return _answer(request, card, HTTPStatus.CONFLICT)
    except CannotDo as error:
        return _answer(request, Card(_obligation(pk), form=typed, error=str(error)), UNPROCESSABLE)
    return _answer(request, Card(_obligation(done.pk)), HTTPStatus.OK, whole=whole)


def _first_error(form: forms.Form | ReadingForm) -> str:
    """What is wrong, for a form whose fields are not shown again; a reading form marks its own."""
    if isinstance(form, ReadingForm):
        return ""
    name, errors = next(iter(form.errors.items()))
    return f"{form.fields[name].label or name}: {errors[0]}"


def _conflict(request: Request, pk: int, seen: int, typed: ReadingForm | None) -> Card:
    """The obligation as it now is, what was changed since version `seen`, and what was typed."""
    obligation = _obligation(pk)
    changes, changed_by = changes_since(obligation, seen)
    if typed is not None:
        data = request.POST.copy()
        data["version"] = str(obligation.version)  # a second save is made knowingly
        typed = ReadingForm(data, instance=obligation)
    return Card(
        obligation,
        form=typed,
        changes=changes,
        changed_by=changed_by,
        reason=request.POST.get("reason", ""),
    )


def _answer(request: Request, card: Card, status: int, *, whole: bool = False) -> HttpResponse:
    """To htmx the card with the counts and the marked paragraph out of band; else the page."""
    obligation, done = card.obligation, status < HTTPStatus.BAD_REQUEST
    if done and not wants_part(request):
        address = reverse("obligations:review", args=[obligation.document_id])
        return redirect(f"{address}#card-{obligation.pk}")
    context = screen(obligation.document, request.POST.get("beside", ""))
    context |= {"card": card, "whole": whole and done}
    with_pointers([card])
    context["cards"] = [card if c.obligation == obligation else c for c in context["cards"]]
    if not wants_part(request):
        context["missed"] = MissedForm(text=context["text"], initial={"verb_class": "requests"})
        return render(request, "obligations/review.html", context, status=status)
    context["touched"] = [
        shown
        for shown in context["paragraphs"]
        if context["whole"]  # an undo can reach further than what it leaves
        or (shown.paragraph.start < obligation.end and shown.paragraph.end > obligation.start)
    ]
    response = render(request, "obligations/review.html#answer", context, status=status)
    target = "#cards" if context["whole"] else f"#card-{obligation.pk}"
    return retarget(reswap(response, "outerHTML"), target)
