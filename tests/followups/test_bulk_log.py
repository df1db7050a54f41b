"""One entry is logged on many cycles: only where the person may, and once."""

import datetime as dt
import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.followups.models import Entry, Notice
from apps.obligations.models import Obligation
from apps.obligations.rights import loggable_by, may_log
from tests.conftest import ALL_ROLES
from tests.factories import CycleFactory, ObligationFactory, OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db
URL = "/obligations/log-many/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC), tick=False) as clock:
        yield clock


def cycles(number, **obligation):
    return [
        CycleFactory(
            cadence__obligation=ObligationFactory(**obligation), due_on=dt.date(2027, 1, 1)
        )
        for _ in range(number)
    ]


def draft_in(page):
    return re.search(r'name="draft" value="([^"]+)"', page)[1]


def preview(client, selected, **values):
    data = {"rows": ",".join(str(one.pk) for one in selected), "step": "preview"}
    data |= {"kind": "call", "happened_on": "today", "text": "Called them all."}
    return client.post(URL, data | values)


def do(client, page, step="do"):
    return client.post(URL, {"draft": draft_in(page.text), "step": step}, follow=True)


def words_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


def test_one_entry_stands_on_each_cycle_with_its_history(officer):
    one, other = cycles(2)
    left_out = cycles(1)[0]

    done = do(officer, preview(officer, [one, other], next_step="Ask again", next_step_on="+7"))

    assert "Logged on 2 cycles." in done.text
    entries = list(Entry.objects.order_by("cycle"))
    assert [entry.cycle for entry in entries] == [one, other]
    assert [entry.obligation for entry in entries] == [one.obligation, other.obligation]
    assert {(e.kind, e.text, e.next_step, e.author) for e in entries} == {
        ("call", "Called them all.", "Ask again", officer.person)
    }
    assert {e.happened_on for e in entries} == {dt.date(2026, 11, 25)}
    assert len({entry.batch for entry in entries}) == 1
    assert {e.history.get().history_user for e in entries} == {officer.person}
    assert not left_out.entries.exists()


def test_nothing_is_logged_by_the_preview(officer, office):
    other = OfficeFactory(short="OTHER")

    page = preview(officer, [*cycles(2, lead=office), *cycles(1, lead=other), *cycles(1)])

    words = words_of(page)
    assert "Selected: 4 cycles (of 4 obligations)" in words
    assert "4 entries would be logged" in words
    assert "DPPA 2 2" in words
    assert "OTHER 1 1" in words
    assert "nobody yet 1 1" in words
    assert not Entry.objects.exists()


def test_a_focal_point_logs_where_the_own_office_leads_or_they_are_responsible(client_as, office):
    client = client_as("focal point")
    below = OfficeFactory(short="BELOW", parent=office)
    own = [*cycles(1, lead=office), *cycles(1, lead=below), *cycles(1, responsible=client.person)]
    others = [*cycles(2, lead=OfficeFactory(short="OTHER")), *cycles(1)]

    page = preview(client, [*own, *others])
    assert "On 3 of them you may not log" in page.text
    do(client, page)

    assert {entry.cycle for entry in Entry.objects.all()} == set(own)


def test_where_nothing_is_allowed_there_is_no_form(client_as):
    response = preview(client_as("focal point"), cycles(2))

    assert response.status_code == 403
    assert "On 2 of them you may not log" in response.text
    assert "<textarea" not in response.text


def test_rights_are_asked_again_at_the_act(client_as, office):
    client = client_as("focal point")
    kept, lost = cycles(2, lead=office)
    page = preview(client, [kept, lost])
    Obligation.objects.filter(pk=lost.obligation_id).update(lead=None)

    done = do(client, page)

    assert "1 is no longer yours to log on" in done.text
    assert [entry.cycle for entry in Entry.objects.all()] == [kept]


@pytest.mark.parametrize("role", ALL_ROLES)
def test_the_condition_and_the_question_about_one_agree(role, person_as, office):
    person = person_as(role)
    below, other = OfficeFactory(short="BELOW", parent=office), OfficeFactory(short="OTHER")
    for lead in (None, office, below, other):
        ObligationFactory(lead=lead)
        ObligationFactory(lead=lead, responsible=person)

    may = set(Obligation.objects.filter(loggable_by(person)))

    assert may == {one for one in Obligation.objects.all() if may_log(person, one)}


def test_a_person_without_an_office_leads_for_nobody():
    person = UserFactory(role="focal point")
    mine = ObligationFactory(responsible=person)
    ObligationFactory(lead=OfficeFactory(short="OTHER"))

    assert list(Obligation.objects.filter(loggable_by(person))) == [mine]


def test_forged_keys_are_no_cycles_of_the_register(officer):
    (one,) = cycles(1)
    (draft,) = cycles(1, draft=True)

    page = preview(officer, [one, draft])
    assert "1 of the rows selected is not in this register." in page.text
    do(officer, page)

    assert [entry.cycle for entry in Entry.objects.all()] == [one]


