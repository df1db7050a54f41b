"""Many obligations are changed at once: what the person saw, once, and nothing unseen."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.obligations.models import Tag, Tagging
from apps.reporting import bulk
from apps.reporting.models import BulkEdit
from tests.factories import ObligationFactory, UserFactory
from tests.reporting.bulk_edits import (
    CHANGES,
    URL,
    change,
    changed_by_another,
    do,
    draft_in,
    fresh,
    preview,
    rows,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_changes_all_of_them_through_their_history(officer, scad):
    one, other = rows(2)
    rosa = UserFactory(name="Rosa R.")

    edit = change(
        officer,
        [one, other],
        lead=scad.pk,
        responsible=rosa.pk,
        add_tags="urgent, Lamps",
        reason="As agreed in the meeting",
    )

    for obligation in map(fresh, (one, other)):
        assert (obligation.lead, obligation.responsible) == (scad, rosa)
        assert obligation.tag_names == ["Lamps", "urgent"]
        assert obligation.version == 2
        past = obligation.history.first()
        assert (past.history_user, past.version) == (officer.person, 2)
        assert past.history_change_reason == "As agreed in the meeting"
        assert past.lead_id == scad.pk
    assert Tagging.objects.count() == 4
    page = officer.get(f"{CHANGES}{edit.pk}/")
    assert "2 obligations were changed." in page.text
    assert one.reference in page.text
    assert "Rosa R." in page.text


def test_a_finding_carries_its_day_and_person(officer):
    new, same = (
        ObligationFactory(),
        ObligationFactory(finding="lapsed", finding_source="An old one"),
    )

    change(officer, [new, same], finding="lapsed", finding_source="S/2026/1")

    assert (fresh(new).finding_on, fresh(new).finding_by) == (dt.date(2026, 11, 25), officer.person)
    assert fresh(same).finding_source == "S/2026/1"
    assert fresh(same).finding_on is None  # only a new finding is found anew


def test_a_tag_keeps_the_spelling_that_is_here(officer):
    Tag.objects.create(name="Urgent")
    obligation = ObligationFactory()

    change(officer, [obligation], add_tags="URGENT")

    assert fresh(obligation).tag_names == ["Urgent"]
    assert Tag.objects.count() == 1


def test_too_many_tags_leave_that_one_alone(officer):
    full, other = (
        ObligationFactory(tag_names=[f"tag {n:02}" for n in range(30)]),
        ObligationFactory(),
    )

    edit = change(officer, [full, other], add_tags="one more")

    assert fresh(full).version == 1
    page = officer.get(f"{CHANGES}{edit.pk}/").text
    assert "Would have had too many tags: 1" in page
    assert full.reference in page


def test_what_was_changed_meanwhile_is_left_and_named(officer, scad):
    one, other = rows(2)
    page = preview(officer, [one, other], lead=scad.pk)
    changed_by_another(other)

    response = do(officer, page)

    assert fresh(one).lead == scad
    assert fresh(other).lead is None
    done = officer.get(response["Location"]).text
    assert "Changed by others between the preview and the act: 1" in done
    assert "1 obligation was changed." in done
    assert other.reference in done


def test_where_all_was_changed_meanwhile_a_new_preview_comes(officer, scad):
    (one,) = rows(1)
    page = preview(officer, [one], lead=scad.pk)
    changed_by_another(one)

    response = do(officer, page)

    assert response.status_code == 409
    assert "Nothing was changed" in response.text
    assert not BulkEdit.objects.exists()
    assert do(officer, response).status_code == 302
    assert fresh(one).lead == scad


def test_sent_twice_it_is_done_once(officer, scad):
    page = preview(officer, rows(2), lead=scad.pk)

    assert do(officer, page).status_code == 302
    assert do(officer, page).status_code == 409
    assert BulkEdit.objects.count() == 1


@pytest.mark.parametrize("touch", ["tampered", "old", "of another person", "nonsense"])
def test_only_the_preview_that_the_person_saw_can_be_done(touch, officer, client_as, scad, clock):
    (one,) = rows(1)
    sent = draft_in(preview(officer, [one], lead=scad.pk).text)
    if touch == "old":
        clock.shift(dt.timedelta(days=2))
    client = client_as("manager") if touch in {"of another person", "old"} else officer
    sent = {"tampered": f"a{sent}", "nonsense": "x"}.get(touch, sent)

    response = client.post(URL, {"draft": sent, "step": "do"})

    assert response.status_code == 422
    assert "too old" in response.text
    assert fresh(one).lead is None


def test_rights_are_asked_again_at_the_act(client_as, settings):
    (one,) = rows(1)
    manager = client_as("manager")
    page = preview(manager, [one], finding="lapsed", finding_source="A letter")
    settings.FINDINGS_NEED_APPROVAL = True

    response = do(manager, page)

    assert "A finding needs approval here" in response.text
    assert fresh(one).finding == "not-started"


def test_the_act_costs_the_same_queries_within_a_batch(officer, scad):
    costs = []
    for number in (2, 40):
        page = preview(officer, rows(number), lead=scad.pk, add_tags=f"tag {number}")
        with CaptureQueriesContext(connection) as queries:
            assert do(officer, page).status_code == 302
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_an_address_that_is_followed_changes_nothing(officer, scad):
    (one,) = rows(1)
    draft = draft_in(preview(officer, [one], lead=scad.pk).text)

    response = officer.get(URL, {"draft": draft, "step": "do"})

    assert response.status_code == 200
    assert "1 obligation would change." in response.text
    assert fresh(one).lead is None
    assert not BulkEdit.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_new_tag_is_made_before_any_row_is_locked(monkeypatch):
    inside = []
    make = bulk.spelt

    def spelt(names, *, by):
        inside.append(connection.in_atomic_block)
        return make(names, by=by)

    monkeypatch.setattr(bulk, "spelt", spelt)
    (one,) = rows(1)
    day = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
    values = {"add_tags": ["New"]}

    bulk.change_many([(one.pk, 1)], values, by=UserFactory(), at=day, on=day.date())

    assert inside == [False]
    assert fresh(one).tag_names == ["New"]
