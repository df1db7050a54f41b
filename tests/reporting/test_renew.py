"""A later obligation renews an earlier one: linked, closed, its cycles settled by rule."""

import datetime as dt

import pytest

from apps.obligations.codes import Finding, State
from apps.obligations.models import Obligation
from apps.obligations.review import CannotDo, Changed, accept
from apps.obligations.undo import undo
from apps.reporting import renew as renewing
from apps.reporting.models import Cycle, Response
from apps.reporting.plan import plan
from apps.reporting.renew import Settle, accept_and_renew, renew
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    DocumentFactory,
    ObligationFactory,
    ParagraphFactory,
    ResponseFactory,
    TextFactory,
    UserFactory,
)
from tests.history.forget import forget

pytestmark = pytest.mark.django_db
TODAY = dt.date(2022, 7, 1)
NOW = dt.datetime(2022, 7, 1, 12, tzinfo=dt.UTC)


def make(year, **fields):
    document = DocumentFactory(adopted_on=dt.date(year, 3, 1))
    paragraph = ParagraphFactory(text=TextFactory(document=document), label="4")
    return ObligationFactory(paragraph=paragraph, **fields)


@pytest.fixture
def person():
    return UserFactory()


@pytest.fixture
def later():
    return make(2022)


@pytest.fixture
def earlier():
    """Answered once, once overdue, once to come."""
    obligation = make(2020)
    cadence = CadenceFactory(obligation=obligation)
    answered = CycleFactory(cadence=cadence, due_on=dt.date(2021, 3, 1), answered=True)
    ResponseFactory(cycle=answered)
    CycleFactory(cadence=cadence, due_on=dt.date(2022, 3, 1))
    CycleFactory(cadence=cadence, due_on=dt.date(2023, 3, 1))
    forget(Cycle.history.all())  # planning writes none
    return obligation


def do(later, earlier, person, settle=Settle.MOVED, version=None):
    version = version or Obligation.objects.get(pk=later.pk).version
    return renew(later.pk, version, earlier.pk, settle=settle, by=person, on=TODAY)


def test_the_two_are_linked_and_the_earlier_is_closed_as_superseded(later, earlier, person):
    do(later, earlier, person)

    later.refresh_from_db()
    earlier.refresh_from_db()
    assert later.renews == earlier
    assert earlier.state == State.CLOSED
    assert earlier.reason == f"Renewed by {later}"
    assert (earlier.finding, earlier.finding_on) == (Finding.SUPERSEDED, TODAY)
    assert (earlier.finding_by, earlier.finding_source) == (person, str(later))


@pytest.mark.parametrize(
    ("settle", "reason"), [("moved", "Moved to {}"), ("waived", "Waived: renewed by {}")]
)
def test_open_cycles_are_waived_with_the_reason_of_the_rule(settle, reason, later, earlier, person):
    done = do(later, earlier, person, settle)

    waived = earlier.cycles.filter(waived_on=TODAY)
    assert {cycle.waived_reason for cycle in waived} == {reason.format(later)}
    assert done.settled == waived.count() == 2
    earlier.refresh_from_db()
    assert earlier.next_due_on is None


def test_kept_cycles_stay_open_and_no_more_are_planned(later, earlier, person):
    do(later, earlier, person, "kept")

    assert earlier.cycles.open().count() == 2
    plan(Obligation.objects.filter(pk=earlier.pk), until=dt.date(2030, 12, 31))
    assert earlier.cycles.count() == 3
    earlier.refresh_from_db()
    assert earlier.next_due_on == dt.date(2022, 3, 1)


@pytest.mark.parametrize("settle", Settle.values)
def test_answered_cycles_and_their_responses_are_never_touched(settle, later, earlier, person):
    before = earlier.cycles.exclude(answered_on=None).values().get()

    do(later, earlier, person, settle)

    assert earlier.cycles.exclude(answered_on=None).values().get() == before
    assert Response.objects.filter(cycle=before["id"]).count() == 1


def test_the_history_says_who_did_it_to_all_three(later, earlier, person):
    do(later, earlier, person)

    assert later.history.first().history_user == person
    assert later.history.first().renews_id == earlier.pk
    assert earlier.history.first().history_user == person
    for cycle in earlier.cycles.filter(answered_on=None):
        after, before = cycle.history.all()
        assert (after.history_user, after.waived_on) == (person, TODAY)
        assert (before.history_user, before.waived_on) == (None, None)


def test_a_cycle_that_has_a_history_keeps_it(later, earlier, person):
    cycle = earlier.cycles.open().first()
    cycle.keep_former_state()
    cycle.slot_on = TODAY
    cycle.save()

    do(later, earlier, person)

    assert [past.waived_on for past in cycle.history.all()] == [TODAY, None, None]
    assert cycle.history.first().slot_on == TODAY


