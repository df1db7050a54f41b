"""Tags and links of one obligation, changed on its page."""

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from apps.obligations.history import changes_since
from apps.obligations.link import link, unlink
from apps.obligations.models import Link
from apps.obligations.organise import retag
from apps.obligations.review import CannotDo, Changed
from apps.web.pages import wants_part
from apps.web.request import Request

from .organise_forms import LinkForm, TagForm
from .record import record, tracked
from .views import may_change


@require_POST
@may_change
def obligation_tag(request: Request, pk: int) -> HttpResponse:
    """Add the tags that were typed, or take the one away whose button was pressed."""
    obligation, form = tracked(pk), TagForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        version, remove = data["version"], list(filter(None, [data["remove"]]))
        try:
            retag(pk, version, add=data["add"], remove=remove, by=request.user)
            return _done(request, pk, tags_said=_("The tags are saved."), tags_focus="tags")
        except Changed as changed:
            seen = form.seen_again(obligation)
            changes, by = changes_since(changed.current, version)
            found = {"tag_form": seen, "tag_changes": changes, "tag_changed_by": by}
            return _part(request, pk, status=HTTPStatus.CONFLICT, **found)
        except CannotDo as error:
            form.add_error("add", str(error))
    return _part(request, pk, status=HTTPStatus.UNPROCESSABLE_ENTITY, tag_form=form)


@require_POST
@may_change
def obligation_link(request: Request, pk: int) -> HttpResponse:
    obligation, form = tracked(pk), LinkForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            link(obligation, data["kind"], data["target"], note=data["note"], by=request.user)
            return _done(request, pk, tags_said=_("Linked."), tags_focus="links")
        except CannotDo as error:
            form.add_error("target", str(error))
    return _part(request, pk, status=HTTPStatus.UNPROCESSABLE_ENTITY, link_form=form)


@require_POST
@may_change
def obligation_unlink(request: Request, pk: int, link: int) -> HttpResponse:
    """Take a link away, from the page of either of its ends."""
    found = get_object_or_404(Link.objects.of(tracked(pk)), pk=link)
    try:
        unlink(found, by=request.user)
    except CannotDo as error:
        refused = HTTPStatus.UNPROCESSABLE_ENTITY
        return _part(request, pk, status=refused, tags_said=str(error), tags_focus="links")
    return _done(request, pk, tags_said=_("The link is taken away."), tags_focus="links")


def _done(request: Request, pk: int, **said: Any) -> HttpResponse:
    if wants_part(request):
        return _part(request, pk, **said)
    return redirect(f"{reverse('followups:obligation-detail', args=[pk])}#organise")


def _part(request: Request, pk: int, *, status: int = HTTPStatus.OK, **found: Any) -> HttpResponse:
    """The part of the page as it stands now, or without htmx the whole page."""
    context = record(request.user, tracked(pk), on=timezone.localdate(), **found)
    part, whole = "followups/parts/tags.html", "followups/obligation_detail.html"
    return render(request, part if wants_part(request) else whole, context, status=status)
