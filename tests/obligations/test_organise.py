"""Tags and the organization's own fields: what an obligation says, and its index."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db.models import QuerySet

from apps.obligations.models import CustomValue, Obligation, Tag, Tagging
from apps.obligations.organise import (
    MOST_TAGS,
    UnusableTag,
    WrongValue,
    index_custom,
    index_tags,
    retag,
    set_custom,
    set_tags,
    split_names,
    value_of,
    with_tags,
)
from apps.obligations.review import CannotDo, Changed
from tests.factories import CustomFieldFactory, ObligationFactory, TagFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return UserFactory(name="Anna")


def indexed(obligation):
    return sorted(obligation.taggings.values_list("tag__name", flat=True))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", []),
        (" , ,", []),
        ("Sahel", ["Sahel"]),
        ("Sahel, women  and peace ,Sahel", ["Sahel", "women and peace"]),
        ("Sahel,SAHEL", ["Sahel"]),
        ("地区，和平、安全", ["地区", "和平", "安全"]),
        ("الساحل، السلام", ["الساحل", "السلام"]),
        ("one\r\ntwo", ["one", "two"]),
    ],
)
def test_names_stand_between_commas_of_any_script_each_once(typed, names):
    assert split_names(typed) == names


def test_a_name_that_is_too_long_is_quoted():
    with pytest.raises(UnusableTag, match="“x{51}” is too long"):
        split_names("x" * 51)


def test_adding_keeps_the_spelling_that_is_there_and_removing_does_not_mind_case():
    assert with_tags(["Sahel", "peace"], add=["SAHEL", "arms"]) == ["arms", "peace", "Sahel"]
    assert with_tags(["Sahel", "peace"], remove=["sahel"]) == ["peace"]
    assert with_tags(["École"], add=["ÉCOLE"], remove=["none"]) == ["École"]


def test_so_many_tags_and_no_more():
    most = [str(n) for n in range(MOST_TAGS)]
    assert len(with_tags(most)) == MOST_TAGS

    with pytest.raises(UnusableTag, match=f"at most {MOST_TAGS} tags, and these are 31"):
        with_tags(most, add=["one more"])


@pytest.mark.parametrize(("here", "typed"), [("Sahel", "SAHEL"), ("École", "éCOLE")])
def test_a_tag_is_made_once_however_it_is_typed_later(here, typed, anna):
    first, second = ObligationFactory(), ObligationFactory()
    set_tags(first, [here], by=anna)

    set_tags(second, [typed], by=anna)

    assert second.tag_names == [here]
    assert Tag.objects.get().created_by == anna
    assert indexed(first) == indexed(second) == [here]


def test_a_tag_that_somebody_else_makes_at_the_same_moment_is_taken(anna, monkeypatch):
    obligation, made = ObligationFactory(), Tag.objects.bulk_create

    def meanwhile(tags, **options):
        TagFactory(name="SAHEL")
        return made(tags, **options)

    monkeypatch.setattr(type(Tag.objects), "bulk_create", lambda _self, *a, **k: meanwhile(*a, **k))
    set_tags(obligation, ["Sahel"], by=anna)

    assert obligation.tag_names == indexed(obligation) == ["SAHEL"]


def test_setting_tags_does_not_save_the_obligation(anna):
    obligation = ObligationFactory()

    set_tags(obligation, ["Sahel"], by=anna)

    assert Obligation.objects.get().tag_names == []


def test_retagging_is_a_version_with_its_person(anna):
    obligation = ObligationFactory(tag_names=["peace"])
    index_tags([obligation])

    retag(obligation.pk, 1, add=["Sahel"], remove=["Peace"], by=anna)

    obligation.refresh_from_db()
    newest = obligation.history.first()
    assert obligation.tag_names == indexed(obligation) == ["Sahel"]
    assert (obligation.version, newest.history_user, newest.tag_names) == (2, anna, ["Sahel"])


def test_retagging_with_what_is_there_changes_nothing(anna):
    obligation = ObligationFactory(tag_names=["Sahel"])

    retag(obligation.pk, 1, add=["sahel"], by=anna)

    obligation.refresh_from_db()
    assert (obligation.version, obligation.history.count()) == (1, 1)


def test_nobody_retags_unseen(anna):
    obligation = ObligationFactory()
    retag(obligation.pk, 1, add=["theirs"], by=UserFactory())

    with pytest.raises(Changed):
        retag(obligation.pk, 1, add=["mine"], by=anna)

    assert indexed(obligation) == ["theirs"]


@pytest.mark.parametrize("state", ["closed", "draft"])
def test_only_open_obligations_are_retagged(state, anna):
    with pytest.raises(CannotDo, match="is not open"):
        retag(ObligationFactory(**{state: True}).pk, 1, add=["Sahel"], by=anna)


@pytest.mark.parametrize("rows", [1, 20])
def test_the_index_of_many_costs_the_same_queries(rows, anna, django_assert_num_queries):
    many = [ObligationFactory(tag_names=["old"]) for _ in range(rows)]
    index_tags(many)
    for one in many:
        one.tag_names = with_tags(one.tag_names, add=["new"], remove=["old"])

    # Savepoint in and out; tags, the new one, tags again; taggings, gone, made.
    with django_assert_num_queries(8):
        index_tags(many, by=anna)

    assert all(indexed(one) == ["new"] for one in many)


def test_the_index_follows_what_the_obligation_says():
    obligation = ObligationFactory(tag_names=["a", "b"])
    index_tags([obligation])
    obligation.tag_names = []

    index_tags([obligation])

    assert not Tagging.objects.exists()


@pytest.mark.parametrize(
    ("kind", "given", "kept"),
    [
        ("text", "  two  words ", "two words"),
        ("text", "", ""),
        ("text", None, ""),
        ("number", "1200", "1200"),
        ("number", Decimal("12.50"), "12.5"),
        ("number", "1e3", "1000"),
        ("number", "-0", "0"),
        ("number", "-3.25", "-3.25"),
        ("number", 0, "0"),
        ("date", dt.date(2026, 11, 30), "2026-11-30"),
        ("date", "2026-11-30", "2026-11-30"),
        ("choice", "high", "high"),
    ],
)
def test_a_value_is_kept_as_its_kind_writes_it(kind, given, kept):
    field = CustomFieldFactory.build(kind=kind, choices=["high", "low"])

    assert value_of(field, given) == kept


@pytest.mark.parametrize(
    ("kind", "given", "says"),
    [
        ("text", "x" * 301, "at most 300 characters"),
        ("number", "many", "“many” – this is no number"),
        ("number", "NaN", "at most 16 digits"),
        ("number", "Infinity", "at most 16 digits"),
        ("number", "1e16", "at most 16 digits"),
        ("number", "1e999999", "at most 16 digits"),
        ("number", "0.00001", "4 after the point"),
        ("date", "30.11.2026", "no date such as"),
        ("date", "2026-02-30", "no date such as"),
        ("choice", "middle", "“middle” – this is not one of: high, low"),
    ],
)
def test_what_is_no_value_of_its_field_is_refused_and_quoted(kind, given, says):
    field = CustomFieldFactory.build(label="Money", kind=kind, choices=["high", "low"])

    with pytest.raises(WrongValue, match=says) as error:
        value_of(field, given)

    assert str(error.value).startswith("Money: “")


def test_values_are_set_by_key_and_the_others_stay():
    text, number = CustomFieldFactory(), CustomFieldFactory(kind="number")
    obligation = ObligationFactory(custom={text.key: "kept"})

    set_custom(obligation, {number.key: "12.5"})

    row = CustomValue.objects.get(field=number)
    assert obligation.custom == {text.key: "kept", number.key: "12.5"}
    assert (row.value, row.number) == ("12.5", Decimal("12.5"))
    assert CustomValue.objects.get(field=text).number is None


def test_nothing_takes_a_value_away():
    field = CustomFieldFactory()
    obligation = ObligationFactory(custom={field.key: "old"})

    set_custom(obligation, {field.key: ""})

    assert obligation.custom == {}
    assert not CustomValue.objects.exists()


def test_a_field_that_is_unknown_or_out_of_use_cannot_be_set():
    gone = CustomFieldFactory(is_active=False)
    obligation = ObligationFactory(custom={gone.key: "kept"})

    for key in (gone.key, "nothing"):
        with pytest.raises(WrongValue, match=f"no field “{key}” in use"):
            set_custom(obligation, {key: "x"})
    assert obligation.custom == {gone.key: "kept"}


@pytest.mark.parametrize("rows", [1, 20])
def test_the_index_of_values_of_many_costs_the_same_queries(rows, django_assert_num_queries):
    field = CustomFieldFactory(kind="number")
    many = [ObligationFactory(custom={field.key: "1"}) for _ in range(rows)]
    index_custom(many)
    for one in many:
        one.custom = {field.key: "2"}

    with django_assert_num_queries(6):  # savepoint in and out; fields, values, gone, made
        index_custom(many)

    assert set(CustomValue.objects.values_list("number", flat=True)) == {Decimal(2)}


def test_a_tag_that_only_the_database_takes_for_another_is_quoted(monkeypatch, anna):
    TagFactory(name="izmir")
    # As PostgreSQL does, for which both are one in lower case.
    monkeypatch.setattr(QuerySet, "bulk_create", lambda *_rows, **_how: [])

    with pytest.raises(UnusableTag, match="“İzmir” cannot be told from a tag that is here"):
        retag(ObligationFactory().pk, 1, add=["İzmir"], by=anna)
