"""A key changed in a form or an address gives nothing: it is refused, and nothing is shown or saved."""

import pytest
from django.urls import reverse

from apps.followups.models import Entry, Handover
from tests.conftest import ALL_ROLES
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    DocumentFactory,
    HandoverFactory,
    ObligationFactory,
    OfficeFactory,
    ResponseFactory,
    UserFactory,
)
from tests.permissions.table import GET_ONLY, NEEDS_FILE, OPEN, POST_ONLY, WRITE
from tests.test_permissions import ADDRESSES, address, rows  # noqa: F401

pytestmark = pytest.mark.django_db
NOBODY = 999_999
ENTRY = {"kind": "note", "happened_on": "2021-04-19", "text": "Called"}


def post(client, name, key, data):
    return client.post(reverse(name, args=[key]), data)


def test_an_entry_is_on_no_cycle_of_another_obligation(officer):
    obligation, other = ObligationFactory(), CycleFactory()

    response = post(officer, "followups:entry-add", obligation.pk, ENTRY | {"cycle": other.pk})

    assert response.status_code == 422
    assert not Entry.objects.exists()


def test_no_response_of_another_obligation_fulfils_this_one(officer):
    other = ResponseFactory(document=DocumentFactory(symbol="A/99/999"))
    own = ResponseFactory()
    obligation = own.cycle.obligation
    data = {"finding": "fulfilled", "reason": "Done", "version": obligation.version}

    response = post(
        officer, "followups:obligation-close", obligation.pk, data | {"response": other.pk}
    )

    assert response.status_code == 422
    assert "A/99/999" not in response.text
    for one in (own, other):
        one.refresh_from_db()
        assert not one.fulfils


@pytest.mark.parametrize("version", [NOBODY, 0])
def test_the_version_of_something_else_changes_nothing(version, officer):
    obligation = ObligationFactory()
    data = {"act": "Other words", "finding": "not-started", "version": version}

    assert post(officer, "followups:obligation-edit", obligation.pk, data).status_code == 409
    closing = {"finding": "lapsed", "reason": "Why not", "version": version}
    assert post(officer, "followups:obligation-close", obligation.pk, closing).status_code == 422

    obligation.refresh_from_db()
    assert (obligation.act, obligation.state) == ("report to the Council", "accepted")


@pytest.mark.parametrize("field", ["lead", "responsible"])
def test_an_office_or_a_person_that_is_not_there_is_refused(field, officer):
    obligation = ObligationFactory()
    data = {"act": "Other words", "finding": "not-started", "version": 1, field: NOBODY}

    assert post(officer, "followups:obligation-edit", obligation.pk, data).status_code == 422


def test_nothing_is_offered_to_an_office_or_person_that_is_not_to_choose_from(officer, office):
    obligation = ObligationFactory(lead=office)
    other = OfficeFactory(short="OTHER")
    outsider = UserFactory(role="focal point", office=OfficeFactory(short="THIRD"))
    UserFactory(role="focal point", office=other)
    wrong = [
        {"to_office": office.pk},
        {"to_office": NOBODY},
        {"to_office": other.pk, "to_person": outsider.email},
        {"to_office": other.pk, "to_person": "nobody@example.org"},
    ]

    for data in wrong:
        url = "followups:obligation-offer"
        assert post(officer, url, obligation.pk, data | {"note": "Yours"}).status_code == 422

    assert not Handover.objects.exists()


def test_who_accepts_makes_nobody_of_another_office_responsible(client_as, office):
    client = client_as("focal point")
    handover = HandoverFactory(to_office=office)
    outsider = UserFactory(role="focal point", office=OfficeFactory(short="THIRD"))

    response = post(client, "flow:handover-accept", handover.pk, {"responsible": outsider.email})

    assert response.status_code == 422
    handover.obligation.refresh_from_db()
    assert handover.obligation.lead is None


def test_a_cadence_counts_from_no_mandate_of_another_document(officer):
    cadence = CadenceFactory()
    other = CadenceFactory(kind="mandate", period="P1Y").obligation
    data = {
        "kind": "before-expiry",
        "count": "30",
        "unit": "D",
        "mandate": other.pk,
        "holds_from": "2021-05-01",
        "symbol": cadence.basis_document.symbol,
        "version": cadence.obligation.version,
        "number": cadence.number,
        "do": "1",
    }

    assert post(officer, "followups:cadence-amend", cadence.pk, data).status_code == 422
    assert cadence.obligation.cadences.count() == 1


@pytest.mark.parametrize("role", ALL_ROLES)
def test_a_guessed_key_finds_nothing(role, rows, client_as):  # noqa: F811
    client = client_as(role)
    guessed = {key: NOBODY if isinstance(value, int) else "guessed" for key, value in rows.items()}
    found = {}
    for name in sorted(set(ADDRESSES) - NEEDS_FILE):
        if "pk" not in ADDRESSES[name].pattern.converters:
            continue
        method = client.post if name in POST_ONLY else client.get
        found[name] = method(address(name, guessed)).status_code

    assert {name: code for name, code in found.items() if code not in {403, 404}} == {}


def test_an_auditor_writes_nothing_anywhere(rows, client_as):  # noqa: F811
    client = client_as("auditor")
    own = {name for name, who in WRITE.items() if "auditor" in who}

    found = {
        name: client.post(address(name, rows)).status_code
        for name in sorted(set(ADDRESSES) - NEEDS_FILE - OPEN - own)
    }

    assert {name for name, code in found.items() if code not in {403, 405}} == set()
    assert {name for name in set(WRITE) - own if found[name] == 405} <= GET_ONLY
