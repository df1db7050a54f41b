"""To whom a file goes: people here, and addresses of the allowed domains, however they are typed."""

import pytest

from apps.exports.recipients import BadRecipient, checked, read
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def domains(settings):
    settings.EXPORT_DOMAINS = ["Example.org", "@bücher.example"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("desk@example.org", "desk@example.org"),
        ("Desk@EXAMPLE.ORG", "Desk@example.org"),
        ("desk@bücher.example", "desk@xn--bcher-kva.example"),
        ("desk@xn--bcher-kva.example", "desk@xn--bcher-kva.example"),
        ("desk@ｅxample.org", "desk@example.org"),
    ],
)
def test_an_address_of_an_allowed_domain_is_kept_as_the_network_writes_it(typed, kept):
    assert checked(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "a@example.org.evil.net",
        "a@evil.net",
        "a@sub.example.org",
        "a@example.org.",
        "a@notexample.org",
        "a@exаmple.org",  # a Cyrillic а
        "a@evil.net@example.org",
        '"a@evil.net"@example.org',
        "a@evil.net,b@example.org",
        "a@evil.net\nBcc: b@example.org",
        "a@example.org\n",
        "a\r@example.org",
        "a b@example.org",
        "ä@example.org",
        "@example.org",
        "a@",
        "a@[127.0.0.1]",
        "a@" + "x" * 300 + ".example.org",
        "a@..example.org",
    ],
)
def test_any_other_address_is_refused_and_quoted_on_one_line(typed):
    with pytest.raises(BadRecipient) as refused:
        checked(typed)

    assert f"“{typed[:20].splitlines()[0]}" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_message_names_the_domains_to_which_files_go():
    with pytest.raises(
        BadRecipient, match=r"“a@evil\.net”.* of example\.org, xn--bcher-kva\.example"
    ):
        checked("a@evil.net")


def test_without_allowed_domains_files_go_to_people_only(settings):
    settings.EXPORT_DOMAINS = []
    anna = UserFactory(email="anna@example.org")

    found = read("anna@example.org\nben@example.org", me=anna)

    assert found.people == [anna]
    assert len(found.problems) == 1
    assert "“ben@example.org”" in found.problems[0]


def test_people_are_named_by_name_address_or_me_and_get_it_once():
    me = UserFactory(name="Anna Berg", email="anna@example.org")
    ben = UserFactory(name="Ben Sow", email="ben@elsewhere.net")
    text = "me\nBen Sow <ben@elsewhere.net>; BEN@elsewhere.net\n\nAnna Berg\ndesk@example.org\nDESK@example.org"

    found = read(text, me=me)

    assert (found.people, found.addresses, found.problems) == ([me, ben], ["desk@example.org"], [])


def test_who_has_left_gets_nothing_not_by_the_address_either():
    me, gone = UserFactory(), UserFactory(name="Gone", email="gone@example.org", is_active=False)

    found = read("gone@example.org\nGone", me=me)

    assert (found.people, found.addresses) == ([], [])
    assert "may not sign in any more" in found.problems[0]
    assert "“Gone”" in found.problems[1]
    with pytest.raises(BadRecipient, match="may not sign in"):
        checked(gone.email)


def test_a_name_that_begins_like_an_address_is_not_taken_for_it():
    UserFactory(name="Ann", email="ann@example.org.longer")

    assert read("ann@example.org", me=UserFactory()).addresses == ["ann@example.org"]


def test_more_than_a_hundred_are_refused():
    text = "\n".join(f"a{n}@example.org" for n in range(101))

    assert read(text, me=UserFactory()).problems == ["At most 100 may get it."]
