"""Who may do what: every address for every role, checked on the server."""

import uuid

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from apps.accounts.roles import ROLES
from tests.conftest import ALL_ROLES
from tests.factories import (
    BulkEditFactory,
    CustomFieldFactory,
    CycleFactory,
    EntryFactory,
    FeedFactory,
    FindingProposalFactory,
    HandoverFactory,
    LinkFactory,
    MailFactory,
    NoticeFactory,
    ObligationFactory,
    OfficeFactory,
    PlanRunFactory,
    ReminderFactory,
    ResponseFactory,
    SavedViewFactory,
    SeriesFactory,
    ShareLinkFactory,
    TextFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
OURS = {
    "documents",
    "obligations",
    "reporting",
    "followups",
    "dashboards",
    "exports",
    "flow",
    "history",
    "notices",
    "web",
}

READERS = set(ALL_ROLES)
OFFICER = {"officer"}
CHANGERS = {"officer", "manager"}
WRITERS = {"officer", "manager", "focal point"}
ADMINISTRATOR = {"administrator"}
# Whoever the table of roles makes an administrator of fields.
FIELD_KEEPERS = {role for role, may in ROLES.items() if "obligations.add_customfield" in may}
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
    "followups:obligation-tag": CHANGERS,
    "followups:obligation-link": CHANGERS,
    "followups:obligation-unlink": CHANGERS,
    "followups:entry-add": WRITERS,
    "followups:entry-edit": set(),  # its author alone, and this one is another's
    "followups:entry-correct": WRITERS,
    "followups:step-done": WRITERS,
    "followups:obligation-offer": WRITERS,
    "followups:obligation-share": CHANGERS,
    "flow:handover-accept": WRITERS,
    "flow:handover-decline": WRITERS,
    "flow:handover-withdraw": CHANGERS,  # and who offered it
    "flow:finding-approve": OFFICER,
    "flow:finding-return": OFFICER,
    "flow:share-list": CHANGERS,
    "flow:share-register": CHANGERS,
    "flow:share-revoke": CHANGERS,
    "followups:cycle-respond": WRITERS,
    "followups:cycle-waive": OFFICER,
    "followups:cycle-extend": OFFICER,
    "followups:cycle-programme": OFFICER,
    "followups:cadence-amend": OFFICER,
    "followups:series-report": WRITERS,
    "followups:series-answers": WRITERS,
    "followups:plan": OFFICER,
    "followups:renew": OFFICER,
    "reporting:field-list": FIELD_KEEPERS,
    "reporting:field-add": FIELD_KEEPERS,
    "reporting:field-edit": FIELD_KEEPERS,
    "reporting:view-save": READERS,
    "reporting:view-menu": READERS,
    # The view of another, for everybody: who may share changes it.
    "reporting:view-edit": CHANGERS,
    "reporting:view-overwrite": CHANGERS,
    "reporting:view-delete": CHANGERS,
    "followups:log-many": WRITERS,
    "reporting:bulk-change": CHANGERS,
    "reporting:bulk-list": CHANGERS,
    "reporting:bulk-detail": CHANGERS,
    "reporting:bulk-undo": CHANGERS,
    "reporting:plan-list": OFFICER,
    "reporting:plan-start": OFFICER,
    "reporting:plan-cancel": OFFICER,
    # People, for those who look after them.
    "web:person-list": ADMINISTRATOR,
    "web:person-invite": ADMINISTRATOR,
    "web:person-detail": ADMINISTRATOR,
    "web:person-reinvite": ADMINISTRATOR,
    "web:person-deactivate": ADMINISTRATOR,
    "web:person-reactivate": ADMINISTRATOR,
    "followups:person-handover": ADMINISTRATOR,
    # Everybody's own account.
    "web:account": READERS,
    "web:account-theme": READERS,
    "web:language": READERS,
    "web:session-list": READERS,
    "web:session-end": READERS,
    "web:session-end-others": READERS,
    # Everybody's own feeds; those of others are not found.
    "reporting:feed-list": READERS,
    "reporting:feed-revoke": READERS,
    # Everybody's own notices, reminders and watches.
    "notices:notice-read": READERS,
    "notices:notice-read-all": READERS,
    "notices:obligation-watch": READERS,
    "notices:obligation-remind": READERS,
    "notices:reminder-change": READERS,
    "notices:reminder-done": READERS,
    "notices:mail-list": ADMINISTRATOR,
    "notices:mail-again": ADMINISTRATOR,
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
    or name.partition(":")[2] in {"obligation-tag", "obligation-link", "obligation-unlink"}
    or name.partition(":")[2] in {"obligation-close", "step-done", "plan"}
    or name in {f"reporting:view-{act}" for act in ("save", "menu", "overwrite", "delete")}
    or name == "reporting:bulk-undo"
    or name in {"flow:handover-accept", "flow:handover-withdraw"}
    or name in {"flow:finding-approve", "flow:share-revoke"}
    or name in {"reporting:plan-start", "reporting:plan-cancel", "reporting:feed-revoke"}
    or name in {"web:person-reinvite", "web:person-deactivate", "web:person-reactivate"}
    or name in {"web:account-theme", "web:language", "web:session-end", "web:session-end-others"}
    or name.startswith("notices:")
    and name.rpartition("-")[2] in {"read", "all", "watch", "remind", "done", "again"}
}
GET_ONLY = {
    "exports:history",
    "history:change-list",
    "flow:share-list",
    "notices:mail-list",
    "obligations:card",
    "reporting:plan-list",
    "reporting:field-list",
    "reporting:bulk-list",
    "reporting:bulk-detail",
    "web:person-list",
    "web:session-list",
}
# A person's own rows; those of others, as the ones here are, do not exist.
OTHERS_NOT_FOUND = {
    "reporting:feed-revoke",
    "web:session-end",
    "web:invitation",
    "notices:notice-open",
    "notices:notice-read",
    "notices:reminder-done",
    "notices:reminder-change",
}
NEEDS_FILE = {"documents:text-file", "followups:attachment"}
# Read by programs that cannot sign in, or by who cannot yet: who knows the address may. And the
# language of the page of signing in.
OPEN = {"reporting:feed", "flow:shared", "web:invitation", "web:language"}


