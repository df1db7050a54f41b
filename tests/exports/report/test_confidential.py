"""What is confidential to an office stands only in the report of who may read it."""

import pytest

from tests.conftest import ALL_ROLES
from tests.exports.report.report import told
from tests.factories import CycleFactory, EntryFactory, OfficeFactory, UserFactory
from tests.reporting.days import days

pytestmark = pytest.mark.django_db
QUERY = "part=overdue&part=follow-ups"


@pytest.fixture
def secret(office):
    cycle = CycleFactory(cadence__obligation__lead=office, due_on=days(-5))
    both = {"obligation": cycle.obligation, "cycle": cycle}
    EntryFactory(**both, happened_on=days(-3), text="For everybody")
    EntryFactory(
        **both,
        happened_on=days(-1),
        text="Behind closed doors",
        next_step="Whisper",
        confidential_for=office,
    )


def is_told(person):
    lines = told(QUERY, person=person)
    assert sum("For everybody" in line for line in lines) >= 1
    found = {any(words in line for line in lines) for words in ("Behind closed doors", "Whisper")}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize("role", ALL_ROLES)
def test_the_own_office_reads_it_whatever_the_role(role, secret, person_as):
    assert is_told(person_as(role))


@pytest.mark.parametrize("role", ALL_ROLES)
def test_of_another_office_only_an_auditor_reads_it(role, secret):
    person = UserFactory(role=role, office=OfficeFactory(short="OTHER"))

    assert is_told(person) is (role == "auditor")


def test_a_report_for_nobody_in_particular_has_nothing_confidential(secret):
    assert not is_told(None)
