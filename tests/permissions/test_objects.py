"""Who may write, object by object: whose office leads, and in which state the obligation is."""

import pytest
from django.urls import reverse

from tests.conftest import ALL_ROLES
from tests.factories import CycleFactory, ObligationFactory, OfficeFactory
from tests.permissions.table import CHANGERS, WRITERS

pytestmark = pytest.mark.django_db

PLACES = ("own", "below", "above", "beside", "nobody")
BY_OFFICE = {place: WRITERS if place in {"own", "below"} else CHANGERS for place in PLACES}
# Who may, by whose office leads.
MAY = {
    "followups:entry-add": BY_OFFICE,
    "followups:cycle-respond": BY_OFFICE,
    "followups:obligation-offer": BY_OFFICE,
    "followups:obligation-edit": dict.fromkeys(PLACES, CHANGERS),
    "followups:obligation-close": dict.fromkeys(PLACES, CHANGERS),
}


@pytest.fixture
def leads(office):
    """The office in each place, seen from the office that the person is in."""
    above = OfficeFactory(short="ABOVE")
    office.parent = above
    office.save()
    return {
        "own": office,
        "below": OfficeFactory(short="BELOW", parent=office),
        "above": above,
        "beside": OfficeFactory(short="BESIDE", parent=above),
        "nobody": None,
    }


def post(client, name, obligation):
    cycle = obligation.cycles.first() or CycleFactory(cadence__obligation=obligation)
    key = cycle.pk if name.startswith("followups:cycle") else obligation.pk
    return client.post(reverse(name, args=[key]))


@pytest.mark.parametrize("role", ALL_ROLES)
def test_a_role_writes_only_where_its_office_lets_it(role, leads, client_as):
    client = client_as(role)

    done = {
        (name, place): post(client, name, ObligationFactory(lead=lead)).status_code != 403
        for name in MAY
        for place, lead in leads.items()
    }

    assert done == {(name, place): role in MAY[name][place] for name, place in done}


@pytest.mark.parametrize("role", ALL_ROLES)
def test_what_is_no_obligation_yet_or_any_more_cannot_be_written_about(role, office, client_as):
    client = client_as(role)

    for state in ({"draft": True}, {"rejected": True}):
        for name in ("entry-add", "obligation-offer", "obligation-edit", "obligation-close"):
            obligation = ObligationFactory(lead=office, **state)
            response = post(client, f"followups:{name}", obligation)
            assert response.status_code in {403, 404}


def test_a_closed_obligation_is_neither_changed_nor_closed_nor_handed_over(officer, office):
    closed = ObligationFactory(lead=office, closed=True)

    for name in ("obligation-edit", "obligation-close", "obligation-offer"):
        post(officer, f"followups:{name}", closed)

    assert closed.history.count() == 1
    assert not closed.handovers.exists()
    closed.refresh_from_db()
    assert (closed.version, closed.lead) == (1, office)


def test_a_focal_point_who_is_responsible_elsewhere_logs_there_and_no_more(client_as):
    client = client_as("focal point")
    elsewhere = ObligationFactory(lead=OfficeFactory(), responsible=client.person)

    assert post(client, "followups:entry-add", elsewhere).status_code != 403
    assert post(client, "followups:cycle-respond", elsewhere).status_code == 403
    assert post(client, "followups:obligation-edit", elsewhere).status_code == 403
