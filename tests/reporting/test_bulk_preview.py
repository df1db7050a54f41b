"""What is to change at once is typed and shown before: from what to what, and what stays."""

import pytest

from apps.obligations.organise import index_tags
from apps.reporting.models import BulkEdit
from tests.factories import ObligationFactory, OfficeFactory, UserFactory
from tests.reporting.bulk_edits import do, preview, rows, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


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
