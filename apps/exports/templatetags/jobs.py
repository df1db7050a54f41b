"""How a file made in the background is shown."""

from django import template
from django.utils.safestring import SafeString

from apps.exports.models import Job
from apps.web.templatetags.web import badge

register = template.Library()

# The icon and colour of each state, by the names that other states have.
SHOWN_AS = {
    Job.State.WAITING: "draft",
    Job.State.RUNNING: "cycle",
    Job.State.DONE: "answered",
    Job.State.CANCELLED: "waived",
    Job.State.FAILED: "rejected",
    Job.State.EXPIRED: "closed",
}


@register.simple_tag
def job_state(job: Job) -> SafeString:
    """The state as icon, word and colour."""
    return badge(SHOWN_AS[Job.State(job.state)], job.get_state_display())
