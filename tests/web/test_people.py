"""The pages of people."""

import re
import smtplib

import pytest
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client

from apps.accounts.models import User
from tests.conftest import FRAGMENT, FRAME
from tests.factories import OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db
URL = "/people/"


@pytest.fixture
def administrator(client_as):
    return client_as("administrator")


def invitation(**changes):
    return {
        "email": "new@example.org",
        "name": "New Person",
        "office": "",
        "roles": ["officer"],
        "language": "",
    } | changes


def link_of(message):
    return re.search(r"http://testserver(/invitation/\S+)", message.body)[1]


def test_the_list_shows_who_is_here_and_in_what_role(administrator):
    UserFactory(name="Olga Officer", role="officer", office=OfficeFactory(short="LAMP"))
    UserFactory(name="Leo Left", is_active=False)

    text = administrator.get(URL).text

    for words in ("Olga Officer", "officer", "LAMP", "Leo Left", "Deactivated", "3 people"):
        assert words in text


def test_the_fragment_is_a_part_of_the_page(administrator):
    UserFactory(name="Olga Officer")

    page = administrator.get(URL).text
    fragment = administrator.get(URL, headers=FRAGMENT).text

    assert "Olga Officer" in fragment
    assert fragment.strip() in page
    assert "<html" not in fragment


@pytest.mark.parametrize("rows", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(
    rows, administrator, django_assert_num_queries
):
    for person in UserFactory.create_batch(rows):
        person.groups.add(Group.objects.get(name="officer"))

    with django_assert_num_queries(FRAME + 4):  # offices, count, rows, roles
        administrator.get(URL)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("text=olga", {"Olga"}),
        ("role=auditor", {"Amadou"}),
        ("state=left", {"Leo"}),
        ("text=example.org&state=active&role=officer", {"Olga"}),
    ],
)
def test_people_are_filtered(query, names, administrator):
    UserFactory(name="Olga", role="officer")
    UserFactory(name="Amadou", role="auditor")
    UserFactory(name="Leo", is_active=False)

    text = administrator.get(f"{URL}?{query}").text

    assert {name for name in ("Olga", "Amadou", "Leo") if name in text} == names


def test_an_office_is_found_with_those_below_it(administrator):
    top = OfficeFactory(short="TOP")
    UserFactory(name="Below", office=OfficeFactory(short="SUB", parent=top))
    UserFactory(name="Elsewhere", office=OfficeFactory(short="ELSE"))

    text = administrator.get(f"{URL}?office={top.pk}").text

    assert "Below" in text
    assert "Elsewhere" not in text


@pytest.mark.parametrize("query", ["office=999999", "role=king", "state=maybe", "page=x"])
def test_a_wrong_filter_is_no_failure(query, administrator):
    response = administrator.get(f"{URL}?{query}")

    assert response.status_code in {200, 400}


def test_an_invitation_goes_by_mail_and_its_link_sets_the_password(administrator):
    administrator.post("/people/invite/", invitation(email="New@Example.org"))

    [message] = mail.outbox
    assert message.to == ["new@example.org"]
    visitor = Client()
    page = visitor.get(link_of(message))
    assert "new@example.org" in page.text
    weak = visitor.post(link_of(message), {"new_password1": "123", "new_password2": "123"})
    assert weak.status_code == 422
    secret = "lamps over the harbour"
    visitor.post(link_of(message), {"new_password1": secret, "new_password2": secret})
    visitor.post("/accounts/login/", {"login": "new@example.org", "password": secret})
    assert visitor.get("/documents/").status_code == 200
    used = Client().get(link_of(message))
    assert used.status_code == 410
    assert "used already" in used.text


def test_the_mail_is_in_the_language_chosen_for_the_person(administrator):
    administrator.post("/people/invite/", invitation(language="ar"))

    assert User.objects.get(email="new@example.org").language == "ar"
    assert mail.outbox


def test_an_address_in_use_is_refused_and_named(administrator):
    here = UserFactory(email="new@example.org", name="Nia")

    response = administrator.post("/people/invite/", invitation(name="Typed Name"))

    assert response.status_code == 422
    assert "“new@example.org” is the address of" in response.text
    assert f'href="/people/{here.pk}/"' in response.text
    assert "Typed Name" in response.text
    assert mail.outbox == []


