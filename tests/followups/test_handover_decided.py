"""What was offered is accepted, declined or withdrawn: once, and who comes second is told."""

from threading import Barrier, Thread

import pytest
from django.db import OperationalError, connection, transaction
from django.urls import reverse

from apps.followups.handover import AlreadyDecided, CannotHandOver, _locked, accept
from apps.followups.models import Handover, Notice
from apps.obligations.review import locked
from tests.factories import (
    HandoverFactory,
    NoticeFactory,
    ObligationFactory,
    OfficeFactory,
    UserFactory,
)
from tests.followups.handovers import NOW, offered, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("on_the_day")]


@pytest.mark.parametrize(("meant", "responsible"), [("Anna", "Anna"), (None, "Ben")])
def test_who_is_meant_or_else_who_accepts_is_responsible(
    meant, responsible, client, others, office
):
    office_, anna, ben = others
    handover = HandoverFactory(
        obligation__lead=office, to_office=office_, to_person=anna if meant else None
    )
    client.force_login(ben)

    client.post(reverse("flow:handover-accept", args=[handover.pk]))

    obligation = handover.obligation
    obligation.refresh_from_db()
    assert (obligation.lead, obligation.responsible.name) == (office_, responsible)
    assert obligation.version == 2
    newest = obligation.history.first()
    assert (newest.lead, newest.history_user) == (office_, ben)
    assert told(handover.offered_by) == [f"handover:{handover.pk}:accepted"]


def test_the_one_made_responsible_by_another_is_told(client, others):
    office, anna, ben = others
    handover = HandoverFactory(to_office=office)
    client.force_login(ben)

    client.post(reverse("flow:handover-accept", args=[handover.pk]), {"responsible": "Anna"})

    assert told(anna, "assigned") == [f"responsible:{handover.obligation_id}:2"]
    assert told(ben, "assigned") == []


def test_the_second_to_accept_is_told_who_did(client, others):
    office, anna, ben = others
    handover = HandoverFactory(to_office=office)
    accept(handover.pk, by=anna, at=NOW)
    client.force_login(ben)

    response = client.post(reverse("flow:handover-accept", args=[handover.pk]))

    assert response.status_code == 409
    assert "Anna decided on it before you, on 1 July 2026: it is accepted." in response.text
    handover.obligation.refresh_from_db()
    assert (handover.obligation.responsible, handover.obligation.version) == (anna, 2)


def test_an_offer_that_is_decided_on_is_read_of_by_nobody(officer, others):
    office, anna, ben = others
    offered(officer, ObligationFactory(), office)
    handover = Handover.objects.get()

    accept(handover.pk, by=anna, at=NOW)

    assert not Notice.objects.standing().filter(person__in=[anna, ben], kind="handover").exists()
    (left,) = Notice.objects.standing().filter(kind="handover")
    assert left.key.endswith(":accepted")


def test_declining_needs_a_reason_and_tells_who_offered(client, others, office):
    office_, anna, _ben = others
    handover = HandoverFactory(obligation__lead=office, to_office=office_)
    url = reverse("flow:handover-decline", args=[handover.pk])
    client.force_login(anna)

    assert client.post(url, {"reason": ""}).status_code == 422
    client.post(url, {"reason": "Not our lamps"})

    handover.refresh_from_db()
    handover.obligation.refresh_from_db()
    assert (handover.state, handover.reason, handover.decided_by) == (
        "declined",
        "Not our lamps",
        anna,
    )
    assert handover.obligation.lead == office
    assert Notice.objects.get(person=handover.offered_by).note == "Not our lamps"


def test_what_is_withdrawn_waits_no_more_and_its_notices_are_cancelled(officer, others):
    office, anna, _ben = others
    offered(officer, ObligationFactory(), office)
    handover = Handover.objects.get()

    officer.post(reverse("flow:handover-withdraw", args=[handover.pk]))

    assert not Handover.objects.waiting().exists()
    assert not Notice.objects.unread(anna).exists()
    with pytest.raises(AlreadyDecided):
        accept(handover.pk, by=anna, at=NOW)


def test_an_offer_whose_lead_was_changed_since_is_not_accepted(others, office):
    handover = HandoverFactory(obligation__lead=office, to_office=others[0])
    handover.obligation.lead = OfficeFactory(short="THIRD")
    handover.obligation.save()

    with pytest.raises(CannotHandOver, match="THIRD leads it by now"):
        accept(handover.pk, by=others[1], at=NOW)


def test_an_offer_of_what_was_closed_waits_for_nobody(client, others):
    handover = HandoverFactory(obligation__closed=True, to_office=others[0])
    client.force_login(others[1])

    assert handover.obligation.act not in client.get(reverse("flow:handover-list")).text
    with pytest.raises(CannotHandOver, match="is not open"):
        accept(handover.pk, by=others[1], at=NOW)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="two writers at once need PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_at_once_one_does_and_the_other_is_told():
    office = OfficeFactory(short="BOTH")
    people = [UserFactory(office=office) for _ in range(2)]
    handover = HandoverFactory(to_office=office)
    start, done = Barrier(2), []

    def take(person):
        start.wait()
        try:
            accept(handover.pk, by=person, at=NOW)
            done.append("accepted")
        except AlreadyDecided:
            done.append("told")
        finally:
            connection.close()

    threads = [Thread(target=take, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(done) == ["accepted", "told"]
    handover.obligation.refresh_from_db()
    assert handover.obligation.version == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite locks no rows")
@pytest.mark.parametrize("lock", [_locked, lambda pk: locked(_of(pk), 1, by=UserFactory())])
def test_an_obligation_that_is_locked_can_still_be_pointed_at(lock):
    """Else who logs about it and who changes it wait for each other."""
    handover = HandoverFactory()
    errors = []

    def point():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '2s'")
                NoticeFactory(obligation_id=handover.obligation_id, handover_id=handover.pk)
        except OperationalError as error:
            errors.append(error)
        finally:
            connection.close()

    with transaction.atomic():
        lock(handover.pk)
        thread = Thread(target=point)
        thread.start()
        thread.join(timeout=10)

    assert errors == []


def _of(pk):
    return Handover.objects.values_list("obligation_id", flat=True).get(pk=pk)
