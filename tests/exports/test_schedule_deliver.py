"""Files of schedules on their way: to each once, tried again, and said where it fails."""

import datetime as dt

import pytest
from django.core import mail as outbox

from apps.exports import deliver, schedules
from apps.exports.models import Job, Run
from tests.factories import UserFactory
from tests.factories.exports import MONDAY, RunFactory, ScheduleFactory
from tests.followups.postbox import Server, mailer_at

pytestmark = pytest.mark.django_db
MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture
def anna():
    return UserFactory(name="Anna", email="anna@example.org")


@pytest.fixture
def ben():
    return UserFactory(name="Ben", email="ben@example.org")


@pytest.fixture
def postbox(settings):
    with Server() as running:
        settings.MAILERS = mailer_at(running.port)
        yield running.handler


def states(run):
    run.refresh_from_db()
    return {one["to"]: one["state"] for one in run.sent_to}


def recipients(postbox):
    return sorted(to for tos, _message in postbox.kept.values() for to in tos)


def test_each_gets_the_file_once_however_often_it_is_their_turn(anna, ben, postbox, settings):
    settings.EXPORT_DOMAINS = ["example.org"]
    schedule = ScheduleFactory(
        people=[anna, ben], addresses=["desk@example.org", "ANNA@example.org"]
    )
    run = RunFactory(schedule=schedule, made=True)

    assert (deliver.send(at=MONDAY), deliver.send(at=MONDAY + MINUTE)) == (3, 0)

    run.refresh_from_db()
    assert (run.state, run.error, run.finished_at) == ("sent", "", MONDAY)
    assert recipients(postbox) == ["anna@example.org", "ben@example.org", "desk@example.org"]


def test_nothing_goes_before_the_file_is_made(anna):
    run = RunFactory(schedule__people=[anna], made=True, job__state="running")

    assert deliver.send(at=MONDAY) == 0
    run.refresh_from_db()
    assert run.state == "making"


@pytest.mark.parametrize(
    ("state", "error"), [("failed", "These are too many rows."), ("cancelled", "")]
)
def test_a_file_that_is_not_made_is_a_run_that_failed(state, error):
    run = RunFactory(made=True, job__state=state, job__error=error)

    deliver.send(at=MONDAY)

    run.refresh_from_db()
    assert run.state == "failed"
    assert (error or "cancelled") in run.error


def test_a_failure_is_told_to_the_owner_by_mail_once(anna, django_capture_on_commit_callbacks):
    RunFactory(
        schedule__owner=anna, schedule__name="Overdue\nBcc: x", made=True, job__state="failed"
    )

    with django_capture_on_commit_callbacks(execute=True):
        deliver.send(at=MONDAY)
        deliver.send(at=MONDAY)

    (told,) = outbox.outbox
    assert told.to == ["anna@example.org"]
    assert "“Overdue Bcc: x” could not be sent" in told.subject


def test_killed_between_two_mails_it_goes_on_with_the_second(anna, ben, postbox, monkeypatch):
    run = RunFactory(schedule__people=[anna, ben], made=True)
    take, taken = deliver.take, []

    def killed_at_the_second(key, *, at):
        if taken:
            raise SystemExit
        taken.append(key)
        return take(key, at=at)

    monkeypatch.setattr(deliver, "take", killed_at_the_second)
    with pytest.raises(SystemExit):
        deliver.send(at=MONDAY)
    monkeypatch.undo()
    settings_kept = states(run)
    deliver.send(at=MONDAY + MINUTE)

    assert settings_kept == {"anna@example.org": "sent", "ben@example.org": "waiting"}
    assert recipients(postbox) == ["anna@example.org", "ben@example.org"]
    assert postbox.repeats == 0


def test_one_taken_by_a_worker_that_died_is_taken_again_under_the_same_message_id(anna, postbox):
    run = RunFactory(schedule__people=[anna], made=True)
    deliver.send(at=MONDAY)
    run.refresh_from_db()
    # As if it had died right after the server's answer: that gap SMTP leaves to everybody.
    run.state = "making"
    run.sent_to[0] |= {"state": "sending", "at": dt.datetime.now(dt.UTC).isoformat()}
    run.save()

    assert deliver.send(at=MONDAY + MINUTE) == 0
    run.sent_to[0]["at"] = (dt.datetime.now(dt.UTC) - deliver.LEASE - MINUTE).isoformat()
    run.save()
    assert deliver.send(at=MONDAY + MINUTE) == 1
    assert (len(postbox.kept), postbox.repeats) == (1, 1)


def test_a_refused_mailbox_fails_at_once_and_the_others_get_it(anna, ben, postbox):
    postbox.refusals["anna@example.org"] = "550 5.1.1 No such mailbox"
    run = RunFactory(schedule__people=[anna, ben], made=True)

    assert deliver.send(at=MONDAY) == 1

    assert states(run) == {"anna@example.org": "failed", "ben@example.org": "sent"}
    assert run.state == "failed"
    assert "anna@example.org: 550 5.1.1 No such mailbox" in run.error