def test_a_mail_that_cannot_be_sent_is_said_and_the_person_is_kept(administrator, monkeypatch):
    def fail(self, **kwargs):
        raise smtplib.SMTPServerDisconnected("down")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)

    response = administrator.post("/people/invite/", invitation(), follow=True)

    assert "could not be sent" in response.text
    assert "Invite again" in response.text


def test_inviting_again_sends_another_link(administrator):
    administrator.post("/people/invite/", invitation())
    person = User.objects.get(email="new@example.org")

    administrator.post(f"/people/{person.pk}/invite/")

    first, second = mail.outbox
    assert Client().get(link_of(first)).status_code == 410
    assert Client().get(link_of(second)).status_code == 200


@pytest.mark.parametrize("role", ["superuser", "staff", "is_superuser", ""])
def test_a_role_that_is_none_is_refused(role, administrator):
    administrator.post("/people/invite/", invitation(roles=[role]) | {"is_superuser": "on"})

    assert not User.objects.filter(email="new@example.org").exists()


def test_name_office_and_roles_are_changed_and_nothing_else(administrator):
    person, office = UserFactory(role="reader"), OfficeFactory(short="LAMP")

    administrator.post(
        f"/people/{person.pk}/",
        {
            "name": "Other Name",
            "office": office.pk,
            "roles": ["officer", "auditor"],
            "is_superuser": "on",
            "is_staff": "on",
            "email": "taken.over@example.org",
        },
    )

    changed = User.objects.get(pk=person.pk)
    assert (changed.name, changed.office, changed.roles) == (
        "Other Name",
        office,
        ["auditor", "officer"],
    )
    assert (changed.is_superuser, changed.is_staff, changed.email) == (False, False, person.email)


def test_who_may_do_everything_is_shown_and_not_changed(administrator):
    above = UserFactory(is_superuser=True, name="Above")

    assert ">Save<" not in administrator.get(f"/people/{above.pk}/").text
    for address in ("", "deactivate/", "reactivate/"):
        response = administrator.post(f"/people/{above.pk}/{address}", {"name": "X", "reason": "X"})
        assert response.status_code == 403
    assert User.objects.get(pk=above.pk).name == "Above"


def test_deactivating_asks_for_a_reason_and_leads_to_what_hangs_on_the_person(administrator):
    person = UserFactory()

    without = administrator.post(f"/people/{person.pk}/deactivate/", {"reason": " "})
    assert without.status_code == 422
    assert User.objects.get(pk=person.pk).is_active
    response = administrator.post(f"/people/{person.pk}/deactivate/", {"reason": "Has left"})

    assert response["Location"] == f"/obligations/people/{person.pk}/handover/"
    assert not User.objects.get(pk=person.pk).is_active


def test_deactivating_oneself_is_refused_in_words(administrator):
    response = administrator.post(
        f"/people/{administrator.person.pk}/deactivate/", {"reason": "Tired"}
    )

    assert response.status_code == 422
    assert "Nobody deactivates themselves" in response.text


def test_the_last_administrator_is_told_why_the_role_stays(administrator):
    response = administrator.post(
        f"/people/{administrator.person.pk}/", {"name": "Ana", "roles": ["reader"]}
    )

    assert response.status_code == 422
    assert "make another administrator first" in response.text


def test_a_person_is_let_in_again(administrator):
    person = UserFactory(is_active=False)

    administrator.post(f"/people/{person.pk}/reactivate/")

    assert User.objects.get(pk=person.pk).is_active


def test_the_rail_leads_an_administrator_to_people_and_nobody_else():
    def rail(role):
        client = Client()
        person = UserFactory(role=role)
        client.post("/accounts/login/", {"login": person.email, "password": "password"})
        return client.get("/account/").text

    assert 'href="/people/"' in rail("administrator")
    assert 'href="/people/"' not in rail("officer")


def test_a_password_chosen_while_the_person_is_deactivated_is_not_set(administrator, monkeypatch):
    administrator.post("/people/invite/", invitation())
    link, person = link_of(mail.outbox[0]), User.objects.get(email="new@example.org")
    valid = SetPasswordForm.is_valid

    def deactivated_meanwhile(form):
        User.objects.filter(pk=person.pk).update(is_active=False)
        return valid(form)

    monkeypatch.setattr(SetPasswordForm, "is_valid", deactivated_meanwhile)
    secret = "lamps over the harbour"
    response = Client().post(link, {"new_password1": secret, "new_password2": secret})

    assert response.status_code == 410
    person.refresh_from_db()
    assert not person.is_active
    assert not person.has_usable_password()
