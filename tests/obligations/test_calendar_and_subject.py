"""What an administrator keeps of the calendar; subject, region and shift on the forms."""

import datetime as dt

import pytest
from django.urls import reverse

from apps.obligations.codes import Region, Shift
from apps.obligations.models import Obligation, Session, opening_days
from tests.factories import HolidayFactory, ObligationFactory, SessionFactory, UserFactory

pytestmark = pytest.mark.django_db
NAMED = {"subject": "Lamps: keepers", "region": Region.EUROPE, "shift": Shift.BACK}


def test_sessions_65_to_80_are_there_from_the_start():
    days = opening_days()

    assert {
        65: dt.date(2010, 9, 14),
        78: dt.date(2023, 9, 5),
        80: dt.date(2025, 9, 9),
    }.items() <= days.items()
    assert set(range(65, 81)) <= set(days)
    assert all(day.weekday() == 1 for number, day in days.items() if 65 <= number <= 80)  # Tuesdays


@pytest.mark.parametrize("factory", [SessionFactory, HolidayFactory])
def test_an_administrator_keeps_sessions_and_days_off(factory, client):
    row = factory()
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    name = f"admin:obligations_{row._meta.model_name}"

    for url in (reverse(f"{name}_changelist"), reverse(f"{name}_change", args=[row.pk])):
        assert client.get(url).status_code == 200


def test_an_administrator_adds_a_session(client):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    client.post(reverse("admin:obligations_session_add"), {"number": 181, "opens_on": "2126-09-10"})

    assert Session.objects.get(number=181).opens_on == dt.date(2126, 9, 10)


def reading(draft):
    return {
        "version": draft.version,
        "act": draft.act,
        "verb_class": draft.verb_class,
        "addressee_codes": draft.addressee_codes,
        "deliverable": draft.deliverable,
        "recipients": draft.recipients,
        "timing": " ".join(draft.timing),
    }


def following(obligation):
    return {
        "version": obligation.version,
        "act": obligation.act,
        "finding": obligation.finding,
    }


@pytest.mark.parametrize(
    ("name", "values", "state"),
    [("obligations:edit", reading, "draft"), ("followups:obligation-edit", following, "accepted")],
)
class TestTheForms:
    def test_they_set_subject_region_and_shift(self, name, values, state, officer):
        obligation = ObligationFactory(state=state)

        officer.post(reverse(name, args=[obligation.pk]), values(obligation) | NAMED)

        assert Obligation.objects.filter(pk=obligation.pk, **NAMED).exists()

    def test_a_region_that_is_not_given_stays_as_it_was(self, name, values, state, officer):
        obligation = ObligationFactory(state=state, region=Region.AFRICA)

        officer.post(reverse(name, args=[obligation.pk]), values(obligation))

        obligation.refresh_from_db()
        assert (obligation.region, obligation.version) == (Region.AFRICA, 2)

    def test_a_region_that_is_none_is_refused_and_quoted(self, name, values, state, officer):
        obligation = ObligationFactory(state=state)

        response = officer.post(
            reverse(name, args=[obligation.pk]), values(obligation) | {"region": "moon"}
        )

        assert 400 <= response.status_code < 500
        assert "moon" in response.text
