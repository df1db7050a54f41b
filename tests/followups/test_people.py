"""People as they are typed."""

import pytest

from apps.accounts.models import User
from apps.followups.people import NoSuchPerson, find_person, mentioned_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return UserFactory(name="Anna Berg", email="anna@example.org")


def find(typed):
    me = User.objects.filter(email="me@example.org").first() or UserFactory(email="me@example.org")
    return find_person(typed, User.objects.all(), me=me)


@pytest.mark.parametrize(
    "typed", ["Anna Berg", "anna berg", "anna@example.org", "Berg", "Anna Berg <anna@example.org>"]
)
def test_a_person_is_found_by_name_or_address(anna, typed):
    assert find(typed) == anna


def test_me_is_who_types():
    assert find("me").email == "me@example.org"


def test_nobody_and_several_are_said_with_what_was_typed(anna):
    UserFactory(name="Anna Stein")

    with pytest.raises(NoSuchPerson, match="“Anna” may be several"):
        find("Anna")
    with pytest.raises(NoSuchPerson, match="“Zoe”"):
        find("Zoe")


def test_the_longest_name_after_an_at_is_meant(anna):
    UserFactory(name="Anna")

    assert mentioned_in("Told @Anna Berg, who agreed.") == [anna]


def test_each_is_mentioned_once_and_an_address_in_the_text_mentions_nobody(anna):
    text = "@Anna Berg and (@anna@example.org): see info@example.org, half@Anna"

    assert mentioned_in(text) == [anna]


def test_a_name_does_not_end_inside_a_word(anna):
    with pytest.raises(NoSuchPerson, match="“@Anna Bergman”"):
        mentioned_in("@Anna Bergman")


def test_who_has_left_is_not_mentioned(anna):
    anna.is_active = False
    anna.save()

    with pytest.raises(NoSuchPerson, match="Nobody here is called"):
        mentioned_in("@Anna Berg")


def test_two_of_one_name_are_told_apart_by_their_address(anna):
    other = UserFactory(name="Anna Berg", email="berg@example.org")

    with pytest.raises(NoSuchPerson, match="several people"):
        mentioned_in("@Anna Berg")
    assert mentioned_in("@berg@example.org") == [other]


def test_all_mentions_cost_one_query(anna, django_assert_num_queries):
    UserFactory(name="Ben Ray")

    with django_assert_num_queries(1):
        assert len(mentioned_in("@Anna Berg @Ben Ray @Anna Berg")) == 2
