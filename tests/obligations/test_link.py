"""Links between obligations: what people type finds the one they mean."""

import pytest

from apps.obligations.link import (
    CannotLink,
    NotFound,
    SeveralFound,
    link,
    links_of,
    named,
    unlink,
)
from apps.obligations.models import Link
from apps.obligations.review import CannotDo
from tests.factories import (
    DocumentFactory,
    LinkFactory,
    ObligationFactory,
    ParagraphFactory,
    TextFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return UserFactory(name="Anna")


@pytest.fixture
def here():
    """Obligations by how they are cited."""
    resolution = TextFactory(document__symbol="S/RES/2719 (2023)")
    statement = TextFactory(document__symbol="S/PRST/2021/9")
    third = ParagraphFactory(text=resolution, position=9, label="3")
    lettered = ParagraphFactory(text=resolution, position=10, label="3 (a)")
    eleventh = ParagraphFactory(text=statement, position=11, label="")
    rows = [
        ObligationFactory(paragraph=third),
        ObligationFactory(paragraph=lettered),
        ObligationFactory(paragraph=eleventh),
        ObligationFactory(paragraph=eleventh, number=2),
    ]
    return {row.reference: row for row in rows}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("S/RES/2719 (2023) ¶ 3", "S/RES/2719 (2023) ¶ 3"),
        ("s/res/2719(2023)¶3", "S/RES/2719 (2023) ¶ 3"),
        ("  S/RES/2719 (2023), para. 3 ", "S/RES/2719 (2023) ¶ 3"),
        ("S/PRST/2021/9 ¶ 11", "S/PRST/2021/9 ¶ 11"),
        ("S/RES/2719 (2023) paragraph 3", "S/RES/2719 (2023) ¶ 3"),
        ("S/PRST/2021/9 11 (2)", "S/PRST/2021/9 ¶ 11 (2)"),
        ("S/RES/2719 (2023) 3", "S/RES/2719 (2023) ¶ 3"),
        ("S/PRST/2021/9 ¶ 11(2)", "S/PRST/2021/9 ¶ 11 (2)"),
        ("S/RES/2719 (2023) § 3(a)", "S/RES/2719 (2023) ¶ 3 (a)"),
        ("S/PRST/2021/9 第11段", "S/PRST/2021/9 ¶ 11"),
        ("S/RES/2719 (2023) ¶ 3 (A)", "S/RES/2719 (2023) ¶ 3 (a)"),
    ],
)
def test_every_way_of_citing_finds_the_one_that_is_meant(typed, meant, here):
    assert named(typed).reference == meant


@pytest.mark.parametrize(
    "typed",
    [
        "%d",
        " %d ",
        "https://remit.example.org/obligations/%d/",
        "https://remit.example.org/obligations/%d/?x=1#log",
        "/obligations/%d",
    ],
)
def test_the_key_and_the_address_of_the_page_are_understood(typed, here):
    wanted = here["S/PRST/2021/9 ¶ 11 (2)"]

    assert named(typed % wanted.pk) == wanted


def test_every_reference_finds_itself(here):
    assert {reference: named(reference) for reference in here} == here


@pytest.mark.parametrize(
    "typed",
    ["nothing", "S/RES/1 (1946) ¶ 3", "S/RES/2719 (2023) ¶ 4", "999999", "9" * 40, "¶", "%", "(2)"],
)
def test_what_names_none_is_quoted_with_an_example(typed, here):
    with pytest.raises(NotFound, match="Type it as S/RES/2719") as error:
        named(typed)

    assert f"“{typed}”" in str(error.value)


def test_a_symbol_alone_is_enough_where_its_document_has_one(here):
    lonely = ObligationFactory(paragraph__text__document=DocumentFactory(symbol="A/RES/1/1"))

    assert named("a/res/1/1") == lonely
    with pytest.raises(SeveralFound, match=r"names 2 obligations: S/PRST/2021/9 ¶ 11; S/PRST"):
        named("S/PRST/2021/9")


def test_drafts_are_not_found():
    draft = ObligationFactory(draft=True)

    for typed in (draft.reference, str(draft.pk)):
        with pytest.raises(NotFound):
            named(typed)


def test_both_sides_show_the_link_in_their_own_words(anna):
    source, target = ObligationFactory(), ObligationFactory()

    link(source, "depends", target.reference, note="Needs its report", by=anna)

    (from_source,), (from_target,) = links_of(source), links_of(target)
    assert (from_source.words, from_source.other) == ("Depends on", target)
    assert (from_target.words, from_target.other) == ("Needed by", source)
    assert from_target.link.note == "Needs its report"
    assert from_target.link.history.get().history_user == anna


@pytest.mark.parametrize(
    ("kind", "words"), [("duplicates", "Duplicated by"), ("relates", "Relates to")]
)
def test_the_other_kinds_have_words_for_the_other_side(kind, words):
    made = LinkFactory(kind=kind)

    assert links_of(made.target)[0].words == words


def test_an_obligation_is_not_linked_to_itself_nor_twice_nor_both_ways(anna):
    source, target = ObligationFactory(), ObligationFactory()
    link(source, "relates", target.reference, by=anna)

    with pytest.raises(CannotLink, match="is this obligation itself"):
        link(source, "relates", source.reference, by=anna)
    with pytest.raises(CannotLink, match="already: Relates to"):
        link(source, "relates", target.reference, by=anna)
    with pytest.raises(CannotLink, match="already: Relates to"):
        link(target, "relates", source.reference, by=anna)
    link(source, "depends", target.reference, by=anna)
    assert Link.objects.count() == 2


def test_a_closed_obligation_is_linked_to_and_not_from(anna):
    closed, other = ObligationFactory(closed=True), ObligationFactory()

    with pytest.raises(CannotDo, match="is not open"):
        link(closed, "relates", other.reference, by=anna)
    assert link(other, "duplicates", closed.reference, by=anna).target == closed


def test_a_link_that_is_taken_away_stays_in_the_history(anna):
    made = LinkFactory()

    unlink(made, by=anna)

    newest = Link.history.first()
    assert not Link.objects.exists()
    assert (newest.history_type, newest.history_user) == ("-", anna)


def test_a_closed_obligation_keeps_its_links(anna):
    made = LinkFactory(source=ObligationFactory(closed=True))

    with pytest.raises(CannotDo, match="is not open"):
        unlink(made, by=anna)

    assert Link.objects.get() == made