def test_many_cycles_cost_the_same_queries_as_one(
    later, earlier, person, django_assert_max_num_queries
):
    cadence = earlier.cadences.get()
    for day in range(40):
        CycleFactory(cadence=cadence, due_on=TODAY + dt.timedelta(days=day))

    with django_assert_max_num_queries(32):
        do(later, earlier, person)


def refused(later, earlier, person, error):
    states = list(Obligation.objects.order_by("pk").values())
    cycles = list(Cycle.objects.order_by("pk").values())

    with pytest.raises(error) as caught:
        do(later, earlier, person)

    assert isinstance(caught.value, CannotDo)
    assert list(Obligation.objects.order_by("pk").values()) == states
    assert list(Cycle.objects.order_by("pk").values()) == cycles
    return str(caught.value)


def test_it_is_not_renewed_twice(later, earlier, person):
    do(later, earlier, person)

    refused(later, earlier, person, renewing.AlreadyRenews)
    said = refused(make(2023), earlier, person, renewing.AlreadyClosed)
    assert f"Renewed by {later}" in said
    assert earlier.cycles.filter(waived_on=TODAY).count() == 2


def test_one_renews_only_one(later, earlier, person):
    do(later, earlier, person)

    refused(later, make(2021), person, renewing.AlreadyRenews)


def test_it_does_not_renew_itself(earlier, person):
    refused(earlier, earlier, person, renewing.SameObligation)


def test_a_draft_renews_nothing_until_it_is_accepted(earlier, person):
    refused(make(2022, draft=True), earlier, person, renewing.NotAccepted)


@pytest.mark.parametrize("state", ["draft", "closed", "rejected"])
def test_only_what_is_open_is_renewed(state, later, person):
    refused(later, make(2020, **{state: True}), person, renewing.AlreadyClosed)


def test_a_later_decision_is_not_renewed_by_an_earlier_one(later, earlier, person):
    refused(earlier, later, person, renewing.NotEarlier)


def test_nor_one_of_the_same_document_or_without_a_day(later, earlier, person):
    paragraph = ParagraphFactory(text=later.paragraph.text)
    refused(later, ObligationFactory(paragraph=paragraph), person, renewing.NotEarlier)

    earlier.document.adopted_on = None
    earlier.document.save()
    with pytest.raises(renewing.NotEarlier, match="adopted on an unknown day"):
        do(later, earlier, person)


def test_a_chain_does_not_become_a_ring(person):
    first, second, third = make(2022), make(2022), make(2022)
    Obligation.objects.filter(pk=second.pk).update(renews=first)
    Obligation.objects.filter(pk=third.pk).update(renews=second)

    refused(first, third, person, renewing.WouldMakeRing)


def test_a_chain_grows_at_its_end(later, earlier, person):
    do(later, earlier, person)
    newest = make(2023)

    do(newest, later, person)

    newest.refresh_from_db()
    assert newest.renews.renews == earlier


def test_who_saw_another_version_changes_nothing(later, earlier, person):
    with pytest.raises(Changed):
        do(later, earlier, person, version=7)

    earlier.refresh_from_db()
    assert earlier.state == State.ACCEPTED


def test_a_rule_that_is_none_is_refused(later, earlier, person):
    with pytest.raises(ValueError, match="lost"):
        do(later, earlier, person, "lost")


def test_a_draft_is_accepted_and_renews_in_one_stroke_or_neither(earlier, person):
    draft = make(2022, draft=True)

    accept_and_renew(draft.pk, 1, earlier.pk, settle="moved", by=person, at=NOW, on=TODAY)

    draft.refresh_from_db()
    assert (draft.state, draft.renews, draft.decided_by) == (State.ACCEPTED, earlier, person)
    assert draft.cadences.count() == 1

    other = make(2023, draft=True)
    with pytest.raises(renewing.AlreadyClosed):
        accept_and_renew(other.pk, 1, earlier.pk, settle="moved", by=person, at=NOW, on=TODAY)
    other.refresh_from_db()
    assert other.state == State.DRAFT


def test_a_renewal_is_not_undone_as_if_nothing_had_been_closed(earlier, person):
    draft = make(2022, draft=True)
    draft.save()  # a first version to go back to
    accepted = accept(draft.pk, 1, by=person, at=NOW)
    do(accepted, earlier, person)

    with pytest.raises(CannotDo, match="closed by this renewal"):
        undo(draft.pk, 3, by=person)

    draft.refresh_from_db()
    assert (draft.state, draft.renews) == (State.ACCEPTED, earlier)
