"""How well the machine reads, by language and field."""

import datetime as dt

import pytest
from django.http import QueryDict
from django.urls import reverse

from apps.dashboards.quality import quality_by_language
from apps.dashboards.scope import Scope
from apps.documents.ingest import ingest
from apps.obligations import review
from apps.obligations.extract import extract
from apps.obligations.undo import undo
from tests.documents.texts import RESOLUTION, STATEMENT_ZH
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
PAGE = reverse("dashboards:reading")


def everything():
    return Scope(QueryDict(), today=NOW.date(), soon=30)


@pytest.fixture
def anna():
    return UserFactory(name="Anna")


def drafts(text):
    return extract(ingest("a.txt", text.encode(), by=None).text.document, by=None)


def accept(draft, by, version=1):
    review.accept(draft.pk, version, by=by, at=NOW)


def test_what_was_accepted_as_it_stood_is_told_from_what_was_corrected(anna):
    first, second, third = drafts(RESOLUTION)
    accept(first, anna)
    review.edit(second.pk, 1, {"timing": ["every:P1Y"], "act": "Said shorter"}, by=anna)
    accept(second, anna, version=2)
    review.reject(third.pk, 1, by=anna, at=NOW, reason="Its own conduct")

    [english] = quality_by_language(everything())

    assert (english.language, english.decided, english.accepted) == ("en", 3, 2)
    assert english.unchanged == 1
    assert english.corrected == {"timing": 1}


def test_a_correction_that_was_taken_back_is_none(anna):
    first = drafts(RESOLUTION)[0]
    review.edit(first.pk, 1, {"timing": ["every:P1Y"]}, by=anna)
    undo(first.pk, 2, by=anna)
    accept(first, anna, version=3)

    assert quality_by_language(everything())[0].corrected == {}


def test_languages_are_told_apart_and_drafts_are_not_counted(anna):
    english, chinese = drafts(RESOLUTION), drafts(STATEMENT_ZH)
    for draft in chinese:
        accept(draft, anna)
    accept(english[0], anna)

    assert [(row.language, row.decided) for row in quality_by_language(everything())] == [
        ("zh", 2),
        ("en", 1),
    ]


def test_what_a_person_added_was_missed(anna):
    first = drafts(RESOLUTION)[0]
    values = {"verb_class": "invites", "addressee_codes": ["others"]}
    accept(review.add(first.paragraph, "a written", values, by=anna), anna)

    assert quality_by_language(everything())[0].by_hand == 1


def test_the_page_shows_each_field_of_each_language(signed_in, anna):
    accept(drafts(RESOLUTION)[0], anna)

    page = signed_in.get(PAGE).text

    assert "English" in page
    assert "Timing" in page
    assert "100 %" in page


def test_the_page_says_what_will_stand_there(signed_in):
    assert "Nothing was decided yet" in signed_in.get(PAGE).text


@pytest.mark.parametrize("texts", [[RESOLUTION], [RESOLUTION, STATEMENT_ZH]])
def test_the_figures_cost_two_queries(texts, anna, django_assert_num_queries):
    for text in texts:
        for draft in drafts(text):
            accept(draft, anna)

    with django_assert_num_queries(3):  # with the own fields
        quality_by_language(everything())
