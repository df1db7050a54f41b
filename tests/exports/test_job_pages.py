"""The pages of files made in the background: one's own, true, and nobody else's."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.exports import work
from apps.exports.models import Format, Job, Kind
from tests.conftest import FRAGMENT, FRAME
from tests.factories import JobFactory
from tests.factories.exports import ASKED, FILE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept", "threads")]
LIST = reverse("exports:job-list")
SECOND = dt.timedelta(seconds=1)
STATES = ["running", "ready", "failed", "cancelled", "expired"]


def of(job, view="job"):
    return reverse(f"exports:{view}", args=[job.pk])


def own(client, **fields):
    return JobFactory(owner=client.person, **fields)


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(ASKED, tick=False):
        yield


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ({}, ["waiting", "Waits for its turn.", "Cancel"]),
        ({"running": True}, ["50 of 200 (25 %)", 'value="50"', "Cancel"]),
        ({"running": True, "total": 0, "done": 0}, ["The rows are being found."]),
        ({"running": True, "done": 200}, ["All rows are in; the file is being finished."]),
        ({"ready": True}, ["The file is ready: 19", "8 July 2036", "Download", "Delete"]),
        ({"failed": True}, ["Narrow the filter, or take CSV.", "Begin again", "Delete"]),
        ({"cancelled": True}, ["It was cancelled", "Begin again"]),
        ({"expired": True}, ["A file is kept for 7 days.", "Begin again"]),
    ],
)
def test_the_page_says_how_it_is_with_the_file(state, shown, signed_in):
    job = own(signed_in, **state)

    page = signed_in.get(of(job)).text

    assert [words for words in shown if words not in page] == []
    assert ("Cancel" in page) is job.is_going
    assert ("hx-trigger" in page) is job.is_going


def test_the_page_says_that_the_worker_was_killed_and_the_file_begun_again(signed_in):
    stopped = {"error": "The worker that made the file stopped."}
    waits = own(signed_in, attempts=1, **stopped)
    runs = own(signed_in, running=True, attempts=2, **stopped)

    for page in (signed_in.get(of(waits)).text, signed_in.get(of(runs)).text):
        assert "The worker that made the file stopped." in page
        assert "attempt 2 of 3" in page


def test_the_page_says_that_nothing_is_heard_of_the_worker(signed_in):
    heard = own(signed_in, running=True, heard_at=ASKED - 2 * SECOND)
    silent = own(signed_in, running=True, heard_at=ASKED - 20 * SECOND)

    assert "last heard" not in signed_in.get(of(heard)).text
    assert "last heard" in signed_in.get(of(silent)).text


def test_what_moves_is_asked_for_alone_and_the_end_brings_the_rest(signed_in):
    job = own(signed_in, running=True)
    page = signed_in.get(of(job)).text

    moving = signed_in.get(of(job), {"said": "25"}, headers=FRAGMENT)
    assert moving.text.strip() in page
    assert "<button" not in moving.text
    assert "HX-Retarget" not in moving.headers

    Job.objects.update(state="cancelled")
    over = signed_in.get(of(job), {"said": "25"}, headers=FRAGMENT)
    assert over["HX-Retarget"] == "#job"
    assert "Begin again" in over.text
    assert "<html" not in over.text


@pytest.mark.parametrize(
    ("done", "said", "told"),
    [
        (51, "25", False),
        (99, "25", False),
        (100, "25", True),
        (100, "50", False),
        (200, "75", False),
    ],
)
def test_a_screen_reader_is_told_each_quarter_once(done, said, told, signed_in):
    job = own(signed_in, running=True, done=done)

    page = signed_in.get(of(job), {"said": said}, headers=FRAGMENT).text

    assert ("hx-swap-oob" in page) is told
    assert ("50 % of the file is made" in page) is told


def test_a_screen_reader_is_told_that_it_is_ready(signed_in):
    page = signed_in.get(of(own(signed_in, ready=True)), {"said": "75"}, headers=FRAGMENT).text

    assert 'hx-swap-oob="innerHTML:#job-said">Obligations with lamp: ready<' in page


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.OBLIGATIONS, "obligation-list"),
        (Kind.CYCLES, "cycle-list"),
        (Kind.MANDATE_CYCLES, "mandate-cycles"),
    ],
)
def test_the_page_leads_back_to_what_was_asked_for(kind, name, signed_in):
    page = signed_in.get(of(own(signed_in, kind=kind))).text

    assert f'href="{reverse(f"reporting:{name}")}?text=lamp"' in page


def test_every_kind_and_format_has_its_page_and_its_type(signed_in):
    for kind in Kind:
        assert signed_in.get(of(own(signed_in, kind=kind))).status_code == 200
    for name in Format:
        got = signed_in.get(of(own(signed_in, ready=True, format=name), "job-file"))
        assert b"".join(got.streaming_content) == FILE


def test_the_file_is_handed_out_whole_under_its_name_and_kept_by_nobody(signed_in):
    job = own(signed_in, ready=True, file_name="Отчёт за июль.csv")

    got = signed_in.get(of(job, "job-file"))

    assert b"".join(got.streaming_content) == FILE
    assert got["Cache-Control"] == "private, no-store"
    assert got["Content-Type"] == "text/csv; charset=utf-8"
    assert got["Content-Disposition"].startswith("attachment; filename*=utf-8''%D0%9E")


@pytest.mark.parametrize("state", [*(s for s in STATES if s != "ready"), "waiting"])
def test_nothing_is_handed_out_that_is_not_ready(state, signed_in):
    job = own(signed_in, **({} if state == "waiting" else {state: True}))

    assert signed_in.get(of(job, "job-file")).status_code == 404


def test_nothing_is_handed_out_that_is_over_its_time_or_lost(signed_in, caplog):
    over = own(signed_in, ready=True, expires_at=ASKED)
    lost = own(signed_in, ready=True)
    lost.file.storage.delete(lost.file.name)

    assert signed_in.get(of(over, "job-file")).status_code == 404
    assert signed_in.get(of(lost, "job-file")).status_code == 404
    assert f"export {lost.pk}" in caplog.text


@pytest.mark.parametrize("view", ["job-cancel", "job-again", "job-delete"])
def test_another_persons_job_is_not_found_and_not_changed(view, client_as):
    client = client_as("administrator")
    job = JobFactory(running=view == "job-cancel", failed=view != "job-cancel", title="Theirs")
    before = Job.objects.values().get()

    assert client.post(of(job, view)).status_code == 404
    for page in (client.get(of(job)), client.get(of(job, "job-file"))):
        assert page.status_code == 404
        assert "Theirs" not in page.text
    assert "Theirs" not in client.get(LIST).text
    assert Job.objects.values().get() == before


def test_a_person_who_was_deactivated_gets_no_file(signed_in):
    job = own(signed_in, ready=True)
    signed_in.person.is_active = False
    signed_in.person.save()

    assert signed_in.get(of(job, "job-file")).status_code == 302


def test_one_cancels_and_begins_again_what_failed(signed_in):
    job = own(signed_in)

    page = signed_in.post(of(job, "job-cancel"), follow=True).text
    assert "No file is made." in page
    assert "already come to an end" in signed_in.post(of(job, "job-cancel"), follow=True).text
    assert "Waits for its turn." in signed_in.post(of(job, "job-again"), follow=True).text
    assert "being made already" in signed_in.post(of(job, "job-again"), follow=True).text


def test_a_deleted_export_is_gone_with_its_file(signed_in, kept):
    job = own(signed_in, ready=True)

    page = signed_in.post(of(job, "job-delete"), follow=True).text

    assert "Deleted: Obligations with lamp (CSV)." in page
    assert "You have no exports." in page
    assert kept() == []


def test_without_workers_the_page_sets_a_thread_to_work_and_no_request_waits(
    signed_in, threads, maker
):
    job = own(signed_in)

    signed_in.get(of(job))

    assert len(threads) == 1
    job.refresh_from_db()
    assert job.state == "waiting"


def test_without_workers_the_page_takes_up_what_a_stopped_server_left(signed_in, threads, settings):
    own(signed_in, running=True)
    long_ago = own(signed_in, running=True, heard_at=ASKED - 200 * SECOND)

    signed_in.get(of(Job.objects.exclude(pk=long_ago.pk).get()))
    assert threads == []
    signed_in.get(of(long_ago))
    threads[0]()

    long_ago.refresh_from_db()
    assert long_ago.state == "waiting"


def test_with_workers_the_server_makes_no_file(signed_in, threads, settings):
    settings.TASKS_IN_DATABASE = True

    signed_in.get(of(own(signed_in)))

    assert threads == []


def test_the_list_shows_each_state_with_what_can_be_done(signed_in):
    for state in STATES:
        own(signed_in, title=f"Export {state}", **{state: True})

    page = signed_in.get(LIST).text

    rows = page.split("<tr>")[2:]
    assert all(f"Export {state}" in row for state, row in zip(STATES[::-1], rows, strict=True))
    assert ["Begin again" in row for row in rows] == [True, True, True, False, False]
    assert ["Download" in row for row in rows] == [False, False, False, True, False]
    assert ["Cancel<" in row for row in rows] == [False, False, False, False, True]
    assert "25 %" in rows[-1]


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(
    number, signed_in, django_assert_num_queries
):
    JobFactory.create_batch(number, owner=signed_in.person, ready=True)

    with django_assert_num_queries(FRAME + 2):  # count, rows
        signed_in.get(LIST)


def test_a_long_list_has_pages(signed_in):
    JobFactory.create_batch(21, owner=signed_in.person)

    assert "Page 1 of 2" in signed_in.get(LIST).text
    assert signed_in.get(LIST, {"page": "2"}).text.count("Obligations with lamp (CSV)") == 1


def test_a_job_that_is_asked_for_and_made_is_handed_out(signed_in, maker):
    job = own(signed_in)
    with time_machine.travel(dt.datetime.now(dt.UTC)):
        work.work(job.pk)

    got = signed_in.get(of(job, "job-file"))

    assert b"".join(got.streaming_content) == maker.whole


def test_the_address_that_people_type_leads_to_the_list(signed_in):
    assert signed_in.get("/exports/")["Location"] == LIST
