"""One office offers an obligation to another: with a note, to the people who may accept it."""

import pytest
from django.urls import reverse

from apps.followups.handover import CannotHandOver, offer
from apps.followups.models import Handover
from tests.factories import HandoverFactory, ObligationFactory, OfficeFactory, UserFactory
from tests.followups.handovers import NOW, offered, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


def test_an_offer_needs_a_note_and_what_was_typed_comes_back(officer, others):
    response = offered(officer, ObligationFactory(), others[0], note="", to_person="Anna")

    assert response.status_code == 422
    assert 'value="Anna"' in response.text
    assert not Handover.objects.exists()


def test_the_lead_stays_until_the_other_office_accepts(officer, office, others):
    obligation = ObligationFactory(lead=office)

    assert offered(officer, obligation, others[0]).status_code == 302

    obligation.refresh_from_db()
    assert obligation.lead == office
    page = officer.get(reverse("followups:obligation-detail", args=[obligation.pk])).text
    assert "Offered to OTHER" in page
    assert "The lamps moved to you." in page


def test_how_long_an_offer_waits_is_said_on_the_page(signed_in):
    handover = HandoverFactory()

    page = signed_in.get(reverse("followups:obligation-detail", args=[handover.obligation_id])).text

    assert "11 days ago" in page


def test_an_offer_tells_the_people_of_the_office_or_only_the_one_meant(officer, others):
    office, anna, ben = others
    reader = UserFactory(role="reader", office=office)

    offered(officer, ObligationFactory(), office)
    offered(officer, ObligationFactory(), office, to_person="Anna")

    assert [len(told(person)) for person in (anna, ben, reader)] == [2, 1, 0]


def test_where_nobody_of_the_office_may_log_those_above_are_told(officer, others):
    office, anna, _ben = others
    below = OfficeFactory(short="BELOW", parent=office)

    offered(officer, ObligationFactory(), below)

    assert len(told(anna)) == 1


def test_an_office_in_which_nobody_could_accept_is_not_offered_anything(officer):
    response = offered(officer, ObligationFactory(), OfficeFactory(short="EMPTY"))

    assert response.status_code == 422
    assert "Nobody in EMPTY or above it may accept" in response.text


def test_one_offer_waits_at_a_time(officer, others):
    handover = HandoverFactory(to_office=OfficeFactory(short="FIRST"))

    response = offered(officer, handover.obligation, others[0])

    assert response.status_code == 422
    assert "It waits for FIRST to accept it" in response.text


def test_what_is_closed_is_not_offered(others):
    with pytest.raises(CannotHandOver, match="is not open"):
        offer(
            ObligationFactory(closed=True).pk,
            to_office=others[0],
            note="Yours",
            by=UserFactory(),
            at=NOW,
        )


@pytest.mark.parametrize("rows", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(
    rows, client_as, office, django_assert_max_num_queries
):
    client = client_as("focal point")
    for _ in range(rows):
        HandoverFactory(to_office=office)
        HandoverFactory(offered_by=client.person)

    with django_assert_max_num_queries(10):
        page = client.get(reverse("flow:handover-list")).text

    assert page.count(">Accept<") == rows
    assert page.count(">Withdraw<") == rows


def test_an_offer_to_a_person_below_the_office_tells_those_who_can_accept_too(officer, others):
    office, anna, ben = others
    below = UserFactory(role="focal point", office=OfficeFactory(parent=office), name="Cleo")

    offered(officer, ObligationFactory(), office, to_person=below.email)

    assert [len(told(person)) for person in (below, anna, ben)] == [1, 1, 1]
