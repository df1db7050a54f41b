"""The page on which two texts are compared and one renews the other; links to it and after it."""

import datetime as dt
import re

import pytest
import time_machine
from django.urls import reverse

from apps.obligations.codes import State
from apps.obligations.models import Obligation
from tests.factories import CadenceFactory, CycleFactory, ObligationFactory, ParagraphFactory
from tests.history.forget import forget
from tests.obligations.test_renewals import LAMPS, cite, make

pytestmark = pytest.mark.django_db
TODAY = dt.date(2022, 7, 1)


@pytest.fixture(autouse=True)
def first_of_july():
    with time_machine.travel(dt.datetime(2022, 7, 1, 12, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def earlier():
    obligation = make(year=2020)
    cadence = CadenceFactory(obligation=obligation)
    CycleFactory(cadence=cadence, due_on=dt.date(2021, 1, 4), answered=True)
    CycleFactory(cadence=cadence, due_on=dt.date(2022, 1, 3))
    CycleFactory(cadence=cadence, due_on=dt.date(2023, 1, 2))
    return obligation


@pytest.fixture
def later(earlier):
    obligation = make(LAMPS.replace("six", "three"), year=2021, draft=True, timing=["every:P3M"])
    cite(obligation, earlier)
    return obligation


def url(later):
    return reverse("followups:renew", args=[later.pk])


def post(client, later, earlier, settle="moved", version=1):
    data = {"version": version, "earlier": earlier.pk, "settle": settle}
    return client.post(url(later), data)


def card_of(later):
    return f"{reverse('obligations:review', args=[later.document_id])}#card-{later.pk}"


def test_a_card_says_what_it_may_renew_and_links_to_the_page(officer, earlier, later):
    page = officer.get(reverse("obligations:review", args=[later.document_id])).text

    assert "May renew" in page
    assert f'<a href="{url(later)}?earlier={earlier.pk}">{earlier}</a>' in page
    assert "The document is cited; 94% of the words are the same." in page


def test_so_does_the_card_that_an_act_answers_with(officer, earlier, later):
    address = reverse("obligations:accept", args=[later.pk])

    part = officer.post(address, {"version": 1}, headers={"HX-Request": "true"}).text

    assert f"{url(later)}?earlier={earlier.pk}" in part


def test_the_page_shows_both_texts_with_what_differs_marked_as_such(officer, earlier, later):
    page = officer.get(url(later)).text

    assert "every <del>six </del>months" in page
    assert "every <ins>three </ins>months" in page
    assert f"Does {later} renew {earlier}?" in page
    assert "every:P6M" in page
    assert "<strong>every:P3M</strong>" in page


def test_it_lists_the_open_cycles_and_says_that_answered_ones_stay(officer, later):
    page = officer.get(url(later)).text

    assert "2 open cycles of" in page
    assert '<time datetime="2022-01-03">' in page
    assert '<time datetime="2021-01-04">' not in page
    assert "1 answered cycle stays as it is" in page


def test_the_three_rules_are_named_with_what_they_mean(officer, later):
    page = officer.get(url(later)).text

    assert f"Moved: waived there with the reason “Moved to {later}”" in page
    assert "Kept: each stays open there until it is answered or waived" in page
    assert "Waived: waived there; no answer to them is expected any more" in page


def test_without_open_cycles_there_is_nothing_to_choose(officer):
    earlier, later = make(year=2020), make(year=2021)
    cite(later, earlier)

    page = officer.get(url(later)).text
    assert "Nothing is waited for there." in page
    assert 'type="radio"' not in page

    assert post(officer, later, earlier, settle="kept").status_code == 302


def test_a_draft_is_accepted_and_renews_and_one_is_back_at_the_card(officer, earlier, later):
    response = post(officer, later, earlier)

    assert response["Location"] == card_of(later)
    later.refresh_from_db()
    assert (later.state, later.renews, later.decided_by) == (
        State.ACCEPTED,
        earlier,
        officer.person,
    )
    page = officer.get(response["Location"]).text
    assert f"{later} renews {earlier}, which is closed as superseded. 2 open cycles were" in page
    assert "May renew" not in page
    detail = reverse("followups:obligation-detail", args=[earlier.pk])
    assert f'<dt>Renews</dt><dd><a href="{detail}">{earlier}</a></dd>' in page


@pytest.mark.parametrize(("settle", "left"), [("moved", 0), ("kept", 2), ("waived", 0)])
def test_each_rule_does_what_it_says(settle, left, officer, earlier, later):
    post(officer, later, earlier, settle=settle)

    assert earlier.cycles.open().count() == left
    page = officer.get(card_of(later)).text
    assert ("stay open." in page) is (settle == "kept")


def test_the_history_of_both_says_it(officer, earlier, later):
    post(officer, later, earlier)

    page = officer.get(reverse("followups:obligation-detail", args=[earlier.pk])).text
    assert "<ins>Superseded</ins>" in page
    assert f"<ins>Moved to {later}</ins>" in page
    page = officer.get(reverse("followups:obligation-detail", args=[later.pk])).text
    assert f"<ins>{earlier}</ins>" in page


def test_somebody_elses_change_is_shown_and_nothing_is_renewed(officer, earlier, later):
    forget(later.history.all())
    later.save()
    later.version, later.act = 2, "Other words"
    later.save()

    response = post(officer, later, earlier, version=1)

    assert response.status_code == 409
    assert "<ins>Other words</ins>" in response.text
    assert re.search(r'name="version"[^>]* value="2"', response.text)
    earlier.refresh_from_db()
    assert earlier.state == State.ACCEPTED


def test_what_cannot_be_renewed_is_refused_in_words(officer, later):
    closed = make(year=2020, closed=True)

    response = post(officer, later, closed)

    assert response.status_code == 422
    assert "is not open any more: Fulfilled" in response.text
    later.refresh_from_db()
    assert later.state == State.DRAFT


@pytest.mark.parametrize(
    "data",
    [
        {"settle": "lost"},
        {"settle": ""},
        {"version": "one"},
        {"version": ""},
        {"version": "9" * 40},
    ],
)
def test_a_wrong_form_comes_back(data, officer, earlier, later):
    fields = {"version": 1, "earlier": earlier.pk, "settle": "moved"} | data

    response = officer.post(url(later), fields)

    assert response.status_code in {409, 422}
    earlier.refresh_from_db()
    assert earlier.state == State.ACCEPTED


@pytest.mark.parametrize("asked", ["abc", "-1", "9" * 40, "9" * 5000, "99999999", "²", "<b>"])
def test_an_earlier_one_that_is_not_there_is_quoted(asked, officer, later):
    for response in (
        officer.get(url(later), {"earlier": asked}),
        officer.post(url(later), {"earlier": asked, "version": 1, "settle": "moved"}),
    ):
        assert response.status_code == 404
        assert f"“{asked.replace('<', '&lt;').replace('>', '&gt;')}”" in response.text


def test_where_nothing_is_like_it_the_page_says_so(officer):
    response = officer.get(url(make(year=2021)))

    assert response.status_code == 200
    assert "Nothing that is open here is asked in words like these" in response.text


def test_the_others_can_be_looked_at(officer, earlier, later):
    other = make(year=2019)
    cite(later, other)

    page = officer.get(url(later)).text
    assert f'href="{url(later)}?earlier={other.pk}"' in page

    assert f"Does {later} renew {other}?" in officer.get(url(later), {"earlier": other.pk}).text


def test_texts_in_two_languages_are_not_marked(officer, later):
    other = make("Prie le gardien du port de faire rapport", year=2020, language="fr")

    page = officer.get(url(later), {"earlier": other.pk}).text

    assert "<del>" not in page
    assert 'lang="fr"' in page
    assert "are in different languages" in page


def test_what_renews_one_already_goes_back_to_its_card(officer, earlier, later):
    post(officer, later, earlier)

    assert officer.get(url(later))["Location"] == card_of(later)


@pytest.mark.parametrize("state", ["closed", "rejected"])
def test_what_is_not_followed_has_no_such_page(state, officer):
    assert officer.get(url(make(year=2021, **{state: True}))).status_code == 404


@pytest.mark.parametrize("role", ["reader", "focal point", "manager", "auditor"])
def test_only_an_officer_is_offered_it(role, client_as, earlier, later):
    client = client_as(role)

    review = client.get(reverse("obligations:review", args=[later.document_id]))
    assert "May renew" not in review.text
    assert client.get(url(later)).status_code == 403
    assert post(client, later, earlier).status_code == 403


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_costs_the_same_queries_at_any_length(rows, officer, django_assert_num_queries):
    earlier, later = make(year=2020), make(year=2021)
    cite(later, earlier)
    cadence = CadenceFactory(obligation=earlier)
    for day in range(rows):
        CycleFactory(cadence=cadence, due_on=TODAY + dt.timedelta(days=day))

    # session, person, office, permissions (2); the later one and its addressees; proposals (4);
    # the earlier one; cycles, their number, the answered
    with django_assert_num_queries(15):
        officer.get(url(later))


@pytest.mark.parametrize("rows", [1, 20])
def test_the_cards_cost_the_same_queries_however_many_may_renew(
    rows, officer, django_assert_num_queries
):
    later = make(year=2021)
    for number in range(2, 2 + rows):
        earlier = make(year=2020)
        one = ObligationFactory(
            draft=True,
            paragraph=ParagraphFactory(text=later.paragraph.text, label=str(number)),
            words=LAMPS,
        )
        cite(one, earlier)
    address = reverse("obligations:review", args=[later.document_id])

    with django_assert_num_queries(18):
        page = officer.get(address).text

    assert page.count("May renew") == rows + 1
    assert Obligation.objects.filter(document=later.document).count() == rows + 1
