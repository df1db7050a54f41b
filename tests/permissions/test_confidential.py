"""What is confidential to an office appears nowhere to anybody else: every address is asked."""

import datetime as dt
import io
import zipfile

import pytest
from django.urls import reverse

from apps.followups.models import Notice
from apps.obligations.models import Obligation
from tests.factories import (
    AttachmentFactory,
    EntryFactory,
    ObligationFactory,
    OfficeFactory,
    UserFactory,
)
from tests.permissions.table import NEEDS_FILE, POST_ONLY
from tests.test_permissions import ADDRESSES, address, rows  # noqa: F401

pytestmark = pytest.mark.django_db

SECRET, BESIDE = "zanzibar", "quokka"
OUTSIDERS = ("reader", "focal point", "officer", "manager")
LATE = dt.date(2020, 1, 1)


@pytest.fixture
def theirs():
    return OfficeFactory(short="THEIRS")


@pytest.fixture
def secret(rows, theirs):  # noqa: F811
    """An entry confidential to another office, on an obligation that all read; edited once."""
    entry = EntryFactory(
        obligation=Obligation.objects.get(pk=rows["obligation"]),
        confidential_for=theirs,
        author=UserFactory(office=theirs),
        text=f"{SECRET} {BESIDE} former",
        next_step=f"{SECRET} {BESIDE} step",
        next_step_on=LATE,
    )
    entry.text = f"{SECRET} {BESIDE} now"
    entry.save()
    AttachmentFactory(entry=entry, name=f"{SECRET}-{BESIDE}.txt")
    return entry


def body(response):
    """Everything that was sent, workbooks unpacked."""
    sent = b"".join(response.streaming_content) if response.streaming else response.content
    if sent.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(sent)) as book:
            sent = b"".join(book.read(name) for name in book.namelist())
    return sent.decode("utf-8", "replace")


def addresses(known):
    """Every address that answers to GET, and those where something can be searched for."""
    for name in sorted(set(ADDRESSES) - POST_ONLY - NEEDS_FILE):
        yield address(name, known)
    yield reverse("desk")
    yield reverse("desk") + "?scope=office"
    yield reverse("followups:next-steps") + "?overdue=1"
    yield reverse("followups:entry-list")
    for register in ("obligations", "cycles"):
        yield reverse(f"reporting:{register[:-1]}-list") + f"?text={BESIDE}"
        for format_ in ("csv", "json", "xlsx"):
            yield reverse("exports:register", args=[register, format_])
            yield reverse("exports:register", args=[register, format_]) + f"?text={BESIDE}"


def told_of(entry, person):
    """As if the person had been told of it before moving to another office."""
    Notice.objects.create(
        person=person,
        kind=Notice.Kind.MENTION,
        key=f"mention:{entry.pk}",
        obligation=entry.obligation,
        entry=entry,
        by=entry.author,
        created_at=dt.datetime(2026, 6, 1, tzinfo=dt.UTC),
    )


@pytest.mark.parametrize("role", OUTSIDERS)
def test_no_address_shows_it_to_another_office(role, rows, secret, client_as):  # noqa: F811
    client = client_as(role)
    told_of(secret, client.person)

    shown = [one for one in addresses(rows) if SECRET in body(client.get(one))]

    assert shown == []


@pytest.mark.parametrize("role", OUTSIDERS)
def test_its_own_addresses_do_not_exist_for_another_office(role, secret, client_as):
    client = client_as(role)
    file = reverse("followups:attachment", args=[secret.attachments.get().pk])

    assert client.get(file).status_code == 404
    for name in ("entry-edit", "entry-correct", "step-done"):
        url = reverse(f"followups:{name}", args=[secret.pk])
        assert client.post(url, {"text": "Mine now"}).status_code == 404
    secret.refresh_from_db()
    assert secret.next_step_done_on is None


def test_what_is_shared_by_a_link_has_nothing_of_the_log(rows, secret, client, theirs):  # noqa: F811
    open_entry = EntryFactory(obligation=secret.obligation, text="Logged openly")

    page = body(client.get(address("flow:shared", rows)))

    assert secret.obligation.words in page
    assert SECRET not in page
    assert open_entry.text not in page


def test_its_office_the_one_above_and_the_auditor_read_it(rows, secret, theirs, client):  # noqa: F811
    above = OfficeFactory(short="TOP")
    theirs.parent = above
    theirs.save()
    page = address("followups:obligation-detail", rows)
    file = reverse("followups:attachment", args=[secret.attachments.get().pk])
    readers = [
        UserFactory(role="reader", office=theirs),
        UserFactory(role="reader", office=above),
        UserFactory(role="auditor", office=OfficeFactory(short="FAR")),
    ]

    for person in readers:
        client.force_login(person)
        assert SECRET in client.get(page).text
        assert body(client.get(file)) == "Minutes"


def test_an_office_below_does_not_read_what_is_confidential_to_the_one_above(
    rows,  # noqa: F811
    secret,
    theirs,
    client,
):
    below = OfficeFactory(short="UNDER", parent=theirs)
    client.force_login(UserFactory(role="focal point", office=below))

    assert SECRET not in client.get(address("followups:obligation-detail", rows)).text


def test_it_is_not_even_counted(secret, client_as, theirs):
    overdue = 'data-steps="1"'
    dashboard = reverse("dashboards:overview")

    assert overdue not in client_as("officer").get(dashboard).text
    client = client_as("officer")
    client.person.office = theirs
    client.person.save()
    assert overdue in client.get(dashboard).text


def test_a_person_without_an_office_reads_nothing_confidential(rows, secret, client):  # noqa: F811
    client.force_login(UserFactory(role="officer", office=None))

    assert SECRET not in client.get(address("followups:obligation-detail", rows)).text


def test_it_is_confidential_to_the_office_of_its_author_whatever_the_form_says(
    client_as, office, theirs
):
    client = client_as("officer")
    obligation = ObligationFactory(lead=theirs)
    url = reverse("followups:entry-add", args=[obligation.pk])
    data = {"kind": "note", "happened_on": "2021-04-19", "text": "Quietly", "confidential": "on"}

    client.post(url, data | {"confidential_for": theirs.pk})

    assert obligation.entries.get().confidential_for == office
