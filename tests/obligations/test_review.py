"""What an officer does with drafts."""

import datetime as dt

import pytest

from apps.obligations import review
from apps.obligations.codes import State
from apps.obligations.extract import extract
from apps.obligations.models import Obligation
from apps.obligations.review import AlreadyPlanned, Changed, NoSuchPlace
from apps.obligations.undo import undo
from apps.reporting.plan import plan
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def anna():
    return UserFactory(name="Anna")


@pytest.fixture
def draft(drafts):
    return drafts[0]


def accept(draft, by):
    return review.accept(draft.pk, draft.version, by=by, at=NOW)


def test_an_accepted_draft_has_the_cadence_its_timing_means(draft, anna):
    accepted = accept(draft, anna)

    cadence = accepted.cadences.get()
    assert (accepted.state, accepted.decided_by, accepted.decided_at) == (State.ACCEPTED, anna, NOW)
    assert (cadence.kind, cadence.period) == ("every", "P6M")
    assert (cadence.basis_document, cadence.basis_paragraph) == (draft.document, "1")


def test_a_rejected_draft_keeps_its_reason(draft, anna):
    rejected = review.reject(draft.pk, 1, by=anna, at=NOW, reason="A recital")

    assert (rejected.state, rejected.reason) == (State.REJECTED, "A recital")


def test_a_correction_stands_beside_the_reading(draft, anna):
    corrected = review.edit(draft.pk, 1, {"timing": ["every:P3M"]}, by=anna)

    assert corrected.timing == ["every:P3M"]
    assert corrected.machine["timing"] == ["every:P6M"]
    assert corrected.corrected_fields == ["timing"]


def test_a_corrected_addressee_is_found_under_its_new_code(draft, anna):
    review.edit(draft.pk, 1, {"addressee_codes": ["mission"]}, by=anna)

    assert Obligation.objects.filter(addressees__code="mission").get() == draft


def test_correcting_the_timing_of_an_accepted_one_changes_its_cadence(draft, anna):
    accept(draft, anna)

    review.edit(draft.pk, 2, {"timing": ["by:2026-03-31"]}, by=anna)

    assert draft.cadences.get().kind == "once"


@pytest.mark.parametrize("act", ["accept", "reject", "edit", "split", "merge", "undo"])
def test_no_act_overwrites_what_somebody_else_changed_meanwhile(act, draft, anna):
    review.edit(draft.pk, 1, {"act": "Theirs"}, by=UserFactory())
    arguments = {
        "accept": {"by": anna, "at": NOW},
        "reject": {"by": anna, "at": NOW, "reason": "no"},
        "edit": {"values": {"act": "Mine"}, "by": anna},
        "split": {"words": "report", "by": anna},
        "merge": {"by": anna, "at": NOW},
        "undo": {"by": anna},
    }[act]

    with pytest.raises(Changed):
        {"undo": undo}.get(act, getattr(review, act, None))(draft.pk, 1, **arguments)

    draft.refresh_from_db()
    assert (draft.act, draft.state) == ("Theirs", State.DRAFT)


def test_a_draft_is_split_where_the_second_begins(draft, anna):
    first, second = review.split(draft.pk, 1, "written\nreport", by=anna)

    assert first.words.endswith("to give to the Council a")
    assert second.words.startswith("written report every six months")
    assert second.reference == "S/RES/9001 (2021) ¶ 1 (2)"
    assert second.machine is None
    content = draft.paragraph.text.content
    assert content[second.start : second.end] == second.quote


def test_a_draft_is_not_split_at_words_that_it_does_not_hold(draft, anna):
    with pytest.raises(NoSuchPlace, match="building confidence"):
        review.split(draft.pk, 1, "building confidence", by=anna)


def halves(draft, by):
    return review.split(draft.pk, draft.version, "report every", by=by)


def test_merged_drafts_are_one_with_the_values_of_both(draft, anna):
    _first, second = halves(draft, anna)
    review.edit(second.pk, 1, {"addressee_codes": ["mission"]}, by=anna)

    merged = review.merge(draft.pk, 2, by=anna, at=NOW)

    second.refresh_from_db()
    assert merged.end == draft.end
    assert merged.addressee_codes == ["mission", "secretary-general"]
    assert (second.state, second.merged_into) == (State.REJECTED, merged)


