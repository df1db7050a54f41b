"""A former version is put back as a new one; nothing is lost or overwritten unseen."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from apps.accounts.models import Office
from apps.followups.models import Notice
from apps.history.models import Change
from apps.obligations.amend import amend
from apps.obligations.codes import State
from apps.reporting.models import SavedView
from tests.factories import (
    CycleFactory,
    DocumentFactory,
    EntryFactory,
    ObligationFactory,
    OfficeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 7, 1)


def address(version):
    kind = version.instance_type._meta.label_lower
    return reverse("followups:restore", args=[kind, version.pk])


@pytest.fixture
def obligation(office):
    """First about lamps and led by DPPA, then about harbours and led by nobody."""
    obligation = ObligationFactory(subject="Lamps", lead=office)
    amend(
        obligation.pk,
        1,
        {"subject": "Harbours", "lead": None},
        by=UserFactory(name="Anna"),
        on=TODAY,
    )
    obligation.refresh_from_db()
    return obligation


def post(client, version, **fields):
    seen = type(version).objects.filter(id=version.id).latest("history_id").pk
    return client.post(address(version), {"reason": "It was right", "seen": seen} | fields)


def test_the_page_shows_first_what_would_change(obligation, officer):
    page = officer.get(address(obligation.history.last())).text

    assert '<del dir="auto">Harbours</del>' in page
    assert "<ins>Lamps</ins>" in page
    assert "<ins>DPPA</ins>" in page
    obligation.refresh_from_db()
    assert obligation.subject == "Harbours"


def test_it_is_written_as_a_new_version_with_its_reason(obligation, officer, office):
    former = obligation.history.last()

    assert post(officer, former).status_code == 302

    obligation.refresh_from_db()
    assert (obligation.subject, obligation.lead, obligation.version) == ("Lamps", office, 3)
    assert obligation.history.count() == 3
    change = Change.objects.newest_first().first()
    assert change.reason.startswith("Restored from the version of ")
    assert change.reason.endswith(": It was right")
    assert change.by == officer.person


def test_a_reason_is_asked_for(obligation, officer):
    response = post(officer, obligation.history.last(), reason="")

    assert response.status_code == 422
    obligation.refresh_from_db()
    assert obligation.subject == "Harbours"


def test_nobody_overwrites_unseen(obligation, officer):
    former, seen = obligation.history.last(), obligation.history.first().pk
    amend(obligation.pk, 2, {"subject": "Quays"}, by=UserFactory(), on=TODAY)

    response = post(officer, former, seen=seen)

    assert response.status_code == 409
    assert '<del dir="auto">Quays</del>' in response.text
    assert "It was right" in response.text
    obligation.refresh_from_db()
    assert obligation.subject == "Quays"
    newest = obligation.history.first().pk
    assert re.search(rf'name="seen"[^>]* value="{newest}"', response.text)
    assert post(officer, former, seen=newest).status_code == 302


@pytest.mark.parametrize("role", ["reader", "focal point", "auditor"])
def test_who_may_not_change_it_may_not_restore_it(role, obligation, client_as):
    client = client_as(role)

    assert client.get(address(obligation.history.last())).status_code == 403
    assert post(client, obligation.history.last()).status_code == 403
    page = client.get(reverse("history:record", args=["obligations.obligation", obligation.pk]))
    assert "Restore this version" not in page.text


def test_the_page_of_the_record_offers_every_version_but_the_newest(obligation, officer):
    page = officer.get(
        reverse("history:record", args=["obligations.obligation", obligation.pk])
    ).text

    assert address(obligation.history.last()) in page
    assert address(obligation.history.first()) not in page


def test_a_closed_obligation_stays_as_it_was_closed(obligation, officer):
    obligation.state, obligation.reason = State.CLOSED, "Done"
    obligation.save()

    assert post(officer, obligation.history.last()).status_code == 403


def test_a_finding_comes_back_with_day_and_person_of_now(officer):
    obligation = ObligationFactory(finding="in-progress")
    amend(obligation.pk, 1, {"finding": "fulfilled"}, by=UserFactory(), on=TODAY)

    post(officer, obligation.history.last())

    obligation.refresh_from_db()
    assert (obligation.finding, obligation.finding_by) == ("in-progress", officer.person)


def test_where_findings_need_approval_only_who_approves_restores_them(settings, client_as):
    settings.FINDINGS_NEED_APPROVAL = True
    obligation = ObligationFactory(finding="in-progress", subject="Lamps")
    values = {"finding": "fulfilled", "subject": "Harbours"}
    amend(obligation.pk, 1, values, by=UserFactory(), on=TODAY)

    post(client_as("manager"), obligation.history.last())

    obligation.refresh_from_db()
    assert (obligation.finding, obligation.subject) == ("fulfilled", "Lamps")


def test_a_value_that_is_gone_is_said_and_nothing_is_restored(officer):
    office = OfficeFactory(short="GONE")
    obligation = ObligationFactory(lead=office)
    amend(obligation.pk, 1, {"lead": None, "subject": "x"}, by=UserFactory(), on=TODAY)
    Office.objects.filter(pk=office.pk).delete()

    response = post(officer, obligation.history.last())

    assert response.status_code == 422
    assert "is not there any more" in response.text


def test_nothing_to_change_is_said(obligation, officer):
    assert "Nothing would change" in officer.get(address(obligation.history.first())).text


def test_a_document_is_restored_with_a_new_version_of_its_own(officer):
    document = DocumentFactory(title="Lamps")
    document.title, document.version = "Harbours", 2
    document.save()

    post(officer, document.history.last())

    document.refresh_from_db()
    assert (document.title, document.version) == ("Lamps", 3)


def test_a_saved_view_is_restored_by_its_owner_only(officer):
    theirs = SavedView.objects.create(name="a", register="cycles", owner=UserFactory())
    mine = SavedView.objects.create(name="a", register="cycles", owner=officer.person)
    for view in (theirs, mine):
        view.name = "b"
        view.save()

    assert post(officer, theirs.history.last()).status_code == 403
    assert post(officer, mine.history.last()).status_code == 302

    mine.refresh_from_db()
    assert mine.name == "a"


def test_an_office_does_not_come_to_lie_below_itself(client):
    client.force_login(UserFactory(is_superuser=True))
    top = OfficeFactory(short="TOP")
    office = OfficeFactory(short="A", parent=top)
    office.parent = None
    office.save()
    top.parent = office
    top.save()

    response = post(client, office.history.last())

    assert response.status_code == 422
    assert "TOP lies below this office now." in response.text


def test_what_breaks_a_rule_is_said_in_its_words(client):
    client.force_login(UserFactory(is_superuser=True))
    office = OfficeFactory(short="A")
    office.short = "B"
    office.save()
    OfficeFactory(short="A", name="Another")

    assert "already exists" in post(client, office.history.last()).text


def test_what_is_not_restored_says_why_on_its_page(officer):
    entry, cycle = EntryFactory(), CycleFactory()
    for record, said in ((entry, "What was logged stays"), (cycle, "follow from its cadence")):
        page = officer.get(reverse("history:record", args=[record._meta.label_lower, record.pk]))
        assert said in page.text
        assert post(officer, record.history.first()).status_code == 403


@pytest.mark.parametrize("url", ["no.such/1/", "obligations.obligation/999999/", "x/1/"])
def test_what_is_no_version_is_not_found(url, officer):
    assert officer.get(f"/obligations/restore/{url}").status_code == 404


def test_a_view_that_was_shared_is_not_shared_again_by_restoring_it(signed_in):
    view = SavedView.objects.create(
        name="a", register="cycles", owner=signed_in.person, scope="all"
    )
    view.name, view.scope = "b", "private"
    view.save()

    assert post(signed_in, view.history.last()).status_code == 302

    view.refresh_from_db()
    assert (view.name, view.scope) == ("a", "private")


def test_a_name_of_a_view_that_is_taken_since_is_said(signed_in):
    view = SavedView.objects.create(name="a", register="cycles", owner=signed_in.person)
    view.name = "b"
    view.save()
    SavedView.objects.create(name="a", register="cycles", owner=signed_in.person)

    response = post(signed_in, view.history.last())

    assert response.status_code == 422
    assert "already exists" in response.text
    view.refresh_from_db()
    assert view.name == "b"


def test_who_is_deactivated_does_not_become_responsible_again(officer):
    gone = UserFactory(name="Rosa R.")
    obligation = ObligationFactory(responsible=gone, subject="Lamps")
    values = {"responsible": None, "subject": "Harbours"}
    amend(obligation.pk, 1, values, by=UserFactory(), on=TODAY)
    gone.is_active = False
    gone.save()

    response = post(officer, obligation.history.last())

    assert response.status_code == 422
    assert "Rosa R. was responsible then, and is deactivated" in response.text
    obligation.refresh_from_db()
    assert (obligation.responsible, obligation.subject) == (None, "Harbours")


def test_who_is_responsible_again_is_told(officer):
    anna = UserFactory()
    obligation = ObligationFactory(responsible=anna)
    amend(obligation.pk, 1, {"responsible": None}, by=officer.person, on=TODAY)

    post(officer, obligation.history.last())

    assert Notice.objects.get().person == anna
