"""Who may be here, and as what; invitations and their links."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.test import Client

from apps.accounts import admit, invite
from apps.accounts.models import User
from apps.accounts.roles import ADMINISTRATOR
from tests.factories import OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return UserFactory(role=ADMINISTRATOR)


def invited(by, **fields):
    values = {
        "email": "New.Person@example.org",
        "name": "New Person",
        "office": None,
        "roles": ["officer"],
        "language": "fr",
    }
    return invite.invite(**values | fields, by=by)


def test_an_invited_person_has_roles_and_cannot_sign_in_yet(administrator):
    person = invited(administrator)

    assert person.email == "new.person@example.org"
    assert person.roles == ["officer"]
    assert person.is_invited
    assert not Client().login(email=person.email, password="")


def test_an_address_in_use_is_not_invited_whatever_its_capitals(administrator):
    known = UserFactory(email="new.person@example.org")

    with pytest.raises(invite.AlreadyHere) as raised:
        invited(administrator)

    assert raised.value.person == known


def test_two_who_invite_the_same_person_at_once_enter_one(administrator, monkeypatch):
    known = UserFactory(email="new.person@example.org")
    nobody = User.objects.none()
    monkeypatch.setattr(invite.User.objects, "filter", lambda **asked: nobody)  # not there yet

    with pytest.raises(invite.AlreadyHere) as raised:
        invited(administrator)

    assert raised.value.person == known


def test_a_link_lets_in_once(administrator):
    person = invited(administrator)
    token = invite.token_of(person)
    assert invite.invited(token) == person

    person.set_password("a password of their own")
    person.save()

    with pytest.raises(invite.LinkUsed):
        invite.invited(token)


def test_a_link_runs_out(administrator, settings):
    settings.INVITE_DAYS = 7
    begin = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
    with time_machine.travel(begin, tick=False) as clock:
        token = invite.token_of(invited(administrator))
        clock.shift(dt.timedelta(days=6, hours=23))
        assert invite.invited(token)
        clock.shift(dt.timedelta(hours=2))
        with pytest.raises(invite.LinkExpired):
            invite.invited(token)


def test_a_later_invitation_makes_the_earlier_link_worth_nothing(administrator):
    person = invited(administrator)
    first = invite.token_of(person)

    invite.invite_again(person, by=administrator)

    with pytest.raises(invite.LinkUsed):
        invite.invited(first)
    assert invite.invited(invite.token_of(person)) == person


@pytest.mark.parametrize("broken", ["", "x", "a:b:c", "é", "x" * 5000])
def test_what_is_no_link_is_refused(broken):
    with pytest.raises(invite.LinkUnknown):
        invite.invited(broken)


def test_the_link_of_a_person_who_left_opens_nothing(administrator):
    person = invited(administrator)
    token = invite.token_of(person)
    admit.deactivate(person, reason="Never came", by=administrator)

    with pytest.raises(invite.LinkUnknown):
        invite.invited(token)


@pytest.mark.parametrize("fields", [{}, {"is_active": False, "password": "!"}])
def test_who_has_a_password_or_left_is_not_invited_again(fields, administrator):
    with pytest.raises(invite.CannotInvite):
        invite.invite_again(UserFactory(**fields), by=administrator)


def test_a_deactivated_person_is_out_at_once(administrator):
    person, client = UserFactory(), Client()
    client.post("/accounts/login/", {"login": person.email, "password": "password"})
    assert client.get("/documents/").status_code == 200
    sessions = Session.objects.count()

    admit.deactivate(person, reason="Has left", by=administrator)

    assert client.get("/documents/").status_code == 302
    assert Session.objects.count() == sessions - 1
    assert not Client().login(email=person.email, password="password")


def test_nobody_deactivates_themselves(administrator):
    UserFactory(role=ADMINISTRATOR)

    with pytest.raises(admit.Oneself):
        admit.deactivate(administrator, reason="Tired", by=administrator)


def test_the_last_administrator_keeps_the_role(administrator):
    with pytest.raises(admit.LastAdministrator):
        admit.change(administrator, name="Ana", office=None, roles=["reader"], by=administrator)

    assert User.objects.get(pk=administrator.pk).roles == [ADMINISTRATOR]


def test_two_who_deactivate_each_other_do_not_both_succeed(administrator):
    other = UserFactory(role=ADMINISTRATOR)
    admit.deactivate(other, reason="First", by=administrator)

    with pytest.raises(admit.LastAdministrator):
        admit.deactivate(administrator, reason="Second", by=other)

    assert User.objects.get(pk=administrator.pk).is_active


def test_who_may_do_everything_is_not_changed_by_who_may_not(administrator):
    above = UserFactory(is_superuser=True)

    for act in (
        lambda: admit.change(above, name="X", office=None, roles=[], by=administrator),
        lambda: admit.deactivate(above, reason="X", by=administrator),
        lambda: admit.reactivate(above, by=administrator),
    ):
        with pytest.raises(admit.AboveOneself):
            act()


def test_a_reactivated_person_has_the_roles_they_had(administrator):
    person = UserFactory(role="officer")
    admit.deactivate(person, reason="Leave", by=administrator)

    admit.reactivate(person, by=administrator)

    assert User.objects.get(pk=person.pk).roles == ["officer"]
    assert Client().login(email=person.email, password="password")


def test_who_may_counts_roles_own_permissions_and_everything_but_nobody_who_left():
    by_role = UserFactory(role="officer")
    own = UserFactory()
    own.user_permissions.add(Permission.objects.get(codename="add_entry"))
    everything = UserFactory(is_superuser=True)
    UserFactory(role="reader")
    UserFactory(role="officer", is_active=False)

    assert set(User.objects.who_may("followups.add_entry")) == {by_role, own, everything}


def test_each_is_found_once_who_has_several_roles():
    person = UserFactory(role="officer")
    person.groups.add(Group.objects.get(name="manager"))

    assert list(User.objects.who_may("followups.add_entry")) == [person]


def test_people_are_found_by_every_word(office):
    found = UserFactory(name="Rosa Reader", office=OfficeFactory(short="LAMP"))
    UserFactory(name="Rosa Other")

    assert list(User.objects.matching("rosa lamp")) == [found]