def addresses():
    for namespace, (_prefix, resolver) in get_resolver().namespace_dict.items():
        if namespace in OURS:
            for pattern in resolver.url_patterns:
                assert isinstance(pattern, URLPattern)
                yield f"{namespace}:{pattern.name}", pattern


ADDRESSES = dict(addresses())


@pytest.fixture(autouse=True)
def links_are_shared(settings):
    settings.SHARE_LINKS = True


@pytest.fixture
def rows(office):
    """One row of each sort, led by the office that the person is in."""
    obligation = ObligationFactory(lead=office)
    cycle = CycleFactory(cadence__obligation=obligation)
    ResponseFactory(cycle=cycle)
    series = SeriesFactory()
    series.reports.add(obligation.document)
    return {
        "document": obligation.document_id,
        "obligation": obligation.pk,
        "cycle": cycle.pk,
        "cadence": cycle.cadence_id,
        "plan": PlanRunFactory().pk,
        "entry": EntryFactory(obligation=obligation, next_step="Ask").pk,
        "series": series.pk,
        "bulk": BulkEditFactory().pk,
        "batch": EntryFactory(batch=uuid.uuid4()).batch,
        "feed": (feed := FeedFactory()).pk,
        "token": feed.token,
        "handover": HandoverFactory(
            obligation__lead=OfficeFactory(short="GIVER"), to_office=office
        ).pk,
        "finding": FindingProposalFactory(obligation=obligation).pk,
        "share": (link := ShareLinkFactory(obligation=obligation)).pk,
        "shared": link.token,
        "person": UserFactory().pk,
        "session": 0,
        "view": SavedViewFactory(scope="all").pk,
        "field": CustomFieldFactory().pk,
        "link": LinkFactory(source=obligation).pk,
        "notice": NoticeFactory(obligation=obligation).pk,
        "reminder": ReminderFactory(obligation=obligation).pk,
        "mail": MailFactory(failed=True).pk,
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
            given = {"register": "cycles", "format": "csv", "by": "lead"} | rows
            arguments[argument] = given["shared" if name == "flow:shared" else argument]
    return reverse(name, kwargs=arguments)


def test_every_address_that_writes_is_in_the_table():
    assert set(WRITE) <= set(ADDRESSES)


def test_no_namespace_is_left_out():
    assert set(get_resolver().namespace_dict) - {"admin"} == OURS


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - NEEDS_FILE))
@pytest.mark.parametrize("role", ALL_ROLES)
def test_a_role_may_do_what_the_table_says_and_nothing_else(role, name, rows, client_as):
    client = client_as(role)
    method = client.post if name in WRITE and name in POST_ONLY else client.get
    may = role in WRITE.get(name, READERS)

    response = method(address(name, rows))

    assert (response.status_code == 403) is not may
    assert response.status_code < 500
    # An address that only takes what is posted, and is missing above, is not reached by GET.
    assert response.status_code != 405
    assert response.status_code != 404 or name in OTHERS_NOT_FOUND
    if name in WRITE and name not in POST_ONLY | GET_ONLY:
        assert (client.post(address(name, rows)).status_code == 403) is not may


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - OPEN))
def test_nobody_sees_anything_without_signing_in(name, rows):
    url = reverse(name, args=[TextFactory().pk]) if name in NEEDS_FILE else address(name, rows)

    for method in (Client().get, Client().post):
        response = method(url)
        assert response.status_code == 302
        assert response["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("get", "reporting:view-edit"),
        ("post", "reporting:view-edit"),
        ("post", "reporting:view-overwrite"),
        ("post", "reporting:view-delete"),
        ("post", "reporting:view-menu"),
        ("get", "exports:view"),
    ],
)
@pytest.mark.parametrize("role", ALL_ROLES)
def test_a_private_view_of_another_is_not_found(role, method, name, client_as):
    view = SavedViewFactory(name="Theirs alone")

    response = getattr(client_as(role), method)(address(name, {"view": view.pk}), {"name": "Mine"})

    assert response.status_code == 404
    assert "Theirs alone" not in response.text
    view.refresh_from_db()
    assert view.name == "Theirs alone"


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
