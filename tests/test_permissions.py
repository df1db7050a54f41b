"""Who may do what: every address for every role, checked on the server."""

import uuid

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from tests.conftest import ALL_ROLES
from tests.factories import (
    ActorFactory,
    BulkEditFactory,
    CustomFieldFactory,
    CycleFactory,
    EntryFactory,
    FeedFactory,
    FindingProposalFactory,
    HandoverFactory,
    JobFactory,
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
    TemplateFactory,
    TextFactory,
    UserFactory,
)
from tests.permissions.table import (
    GET_ONLY,
    NEEDS_FILE,
    OPEN,
    OTHERS_NOT_FOUND,
    OURS,
    POST_ONLY,
    READERS,
    WRITE,
)

pytestmark = pytest.mark.django_db


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


def a_row_of_each_sort(office):
    """The keys of the rows, led by `office`."""
    obligation = ObligationFactory(lead=office)
    cycle = CycleFactory(cadence__obligation=obligation)
    ResponseFactory(cycle=cycle)
    series = SeriesFactory()
    series.reports.add(obligation.document)
    return {
        "actor": ActorFactory().pk,
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
        "job": JobFactory().pk,
        "mail": MailFactory(failed=True).pk,
        "report": TemplateFactory().pk,
        "kind": "obligations.obligation",
        "record": obligation.pk,
        "version": obligation.history.first().pk,
    }


@pytest.fixture
def rows(office):
    """One row of each sort, led by the office that the person is in."""
    return a_row_of_each_sort(office)


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
            odd = {"exports:mandate-cycles": "xlsx", "exports:report-file": "html"}
            given = {"register": "cycles", "format": odd.get(name, "csv"), "by": "lead"} | rows
            arguments[argument] = given["shared" if name == "flow:shared" else argument]
    return reverse(name, kwargs=arguments)


def test_every_address_that_writes_is_in_the_table():
    assert set(WRITE) <= set(ADDRESSES)


def test_no_namespace_is_left_out():
    assert set(get_resolver().namespace_dict) - {"admin"} == OURS


class TestEveryAddress:
    @pytest.fixture(scope="class")
    @classmethod
    def rows(cls, django_db_setup, django_db_blocker):
        """Made once for hundreds of tests; what each of them changes is rolled back."""
        with django_db_blocker.unblock(), transaction.atomic():
            yield a_row_of_each_sort(OfficeFactory(short="DPPA"))
            transaction.set_rollback(True)

    @pytest.mark.parametrize("name", sorted(set(ADDRESSES) - NEEDS_FILE))
    @pytest.mark.parametrize("role", ALL_ROLES)
    def test_a_role_may_do_what_the_table_says_and_nothing_else(self, role, name, rows, client_as):
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
    def test_nobody_sees_anything_without_signing_in(self, name, rows):
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
