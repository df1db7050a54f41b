"""Who may be here, and as what: change a person, deactivate, reactivate.

CannotAdmit
├── Oneself            nobody locks themselves out
├── AboveOneself       only who may do everything changes who may do everything
└── LastAdministrator  somebody has to be left who looks after people
"""

from collections.abc import Iterable

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.db import transaction

from .models import Office, User
from .roles import ADMINISTRATOR


class CannotAdmit(Exception):
    """The act is not possible."""


class Oneself(CannotAdmit):
    """The person would deactivate themselves."""


class AboveOneself(CannotAdmit):
    """The other may do everything, the person may not."""


class LastAdministrator(CannotAdmit):
    """Nobody would be left who looks after people."""


@transaction.atomic
def change(
    person: User, *, name: str, office: Office | None, roles: Iterable[str], by: User
) -> None:
    """Give the person this name, this office and exactly these roles.

    Raises AboveOneself, LastAdministrator.
    """
    _begin(person, by=by)
    person.name, person.office = name, office
    person._history_user = by  # type: ignore[attr-defined]
    person.save()
    person.groups.set(Group.objects.filter(name__in=roles))
    _someone_is_left()


@transaction.atomic
def deactivate(person: User, *, reason: str, by: User) -> None:
    """Let the person in no more, and end what is open of theirs at once.

    Raises Oneself, AboveOneself, LastAdministrator.
    """
    if person == by:
        raise Oneself(person)
    _begin(person, by=by)
    _keep_active(person, is_active=False, reason=reason, by=by)
    end_sessions(person)
    _someone_is_left()


@transaction.atomic
def reactivate(person: User, *, by: User) -> None:
    """Let the person in again, with the roles they had. Raises AboveOneself."""
    _begin(person, by=by)
    _keep_active(person, is_active=True, reason="", by=by)


def end_sessions(person: User) -> None:
    """Sign the person out wherever they are signed in."""
    for session in UserSession.objects.filter(user=person):
        session.end()


def _keep_active(person: User, *, is_active: bool, reason: str, by: User) -> None:
    person.is_active = is_active
    person._history_user = by  # type: ignore[attr-defined]
    person._change_reason = reason  # type: ignore[attr-defined]
    person.save()


def _begin(person: User, *, by: User) -> None:
    """Wait for whoever changes people at the same time: two could each think the other stays."""
    if person.is_superuser and not by.is_superuser:
        raise AboveOneself(person)
    Group.objects.select_for_update().get(name=ADMINISTRATOR)
    person.refresh_from_db()


def _someone_is_left() -> None:
    if not User.objects.administrators().exists():
        raise LastAdministrator
