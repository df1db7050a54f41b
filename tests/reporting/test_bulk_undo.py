"""What was changed at once is undone for a while, but not what was changed since."""

import datetime as dt

import pytest

from apps.obligations.organise import index_tags
from tests.conftest import FRAME
from tests.factories import BulkEditFactory, ObligationFactory, OfficeFactory, UserFactory
from tests.reporting.bulk_edits import CHANGES, change, changed_by_another, fresh, rows, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


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
