from http import HTTPStatus

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from apps.history.forms import LONGEST_NUMBER, ChangeForm
from apps.history.models import OBLIGATION, Change
from apps.history.models.change import ChangeQuerySet
from apps.history.rights import READ_ALL, history_of
from apps.web.request import Request

from .formats import About
from .history import csv_lines, json_lines

FORMATS = {
    "csv": (csv_lines, "text/csv; charset=utf-8"),
    "json": (json_lines, "application/json"),
}


@require_GET
@permission_required(READ_ALL, raise_exception=True)
def history(request: Request, format: str) -> HttpResponseBase:  # noqa: A002
    """Exactly the changes that the page of the history finds with the same query, all its pages."""
    form = ChangeForm(request.GET)
    page = reverse("history:change-list")
    if not form.is_valid():
        return _refused(request, form, page)
    changes = form.of(Change.objects.visible_to(request.user))
    words = "; ".join(words for _name, words in form.chips) or _("everything")
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return _file(request, changes, format, words=words, address=page + query)


@require_GET
def history_of_record(request: Request, kind: str, record: int, format: str) -> HttpResponseBase:  # noqa: A002
    """The changes of one record, for whoever sees its page; of an obligation with what hangs on it."""
    changes = history_of(kind, record, person=request.user) if record < LONGEST_NUMBER else None
    if changes is None or not (newest := changes.newest_first().first()):
        raise Http404(f"{kind} {record}")
    address = reverse("history:record", args=[kind, record])
    if kind == OBLIGATION and "all" in request.GET:
        changes = Change.objects.filter(obligation=record).open_to(request.user)
        address += "?all=1"
    return _file(request, changes, format, words=newest.name, address=address)


def _file(
    request: Request,
    changes: ChangeQuerySet,
    format: str,  # noqa: A002
    *,
    words: str,
    address: str,
) -> HttpResponseBase:
    if format not in FORMATS:
        raise Http404(format)
    lines, content_type = FORMATS[format]
    on = timezone.localdate()
    about = About(
        title=_("History"),
        filter=words,
        as_at=on.isoformat(),
        person=str(request.user),
        rows=changes.order_by().count(),
        address=request.build_absolute_uri(address),
    )
    response = StreamingHttpResponse(lines(changes, about), content_type=content_type)
    name = f"remit-history-{on.isoformat()}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _refused(request: Request, form: ChangeForm, back: str) -> HttpResponse:
    problems = [
        f"{form.fields[name].label}: “{request.GET.get(name, '')}” – {error}"
        for name, errors in form.errors.items()
        for error in errors
    ]
    context = {"register": {"title": _("History")}, "problems": problems, "back": back}
    return render(request, "exports/refused.html", context, status=HTTPStatus.BAD_REQUEST)
