"""Who gets a file by mail: active people, and other addresses of the domains in EXPORT_DOMAINS only."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.followups.people import NoSuchPerson, find_person

MOST = 100


class BadRecipient(ValueError):
    """Nothing is sent there; the message quotes what was typed and says why."""


@dataclass(slots=True)
class Recipients:
    """Each once, in the order in which they were typed."""

    people: list[User] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """Lines of which no recipient can be made, quoted, with what is wrong."""


def read(text: str, *, me: User) -> Recipients:
    """The recipients that `text` names, one a line or between semicolons: a name or an address."""
    found = Recipients()
    typed = [line for one in re.split(r"[\r\n;]", text) if (line := " ".join(one.split()))]
    if len(typed) > MOST:
        found.problems = [_("At most %(most)d may get it.") % {"most": MOST}]
        return found
    for line in typed:
        try:
            _add(line, found, me=me)
        except (BadRecipient, NoSuchPerson) as error:
            found.problems.append(str(error))
    return found


def _add(line: str, found: Recipients, *, me: User) -> None:
    """Raises BadRecipient, and NoSuchPerson for a name."""
    if "@" not in line:
        one: User | str = find_person(line, User.objects.active(), me=me)
    else:
        match = re.search(r"<([^<>]*)>$", line)
        one = _at(match[1].strip() if match else line)
    if isinstance(one, User) and one not in found.people:
        found.people.append(one)
    elif isinstance(one, str) and one.casefold() not in map(str.casefold, found.addresses):
        found.addresses.append(one)


def _at(address: str) -> User | str:
    """The person whose address it is, or the address. Raises BadRecipient."""
    person = User.objects.filter(email__iexact=address).first()
    if person is None:
        return checked(address)
    if not person.is_active:
        raise BadRecipient(gone(person))
    return person


def gone(person: User) -> str:
    return _("%(person)s (%(address)s) may not sign in any more and gets nothing.") % {
        "person": person,
        "address": person.email,
    }


def checked(address: str) -> str:
    """The address, its domain in small ASCII letters, if files may be sent there. Raises BadRecipient.

    A domain counts as it is written, not the ones below it. Whoever was here and has left gets nothing.
    """
    local, _at_sign, domain = address.rpartition("@")
    try:
        plain = f"{local}@{_ascii(domain)}"
        validate_email(plain)
    except (ValidationError, UnicodeError):
        plain = ""
    # A quoted name may hold anything, another address too.
    if not plain or '"' in plain or not address.isprintable():
        raise BadRecipient(_("“%(given)s” is no e-mail address.") % {"given": shown(address)})
    allowed = sorted(map(_ascii, settings.EXPORT_DOMAINS))
    if not allowed:
        raise BadRecipient(
            _("“%(given)s” is nobody's here, and files are sent to people here only.")
            % {"given": shown(address)}
        )
    if plain.rpartition("@")[2] not in allowed:
        raise BadRecipient(
            _("“%(given)s”: files are sent to people here, and to addresses of %(domains)s only.")
            % {"given": shown(address), "domains": ", ".join(allowed)}
        )
    left = User.objects.filter(email__iexact=plain, is_active=False).first()
    if left:
        raise BadRecipient(gone(left))
    return plain


def _ascii(domain: str) -> str:
    """A domain as the network writes it: small letters, others than a to z in Punycode."""
    return domain.strip().removeprefix("@").encode("idna").decode("ascii").lower()


def shown(text: str, most: int = 100) -> str:
    """What was typed, fit to be quoted: on one line, and not too long."""
    line = "".join(c if c.isprintable() else " " for c in text)
    return line if len(line) <= most else f"{line[:most]}…"
