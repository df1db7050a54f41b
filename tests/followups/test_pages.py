"""The page of an obligation, and what people do there."""

import datetime as dt

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from apps.documents.models import Document
from apps.followups.models import Attachment, Entry
from apps.obligations.codes import State
from apps.reporting.models import Cycle
from tests.conftest import FRAGMENT
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    EntryFactory,
    ObligationFactory,
    OfficeFactory,
    ResponseFactory,
)

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 7, 1)


@pytest.fixture(autouse=True)
def first_of_july():
    with time_machine.travel(dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC), tick=False):
        yield


def detail(obligation):
    return reverse("followups:obligation-detail", args=[obligation.pk])


def log(client, obligation, headers=None, **fields):
    data = {"kind": "call", "happened_on": "2026-07-01", "text": "Spoke to the desk"} | fields
    url = reverse("followups:entry-add", args=[obligation.pk])
    return client.post(url, data, headers=headers)


def test_the_page_shows_words_cycles_answers_and_why(signed_in):
    cycle = CycleFactory(due_on=TODAY)
    ResponseFactory(cycle=cycle, paragraphs="12–15")

    page = signed_in.get(detail(cycle.obligation)).text

    assert cycle.obligation.words in page
    assert "1 July 2026" in page
    assert "¶ 12–15" in page
    assert "The decision prints this date: 1 July 2026." in page


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_costs_the_same_queries_at_any_length(
    rows, officer, django_assert_max_num_queries
):
    obligation = ObligationFactory()
    cadence = CadenceFactory(obligation=obligation)
    for day in range(rows):
        cycle = CycleFactory(cadence=cadence, due_on=TODAY + dt.timedelta(days=day))
        ResponseFactory(cycle=cycle)
        EntryFactory(obligation=obligation, cycle=cycle)

    with django_assert_max_num_queries(32):
        officer.get(detail(obligation))


def test_a_draft_has_no_page_yet(officer):
    assert officer.get(detail(ObligationFactory(draft=True))).status_code == 404


def test_an_entry_is_logged_with_its_next_step_and_files(officer):
    obligation = ObligationFactory()
    file = SimpleUploadedFile("minutes.txt", b"Minutes")

    log(officer, obligation, next_step="Ask again", next_step_on="2026-07-09", attached=[file])

    entry = Entry.objects.get()
    assert (entry.author, entry.next_step_on) == (officer.person, dt.date(2026, 7, 9))
    assert entry.attachments.get().name == "minutes.txt"


def test_a_logged_entry_is_in_the_part_that_htmx_shows(officer):
    part = log(officer, ObligationFactory(), headers=FRAGMENT).text

    assert "Spoke to the desk" in part
    assert "<html" not in part


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": ""}, "required"),
        ({"happened_on": "2026-07-02"}, "still to come"),
        ({"happened_on": "yesterday-ish"}, "“yesterday-ish” is no day"),
        ({"next_step_on": "2026-07-09"}, "Say what the next step is"),
        ({"attached": [SimpleUploadedFile("big.bin", b"12345678901")]}, "big.bin"),
        ({"attached": [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(11)]}, "At most 10"),
    ],
)
def test_a_wrong_entry_comes_back_as_it_was_typed(fields, says, officer, settings):
    settings.ATTACHMENT_MAX_BYTES = 10
    response = log(officer, ObligationFactory(), next_step_by="", **fields)

    assert response.status_code == 422
    assert says in response.text
    assert "text" in fields or "Spoke to the desk" in response.text
    assert not Entry.objects.exists()


def test_a_focal_point_logs_for_the_own_office_and_those_below(client_as, office):
    below = OfficeFactory(short="UNIT", parent=office)
    client = client_as("focal point")

    for lead in (office, below):
        assert log(client, ObligationFactory(lead=lead)).status_code == 302


def test_a_focal_point_does_not_log_for_another_office(client_as):
    client = client_as("focal point")

    for lead in (OfficeFactory(short="OTHER"), None):
        assert log(client, ObligationFactory(lead=lead)).status_code == 403

    assert not Entry.objects.exists()


def test_a_next_step_is_done_once(officer):
    entry = EntryFactory(next_step="Read it", next_step_by=officer.person)
    url = reverse("followups:step-done", args=[entry.pk])
    officer.post(url)
    Entry.objects.update(next_step_done_on=dt.date(2026, 6, 1))

    officer.post(url)

    entry.refresh_from_db()
    assert entry.next_step_done_on == dt.date(2026, 6, 1)


def test_an_entry_without_a_next_step_has_none_to_finish(officer):
    entry = EntryFactory()

    officer.post(reverse("followups:step-done", args=[entry.pk]))

    entry.refresh_from_db()
    assert entry.next_step_done_on is None


def test_a_reader_finishes_no_next_step_not_even_the_own(signed_in):
    entry = EntryFactory(next_step="Read it", next_step_by=signed_in.person)

    assert signed_in.post(reverse("followups:step-done", args=[entry.pk])).status_code == 403


