"""Whether a page of the history offers to restore."""

from django import template

from apps.accounts.models import User
from apps.followups import restore

register = template.Library()
register.simple_tag(restore.may_restore, name="may_restore")


@register.simple_tag
def why_not_restorable(person: User, kind: str) -> str:
    """Why nothing of this kind is restored; empty where the person only may not."""
    return restore.why_not(person, kind)
