"""What hangs on a person who leaves goes to others, all at once."""

import datetime as dt

import pytest

from apps.followups import leaver
from apps.followups.models import Entry, Handover, Reminder, ShareLink, Watch
from apps.obligations.models import Obligation
from apps.reporting.models import Feed, SavedView
from tests.factories import (
    EntryFactory,
    FeedFactory,
    ObligationFactory,
    OfficeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def person():
    return UserFactory(name="Leo Leaver", role="officer", is_active=False)


@pytest.fixture
def heir(office):
    return UserFactory(name="Hana Heir", role="officer", office=office)


@pytest.fixture
def by():
    return UserFactory(role="administrator")


def hand_over(person, heir, by, *groups):
    to = dict.fromkeys(groups or leaver.GIVE, heir)
    return leaver.hand_over(person, to=to, by=by, at=AT)


def everything_of(person, office):
    """One row of each group."""
    obligation = ObligationFactory(responsible=person, lead=office)
    EntryFactory(obligation=obligation, next_step="Ask", next_step_by=person)
    Handover.objects.create(
        obligation=obligation,
        from_office=office,
        to_office=OfficeFactory(short="TO"),
        to_person=person,
        note="Please",
        offered_at=AT,
        offered_by=UserFactory(),
    )
    SavedView.objects.create(name="Ours", register="cycles", scope="all", owner=person)
    Watch.objects.create(person=person, obligation=obligation)
    Reminder.objects.create(person=person, obligation=obligation, on=AT.date())
    FeedFactory(person=person)
    ShareLink.objects.create(obligation=obligation, made_by=person, made_at=AT, expires_at=AT)
    return obligation


def test_everything_goes_or_ends_and_nothing_is_left(person, heir, by, office):
    everything_of(person, office)
    assert set(leaver.counts(person).values()) == {1}

    gone = hand_over(person, heir, by)

    assert gone == dict.fromkeys(gone, 1)
    assert set(leaver.counts(person).values()) == {0}
    assert Obligation.objects.get().responsible == heir
    assert Entry.objects.get().next_step_by == heir
    assert SavedView.objects.get().owner == heir
    assert Watch.objects.get().person == heir
    assert Reminder.objects.get().done_at == AT
    assert Feed.objects.get().revoked_at == AT
    assert ShareLink.objects.get().revoked_at == AT


def test_a_second_time_changes_nothing(person, heir, by, office):
    obligation = everything_of(person, office)
    hand_over(person, heir, by)

    gone = hand_over(person, heir, by)

    assert set(gone.values()) == {0}
    assert Obligation.objects.get(pk=obligation.pk).version == 2


def test_the_history_says_who_did_it_and_an_open_form_is_told(person, heir, by):
    obligation = ObligationFactory(responsible=person)
    entry = EntryFactory(obligation=obligation, next_step="Ask", next_step_by=person)

    hand_over(person, heir, by)

    obligation.refresh_from_db()
    last = obligation.history.first()
    assert (last.history_user, last.responsible, last.version) == (by, heir, 2)
    assert obligation.version == 2
    assert entry.history.first().history_user == by


def test_what_is_closed_or_done_keeps_its_name(person, heir, by):
    closed = ObligationFactory(closed=True, responsible=person)
    done = EntryFactory(next_step="Ask", next_step_by=person, next_step_done_on=AT.date())

    hand_over(person, heir, by)

    closed.refresh_from_db()
    done.refresh_from_db()
    assert closed.responsible == person
    assert done.next_step_by == person


def test_each_group_may_go_to_another_and_one_may_stay(person, heir, by, office):
    other = UserFactory(role="manager")
    everything_of(person, office)

    to = {"obligations": heir, "steps": other, "watches": None}
    leaver.hand_over(person, to=to, by=by, at=AT)

    assert Obligation.objects.get().responsible == heir
    assert Entry.objects.get().next_step_by == other
    assert Watch.objects.get().person == person


def test_more_than_a_batch_goes_in_a_few_queries(
    person, heir, by, monkeypatch, django_assert_max_num_queries
):
    monkeypatch.setattr(leaver, "BATCH", 10)
    ObligationFactory.create_batch(25, responsible=person)

    with django_assert_max_num_queries(60):
        gone = hand_over(person, heir, by, "obligations")

    assert gone["obligations"] == 25
    assert Obligation.objects.filter(responsible=heir, version=2).count() == 25
    assert Obligation.history.filter(responsible=heir, history_user=by).count() == 25


def test_a_focal_point_takes_only_what_the_own_office_leads(person, by, office):
    focal = UserFactory(role="focal point", office=office)
    ObligationFactory(responsible=person, lead=OfficeFactory(short="SUB", parent=office))
    ObligationFactory(responsible=person, lead=OfficeFactory(short="OTHER"))
    ObligationFactory(responsible=person)

    with pytest.raises(leaver.CannotTake) as raised:
        hand_over(person, focal, by, "obligations")

    assert (raised.value.group, raised.value.count) == ("obligations", 2)
    assert not Obligation.objects.filter(responsible=focal).exists()


def test_a_confidential_step_goes_only_to_who_may_read_it(person, heir, by):
    secret = OfficeFactory(short="SECRET")
    EntryFactory(next_step="Ask", next_step_by=person, confidential_for=secret)

    with pytest.raises(leaver.CannotTake):
        hand_over(person, heir, by)

    hand_over(person, UserFactory(role="officer", office=secret), by)


def test_one_refusal_leaves_all_as_it_was(person, by, office):
    focal = UserFactory(role="focal point", office=office)
    obligation = everything_of(person, office)

    with pytest.raises(leaver.CannotTake):
        hand_over(person, focal, by)  # a view for everybody is more than a focal point may share

    obligation.refresh_from_db()
    assert obligation.responsible == person
    assert Reminder.objects.get().done_at is None


def test_a_handover_to_another_office_than_the_heirs_waits_for_the_office(person, heir, by, office):
    everything_of(person, office)

    hand_over(person, heir, by, "handovers")

    assert Handover.objects.get().to_person is None
    assert Handover.objects.get().history.first().history_user == by


def test_a_handover_to_the_heirs_office_waits_for_the_heir(person, by, office):
    everything_of(person, office)
    heir = UserFactory(role="officer", office=Handover.objects.get().to_office)

    hand_over(person, heir, by, "handovers")

    assert Handover.objects.get().to_person == heir


def test_a_view_whose_name_the_heir_uses_gets_a_number(person, heir, by):
    for owner in (person, heir):
        SavedView.objects.create(name="Ours", register="cycles", scope="all", owner=owner)

    hand_over(person, heir, by)

    names = set(SavedView.objects.filter(owner=heir).values_list("name", flat=True))
    assert names == {"Ours", "Ours (2)"}


def test_what_both_watch_is_watched_once(person, heir, by):
    obligation = ObligationFactory()
    for watcher in (person, heir):
        Watch.objects.create(person=watcher, obligation=obligation)

    hand_over(person, heir, by)

    assert Watch.objects.get().person == heir


def test_only_active_people_who_may_write_are_offered(person, heir):
    UserFactory(name="Rosa Reader", role="reader")
    UserFactory(name="Gone Officer", role="officer", is_active=False)

    assert list(leaver.who_may_take(person)) == [heir]


def test_the_page_counts_and_hands_over(person, heir, office, client_as):
    everything_of(person, office)
    client = client_as("administrator")
    url = f"/obligations/people/{person.pk}/handover/"

    assert "Hana Heir (DPPA)" in client.get(url).text
    response = client.post(url, {"to": heir.pk, "watches": "stays"}, follow=True)

    assert "7 items were handed over or ended." in response.text
    assert Obligation.objects.get().responsible == heir
    assert Watch.objects.get().person == person


def test_the_page_says_when_nothing_hangs_on_a_person(client_as):
    text = client_as("administrator").get(f"/obligations/people/{UserFactory().pk}/handover/").text

    assert "Nothing: no open obligation" in text


def test_without_a_choice_nothing_is_done(person, heir, office, client_as):
    everything_of(person, office)

    response = client_as("administrator").post(f"/obligations/people/{person.pk}/handover/", {})

    assert response.status_code == 422
    assert "Choose who takes over" in response.text
    assert Obligation.objects.get().responsible == person


@pytest.mark.parametrize("choice", ["999999", "x", "leaver", "reader"])
def test_a_changed_key_in_the_form_takes_nothing(choice, person, heir, office, client_as):
    everything_of(person, office)
    keys = {"leaver": person.pk, "reader": UserFactory(role="reader").pk}

    response = client_as("administrator").post(
        f"/obligations/people/{person.pk}/handover/", {"to": keys.get(choice, choice)}
    )

    assert response.status_code == 422
    assert Obligation.objects.get().responsible == person


def test_who_may_not_act_on_some_is_refused_at_that_group(person, office, client_as):
    ObligationFactory(responsible=person)
    focal = UserFactory(name="Farid", role="focal point", office=office)

    response = client_as("administrator").post(
        f"/obligations/people/{person.pk}/handover/", {"to": focal.pk}
    )

    assert response.status_code == 422
    assert "Farid may not act on 1 of them" in response.text


def test_a_step_goes_to_who_may_log_because_responsible(person, by, office):
    focal = UserFactory(role="focal point", office=office)
    obligation = ObligationFactory(lead=OfficeFactory(short="OUT"), responsible=focal)
    EntryFactory(obligation=obligation, next_step="Ask", next_step_by=person)

    hand_over(person, focal, by, leaver.STEPS)

    assert Entry.objects.get().next_step_by == focal
