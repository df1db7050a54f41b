"""Codes of the labelling guide and of the life of an obligation, with their words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.actors.models import ActorKind


class VerbClass(models.TextChoices):
    """Neutral class of the printed verb; says nothing of strength."""

    DECIDES = "decides", _("Decides")
    DEMANDS = "demands", _("Demands")
    REQUESTS = "requests", _("Requests")
    CALLS_UPON = "calls-upon", _("Calls upon")
    URGES = "urges", _("Urges")
    ENCOURAGES = "encourages", _("Encourages")
    INVITES = "invites", _("Invites")
    RECOMMENDS = "recommends", _("Recommends")
    AUTHORIZES = "authorizes", _("Authorizes")
    INTENDS = "intends", _("Intends")
    EXPECTS = "expects", _("Expects")


class Deliverable(models.TextChoices):
    """What must come back; none is an act in the world."""

    REPORT = "report", _("Report")
    BRIEFING = "briefing", _("Briefing")
    RECOMMENDATIONS = "recommendations", _("Recommendations")


class Recipient(models.TextChoices):
    """Who gets what comes back."""

    COUNCIL = "council", _("Security Council")
    ASSEMBLY = "assembly", _("General Assembly")
    SECRETARY_GENERAL = "secretary-general", _("Secretary-General")
    COMMITTEE = "committee", _("Committee")
    MEMBER_STATES = "member-states", _("Member States")
    OTHER = "other", _("Other")
    UNSTATED = "unstated", _("Not named")


class Qualifier(models.TextChoices):
    """What softens or conditions the ask."""

    AS_APPROPRIATE = "as-appropriate", _("as appropriate")
    WITHIN_RESOURCES = "within-resources", _("within existing resources")
    IN_CONSULTATION = "in-consultation", _("in consultation")
    AS_NECESSARY = "as-necessary", _("as necessary")


class State(models.TextChoices):
    """Where an obligation stands in our hands."""

    DRAFT = "draft", _("Draft")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")
    CLOSED = "closed", _("Closed")


class Finding(models.TextChoices):
    """A person's judgement of how far it has come. Never mixed with timing."""

    NOT_STARTED = "not-started", _("Not started")
    IN_PROGRESS = "in-progress", _("In progress")
    PARTLY_FULFILLED = "partly-fulfilled", _("Partly fulfilled")
    FULFILLED = "fulfilled", _("Fulfilled")
    SUPERSEDED = "superseded", _("Superseded")
    LAPSED = "lapsed", _("Lapsed")
    NOT_APPLICABLE = "not-applicable", _("Not applicable")


class CadenceKind(models.TextChoices):
    """How often or by when."""

    ONCE = "once", _("Once")
    EVERY = "every", _("Recurring")
    SERIES = "series", _("With a series of reports")
    SESSION = "session", _("At a session")
    MANDATE = "mandate", _("Mandate until")
    BEFORE_EXPIRY = "before-expiry", _("Before a mandate ends")
    MIDTERM = "midterm", _("Half-way through a mandate")
    EVENT = "event", _("When something happens")
    UNDATED = "undated", _("No date")


class Region(models.TextChoices):
    """Chapters of the table of reporting and mandate cycles."""

    AFRICA = "africa", _("Africa")
    AMERICAS = "americas", _("Americas")
    ASIA = "asia", _("Asia and the Middle East")
    EUROPE = "europe", _("Europe")
    TERRORISM = "terrorism", _("Counter-terrorism and non-proliferation")
    OTHER = "other", _("Other matters")


class Shift(models.TextChoices):
    """Where a due date goes that falls on a day off."""

    KEEP = "keep", _("stays, and is marked")
    BACK = "back", _("back to the working day before")
    FORWARD = "forward", _("on to the next working day")


# What the codes in the lists of an obligation mean, by name of the field: for the history.
CODES_IN_LISTS = {
    "addressee_codes": ActorKind,
    "deliverable": Deliverable,
    "recipients": Recipient,
    "qualifiers": Qualifier,
}


def words_of(choices: type[models.TextChoices], codes: list[str]) -> list[str]:
    """Labels of `codes`; a code that is not known stands for itself."""
    known = dict(choices.choices)
    return [str(known.get(code, code)) for code in codes]
