"""Who may write about which obligation. Reading needs only signing in, but for what is confidential."""

from django.conf import settings
from django.db.models import Q

from apps.accounts.models import User

from .codes import State
from .models import Obligation


def may_log(user: User, obligation: Obligation) -> bool:
    """Whether the person may write in its log: for the own office, or because responsible for it."""
    own, any_office = "followups.add_entry", "followups.log_for_any_office"
    if obligation.responsible_id == user.pk and user.has_perm(own):
        return True
    return user.may_act_for(obligation.lead, own=own, any_office=any_office)


def loggable_by(user: User) -> Q:
    """In the log of which obligations the person may write: as `may_log` says of one."""
    if user.has_perm("followups.log_for_any_office"):
        return Q()
    if not user.has_perm("followups.add_entry"):
        return Q(pk__in=[])
    own = Q(responsible=user)
    return own | Q(lead__path__startswith=user.office.path) if user.office else own


def may_respond(user: User, obligation: Obligation) -> bool:
    """Whether the person may link responses to cycles of this obligation."""
    own, any_office = "reporting.add_response", "reporting.respond_for_any_office"
    return user.may_act_for(obligation.lead, own=own, any_office=any_office)


def may_be_confidential(user: User, obligation: Obligation) -> bool:
    """Whether what the person logs there can be kept to the person's own office."""
    return user.office is not None and may_log(user, obligation)


def may_organise(user: User, obligation: Obligation) -> bool:
    """Whether the person may tag and link it: a closed one stays as it was closed."""
    is_open = obligation.state == State.ACCEPTED
    return is_open and user.has_perm("obligations.change_obligation")


def may_hand_over(user: User, obligation: Obligation) -> bool:
    """Whether the person may offer it to another office: who changes it, or logs for its lead."""
    if obligation.state != State.ACCEPTED:
        return False
    return user.has_perm("obligations.change_obligation") or may_log(user, obligation)


def may_find(user: User) -> bool:
    """Whether a finding of the person stands at once, without an officer who approves it."""
    return not settings.FINDINGS_NEED_APPROVAL or user.has_perm("obligations.approve_finding")
