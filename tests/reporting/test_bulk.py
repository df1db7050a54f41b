"""Many obligations are changed at once: shown before, never unseen, undone for a while."""

import datetime as dt
import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.obligations.models import Obligation, Tag, Tagging
from apps.obligations.organise import index_tags
from apps.obligations.review import locked
from apps.reporting import bulk
from apps.reporting.models import BulkEdit
from tests.conftest import FRAME
from tests.factories import (
    BulkEditFactory,
    CycleFactory,
    ObligationFactory,
    OfficeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
URL = "/register/obligations/change/"
CYCLES = "/register/cycles/change/"
CHANGES = "/register/changes/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC), tick=False) as clock:
        yield clock


@pytest.fixture
def scad():
    return OfficeFactory(short="SCAD")


def rows(number, **fields):
    return ObligationFactory.create_batch(number, **fields)


def draft_in(page):
    return re.search(r'name="draft" value="([^"]+)"', page)[1]


def preview(client, obligations, url=URL, **values):
    keys = ",".join(str(one.pk) for one in obligations)
    return client.post(url, {"rows": keys, "step": "preview", **values})


def do(client, page, step="do"):
    return client.post(URL, {"draft": draft_in(page.text), "step": step})


def change(client, obligations, **values):
    """Preview and do; the edit that came of it."""
    response = do(client, preview(client, obligations, **values))
    assert response.status_code == 302, response.text
    return BulkEdit.objects.latest("pk")


def changed_by_another(obligation):
    other = locked(obligation.pk, obligation.version, by=UserFactory())
    other.act = "Words of another"
    other.save()


def fresh(obligation):
    return Obligation.objects.get(pk=obligation.pk)


def words_of(response):
    """The text without tags, each run of spaces one."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())


# Selection


def test_only_who_may_change_sees_boxes(client_as, client):
    obligation = ObligationFactory()

    for role in ("reader", "auditor", "focal point"):
        assert f'id="row-{obligation.pk}"' not in client_as(role).get("/register/obligations/").text
    for role in ("officer", "manager"):
        page = client_as(role).get("/register/obligations/").text
        assert f"Select {obligation.reference}" in page
        assert "All 1 that matches" in page


def test_a_focal_point_selects_cycles_to_log_on_them(client_as):
    cycle = CycleFactory()

    page = client_as("focal point").get("/register/cycles/").text

    assert f'id="row-{cycle.pk}"' in page
    assert "Log on these…" in page
    assert "Change their obligations…" not in page


def test_boxes_of_a_plain_form_select(officer):
    one, other, third = rows(3)

    page = officer.post(URL, {"row": [one.pk, other.pk]})

    assert "Selected: 2 obligations" in words_of(page)
    assert f'name="rows" value="{one.pk},{other.pk}"' in page.text
    assert third.reference not in page.text


def test_cycles_select_their_obligations_each_once(officer, scad):
    cycle = CycleFactory(due_on=dt.date(2027, 1, 1))
    second = CycleFactory(cadence=cycle.cadence, due_on=dt.date(2027, 7, 1))

    page = preview(officer, [cycle, second], CYCLES, lead=scad.pk)

    assert "2 cycles (of 1 obligation)" in words_of(page)
    assert "1 obligation would change." in page.text


def test_all_that_match_are_asked_for_again_and_a_difference_is_said(officer, scad):
    rows(2, lead=scad)
    other = ObligationFactory()

    page = officer.post(URL, {"all": "5", "query": f"lead={scad.pk}"})

    assert "Selected: 2 obligations" in words_of(page)
    assert "When you chose all, 5 matched; now it is 2." in page.text
    page = officer.post(
        URL, {"all": "2", "query": f"lead={scad.pk}", "lead": "none", "step": "preview"}
    )
    assert "When you chose all" not in page.text
    do(officer, page)
    assert Obligation.objects.filter(lead=None).count() == 3
    assert fresh(other).version == 1


def test_nothing_selected_is_said(officer):
    response = officer.post(URL)

    assert response.status_code == 422
    assert "Tick rows in the register first" in response.text


@pytest.mark.parametrize("sent", [{"row": "x"}, {"rows": "1,²"}, {"all": "-1"}, {"rows": "9" * 30}])
def test_what_names_no_row_is_quoted(sent, officer):
    response = officer.post(URL, sent)

    assert response.status_code == 422
    assert f"“{next(iter(sent.values())).split(',')[-1]}” is no row" in response.text


def test_a_filter_that_is_not_understood_is_quoted(officer):
    response = officer.post(URL, {"all": "1", "query": "due_after=soon"})

    assert response.status_code == 422
    assert "soon" in response.text


def test_more_than_the_bound_are_refused(officer, settings):
    settings.BULK_MAX_ROWS = 2

    one_by_one = officer.post(URL, {"rows": ",".join(str(o.pk) for o in rows(3))})
    all_of_them = officer.post(URL, {"all": "3", "query": ""})

    for response in (one_by_one, all_of_them):
        assert response.status_code == 422
        assert "3 rows are selected; at most 2 are changed at once" in response.text


def test_forged_keys_and_drafts_are_not_of_the_register(officer, scad):
    mine, draft = ObligationFactory(), ObligationFactory(draft=True)

    page = preview(officer, [mine, draft], lead=scad.pk)
    assert "1 of the rows selected is not in this register." in page.text
    do(officer, page)

    assert fresh(mine).lead == scad
    assert fresh(draft).lead is None


def test_there_are_two_registers(officer):
    assert officer.get("/register/secrets/change/").status_code == 404


# The form


def test_a_form_that_changes_nothing_says_so(officer):
    response = preview(officer, rows(1))

    assert response.status_code == 422
    assert "Say what is to change" in response.text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"lead": "999999"}, "Select a valid choice"),
        ({"finding": "fulfilled"}, "Say where it says so."),
        ({"finding_source": "A letter"}, "Say which finding this is the source of."),
        ({"add_tags": "urgent", "remove_tags": "URGENT"}, "“URGENT” is to be added as well"),
        ({"add_tags": "x" * 51}, "is too long for a tag"),
    ],
)
def test_what_cannot_be_set_comes_back_as_typed(values, words, officer):
    response = preview(officer, rows(1), reason="As agreed", **values)

    assert response.status_code == 422
    assert words in response.text
    assert 'value="As agreed"' in response.text
    assert not BulkEdit.objects.exists()


def test_an_inactive_person_cannot_be_made_responsible(officer):
    gone = UserFactory(is_active=False)

    assert preview(officer, rows(1), responsible=gone.pk).status_code == 422


def test_a_finding_waits_for_approval_where_that_is_asked(client_as, settings):
    settings.FINDINGS_NEED_APPROVAL = True
    values = {"finding": "fulfilled", "finding_source": "A/81/1"}

    refused = preview(client_as("manager"), rows(1), **values)
    may = preview(client_as("officer"), rows(1), **values)

    assert refused.status_code == 422
    assert "A finding needs approval here" in refused.text
    assert may.status_code == 200


# The preview


def test_the_preview_counts_from_what_to_what_and_what_stays(officer, scad):
    dpo, rosa = OfficeFactory(short="DPO"), UserFactory(name="Rosa R.")
    selected = [
        *rows(2, lead=dpo),
        *rows(3),
        *rows(4, lead=scad, responsible=rosa),
        ObligationFactory(closed=True, lead=dpo),
    ]

    response = preview(officer, selected, lead=scad.pk, responsible=rosa.pk)

    words = words_of(response)
    assert "5 obligations would change." in words
    assert "Lead nobody yet SCAD 3 Lead DPO SCAD 2" in words
    assert "Responsible nobody yet Rosa R. 5" in words
    assert "4 have all of it already." in words
    assert "1 is closed, and stays as it was closed." in words
    assert not BulkEdit.objects.exists()


def test_the_preview_counts_tags_whatever_their_case(officer):
    selected = [*rows(2, tag_names=["Urgent"]), *rows(3)]
    index_tags(selected)

    words = words_of(preview(officer, selected, add_tags="urgent, new"))
    removed = words_of(preview(officer, selected, remove_tags="URGENT, unknown"))

    assert "Tags – urgent 3 Tags – new 5" in words
    assert "Tags URGENT – 2" in removed
    assert "unknown" not in removed


def test_where_nothing_would_change_there_is_no_button(officer, scad):
    page = preview(officer, rows(2, lead=scad), lead=scad.pk)

    assert "Nothing would change." in page.text
    assert 'value="do"' not in page.text


def test_back_from_the_preview_keeps_what_was_typed(officer, scad):
    page = preview(officer, rows(2), lead=scad.pk, reason="As agreed")

    back = do(officer, page, step="back")

    assert back.status_code == 200
    assert 'value="As agreed"' in back.text
    assert f'<option value="{scad.pk}" selected>' in back.text
    assert "Selected: 2 obligations" in words_of(back)


@pytest.mark.parametrize("number", [1, 20])
def test_a_preview_costs_the_same_queries_for_any_number(
    number, officer, scad, django_assert_max_num_queries
):
    selected = rows(number)

    with django_assert_max_num_queries(19):
        preview(officer, selected, lead=scad.pk, finding="lapsed", finding_source="A letter")


# The act


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


# Undo


def undo(client, edit):
    return client.post(f"{CHANGES}{edit.pk}/undo/", follow=True)


def test_undo_gives_back_what_was_there_as_a_change_of_its_own(officer, scad):
    dpo, rosa = OfficeFactory(short="DPO"), UserFactory()
    one = ObligationFactory(
        lead=dpo,
        tag_names=["Lamps"],
        finding="in-progress",
        finding_on=dt.date(2026, 1, 2),
        finding_by=rosa,
        finding_source="A letter",
    )
    index_tags([one])
    other = ObligationFactory()
    edit = change(
        officer,
        [one, other],
        lead=scad.pk,
        finding="lapsed",
        finding_source="S/2026/1",
        add_tags="urgent",
        remove_tags="lamps",
        reason="As agreed",
    )
    assert fresh(one).tag_names == ["urgent"]

    page = undo(officer, edit)

    assert "Undone for 2." in page.text
    back = fresh(one)
    assert (back.lead, back.finding, back.finding_on) == (dpo, "in-progress", dt.date(2026, 1, 2))
    assert (back.finding_by, back.finding_source) == (rosa, "A letter")
    assert back.tag_names == ["Lamps"]
    assert [t.tag.name for t in back.taggings.all()] == ["Lamps"]
    assert fresh(other).lead is None
    assert not fresh(other).taggings.exists()
    assert back.version == 3
    assert back.history.first().history_change_reason == "Undone: As agreed"
    assert back.history.first().history_user == officer.person


def test_undo_leaves_what_was_changed_since(officer, scad):
    one, other = rows(2)
    edit = change(officer, [one, other], lead=scad.pk)
    changed_by_another(fresh(other))
    assert "1 was changed since: undoing leaves it" in officer.get(f"{CHANGES}{edit.pk}/").text

    page = undo(officer, edit).text

    assert "Undone for 1." in page
    assert "1 was changed since, and is left as it is." in page
    assert "Changed since, and therefore not undone: 1" in page
    assert fresh(one).lead is None
    assert (fresh(other).lead, fresh(other).act) == (scad, "Words of another")


def test_undone_twice_is_undone_once(officer, scad):
    (one,) = rows(1)
    edit = change(officer, [one], lead=scad.pk)
    undo(officer, edit)

    again = undo(officer, edit)

    assert "This change was undone already." in again.text
    assert fresh(one).version == 3


def test_after_its_time_it_cannot_be_undone(officer, scad, clock, settings):
    (one,) = rows(1)
    edit = change(officer, [one], lead=scad.pk)
    clock.shift(dt.timedelta(minutes=settings.BULK_UNDO_MINUTES, seconds=-1))
    assert "undo/" in officer.get(CHANGES).text
    clock.shift(dt.timedelta(seconds=2))
    assert "undo/" not in officer.get(CHANGES).text
    assert "undo/" not in officer.get(f"{CHANGES}{edit.pk}/").text

    page = undo(officer, edit)

    assert "too long ago to be undone" in page.text
    assert fresh(one).lead == scad


def test_an_office_that_is_gone_is_not_given_back(officer, scad):
    old = OfficeFactory(short="OLD")
    (one,) = rows(1, lead=old)
    edit = change(officer, [one], lead=scad.pk)
    old.delete()

    assert "therefore not undone: 1" in undo(officer, edit).text
    assert fresh(one).lead == scad


def test_the_list_says_what_was_set_and_how_long_it_can_be_undone(officer, scad, clock):
    change(officer, rows(2), lead=scad.pk, reason="As agreed")
    clock.shift(dt.timedelta(minutes=20))

    words = words_of(officer.get(CHANGES))

    assert "Lead: SCAD As agreed 2" in words
    assert "40 minutes left" in words.replace("\xa0", " ")


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_of_changes_costs_the_same_queries(
    number, officer, scad, django_assert_num_queries
):
    BulkEditFactory.create_batch(number, values={"lead": scad.pk}, made_by=officer.person)
    officer.get(CHANGES)

    with django_assert_num_queries(FRAME + 3):  # count, rows, offices
        officer.get(CHANGES)


def test_a_finding_is_not_undone_by_who_may_not_find(officer, person_as, settings):
    (one,) = rows(1)
    edit = change(officer, [one], finding="lapsed", finding_source="S/2026/1")
    settings.FINDINGS_NEED_APPROVAL = True
    officer.force_login(person_as("manager"))

    page = undo(officer, edit)

    assert "This change set a finding, which needs approval here" in page.text
    assert fresh(one).finding == "lapsed"


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
