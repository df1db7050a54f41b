"""The page on which what hangs on a person goes to others."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from apps.accounts.models import User
from apps.web.pages import posted
from apps.web.request import Request

from . import leaver
from .leaver_forms import GROUPS, LeaverForm


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("accounts.change_user", raise_exception=True)
def person_handover(request: Request, pk: int) -> HttpResponse:
    """What hangs on a person, and who takes it over."""
    person = get_object_or_404(User.objects.select_related("office"), pk=pk)
    counts = leaver.counts(person)
    form = LeaverForm(posted(request), person=person, counts=counts)
    if request.method == "POST" and form.is_valid():
        try:
            gone = leaver.hand_over(person, to=form.receivers, by=request.user, at=timezone.now())
        except leaver.CannotTake as error:
            form.refuse(error)
        else:
            messages.success(request, _in_words(sum(gone.values())))
            return redirect("followups:person-handover", pk)
    context = {
        "person": person,
        "form": form,
        "counts": counts,
        "goes": [(words, counts[group]) for group, words in GROUPS.items()],
        "is_any": any(counts.values()),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "followups/person_handover.html", context, status=status)


def _in_words(count: int) -> str:
    if not count:
        return _("Nothing was handed over: everything stays as it is.")
    return ngettext(
        "%(count)d item was handed over or ended.",
        "%(count)d items were handed over or ended.",
        count,
    ) % {"count": count}
