"""Let a person in by mail: a link that sets the first password, once, for a while.

CannotInvite
└── AlreadyHere    somebody has this address here
LinkProblem
├── LinkExpired    it was good once
├── LinkUsed       the password is set, or a later link took its place
└── LinkUnknown    it is none of ours
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core import signing
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from .models import Office, User

SALT = "accounts.invite"
SECONDS_A_DAY = 24 * 60 * 60


class CannotInvite(Exception):
    """The person cannot be invited; the message says why."""


class AlreadyHere(CannotInvite):
    """Somebody has this address here."""

    def __init__(self, person: User) -> None:
        super().__init__(f"{person.email} is here already")
        self.person = person


class LinkProblem(Exception):
    """The link lets nobody in."""


class LinkExpired(LinkProblem):
    """Older than the setting INVITE_DAYS."""


class LinkUsed(LinkProblem):
    """The password was set with it, or a later invitation took its place."""


class LinkUnknown(LinkProblem):
    """Not made here, or cut off on its way."""


@transaction.atomic
def invite(
    *, email: str, name: str, office: Office | None, roles: Iterable[str], language: str, by: User
) -> User:
    """Enter a person who cannot sign in before the link of the mail is used. Raises AlreadyHere."""
    if known := User.objects.filter(email__iexact=email).first():
        raise AlreadyHere(known)
    person = User(email=email.lower(), name=name, office=office, language=language)
    person.set_unusable_password()
    person._history_user = by  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError:  # another administrator was quicker
        raise AlreadyHere(User.objects.get(email__iexact=email)) from None
    person.groups.set(Group.objects.filter(name__in=roles))
    return person


def invite_again(person: User, *, by: User) -> None:
    """Make every earlier link worth nothing. Raises CannotInvite for who has a password or left."""
    if not person.is_invited:
        raise CannotInvite(f"{person} needs no invitation")
    person.set_unusable_password()
    person._history_user = by  # type: ignore[attr-defined]
    person.save()


def token_of(person: User) -> str:
    """What the address of the link carries; worth nothing once the password changes."""
    return signing.dumps([person.pk, _seal(person)], salt=SALT)


def invited(token: str) -> User:
    """The person whom the link with `token` lets in. Raises LinkExpired, LinkUsed, LinkUnknown."""
    try:
        pk, seal = signing.loads(token, salt=SALT, max_age=settings.INVITE_DAYS * SECONDS_A_DAY)
    except signing.SignatureExpired:
        raise LinkExpired from None
    except (signing.BadSignature, ValueError):
        raise LinkUnknown from None
    person = User.objects.active().filter(pk=pk).first()
    if person is None:
        raise LinkUnknown
    if not constant_time_compare(seal, _seal(person)):
        raise LinkUsed
    return person


def accept(token: str, password: str) -> User:
    """Set the password of the person whom the link lets in, if it still does.

    Raises what `invited` raises.
    """
    person = invited(token)
    with transaction.atomic():
        # Only while nobody has deactivated the person, or used the link, since it was looked at.
        still = User.objects.active().filter(pk=person.pk, password=person.password)
        locked = still.select_for_update(of=("self",)).first()
        if locked is None:
            raise LinkUsed
        locked.set_password(password)
        locked.save(update_fields=["password"])
    return locked


def _seal(person: User) -> str:
    """Changes with the password; an unusable one is random and new with every invitation."""
    return salted_hmac(SALT, f"{person.pk} {person.password}", algorithm="sha256").hexdigest()[:32]


def mail_invitation(person: User, *, link: str, by: User) -> None:
    """Send the link, in the person's language. Raises OSError where the mail server cannot."""
    context: dict[str, Any] = {
        "person": person,
        "link": link,
        "by": by,
        "days": settings.INVITE_DAYS,
        "organization": settings.ORGANIZATION,
    }
    with translation.override(person.language or settings.LANGUAGE_CODE):
        EmailMessage(
            _("Your invitation to %(organization)s") % context,
            render_to_string("accounts/invitation.txt", context),
            to=[person.email],
        ).send()
