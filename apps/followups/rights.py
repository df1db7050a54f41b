"""Who may write about which obligation. Reading needs only signing in, but for what is confidential."""

from apps.accounts.models import User
from apps.obligations.codes import State
from apps.obligations.models import Obligation


def may_log(user: User, obligation: Obligation) -> bool:
    """Whether the person may write in the log of this obligation."""
    own, any_office = "followups.add_entry", "followups.log_for_any_office"
    return user.may_act_for(obligation.lead, own=own, any_office=any_office)


def may_respond(user: User, obligation: Obligation) -> bool:
    """Whether the person may link responses to cycles of this obligation."""
    own, any_office = "reporting.add_response", "reporting.respond_for_any_office"
    return user.may_act_for(obligation.lead, own=own, any_office=any_office)


def may_organise(user: User, obligation: Obligation) -> bool:
    """Whether the person may tag and link it: a closed one stays as it was closed."""
    is_open = obligation.state == State.ACCEPTED
    return is_open and user.has_perm("obligations.change_obligation")
