"""What the page of an obligation shows."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.functional import SimpleLazyObject

from apps.accounts.models import User
from apps.history.models import Change
from apps.obligations.models import Obligation
from apps.obligations.renewals import chain
from apps.obligations.rights import may_log, may_respond
from apps.reporting.models import Cycle
from apps.reporting.standing import STANDINGS, with_standing

from .attention import attention_of
from .entry_forms import EntryForm
from .flow import flow_of
from .forms import CloseForm
from .models import Entry
from .organised import organised
from .timeline import timeline_of


def tracked(pk: int) -> Obligation:
    """The obligation of the register with this key, with all that its page names. Raises Http404."""
    found = Obligation.objects.tracked().select_related(
        "document", "paragraph__text", "lead", "responsible__office", "finding_by", "series"
    )
    return get_object_or_404(found, pk=pk)


def record(person: User, obligation: Obligation, *, on: dt.date, **forms: Any) -> dict[str, Any]:
    """All that the page shows to `person` on `on`; `forms` replaces the empty ones."""
    cycles = _cycles(obligation, on)
    cadences = obligation.cadences.with_current().select_related("basis_document", "series")
    linked = chain(obligation)
    return {
        "obligation": obligation,
        "standing": _standing(obligation, on),
        "today": on,
        "addressees": obligation.addressees.select_related("actor"),
        "cycles": cycles,
        "cadences": cadences,
        # Only the whole page asks for it, and by then has the rows: parts of the page do not pay.
        "drawn": SimpleLazyObject(lambda: timeline_of(obligation, cycles, cadences, linked, on=on)),
        "entries": obligation.entries.visible_to(person).for_log(),
        "timeline": Change.objects.timeline(obligation.pk, person=person),
        "chain": linked,
        "attention": attention_of(person, obligation),
        "may_log": may_log(person, obligation),
        "may_respond": may_respond(person, obligation),
        "entry_form": EntryForm(
            instance=Entry(obligation=obligation, author=person), obligation=obligation, on=on
        ),
        "close_form": CloseForm(obligation=obligation),
        **organised(person, obligation),
        **flow_of(person, obligation, on=on),
        **forms,
    }


def _cycles(obligation: Obligation, on: dt.date) -> QuerySet[Cycle]:
    """Its cycles as they stand on `on`, with what came back and why each date."""
    cycles = obligation.cycles.with_state(on=on, soon=settings.DUE_SOON_DAYS)
    return cycles.select_related("cadence__basis_document").prefetch_related(
        "responses__document", "responses__judged_by", "extensions__basis_document"
    )


def _standing(obligation: Obligation, today: dt.date) -> tuple[str, str]:
    """How it stands today, as code and word: overdue, due soon, answered, closed."""
    this = Obligation.objects.filter(pk=obligation.pk)
    row: Any = with_standing(this, on=today, soon=settings.DUE_SOON_DAYS).get()
    return row.standing, str(dict(STANDINGS)[row.standing])
