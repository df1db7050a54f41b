"""Tags of the log."""

import datetime as dt

from django import template
from django.utils.safestring import SafeString

from apps.accounts.models import User
from apps.followups.models import Entry
from apps.obligations.models import Obligation
from apps.obligations.rights import may_log
from apps.web.markdown import rendered

register = template.Library()


@register.simple_tag
def entry_text(entry: Entry) -> SafeString:
    """The words of an entry as HTML, with the people whom it mentions marked."""
    return rendered(entry.text, names=[mention.person.name for mention in entry.mentions.all()])


@register.simple_tag
def entry_may_be_edited(entry: Entry, user: User, at: dt.datetime) -> bool:
    """Whether `user` may still edit it at `at`; corrections are prefetched."""
    return entry.may_be_edited(by=user, at=at)


@register.filter
def may_be_logged_on_by(obligation: Obligation, user: User) -> bool:
    """Whether `user` may log there; no query where the lead is at hand."""
    return may_log(user, obligation)
