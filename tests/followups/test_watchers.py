"""Who watches an obligation is told of what others do."""

import datetime as dt

import pytest
import time_machine

from apps.followups.models import Notice
from apps.followups.remind import remind
from apps.obligations.amend import amend
from apps.obligations.models import Obligation
from apps.reporting.respond import waive
from tests.factories import (
    CycleFactory,
    EntryFactory,
    ObligationFactory,
    OfficeFactory,
    UserFactory,
    WatchFactory,
)

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)
MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture
def anna():
    return UserFactory(name="Anna")


@pytest.fixture
def ben():
    return UserFactory(name="Ben")


@pytest.fixture
def watched(anna):
    with time_machine.travel(AT - DAY):
        obligation = ObligationFactory()
        WatchFactory(person=anna, obligation=obligation)
    return obligation


def told(at=AT):
    remind(at=at)
    return list(Notice.objects.filter(kind="changed").order_by("pk"))


def log(obligation, author, at=AT - HOUR, **fields):
    with time_machine.travel(at, tick=False):
        return EntryFactory(obligation=obligation, author=author, **fields)


def test_an_entry_of_another_is_told(anna, ben, watched):
    entry = log(watched, ben)

    (notice,) = told()

    assert (notice.person, notice.by, notice.entry) == (anna, ben, entry)


def test_a_change_of_another_is_told(ben, watched):
    with time_machine.travel(AT - HOUR):
        amend(watched.pk, 1, {"finding_source": "A letter"}, by=ben, on=AT.date())

    (notice,) = told()

    assert (notice.by, notice.entry) == (ben, None)


def test_a_change_of_a_cycle_is_told(ben, watched):
    cycle = CycleFactory(cadence__obligation=watched)
    cycle._history_user = ben
    with time_machine.travel(AT - HOUR):
        waive(cycle, on=AT.date(), reason="Withdrawn")

    (notice,) = told()

    assert notice.by == ben


def test_what_the_watcher_did_and_what_nobody_did_is_not_told(anna, watched):
    log(watched, anna)
    with time_machine.travel(AT - HOUR):
        amend(watched.pk, 1, {"finding_source": "A letter"}, by=anna, on=AT.date())
        Obligation.objects.get(pk=watched.pk).save()

    assert told() == []


def test_what_was_before_the_watch_is_not_told(ben, watched):
    log(watched, ben, at=AT - 2 * DAY)

    assert told() == []


def test_one_day_one_notice_and_the_rest_the_day_after(ben, watched):
    log(watched, ben)
    assert len(told()) == 1
    log(watched, ben, at=AT + HOUR)

    assert len(told(AT + 2 * HOUR)) == 1
    assert len(told(AT + 12 * HOUR)) == 2
    assert len(told(AT + 36 * HOUR)) == 2


def test_what_is_confidential_is_told_only_to_those_who_may_read_it(anna, ben, watched):
    office = OfficeFactory(short="DESK")
    log(watched, ben, confidential_for=office)
    assert told() == []

    anna.office = office
    anna.save()

    assert len(told()) == 1


def test_who_does_not_watch_any_more_is_not_told(anna, ben, watched):
    anna.watches.all().delete()
    log(watched, ben)

    assert told() == []