def test_what_is_put_off_is_tried_three_times_again_and_then_given_up(anna, postbox):
    postbox.refusals["anna@example.org"] = "452 4.2.2 Mailbox full"
    run = RunFactory(schedule__people=[anna], made=True)

    at, tries = MONDAY, []
    for wait in [*deliver.WAITS, None]:
        deliver.send(at=at)
        deliver.send(at=at + MINUTE)
        assert states(run) == {"anna@example.org": "waiting" if wait else "failed"}
        tries.append(run.sent_to[0]["tries"])
        at += wait or DAY / 2

    assert tries == [1, 2, 3, 4]
    assert run.state == "failed"


def test_one_that_is_put_off_and_then_taken_is_sent(anna, postbox):
    postbox.refusals["anna@example.org"] = "452 4.2.2 Mailbox full"
    run = RunFactory(schedule__people=[anna], made=True)
    deliver.send(at=MONDAY)
    assert states(run)
    assert run.state == "failed"
    postbox.refusals.clear()

    deliver.send(at=MONDAY + deliver.WAITS[0])

    assert states(run) == {"anna@example.org": "sent"}
    assert (run.state, run.error) == ("sent", "")


def test_a_server_that_is_away_leaves_all_of_them_waiting(anna, ben, settings):
    settings.MAILERS = mailer_at(1)  # nobody listens there
    run = RunFactory(schedule__people=[anna, ben], made=True)

    assert deliver.send(at=MONDAY) == 0

    assert set(states(run).values()) == {"waiting"}
    assert [one["tries"] for one in run.sent_to] == [1, 1]
    assert "refused" in run.error.lower()


def test_who_left_or_is_not_allowed_any_more_gets_nothing(anna, ben, postbox, settings):
    settings.EXPORT_DOMAINS = ["example.org"]
    run = RunFactory(
        schedule__people=[anna, ben], schedule__addresses=["desk@example.org"], made=True
    )
    deliver._list_recipients(run, at=MONDAY)
    anna.is_active = False
    anna.save()
    settings.EXPORT_DOMAINS = ["example.net"]

    deliver.send(at=MONDAY)

    assert recipients(postbox) == ["ben@example.org"]
    assert states(run)["desk@example.org"] == "failed"
    assert "addresses of example.net only" in run.error
    assert "Anna (anna@example.org) may not sign in any more" in run.error


def test_an_inactive_person_of_the_schedule_is_not_among_those_who_get_it(anna, ben):
    anna.is_active = False
    anna.save()
    run = RunFactory(schedule__people=[anna, ben], made=True)

    deliver.send(at=MONDAY)

    assert states(run) == {"ben@example.org": "sent"}


def test_with_nobody_left_the_run_says_so():
    run = RunFactory(made=True)

    deliver.send(at=MONDAY)

    run.refresh_from_db()
    assert (run.state, run.error) == ("failed", "Nobody is left who gets it.")


def test_trying_it_out_goes_to_the_owner_alone_and_changes_no_date(anna, ben):
    schedule = ScheduleFactory(owner=anna, people=[ben])

    run = schedules.try_out(schedule, at=MONDAY - DAY)
    assert schedules.try_out(schedule, at=MONDAY - DAY + MINUTE) == run
    run.refresh_from_db()
    Job.objects.filter(pk=run.job.pk).update(**ready())
    deliver.send(at=MONDAY - DAY)

    assert [message.to for message in outbox.outbox] == [["anna@example.org"]]
    assert "nobody else got this mail" in outbox.outbox[0].body
    schedule.refresh_from_db()
    assert schedule.next_at == MONDAY
    assert states(run) == {"anna@example.org": "sent"}
    assert run.is_trial


def ready():
    made = RunFactory(made=True).job
    Run.objects.filter(job=made).delete()
    return {
        "state": "done",
        "file": made.file.name,
        "file_name": made.file_name,
        "size": made.size,
        "finished_at": MONDAY,
        "expires_at": MONDAY + DAY,
    }


def test_again_goes_to_who_did_not_get_it_and_to_nobody_twice(anna, ben, postbox):
    postbox.refusals["anna@example.org"] = "550 No such mailbox"
    run = RunFactory(schedule__people=[anna, ben], made=True)
    deliver.send(at=MONDAY)
    postbox.refusals.clear()
    run.refresh_from_db()

    assert schedules.try_again(run, at=MONDAY + HOUR)
    assert not schedules.try_again(run, at=MONDAY + HOUR)
    deliver.send(at=MONDAY + HOUR)

    assert recipients(postbox) == ["anna@example.org", "ben@example.org"]
    assert states(run) == {"anna@example.org": "sent", "ben@example.org": "sent"}


def test_an_unforeseen_error_ends_its_run_and_no_other(anna, caplog):
    broken = RunFactory(schedule__people=[anna], made=True, job__file="exports/gone.csv")
    other = RunFactory(schedule__people=[anna], made=True)

    deliver.send(at=MONDAY)

    broken.refresh_from_db()
    assert "Something went wrong" in broken.error
    assert states(other) == {"anna@example.org": "sent"}
    assert "came to grief" in caplog.text
