"""The review screen and the acts on it."""

import re

import pytest
from django.urls import reverse

from apps.documents.ingest import Given, ingest
from apps.obligations.codes import State
from apps.obligations.models import Obligation
from tests.conftest import FRAGMENT
from tests.documents.texts import STATEMENT_ZH
from tests.factories import DocumentFactory, ObligationFactory

pytestmark = pytest.mark.django_db


def url(name, pk):
    return reverse(f"obligations:{name}", args=[pk])


def post(client, name, draft, headers=FRAGMENT, version=1, **fields):
    return client.post(url(name, draft.pk), {"version": version} | fields, headers=headers)


def reading(draft, **changes):
    """What the edit form of a draft posts."""
    return {
        "act": draft.act,
        "verb_class": draft.verb_class,
        "addressee_codes": draft.addressee_codes,
        "deliverable": draft.deliverable,
        "recipients": draft.recipients,
        "timing": " ".join(draft.timing),
        "qualifiers": draft.qualifiers,
    } | changes


def test_a_document_that_was_not_read_has_a_button_to_read_it(officer, document):
    page = officer.get(url("review", document.pk)).text
    assert "Read what it asks" in page

    officer.post(url("read", document.pk))

    assert "3 drafts left" in officer.get(url("review", document.pk)).text


def test_a_language_without_a_table_is_not_said_to_ask_nothing(officer, document):
    document.texts.update(language="xx")

    officer.post(url("read", document.pk))

    page = officer.get(url("review", document.pk)).text
    assert "cannot be read by the machine yet" in page
    assert "Add an ask that was missed" in page


def test_a_document_that_lacks_something_is_completed_first(officer):
    document = DocumentFactory(symbol="")

    assert officer.get(url("review", document.pk))["Location"] == document.get_absolute_url()


def test_the_text_is_shown_with_its_asks_marked(officer, document, drafts):
    page = officer.get(url("review", document.pk)).text

    assert f'data-ask="{drafts[0].pk}"' in page
    assert "S/RES/9001 (2021)" in page


def test_the_dates_that_a_timing_gives_are_shown_with_their_reason(officer, document, drafts):
    page = officer.get(url("review", document.pk)).text

    assert "number 1 after it is 19 October 2021" in page


def test_a_second_language_stands_beside_the_first(officer, document, drafts):
    ingest("b.txt", STATEMENT_ZH.encode(), by=None, given=Given(symbol=document.symbol))

    page = officer.get(url("review", document.pk), {"beside": "zh"}).text

    assert "安全理事会鼓励区域组织酌情分享建立信任的经验" in page


def test_accepting_answers_with_the_card_the_count_and_the_marks(officer, document, drafts):
    part = post(officer, "accept", drafts[0]).text

    assert f'id="card-{drafts[0].pk}"' in part
    assert "2 drafts left" in part
    assert f'id="p-{drafts[0].paragraph_id}"' in part
    assert f'id="card-{drafts[1].pk}"' not in part


def test_after_the_last_decision_cycles_can_be_planned(officer, document, drafts):
    for draft in drafts:
        part = post(officer, "accept", draft).text

    assert "Plan cycles" in part


def test_without_htmx_every_act_leads_back_to_the_page(officer, document, drafts):
    response = post(officer, "accept", drafts[0], headers=None)

    assert response["Location"] == f"{url('review', document.pk)}#card-{drafts[0].pk}"


def test_an_edit_and_its_acceptance_are_one_stroke(officer, drafts):
    fields = reading(drafts[0], timing="every:P1Y", then="accept")

    post(officer, "edit", drafts[0], **fields)

    kept = Obligation.objects.get(pk=drafts[0].pk)
    assert (kept.state, kept.timing) == (State.ACCEPTED, ["every:P1Y"])
    assert kept.machine["timing"] == ["every:P6M"]


def test_a_timing_that_cannot_be_read_comes_back_quoted(officer, drafts):
    response = post(officer, "edit", drafts[0], **reading(drafts[0], timing="every:half-year"))

    assert response.status_code == 422
    assert "“every:half-year”" in response.text
    assert 'value="every:half-year"' in response.text


def test_rejecting_needs_a_reason(officer, drafts):
    assert post(officer, "reject", drafts[0]).status_code == 422
    assert post(officer, "reject", drafts[0], reason="A recital").status_code == 200


def test_the_second_officer_sees_what_the_first_changed_and_loses_nothing(officer, drafts):
    post(officer, "edit", drafts[0], **reading(drafts[0], act="Words of the first"))

    response = post(officer, "edit", drafts[0], **reading(drafts[0], act="Words of the second"))

    assert response.status_code == 409
    assert "<ins>Words of the first</ins>" in response.text
    assert ">\nWords of the second</textarea>" in response.text
    assert re.search(r'name="version"[^>]* value="2"', response.text)


def test_a_reason_typed_over_somebody_elses_change_is_kept(officer, drafts):
    post(officer, "edit", drafts[0], **reading(drafts[0], act="Words of the first"))

    response = post(officer, "reject", drafts[0], reason="My long reason")

    assert response.status_code == 409
    assert 'value="My long reason"' in response.text


def test_splitting_and_merging_answer_with_all_cards(officer, drafts):
    split = post(officer, "split", drafts[0], words="a written report")
    assert split.text.count("data-card=") == 4
    assert split["HX-Retarget"] == "#cards"

    merged = post(officer, "merge", drafts[0], version=2)

    assert "Part of S/RES/9001 (2021) ¶ 1" in merged.text


def test_a_split_that_is_not_possible_says_so_in_the_card(officer, drafts):
    response = post(officer, "split", drafts[0], words="nowhere to be found")

    assert response.status_code == 422
    assert "nowhere to be found" in response.text
    assert response["HX-Retarget"] == f"#card-{drafts[0].pk}"


def test_what_was_missed_is_added_and_opened(officer, document, drafts):
    response = officer.post(
        url("add", document.pk),
        {
            "paragraph": drafts[1].paragraph_id,
            "words": "share what they learn",
            "verb_class": "invites",
            "addressee_codes": ["others"],
        },
    )

    added = Obligation.objects.get(machine__isnull=True)
    assert response["Location"] == f"{url('review', document.pk)}?edit={added.pk}"
    assert "added by hand" in officer.get(url("review", document.pk)).text


def test_words_that_are_not_there_come_back_with_the_form(officer, document, drafts):
    response = officer.post(
        url("add", document.pk),
        {
            "paragraph": drafts[1].paragraph_id,
            "words": "no such words",
            "verb_class": "invites",
            "addressee_codes": ["others"],
        },
    )

    assert response.status_code == 422
    assert "“no such words” does not stand in paragraph 2" in response.text


@pytest.mark.parametrize("rows", [1, 20])
def test_the_screen_costs_the_same_queries_at_any_length(
    rows, officer, document, drafts, django_assert_max_num_queries
):
    for number in range(10, 10 + rows):
        ObligationFactory(draft=True, paragraph=drafts[0].paragraph, number=number)

    with django_assert_max_num_queries(20):
        officer.get(url("review", document.pk))


@pytest.mark.parametrize("rows", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(rows, officer, django_assert_num_queries):
    for _ in range(rows):
        ObligationFactory(draft=True)

    with django_assert_num_queries(
        10
    ):  # session, person, office, menu, permissions (2), count, rows, unread, drafts, the bell
        officer.get(reverse("obligations:review-list"))
