from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from apps.history.forms import LONGEST_NUMBER
from apps.history.models import version_models
from apps.history.words import kind_words
from apps.web.request import Request

from .restore import CannotRestore, ChangedSince, may_restore, newest_version, restore, would_change


class RestoreForm(forms.Form):
    """Why a former version is put back."""

    reason = forms.CharField(label=gettext_lazy("Why?"), max_length=300)
    seen = forms.IntegerField(widget=forms.HiddenInput)


@require_http_methods(["GET", "POST"])
def restore_version(request: Request, kind: str, version: int) -> HttpResponse:
    """Show what would change, and do it when it is confirmed with a reason."""
    found = _version(kind, version)
    if not may_restore(request.user, kind, found.id):
        raise PermissionDenied
    form = RestoreForm(request.POST or None, initial={"seen": newest_version(found)})
    status = HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        try:
            restore(
                found,
                seen=form.cleaned_data["seen"],
                by=request.user,
                on=timezone.localdate(),
                at=timezone.now(),
                reason=form.cleaned_data["reason"],
            )
        except CannotRestore as error:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            if isinstance(error, ChangedSince):
                status = HTTPStatus.CONFLICT
                data = request.POST.copy()
                data["seen"] = str(newest_version(found))  # a second try is made knowingly
                form = RestoreForm(data)
            form.add_error(None, str(error))
        else:
            messages.success(request, _("It was restored, as a change of its own."))
            return redirect("history:record", kind, found.id)
    elif form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {
        "form": form,
        "version": found,
        "name": str(found.instance_type._default_manager.get(pk=found.id)),
        "kind": kind,
        "kind_words": kind_words(kind),
        "changes": would_change(found, person=request.user),
    }
    return render(request, "followups/restore.html", context, status=status)


def _version(kind: str, key: int) -> Any:
    """Raises Http404 where there is no such version that could be put back."""
    if kind not in version_models() or key >= LONGEST_NUMBER:
        raise Http404(kind)
    return get_object_or_404(version_models()[kind].objects.exclude(history_type="-"), pk=key)
