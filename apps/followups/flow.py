"""Who has an obligation, who is asked to take it over, which finding waits: for its page."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.obligations.models import FindingProposal, Obligation
from apps.obligations.rights import may_find, may_hand_over

from .flow_forms import AcceptForm
from .models import Handover


def flow_of(person: User, obligation: Obligation, *, on: dt.date) -> dict[str, Any]:
    """What waits on the obligation, and what `person` may do about it on `on`."""
    handover = Handover.objects.waiting().for_list().filter(obligation=obligation).first()
    proposal = FindingProposal.objects.waiting().for_list().filter(obligation=obligation).first()
    may_change = person.has_perm("obligations.change_obligation")
    may_decide = bool(handover and handover.may_be_decided_by(person))
    return {
        "handover": handover,
        "may_hand_over": may_hand_over(person, obligation),
        "may_decide_handover": may_decide,
        "accept_form": AcceptForm(handover=handover, me=person)
        if handover and may_decide
        else None,
        "proposal": proposal,
        "may_decide_finding": bool(proposal) and may_decide_on(person, proposal),
        "may_close": may_change and may_find(person),
        "closing_needs_approval": may_change and not may_find(person),
        "may_share": settings.SHARE_LINKS and person.has_perm("followups.share_page"),
        "responsible_remark": remark_on_responsible(obligation),
    }


def may_decide_on(person: User, proposal: FindingProposal | None) -> bool:
    """Whether the person may approve the finding or send it back: never the own."""
    is_own = proposal is not None and proposal.found_by_id == person.pk
    return person.has_perm("obligations.approve_finding") and not is_own


def remark_on_responsible(obligation: Obligation) -> str:
    """What is unusual about who is responsible: allowed, but said. Empty where nothing is."""
    person, lead = obligation.responsible, obligation.lead
    if person is None:
        return ""
    if not person.is_active:
        return _("%(person)s cannot sign in any more.") % {"person": person}
    if lead and not (person.office and person.office.path.startswith(lead.path)):
        return _("%(person)s is not of the lead office %(office)s.") % {
            "person": person,
            "office": lead,
        }
    return ""
