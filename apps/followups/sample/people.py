"""Offices, and one person of each role with a password that everybody knows: for demonstration only."""

import tomllib
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from apps.accounts.models import Office, User
from apps.accounts.roles import ADMINISTRATOR

DATA = Path(__file__).parent / "people.toml"
PASSWORD = "remit-demo"  # known on purpose; the command refuses outside DEBUG


def records() -> dict[str, list[dict[str, Any]]]:
    """The offices and people of the data file."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def seed() -> None:
    """Make the offices and people that are not here yet, found by short name and e-mail address."""
    data = records()
    for office in data["offices"]:
        parent = Office.objects.filter(short=office.get("parent")).first()
        Office.objects.get_or_create(
            short=office["short"], defaults={"name": office["name"], "parent": parent}
        )
    known = set(User.objects.values_list("email", flat=True))
    missing = [person for person in data["people"] if person["email"] not in known]
    # One hash for all: making one takes half a second on purpose.
    hashed = make_password(PASSWORD) if missing else ""
    for person in missing:
        _make(person, hashed)


def _make(person: dict[str, Any], hashed: str) -> None:
    is_administrator = person["role"] == ADMINISTRATOR
    user = User.objects.create(
        email=person["email"],
        password=hashed,
        name=person["name"],
        office=Office.objects.get(short=person["office"]),
        is_staff=is_administrator,
        is_superuser=is_administrator,
    )
    user.groups.add(Group.objects.get(name=person["role"]))
