"""Log one entry on many cycles that were selected in their register: what, a preview, done."""

import uuid
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from apps.obligations.models import Obligation
from apps.obligations.rights import loggable_by
from apps.reporting.bulk_draft import BadDraft, Draft, as_query
from apps.reporting.models import Cycle
from apps.reporting.selection import CannotSelect, Selection
from apps.web.request import Request

from .bulk_log import AlreadyLogged, log_many
from .entry_forms import ManyEntryForm
from .models import Entry

PER_PAGE = 100
WHAT = "log"
OK, UNPROCESSABLE = HTTPStatus.OK, HTTPStatus.UNPROCESSABLE_ENTITY
TEMPLATE = "followups/log_many.html"
may_add = permission_required("followups.add_entry", raise_exception=True)


@require_http_methods(["GET", "POST"])
@may_add
def log_on_many(request: Request) -> HttpResponse:
    """The form for the cycles selected; the preview of what it would log; and, on "do", the act."""
    given = request.POST if request.method == "POST" else request.GET
    try:
        if "draft" in given:
            draft = Draft.opened(given["draft"], what=WHAT, by=request.user)
            return _from_draft(request, draft, given.get("step", ""))
        return _form_or_preview(request, _select(given), given)
    except BadDraft:
        return _refused(request, _("This preview is too old. Select the rows again."))
    except CannotSelect as error:
        return _refused(request, str(error))


def _select(given: QueryDict) -> Selection:
    return Selection.of(
        "cycles",
        given,
        on=timezone.localdate(),
        soon=settings.DUE_SOON_DAYS,
        most=settings.BULK_MAX_ROWS,
    )


def _allowed(request: Request, keys: Any) -> QuerySet[Cycle]:
    """Those of the cycles on which the person may log."""
    own = Obligation.objects.filter(loggable_by(request.user))
    found = Cycle.objects.tracked().filter(pk__in=keys, obligation__in=own)
    return found.select_related("obligation__lead").order_by("pk")


def _form(request: Request, data: QueryDict | None, first: Cycle) -> ManyEntryForm:
    obligation = first.obligation
    entry = Entry(author=request.user, obligation=obligation)
    return ManyEntryForm(data, instance=entry, obligation=obligation, on=timezone.localdate())


def _form_or_preview(request: Request, selection: Selection, given: QueryDict) -> HttpResponse:
    keys = list(selection.rows.values_list("pk", flat=True))
    allowed = _allowed(request, keys)
    first = allowed.first()
    context: dict[str, Any] = {"allowed": allowed.count(), "selected": len(keys)}
    if first is None:
        return _shown(request, selection, None, status=HTTPStatus.FORBIDDEN, **context)
    is_sent = given.get("step") == "preview"
    form = _form(request, given if is_sent else None, first)
    if not form.is_valid():
        return _shown(request, selection, form, status=UNPROCESSABLE if is_sent else OK, **context)
    draft = Draft(
        request.user.pk,
        WHAT,
        form.as_sent(),
        selection.fields,
        list(allowed.values_list("pk", flat=True)),
        str(uuid.uuid4()),
    )
    context |= {
        "entry": form.instance,
        "draft": draft.signed(),
        "offices": allowed.order_by("obligation__lead__short")
        .values_list("obligation__lead__short")
        .annotate(n=Count("pk"), obligations=Count("obligation", distinct=True)),
    }
    return _shown(request, selection, form, **context)


def _from_draft(request: Request, draft: Draft, step: str) -> HttpResponse:
    """Log what the preview showed, or go back from it. Raises CannotSelect."""
    allowed = _allowed(request, draft.seen)
    selection, first, number = _select(draft.given), allowed.first(), allowed.count()
    if first is None:
        return _shown(request, selection, None, status=HTTPStatus.FORBIDDEN, allowed=0)
    form = _form(request, as_query(draft.form), first)
    if step != "do" or not form.is_valid():
        return _shown(request, selection, form, allowed=number, selected=selection.count)
    if request.method != "POST":  # an address that was followed logs nothing
        return _form_or_preview(request, selection, as_query({**draft.form, "step": "preview"}))
    batch = uuid.UUID(draft.mark)
    try:
        entry = form.save(commit=False)
        number = log_many(entry, allowed, form.mentioned, batch=batch, at=timezone.now())
    except AlreadyLogged:
        messages.warning(request, _("This was logged already, once."))
        return redirect("followups:batch-detail", batch)
    words = ngettext("Logged on %(number)d cycle.", "Logged on %(number)d cycles.", number)
    messages.success(request, words % {"number": number})
    if left := len(draft.seen) - number:
        words = ngettext(
            "%(number)d is no longer yours to log on, and was left out.",
            "%(number)d are no longer yours to log on, and were left out.",
            left,
        )
        messages.warning(request, words % {"number": left})
    return redirect("followups:batch-detail", batch)


def _shown(
    request: Request,
    selection: Selection,
    form: ManyEntryForm | None,
    *,
    status: int = OK,
    **more: Any,
) -> HttpResponse:
    context: dict[str, Any] = {"selection": selection, "form": form, **more}
    context["not_allowed"] = more.get("selected", selection.count) - more["allowed"]
    context["number"] = selection.obligations().count()
    query = selection.register.query.urlencode(safe="/,")
    back = reverse("reporting:cycle-list")
    context["back"] = f"{back}?{query}" if query else back
    return render(request, TEMPLATE, context, status=status)


def _refused(request: Request, words: str) -> HttpResponse:
    context = {"refused": words, "back": reverse("reporting:cycle-list")}
    return render(request, TEMPLATE, context, status=UNPROCESSABLE)


@require_GET
def batch_detail(request: Request, batch: uuid.UUID) -> HttpResponse:
    """What one act logged on many cycles, and on which."""
    entries = Entry.objects.visible_to(request.user)
    first = entries.filter(batch=batch).for_log().last()
    if first is None:
        raise Http404
    shown = Paginator(entries.logged_together(batch), PER_PAGE).get_page(request.GET.get("page"))
    context = {"entry": first, "page": shown, "today": timezone.localdate()}
    return render(request, "followups/batch_detail.html", context)
