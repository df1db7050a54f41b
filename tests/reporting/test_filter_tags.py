"""Tags, subjects and regions find their rows, and the form offers the tags that are used."""

import pytest

from apps.obligations.organise import index_tags
from tests.factories import TagFactory
from tests.reporting.days import asked, rows
from tests.reporting.either import BOTH, shown_in

pytestmark = pytest.mark.django_db


def tagged(register, *names, **kwargs):
    row = shown_in(register, tag_names=list(names), **kwargs)
    index_tags([getattr(row, "obligation", row)])
    return row


@BOTH
def test_any_of_several_tags_is_found_however_typed_and_each_row_once(register):
    both = tagged(register, "Sahel", "peace")
    one = tagged(register, "peace")
    tagged(register, "arms")

    assert rows(register, "tag=SAHEL&tag=peace") == [both, one]
    assert asked(register, "tag=sahel").query.urlencode() == "tag=Sahel"
    assert [chip.words for chip, _rest in asked(register, "tag=sahel").chips] == ["Tag: Sahel"]


@BOTH
def test_a_tag_that_nobody_made_is_quoted(register):
    tagged(register, "Sahel")

    assert "Tag: “Sahara”" in asked(register, "tag=Sahara").problems[0].words


@BOTH
def test_a_subject_is_found_in_any_part(register):
    wanted = shown_in(register, subject="DRC: MONUSCO mandate")
    shown_in(register, subject="Mali")

    assert rows(register, "subject=monusco") == [wanted]


@BOTH
def test_any_of_several_regions_is_found(register):
    first, second = shown_in(register, region="africa"), shown_in(register, region="asia")
    shown_in(register)

    assert rows(register, "region=africa&region=asia") == [first, second]


@pytest.mark.parametrize("path", ["/register/obligations/", "/register/cycles/"])
def test_the_form_offers_the_tags_that_are_used(path, signed_in):
    tagged("obligations", "Sahel")
    TagFactory(name="unused")

    page = signed_in.get(f"{path}?columns=tags,region,subject").text

    assert 'name="tag" value="Sahel"' in page.replace('class="form-check-input" ', "")
    assert "unused" not in page
    assert '<a class="tag" href="/register/obligations/?tag=Sahel">Sahel</a>' in page
