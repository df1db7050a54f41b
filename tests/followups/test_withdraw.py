"""What is no longer so is not told any more."""

import datetime as dt

import pytest

from apps.followups.models import Notice
from apps.followups.remind import remind
from apps.obligations.amend import amend
from apps.reporting.change import extend
from apps.reporting.close import close
from apps.reporting.respond import respond, waive
from tests.factories import (
    CycleFactory,
    DocumentFactory,
    EntryFactory,
    MailFactory,
    NoticeFactory,
    OfficeFactory,
    ReminderFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 2)
DAY = dt.timedelta(days=1)
AT = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def anna():
    return UserFactory(name="Anna")


@pytest.fixture
def ben():
    return UserFactory(name="Ben")


def told(at=AT, **fields):
    """The notices that stand after reminding at `at`, as person and day."""
    remind(at=at)
    standing = Notice.objects.standing().filter(**fields).order_by("pk")
    return [(notice.person, notice.on) for notice in standing]


def cycle_of(person, in_days, **fields):
    return CycleFactory(
        cadence__period="P1Y",
        cadence__obligation__responsible=person,
        due_on=TODAY + in_days * DAY,
        **fields,
    )


@pytest.mark.parametrize("in_days", [20, -3])
def test_a_moved_date_takes_back_what_was_told_of_the_former(in_days, anna):
    cycle = cycle_of(anna, in_days)
    assert told() == [(anna, cycle.due_on)]

    later = TODAY + 25 * DAY
    extend(cycle, later, basis=DocumentFactory(), reason="More time", by=anna, on=TODAY)

    assert told() == [(anna, later)]


def test_a_date_that_moves_there_and_back_is_told_again(anna):
    cycle = cycle_of(anna, 20)
    told()
    for day in (TODAY + 200 * DAY, TODAY + 20 * DAY):
        extend(cycle, day, basis=DocumentFactory(), reason="More time", by=anna, on=TODAY)
        found = told()

    assert found == [(anna, TODAY + 20 * DAY)]
    assert Notice.objects.count() == 1


def test_an_answer_takes_it_back(anna):
    cycle = cycle_of(anna, 7)
    told()

    report = DocumentFactory(kind="report", adopted_on=TODAY)
    respond(cycle, report, finding="fulfilled", by=anna, on=TODAY)

    assert told() == []


def test_a_waived_cycle_takes_it_back(anna):
    cycle = cycle_of(anna, -1)
    told()

    waive(cycle, on=TODAY, reason="Withdrawn")

    assert told() == []


def test_a_closed_obligation_takes_back_steps_too(anna):
    cycle = cycle_of(anna, 7)
    EntryFactory(
        obligation=cycle.obligation, next_step="Call", next_step_on=TODAY, next_step_by=anna
    )
    assert len(told()) == 2

    obligation = cycle.obligation
    close(obligation.pk, 1, by=anna, on=TODAY, finding="superseded", reason="Done")

    assert told() == []


@pytest.mark.parametrize("in_days", [7, -3])
def test_a_new_owner_is_told_instead_of_the_former(in_days, anna, ben):
    cycle = cycle_of(anna, in_days)
    told()

    amend(cycle.obligation_id, 1, {"responsible": ben}, by=anna, on=TODAY)

    assert told() == [(ben, cycle.due_on)]


def test_a_new_lead_office_is_told_instead_of_the_former(office):
    former = UserFactory(role="focal point", office=office)
    other = OfficeFactory(short="OTHER")
    later = UserFactory(role="focal point", office=other)
    cycle = cycle_of(None, 7, cadence__obligation__lead=office)
    assert told() == [(former, cycle.due_on)]

    amend(cycle.obligation_id, 1, {"lead": other}, by=former, on=TODAY)

    assert told() == [(later, cycle.due_on)]


def test_the_managers_above_the_former_lead_are_not_told_any_more(anna, office):
    manager = UserFactory(role="manager", office=office)
    cycle = cycle_of(anna, -20, cadence__obligation__lead=office)
    assert told(kind="escalated") == [(manager, cycle.due_on)]

    amend(cycle.obligation_id, 1, {"lead": OfficeFactory(short="OTHER")}, by=anna, on=TODAY)

    assert told(kind="escalated") == []


def test_a_nearer_notice_stands_for_those_before_it(anna):
    cycle_of(anna, 30)

    for number in (0, 23, 29, 30, 31):
        told(AT + number * DAY)

    standing = Notice.objects.standing()
    assert [notice.kind for notice in standing] == ["overdue"]
    assert Notice.objects.count() == 5


def test_what_was_read_stays(anna):
    cycle = cycle_of(anna, 7)
    told()
    Notice.objects.update(read_at=AT)

    waive(cycle, on=TODAY, reason="Withdrawn")

    assert told() == [(anna, cycle.due_on)]


def test_what_was_read_is_taken_out_of_a_mail_that_waits(anna):
    cycle = cycle_of(anna, 7)
    told()
    Notice.objects.update(read_at=AT, mail=MailFactory(person=anna))

    waive(cycle, on=TODAY, reason="Withdrawn")

    assert told() == []


@pytest.mark.parametrize(
    "change",
    [
        {"next_step_done_on": TODAY},
        {"next_step_on": TODAY + DAY},
        {"next_step_by": None},
        {"next_step": "", "next_step_on": None, "next_step_by": None},
    ],
)
def test_a_step_that_changes_is_not_told_any_more(change, anna):
    entry = EntryFactory(next_step="Call", next_step_on=TODAY, next_step_by=anna)
    assert told() == [(anna, TODAY)]

    for name, value in change.items():
        setattr(entry, name, value)
    entry.save()

    assert told() == []


def test_a_reminder_that_is_done_or_moved_or_taken_away_is_not_told_any_more(anna):
    done, moved, gone = (ReminderFactory(person=anna, on=TODAY) for _ in range(3))
    assert len(told()) == 3

    done.done_at = AT
    done.save()
    moved.on = TODAY + DAY
    moved.save()
    gone.delete()

    assert told() == []


def test_whom_an_entry_mentions_no_more_is_not_told(anna, ben):
    entry = EntryFactory()
    entry.mentions.create(person=ben)
    for person in (anna, ben):
        NoticeFactory(person=person, kind="mention", key=f"mention:{entry.pk}", entry=entry)

    assert [person for person, _on in told()] == [ben]


def test_a_step_given_to_another_is_not_told_of_as_given(anna, ben):
    entry = EntryFactory(next_step="Ask", next_step_by=ben)
    for person in (anna, ben):
        NoticeFactory(person=person, kind="assigned", key=f"assigned:{entry.pk}", entry=entry)

    assert [person for person, _on in told(kind="assigned")] == [ben]
