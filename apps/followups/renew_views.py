"""The page on which a later obligation is held against an earlier one, and renews it."""

from http import HTTPStatus
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from apps.obligations.codes import State
from apps.obligations.history import changes_since
from apps.obligations.models import Obligation
from apps.obligations.renewals import Difference, Proposal, difference, proposals
from apps.obligations.review import CannotDo, Changed
from apps.reporting.renew import Renewal, Settle, accept_and_renew, renew
from apps.web.keys import as_key
from apps.web.request import Request

from .renew_forms import RenewForm

CYCLES_SHOWN = 60
may_renew = permission_required(
    ["obligations.review_obligation", "reporting.plan_cycle"], raise_exception=True
)


class Row(NamedTuple):
    """One fact about both."""

    name: str
    old: str
    new: str


@require_http_methods(["GET", "POST"])
@may_renew
def obligation_renew(request: Request, pk: int) -> HttpResponse:
    """Both texts side by side; `?earlier=` names the earlier one, the likeliest is shown without."""
    later = _later(pk)
    if later.renews:
        messages.info(request, _("It renews %(earlier)s already.") % {"earlier": later.renews})
        return _to_card(later)
    found = proposals(later)
    asked = request.POST.get("earlier") or request.GET.get("earlier", "")
    earlier = _earlier(asked, found)
    context: dict[str, Any] = {"later": later, "proposals": found, "asked": asked}
    if earlier is None:
        status = HTTPStatus.NOT_FOUND if asked else HTTPStatus.OK
        return render(request, "followups/renew.html", context, status=status)
    context |= _compared(earlier, later)
    form, status = RenewForm(request.POST or None, **_of(context)), HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, in_words(_renewed(request, later, form)))
            return _to_card(later)
        except Changed as changed:
            seen = form.cleaned_data["version"]
            context["changes"], context["changed_by"] = changes_since(changed.current, seen)
            status, form = HTTPStatus.CONFLICT, RenewForm(**_of(context))
        except CannotDo as error:
            form.add_error(None, str(error))
    if form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "followups/renew.html", context | {"form": form}, status=status)


def _later(pk: int) -> Obligation:
    found = Obligation.objects.filter(state__in=[State.DRAFT, State.ACCEPTED]).for_list()
    return get_object_or_404(found, pk=pk)


def _earlier(asked: str, found: list[Proposal]) -> Obligation | None:
    """The one that is asked for by its key, or the likeliest; None where there is none."""
    if not asked:
        return found[0].earlier if found else None
    key = as_key(asked)
    return Obligation.objects.tracked().for_list().filter(pk=key).first() if key else None


def _compared(earlier: Obligation, later: Obligation) -> dict[str, Any]:
    """All that the page shows of the two."""
    cycles = earlier.cycles.open()
    shown = cycles.with_state(on=timezone.localdate(), soon=settings.DUE_SOON_DAYS)
    return {
        "later": later,
        "earlier": earlier,
        "pieces": _difference(earlier, later),
        "rows": _rows(earlier, later),
        "cycles": shown[:CYCLES_SHOWN],
        "number": cycles.count(),
        "answered": earlier.cycles.exclude(answered_on=None).count(),
        "today": timezone.localdate(),
    }


def _difference(earlier: Obligation, later: Obligation) -> list[Difference]:
    """What differs; nothing where the texts are in two languages, since then everything does."""
    if earlier.paragraph.text.language != later.paragraph.text.language:
        return []
    return difference(earlier.words, later.words)


def _of(context: dict[str, Any]) -> dict[str, Any]:
    """What the form is made for."""
    return {name: context[name] for name in ("later", "earlier", "number")}


def _rows(earlier: Obligation, later: Obligation) -> list[Row]:
    """What was read from both, for the eye to compare."""
    names = (_("Verb"), _("Addressee"), _("Comes back"), _("To"), _("Timing"), _("Lead"))
    facts = zip(names, _facts(earlier), _facts(later), strict=True)
    return [Row(name, old or "–", new or "–") for name, old, new in facts]


def _facts(obligation: Obligation) -> tuple[str, ...]:
    return (
        obligation.get_verb_class_display(),
        "; ".join(str(addressee) for addressee in obligation.addressees.all()),
        ", ".join(obligation.deliverable_words),
        ", ".join(obligation.recipient_words),
        " ".join(obligation.timing),
        str(obligation.lead or ""),
    )


def _renewed(request: Request, later: Obligation, form: RenewForm) -> Renewal:
    """Do it; a draft is accepted in the same stroke. Raises Changed, CannotDo."""
    data = form.cleaned_data
    earlier, seen = data["earlier"].pk, data["version"]
    rule: dict[str, Any] = {"settle": data["settle"], "by": request.user}
    on = timezone.localdate()
    if later.state == State.DRAFT:
        return accept_and_renew(later.pk, seen, earlier, at=timezone.now(), on=on, **rule)
    return renew(later.pk, seen, earlier, on=on, **rule)


def in_words(done: Renewal) -> str:
    """What was done, for the person who did it."""
    values = {"later": done.later, "earlier": done.earlier, "n": done.settled}
    said = _("%(later)s renews %(earlier)s, which is closed as superseded.") % values
    if done.rule == Settle.KEPT:
        return f"{said} {_('Cycles that were open there stay open.')}"
    cycles = ngettext(
        "%(n)d open cycle was waived there.", "%(n)d open cycles were waived there.", done.settled
    )
    return f"{said} {cycles % values}"


def _to_card(later: Obligation) -> HttpResponse:
    return redirect(f"{reverse('obligations:review', args=[later.document_id])}#card-{later.pk}")
