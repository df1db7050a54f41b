"""Who is reminded: whoever is responsible, else the office; managers later; each on their own day."""

import datetime as dt

import pytest

from apps.followups.models import Notice
from apps.followups.remind import days, remind
from tests.factories import OfficeFactory, ReminderFactory, UserFactory
from tests.followups.reminding import DAY, TODAY, cycle_of, on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_settings")]


def test_the_managers_hear_of_it_once_after_two_weeks(anna, office):
    manager = UserFactory(role="manager", office=office)
    UserFactory(role="manager", office=OfficeFactory(short="ELSEWHERE"))
    desk = OfficeFactory(short="DESK", parent=OfficeFactory(short="BRANCH", parent=office))
    cycle_of(anna, 0, cadence__obligation__lead=desk)

    assert "escalated" not in on(TODAY + 13 * DAY, since=TODAY)
    assert on(TODAY + 14 * DAY) == ["escalated"]
    assert Notice.objects.get(kind="escalated").person == manager
    assert "escalated" not in on(TODAY + 40 * DAY, since=TODAY + 15 * DAY)


def test_the_nearest_managers_hear_of_it_not_those_above(anna, office):
    UserFactory(role="manager", office=office)
    desk = OfficeFactory(short="DESK", parent=office)
    nearest = UserFactory(role="manager", office=desk)
    cycle_of(anna, -20, cadence__obligation__lead=desk)

    on(TODAY)

    assert [n.person for n in Notice.objects.filter(kind="escalated")] == [nearest]


def test_where_nobody_is_responsible_those_of_the_lead_office_who_may_log_are_told(office):
    focal = UserFactory(role="focal point", office=office)
    UserFactory(role="reader", office=office)
    UserFactory(role="focal point", office=office, is_active=False)
    UserFactory(role="focal point", office=OfficeFactory(short="ELSEWHERE"))
    accepted_by = {"cadence__obligation__decided_by": UserFactory(role="officer")}
    cycle_of(None, 7, cadence__obligation__lead=office, **accepted_by)

    on(TODAY)

    assert [n.person for n in Notice.objects.all()] == [focal]


@pytest.mark.parametrize("led", [True, False])
def test_where_no_office_has_anybody_the_officer_who_accepted_is_told(led, anna, office):
    cycle_of(
        None,
        7,
        cadence__obligation__lead=office if led else None,
        cadence__obligation__decided_by=anna,
    )

    on(TODAY)

    assert [n.person for n in Notice.objects.all()] == [anna]


def test_one_who_left_is_replaced_by_the_office(office):
    gone = UserFactory(is_active=False)
    focal = UserFactory(role="focal point", office=office)
    cycle_of(gone, 7, cadence__obligation__lead=office)

    on(TODAY)

    assert [n.person for n in Notice.objects.all()] == [focal]


def test_each_persons_day_begins_in_the_persons_own_time_zone():
    early = UserFactory(time_zone="Pacific/Auckland")
    late = UserFactory(time_zone="America/Los_Angeles")
    cycle_of(early, 1, period="P2D")
    cycle_of(late, 1, period="P2D")

    remind(at=dt.datetime(2026, 11, 2, 23, tzinfo=dt.UTC))
    assert [n.person for n in Notice.objects.all()] == [early]
    remind(at=dt.datetime(2026, 11, 3, 10, tzinfo=dt.UTC))
    assert [n.person for n in Notice.objects.order_by("pk")] == [early, late]


def test_the_days_of_all_zones_are_few():
    for zone in ("Pacific/Kiritimati", "Europe/Paris", "", "Pacific/Pago_Pago"):
        UserFactory(time_zone=zone)

    found = {
        day: people.count() for day, people in days(dt.datetime(2026, 11, 2, 10, 30, tzinfo=dt.UTC))
    }

    assert found == {TODAY - DAY: 1, TODAY: 2, TODAY + DAY: 1}


def test_nobody_who_may_not_sign_in_is_told():
    gone = UserFactory(is_active=False)
    cycle_of(gone, 7)
    ReminderFactory(person=gone, on=TODAY)

    assert on(TODAY) == []