def test_all_that_match_are_asked_for_again(officer, office):
    found = cycles(2, lead=office)
    cycles(1)

    page = officer.post(URL, {"all": "9", "query": f"lead={office.pk}"})
    assert "When you chose all, 9 matched; now it is 2." in page.text
    sent = {"all": "9", "query": f"lead={office.pk}", "step": "preview"}
    sent |= {"kind": "note", "happened_on": "2026-11-24", "text": "Noted."}
    do(officer, officer.post(URL, sent))

    assert {entry.cycle for entry in Entry.objects.all()} == set(found)


def test_sent_twice_it_is_logged_once(officer):
    page = preview(officer, cycles(2))

    do(officer, page)
    again = do(officer, page)

    assert "This was logged already, once." in again.text
    assert Entry.objects.count() == 2


def test_today_stays_the_day_of_the_preview(officer, clock):
    page = preview(officer, cycles(1))
    clock.shift(dt.timedelta(hours=13))

    do(officer, page)

    assert Entry.objects.get().happened_on == dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": ""}, "This field is required"),
        ({"happened_on": "2027-01-01"}, "is still to come"),
        ({"next_step_on": "2027-01-01"}, "Say what the next step is."),
        ({"text": "Asked @Nobody Here"}, "Nobody here is called"),
    ],
)
def test_what_is_wrong_comes_back_as_typed(values, words, officer):
    response = preview(officer, cycles(2), **{"next_step_by": "me", **values})

    assert response.status_code == 422
    assert words in response.text
    assert 'value="me"' in response.text


def test_nothing_selected_and_too_many_are_said(officer, settings):
    settings.BULK_MAX_ROWS = 1

    assert "No row is selected" in officer.post(URL).text
    response = preview(officer, cycles(2))

    assert response.status_code == 422
    assert "2 rows are selected; at most 1" in response.text


def test_only_the_preview_that_the_person_saw_can_be_done(officer, client_as):
    page = preview(officer, cycles(1))

    response = do(client_as("manager"), page)

    assert response.status_code == 422
    assert not Entry.objects.exists()


def test_back_from_the_preview_keeps_what_was_typed(officer):
    back = do(officer, preview(officer, cycles(1), next_step="Ask again"), step="back")

    assert "Called them all." in back.text
    assert 'value="Ask again"' in back.text
    assert not Entry.objects.exists()


def test_who_is_mentioned_or_has_the_next_step_is_told_once(officer, office):
    rosa, ben = (UserFactory(role="officer", name=name) for name in ("Rosa R.", "Ben B."))
    values = {"text": "Asked @Rosa R. to help", "next_step": "Ask", "next_step_by": ben.email}

    do(officer, preview(officer, cycles(3), **values))

    assert [n.kind for n in Notice.objects.filter(person=rosa)] == ["mention"]
    assert [n.kind for n in Notice.objects.filter(person=ben)] == ["assigned"]
    assert all(rosa in entry.mentioned.all() for entry in Entry.objects.all())


def test_the_log_says_with_how_many_it_was_logged(officer):
    one, *_others = selected = cycles(3)
    do(officer, preview(officer, selected))

    page = officer.get(f"/obligations/{one.obligation_id}/")

    batch = Entry.objects.first().batch
    assert f'<a href="/obligations/log-many/{batch}/">logged with 2 others</a>' in page.text
    together = officer.get(f"/obligations/log-many/{batch}/")
    assert "On 3 cycles" in together.text
    assert all(cycle.obligation.reference in together.text for cycle in selected)


def test_what_is_confidential_to_another_office_is_not_found(officer, client_as):
    do(officer, preview(officer, cycles(2), confidential="on"))
    batch = Entry.objects.first().batch
    assert {entry.confidential_for for entry in Entry.objects.all()} == {officer.person.office}

    stranger = client_as("reader")
    assert stranger.get(f"/obligations/log-many/{batch}/").status_code == 200  # of that office
    stranger.person.office = OfficeFactory(short="OTHER")
    stranger.person.save()

    assert stranger.get(f"/obligations/log-many/{batch}/").status_code == 404


def test_the_act_costs_the_same_queries_within_a_batch(officer):
    costs = []
    for number in (2, 40):
        page = preview(officer, cycles(number))
        with CaptureQueriesContext(connection) as queries:
            officer.post(URL, {"draft": draft_in(page.text), "step": "do"})
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_an_address_that_is_followed_logs_nothing(officer):
    draft = draft_in(preview(officer, cycles(1)).text)

    response = officer.get(URL, {"draft": draft, "step": "do"})

    assert response.status_code == 200
    assert 'name="draft"' in response.text
    assert not Entry.objects.exists()
