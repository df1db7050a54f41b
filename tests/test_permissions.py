"""Who may do what: every address for every role, checked on the server."""

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from tests.conftest import ALL_ROLES
from tests.factories import (
    CycleFactory,
    EntryFactory,
    FeedFactory,
    ObligationFactory,
    OfficeFactory,
    PlanRunFactory,
    ResponseFactory,
    SeriesFactory,
    TextFactory,
)

pytestmark = pytest.mark.django_db
OURS = {"documents", "obligations", "reporting", "followups", "dashboards", "exports", "history"}

READERS = set(ALL_ROLES)
OFFICER = {"officer"}
CHANGERS = {"officer", "manager"}
WRITERS = {"officer", "manager", "focal point"}
READ_ALL = {"officer", "manager", "auditor"}

# Who may act at each address that writes. All others are read by every role.
WRITE = {
    "documents:document-add": OFFICER,
    "documents:document-edit": OFFICER,
    "obligations:read": OFFICER,
    "obligations:add": OFFICER,
    "obligations:card": OFFICER,
    "obligations:accept": OFFICER,
    "obligations:reject": OFFICER,
    "obligations:edit": OFFICER,
    "obligations:split": OFFICER,
    "obligations:merge": OFFICER,
    "obligations:undo": OFFICER,
    "followups:obligation-edit": CHANGERS,
    "followups:obligation-close": CHANGERS,
    "followups:entry-add": WRITERS,
    "followups:step-done": WRITERS,
    "followups:cycle-respond": WRITERS,
    "followups:cycle-waive": OFFICER,
    "followups:cycle-extend": OFFICER,
    "followups:cycle-programme": OFFICER,
    "followups:cadence-amend": OFFICER,
    "followups:series-report": WRITERS,
    "followups:series-answers": WRITERS,
    "followups:plan": OFFICER,
    "followups:renew": OFFICER,
    "reporting:plan-list": OFFICER,
    "reporting:plan-start": OFFICER,
    "reporting:plan-cancel": OFFICER,
    # Everybody's own feeds; those of others are not found.
    "reporting:feed-list": READERS,
    "reporting:feed-revoke": READERS,
    "followups:restore": CHANGERS,
    # Reads only, but not for everybody.
    "history:change-list": READ_ALL,
    "exports:history": READ_ALL,
}
POST_ONLY = {
    name
    for name in WRITE
    if name.partition(":")[2]
    in {"read", "add", "accept", "reject", "edit", "split", "merge", "undo"}
    or name.partition(":")[2] in {"obligation-close", "entry-add", "step-done", "plan"}
    or name in {"reporting:plan-start", "reporting:plan-cancel", "reporting:feed-revoke"}
}
GET_ONLY = {"obligations:card", "reporting:plan-list", "history:change-list", "exports:history"}
NEEDS_FILE = {"documents:text-file", "followups:attachment"}
# Read by programs that cannot sign in: who knows the address may.
OPEN = {"reporting:feed"}


def addresses():
    for namespace, (_prefix, resolver) in get_resolver().namespace_dict.items():
        if namespace in OURS:
            for pattern in resolver.url_patterns:
                assert isinstance(pattern, URLPattern)
                yield f"{namespace}:{pattern.name}", pattern


ADDRESSES = dict(addresses())


@pytest.fixture
def rows(office):
    """One row of each sort, led by the office that the person is in."""
    obligation = ObligationFactory(lead=office)
    cycle = CycleFactory(cadence__obligation=obligation)
    ResponseFactory(cycle=cycle)
    return {
        "document": obligation.document_id,
        "obligation": obligation.pk,
        "cycle": cycle.pk,
        "cadence": cycle.cadence_id,
        "plan": PlanRunFactory().pk,
        "entry": EntryFactory(obligation=obligation, next_step="Ask").pk,
        "series": SeriesFactory().pk,
        "feed": (feed := FeedFactory()).pk,
        "token": feed.token,
        "kind": "obligations.obligation",
        "record": obligation.pk,
        "version": obligation.history.first().pk,
    }


def address(name, rows):
    route = ADDRESSES[name].pattern
    arguments = {}
    for argument in route.converters:
        if argument == "pk":
            kind = name.partition(":")[2].split("-")[0]
            kind = {"step": "entry", "renew": "obligation"}.get(kind, kind)
            if name.startswith("obligations:") or kind in {"entry"} and name.endswith("-add"):
                kind = "obligation"
            arguments[argument] = rows[kind]
        else:
            arguments[argument] = {"register": "cycles", "format": "csv"}.get(
                argument, rows.get(argument)
            )
    return reverse(name, kwargs=arguments)


def test_every_address_that_writes_is_in_the_table():
    assert set(WRITE) <= set(ADDRESSES)


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - NEEDS_FILE))
@pytest.mark.parametrize("role", ALL_ROLES)
def test_a_role_may_do_what_the_table_says_and_nothing_else(role, name, rows, client_as):
    client = client_as(role)
    method = client.post if name in WRITE and name in POST_ONLY else client.get
    may = role in WRITE.get(name, READERS)

    response = method(address(name, rows))

    assert (response.status_code == 403) is not may
    assert response.status_code < 500
    if name in WRITE and name not in POST_ONLY | GET_ONLY:
        assert (client.post(address(name, rows)).status_code == 403) is not may


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - OPEN))
def test_nobody_sees_anything_without_signing_in(name, rows):
    url = reverse(name, args=[TextFactory().pk]) if name in NEEDS_FILE else address(name, rows)

    for method in (Client().get, Client().post):
        response = method(url)
        assert response.status_code == 302
        assert response["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", ["followups:entry-add", "followups:cycle-respond"])
def test_a_focal_point_writes_for_the_own_office_only(name, client_as):
    other = ObligationFactory(lead=OfficeFactory(short="OTHER"))
    rows = {"obligation": other.pk, "cycle": CycleFactory(cadence__obligation=other).pk}

    assert client_as("focal point").post(address(name, rows)).status_code == 403


def test_a_reader_is_not_shown_buttons_that_write(rows, signed_in):
    page = signed_in.get(address("followups:obligation-detail", rows)).text
    review = signed_in.get(address("obligations:review", rows)).text

    assert "Log a follow-up" not in page
    assert "Link report" not in page
    assert "Accept" not in review.replace("Accepted", "")


def test_nobody_can_sign_up(client):
    response = client.post("/accounts/signup/", {"email": "x@example.org", "password1": "x"})

    assert "closed" in response.text.lower()


@pytest.mark.parametrize("role", ALL_ROLES)
def test_the_administration_is_closed_to_every_role(role, client_as):
    assert client_as(role).get("/administration/").status_code == 302
