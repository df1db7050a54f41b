"""A finding has a source and a day; closing as fulfilled names the report; approval where it is wanted."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.followups.models import Notice
from apps.followups.propose import AlreadyDecided, FoundMeanwhile, OwnFinding, approve, send_back
from apps.obligations.models import FindingProposal
from tests.factories import (
    CycleFactory,
    FindingProposalFactory,
    ObligationFactory,
    OfficeFactory,
    ResponseFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def first_of_july():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def approval(settings):
    settings.FINDINGS_NEED_APPROVAL = True


def follow(client, obligation, **fields):
    data = {"act": obligation.act, "finding": "in-progress", "finding_source": "A/79/302"}
    data |= {"version": obligation.version, **fields}
    return client.post(reverse("followups:obligation-edit", args=[obligation.pk]), data)


def close(client, obligation, **fields):
    data = {"finding": "fulfilled", "reason": "The report came", "version": obligation.version}
    return client.post(reverse("followups:obligation-close", args=[obligation.pk]), data | fields)


def test_a_new_finding_needs_a_source(officer):
    response = follow(officer, ObligationFactory(), finding_source="")

    assert response.status_code == 422
    assert "Say what the new finding rests on." in response.text


def test_the_day_of_a_finding_can_be_given_but_not_ahead(officer):
    obligation = ObligationFactory()

    ahead = follow(officer, obligation, finding_on="2026-07-02")
    follow(officer, obligation, finding_on="2026-06-15")

    assert ahead.status_code == 422
    assert "2 July 2026 is still to come" in ahead.text
    obligation.refresh_from_db()
    assert obligation.finding_on == dt.date(2026, 6, 15)


def test_the_new_responsible_person_is_told_and_an_unusual_one_is_said(officer, office):
    person = UserFactory(name="Anna", office=OfficeFactory(short="OTHER"))
    obligation = ObligationFactory(lead=office)

    follow(officer, obligation, lead=office.pk, responsible=person.pk)
    page = officer.get(reverse("followups:obligation-detail", args=[obligation.pk])).text

    assert Notice.objects.get(person=person).kind == "assigned"
    assert "Anna is not of the lead office DPPA." in page


def test_what_is_fulfilled_names_the_report_that_fulfils_it(officer):
    response = ResponseFactory()
    obligation = response.cycle.obligation

    without = close(officer, obligation)
    done = close(officer, obligation, response=response.pk)

    assert (without.status_code, done.status_code) == (422, 302)
    assert "Choose the report that fulfils it." in without.text
    response.refresh_from_db()
    obligation.refresh_from_db()
    assert response.fulfils
    assert response.history.first().history_user == officer.person
    assert (obligation.state, obligation.finding_source) == ("closed", str(response.document))


def test_without_any_report_closing_says_to_link_it_first(officer):
    response = close(officer, CycleFactory().obligation)

    assert response.status_code == 422
    assert "Link the report to its cycle first" in response.text


def test_what_lapses_is_fulfilled_by_nothing(officer):
    response = ResponseFactory()

    close(officer, response.cycle.obligation, finding="lapsed", response=response.pk)

    response.refresh_from_db()
    assert not response.fulfils


def test_a_finding_stands_at_once_where_no_approval_is_wanted(client_as):
    obligation = ObligationFactory()

    follow(client_as("manager"), obligation)

    obligation.refresh_from_db()
    assert obligation.finding == "in-progress"
    assert not FindingProposal.objects.exists()


def test_a_finding_waits_where_approval_is_wanted_and_the_rest_is_saved(approval, client_as):
    client = client_as("manager")
    approver = UserFactory(role="officer")
    obligation = ObligationFactory()

    follow(client, obligation, act="Other words")

    obligation.refresh_from_db()
    assert (obligation.act, obligation.finding) == ("Other words", "not-started")
    proposal = FindingProposal.objects.get()
    assert (proposal.finding, proposal.source) == ("in-progress", "A/79/302")
    assert (proposal.found_by, proposal.found_on) == (client.person, dt.date(2026, 7, 1))
    assert Notice.objects.get(person=approver).kind == "finding"


def test_an_officer_needs_no_approval(approval, officer):
    obligation = ObligationFactory()

    follow(officer, obligation)

    obligation.refresh_from_db()
    assert obligation.finding == "in-progress"


def test_what_is_approved_stands_as_its_finders(officer):
    proposal = FindingProposalFactory()

    officer.post(reverse("flow:finding-approve", args=[proposal.pk]))

    obligation = proposal.obligation
    obligation.refresh_from_db()
    assert (obligation.finding, obligation.finding_by) == ("partly-fulfilled", proposal.found_by)
    assert obligation.history.first().history_user == officer.person
    assert Notice.objects.get(person=proposal.found_by).key == f"finding:{proposal.pk}:approved"


def test_what_is_sent_back_has_a_reason_and_changes_nothing(officer):
    proposal = FindingProposalFactory()
    url = reverse("flow:finding-return", args=[proposal.pk])

    assert officer.post(url, {"reason": " "}).status_code == 422
    officer.post(url, {"reason": "The report says otherwise"})

    proposal.refresh_from_db()
    proposal.obligation.refresh_from_db()
    assert (proposal.state, proposal.obligation.finding) == ("refused", "not-started")
    assert "The report says otherwise" in Notice.objects.get(person=proposal.found_by).note


def test_nobody_approves_the_own_finding(officer):
    proposal = FindingProposalFactory(found_by=officer.person)

    assert officer.post(reverse("flow:finding-approve", args=[proposal.pk])).status_code == 403
    with pytest.raises(OwnFinding):
        approve(proposal.pk, by=officer.person, at=NOW)


def test_a_finding_is_decided_once(officer):
    proposal = FindingProposalFactory()
    approve(proposal.pk, by=UserFactory(name="Anna"), at=NOW)

    response = officer.post(reverse("flow:finding-approve", args=[proposal.pk]))

    assert response.status_code == 409
    assert "Anna decided on it before you" in response.text
    with pytest.raises(AlreadyDecided):
        send_back(proposal.pk, reason="Too late", by=officer.person, at=NOW)


def test_a_second_persons_finding_waits_for_the_first_to_be_decided(approval, client_as):
    proposal = FindingProposalFactory(found_by=UserFactory(name="Anna"))

    response = follow(client_as("manager"), proposal.obligation)

    assert response.status_code == 422
    assert "A finding of Anna waits for approval" in response.text


def test_closing_needs_who_may_approve_where_approval_is_wanted(approval, client_as):
    obligation = ObligationFactory()
    client = client_as("manager")

    page = client.get(reverse("followups:obligation-detail", args=[obligation.pk])).text
    response = close(client, obligation, finding="lapsed")

    assert "only somebody who may approve them closes an obligation" in page
    assert response.status_code == 422
    obligation.refresh_from_db()
    assert obligation.state == "accepted"


@pytest.mark.parametrize("rows", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(
    rows, officer, django_assert_max_num_queries
):
    for _ in range(rows):
        FindingProposalFactory()

    with django_assert_max_num_queries(8):
        page = officer.get(reverse("flow:finding-list")).text

    assert page.count(">Approve<") == rows


@pytest.mark.parametrize(
    ("sent", "source", "day"),
    [
        ({"finding_source": "A/80/1"}, "A/80/1", dt.date(2026, 6, 1)),
        ({"finding_on": "2026-06-15"}, "A/79/302", dt.date(2026, 6, 15)),
    ],
)
def test_another_source_or_day_of_a_finding_waits_as_well(sent, source, day, approval, client_as):
    obligation = ObligationFactory(
        finding="in-progress", finding_source="A/79/302", finding_on=dt.date(2026, 6, 1)
    )

    follow(client_as("manager"), obligation, **sent)

    proposal = FindingProposal.objects.get()
    assert (proposal.finding, proposal.source) == ("in-progress", source)
    assert proposal.found_on == day
    obligation.refresh_from_db()
    assert (obligation.finding_source, obligation.finding_on) == ("A/79/302", dt.date(2026, 6, 1))


def test_a_finding_that_stays_as_it_was_proposes_nothing(approval, client_as):
    obligation = ObligationFactory(finding="in-progress", finding_source="A/79/302")

    follow(client_as("manager"), obligation, act="Other words")

    assert not FindingProposal.objects.exists()


def test_a_finding_made_since_is_not_replaced_by_one_that_waited():
    with time_machine.travel(NOW - dt.timedelta(days=2)):
        proposal = FindingProposalFactory()
    obligation = proposal.obligation
    with time_machine.travel(NOW - dt.timedelta(days=1)):
        obligation.finding, obligation.finding_source = "partly-fulfilled", "A/79/302"
        obligation.save()

    with pytest.raises(FoundMeanwhile):
        approve(proposal.pk, by=UserFactory(), at=NOW)

    obligation.refresh_from_db()
    assert obligation.finding == "partly-fulfilled"


def test_a_finding_that_is_decided_on_waits_for_nobody(approval, client_as):
    other = UserFactory(role="officer")
    follow(client_as("manager"), ObligationFactory(), finding="in-progress", finding_source="A/1")
    proposal = FindingProposal.objects.get()
    assert Notice.objects.standing().filter(person=other).exists()

    approve(proposal.pk, by=UserFactory(role="officer"), at=NOW)

    (left,) = Notice.objects.standing().filter(kind="finding")
    assert (left.person, left.key) == (proposal.found_by, f"finding:{proposal.pk}:approved")
