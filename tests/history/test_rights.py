"""Who reads what of the history: the whole of it, what is confidential, deleted or private."""

import pytest
from django.urls import reverse

from apps.history.models import Change
from apps.reporting.models import SavedView
from tests.factories import EntryFactory, OfficeFactory, SeriesFactory, UserFactory
from tests.history.pages import URL, of, shown

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "status"),
    [("reader", 403), ("focal point", 403), ("officer", 200), ("manager", 200), ("auditor", 200)],
)
def test_the_whole_history_is_for_who_has_the_right(role, status, client_as):
    assert client_as(role).get(URL).status_code == status


@pytest.fixture
def secret():
    """An entry that is confidential to an office of which nobody here is a member."""
    office = OfficeFactory(short="SECRET")
    entry = EntryFactory(text="The lamps are out", confidential_for=office)
    entry.text = "The lamps are on"
    entry.save()
    return entry


def addresses(entry):
    return [
        URL,
        f"{URL}?kind=followups.entry",
        of(entry.obligation, all=1),
        reverse("followups:obligation-detail", args=[entry.obligation_id]),
        reverse("exports:history", args=["csv"]),
        reverse("exports:history", args=["json"]),
        reverse("exports:history-of", args=["obligations.obligation", entry.obligation_id, "csv"])
        + "?all=1",
    ]


@pytest.mark.parametrize("role", ["officer", "manager", "reader", "focal point"])
def test_what_is_confidential_is_shown_to_nobody_who_may_not_see_it(role, secret, client_as):
    client = client_as(role)

    for url in addresses(secret):
        response = client.get(url)
        text = b"".join(response).decode()
        assert "The lamps" not in text, url
        assert f"entry/{secret.pk}/" not in text
    for url in (
        of(secret),
        reverse("exports:history-of", args=["followups.entry", secret.pk, "csv"]),
    ):
        assert client.get(url).status_code == 404


def test_an_auditor_reads_what_is_confidential_to_anybody(secret, client_as):
    client = client_as("auditor")

    for url in (*addresses(secret)[:2], of(secret)):
        assert "The lamps are on" in client.get(url).text
    export = client.get(reverse("exports:history", args=["csv"]))
    assert "The lamps are on" in b"".join(export).decode()


def test_an_office_reads_what_is_confidential_to_it_or_below_it(office, client_as):
    below = OfficeFactory(short="BELOW", parent=office)
    entry = EntryFactory(text="Old", confidential_for=below)
    entry.text = "The lamps are on"
    entry.save()

    assert "The lamps are on" in client_as("officer").get(URL).text


def test_the_history_of_a_deleted_record_is_for_who_reads_all(signed_in, client_as):
    series = SeriesFactory()
    url = of(series)
    series.delete()

    assert signed_in.get(url).status_code == 404
    page = client_as("officer").get(url).text
    assert "deleted; its history stays" in page


def test_the_account_of_another_person_is_not_for_everybody(client_as):
    other = UserFactory(name="Somebody else")

    reader = client_as("reader")
    assert reader.get(of(other)).status_code == 404
    assert reader.get(of(reader.person)).status_code == 200
    officer = client_as("officer")
    kinds = Change.objects.filter(pk__in=shown(officer.get(f"{URL}?kind=accounts.user").text))
    assert {change.record for change in kinds} == {officer.person.pk}
    assert client_as("auditor").get(of(other)).status_code == 200


def test_a_private_view_of_another_person_is_not_shown(officer):
    view = SavedView.objects.create(name="Mine alone", register="cycles", owner=UserFactory())

    assert officer.get(of(view)).status_code == 404
    assert "Mine alone" not in officer.get(URL).text