def follow(client, obligation, version, **fields):
    data = {"act": obligation.act, "finding": "not-started", "version": version} | fields
    return client.post(reverse("followups:obligation-edit", args=[obligation.pk]), data)


def test_a_finding_carries_its_day_person_and_source(officer):
    obligation = ObligationFactory()

    follow(officer, obligation, 1, finding="in-progress", finding_source="A/79/302")

    obligation.refresh_from_db()
    assert (obligation.finding, obligation.finding_on) == ("in-progress", TODAY)
    assert (obligation.finding_by, obligation.finding_source) == (officer.person, "A/79/302")


def test_the_second_of_two_sees_what_the_first_changed_and_loses_nothing(officer):
    obligation = ObligationFactory(act="Old words")
    follow(officer, obligation, 1, act="Words of the first")

    response = follow(officer, obligation, 1, act="Words of the second")

    assert response.status_code == 409
    assert "<del>Old words</del> → <ins>Words of the first</ins>" in response.text
    assert ">\nWords of the second</textarea>" in response.text
    obligation.refresh_from_db()
    assert obligation.act == "Words of the first"


def test_the_second_can_save_knowingly_what_was_typed(officer):
    obligation = ObligationFactory(act="Old words")
    follow(officer, obligation, 1, act="Words of the first")
    follow(officer, obligation, 1, act="Words of the second")

    assert follow(officer, obligation, 2, act="Words of the second").status_code == 302

    acts = obligation.history.values_list("act", flat=True)
    assert list(acts) == ["Words of the second", "Words of the first", "Old words"]


def test_closing_needs_a_reason(officer):
    obligation = ObligationFactory()
    url = reverse("followups:obligation-close", args=[obligation.pk])

    assert officer.post(url, {"finding": "lapsed", "version": 1}).status_code == 422
    officer.post(url, {"finding": "lapsed", "reason": "The mission ended", "version": 1})

    obligation.refresh_from_db()
    assert (obligation.state, obligation.reason) == (State.CLOSED, "The mission ended")


def test_closing_ends_the_wait_for_open_answers_and_keeps_those_that_came(officer):
    answered = CycleFactory(due_on=TODAY - dt.timedelta(days=9), answered=True)
    waiting = CycleFactory(cadence=answered.cadence, due_on=TODAY - dt.timedelta(days=1))
    url = reverse("followups:obligation-close", args=[answered.obligation_id])

    officer.post(url, {"finding": "superseded", "reason": "Restated since", "version": 1})

    assert not Cycle.objects.overdue(on=TODAY).exists()
    waiting.refresh_from_db()
    answered.refresh_from_db()
    assert (waiting.waived_on, waiting.waived_reason) == (TODAY, "Restated since")
    assert answered.waived_on is None


def respond(client, cycle, **fields):
    data = {"symbol": "A/79/302", "finding": "fulfilled"} | fields
    return client.post(reverse("followups:cycle-respond", args=[cycle.pk]), data)


def test_a_report_not_yet_in_the_system_is_linked_by_symbol_and_date(officer):
    cycle = CycleFactory(due_on=TODAY)

    respond(officer, cycle, issued_on="2026-06-30", paragraphs="3")

    cycle.refresh_from_db()
    assert cycle.answered_on == dt.date(2026, 6, 30)
    assert Document.objects.with_symbol("A/79/302").get().kind == "report"


def test_a_report_without_a_date_is_asked_for_it(officer):
    response = respond(officer, CycleFactory(), note="All of it")

    assert response.status_code == 422
    assert "A/79/302 is not here yet" in response.text
    assert "All of it" in response.text


def test_a_focal_point_does_not_link_reports_for_another_office(client_as):
    assert respond(client_as("focal point"), CycleFactory()).status_code == 403


def test_cycles_of_a_document_are_planned_by_a_button(officer):
    cadence = CadenceFactory(kind="every", period="P1Y")
    url = reverse("followups:plan", args=[cadence.obligation.document_id])

    officer.post(url)

    assert Cycle.objects.order_by("due_on").last().due_on == dt.date(2028, 4, 19)


def test_next_steps_overdue_are_listed(signed_in):
    EntryFactory(next_step="Late step", next_step_on=dt.date(2026, 6, 30))
    EntryFactory(next_step="Later step", next_step_on=TODAY)

    page = signed_in.get(reverse("followups:next-steps"), {"overdue": 1}).text

    assert "Late step" in page
    assert "Later step" not in page


def test_an_attachment_is_downloaded_and_not_opened(officer):
    file = SimpleUploadedFile("page.html", b"<script>alert(1)</script>")
    log(officer, ObligationFactory(), attached=[file])

    response = officer.get(reverse("followups:attachment", args=[Attachment.objects.get().pk]))

    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    assert response["Content-Disposition"] == 'attachment; filename="page.html"'