def test_drafts_of_two_paragraphs_are_not_merged(drafts, anna):
    with pytest.raises(NoSuchPlace):
        review.merge(drafts[0].pk, 1, by=anna, at=NOW)


def test_a_draft_is_not_merged_over_one_that_was_decided(draft, anna):
    _first, second = halves(draft, anna)
    accept(second, anna)

    with pytest.raises(NoSuchPlace):
        review.merge(draft.pk, 2, by=anna, at=NOW)


def test_a_last_draft_has_nothing_to_merge_with(drafts, anna):
    with pytest.raises(NoSuchPlace):
        review.merge(drafts[2].pk, 1, by=anna, at=NOW)


def test_what_was_missed_is_added_from_the_words_of_the_text(drafts, anna):
    paragraph = drafts[1].paragraph
    values = {"verb_class": "invites", "addressee_codes": ["others"]}

    added = review.add(paragraph, "share what   they learn", values, by=anna)

    assert added.quote == "share what they learn"
    assert added.machine is None
    assert added.addressees.get().code == "others"


def test_words_that_do_not_stand_in_the_paragraph_are_quoted_back(drafts, anna):
    with pytest.raises(NoSuchPlace, match="no such words"):
        review.add(drafts[0].paragraph, "no such words", {}, by=anna)


def test_chinese_words_are_found_across_a_line_break(statement, anna):
    encourages = extract(statement, by=None)[0]
    values = {"verb_class": "requests", "addressee_codes": ["unstated"]}

    added = review.add(encourages.paragraph, "分享建立信任", values, by=anna)

    assert added.words == "分享建立信任"
    assert "\n" in added.quote


def test_accepting_can_be_undone(draft, anna):
    accept(draft, anna)

    undone = undo(draft.pk, 2, by=anna)

    assert undone.state == State.DRAFT
    assert not undone.cadences.exists()


def test_a_correction_can_be_undone_addressees_and_all(draft, anna):
    review.edit(draft.pk, 1, {"act": "Other", "addressee_codes": ["mission"]}, by=anna)

    undone = undo(draft.pk, 2, by=anna)

    assert undone.act == draft.act
    assert [a.code for a in undone.addressees.all()] == ["secretary-general"]


def test_merging_can_be_undone_and_both_are_drafts_again(draft, anna):
    first, second = halves(draft, anna)
    review.edit(second.pk, 1, {"addressee_codes": ["mission"]}, by=anna)
    review.merge(draft.pk, 2, by=anna, at=NOW)

    undone = undo(draft.pk, 3, by=anna)

    assert undone.end == first.end
    assert undone.addressee_codes == ["secretary-general"]
    assert Obligation.objects.get(pk=second.pk).state == State.DRAFT


def test_undoing_again_goes_one_step_further_back(draft, anna):
    review.edit(draft.pk, 1, {"act": "First"}, by=anna)
    review.edit(draft.pk, 2, {"act": "Second"}, by=anna)

    assert undo(draft.pk, 3, by=anna).act == "First"
    assert undo(draft.pk, 4, by=anna).act == draft.act
    with pytest.raises(NoSuchPlace):
        undo(draft.pk, 5, by=anna)


def test_undoing_a_split_lets_the_second_half_go(draft, anna):
    _first, second = halves(draft, anna)

    undone = undo(draft.pk, 2, by=anna)

    assert undone.end == draft.end
    assert not Obligation.objects.filter(pk=second.pk).exists()


def test_a_timing_that_gives_no_cadence_is_not_accepted(draft, anna):
    Obligation.objects.filter(pk=draft.pk).update(timing=["every:never"])

    with pytest.raises(review.NotReadable, match="every:never"):
        accept(draft, anna)


def test_what_is_planned_cannot_be_undone(draft, anna):
    accept(draft, anna)
    plan(Obligation.objects.filter(pk=draft.pk), until=dt.date(2022, 1, 1))

    with pytest.raises(AlreadyPlanned):
        undo(draft.pk, 2, by=anna)

    assert Obligation.objects.get(pk=draft.pk).state == State.ACCEPTED


def test_nothing_to_undo_is_said(draft, anna):
    with pytest.raises(NoSuchPlace):
        undo(draft.pk, 1, by=anna)
