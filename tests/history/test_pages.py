"""The pages of the history: one for all, one for each record, and who reads what."""

import datetime as dt
import json
import re

import pytest
from django.urls import reverse

from apps.history import browse
from apps.history.models import Change
from apps.obligations.amend import amend
from apps.obligations.models import Obligation
from apps.reporting.models import SavedView
from tests.conftest import FRAGMENT, FRAME
from tests.factories import (
    CycleFactory,
    EntryFactory,
    HolidayFactory,
    ObligationFactory,
    OfficeFactory,
    SeriesFactory,
    UserFactory,
)
from tests.history.forget import forget

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 7, 1)
URL = reverse("history:change-list")
PERSONAL = "accounts.user", "accounts.office"


def of(record, **query):
    url = reverse("history:record", args=[record._meta.label_lower, record.pk])
    return url + ("?all=1" if query else "")


def shown(page):
    """The keys of the changes on a page."""
    return [int(key) for key in re.findall(r'id="change-(\d+)"', page)]


def changes(**fields):
    return list(Change.objects.filter(**fields).newest_first().values_list("pk", flat=True))


@pytest.fixture
def obligation():
    """Changed twice, with a cycle and an entry."""
    cycle = CycleFactory(due_on=TODAY)
    obligation = cycle.obligation
    EntryFactory(obligation=obligation, text="Called the lighthouse")
    anna = UserFactory(name="Anna")
    amend(obligation.pk, 1, {"subject": "Lamps"}, by=anna, on=TODAY)
    amend(obligation.pk, 2, {"subject": "Harbours"}, by=anna, on=TODAY, reason="It was moved")
    return Obligation.objects.get()


def test_all_changes_stand_on_one_page_newest_first(obligation, officer):
    page = officer.get(URL).text

    mine = Change.objects.visible_to(officer.person).newest_first()
    assert shown(page) == [change.pk for change in mine]
    assert f"{len(mine)} changes" in page
    assert '<del dir="auto">Lamps</del>' in page
    assert "<ins>Harbours</ins>" in page
    assert "It was moved" in page


def test_the_fragment_is_a_part_of_the_page(obligation, officer):
    page, fragment = officer.get(URL).text, officer.get(URL, headers=FRAGMENT).text

    assert fragment.strip() in page
    assert "<html" not in fragment


@pytest.mark.parametrize("query", ["", "?reason=it%20moved"])
def test_the_page_is_the_same_where_there_are_many(query, obligation, officer, monkeypatch):
    SeriesFactory.create_batch(3)
    few = shown(officer.get(URL + query).text)
    monkeypatch.setattr(browse, "FEW", 0)

    assert shown(officer.get(URL + query).text) == few != []


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_costs_the_same_queries_at_any_length(rows, officer, django_assert_num_queries):
    forget(HolidayFactory().history.all())
    for number in range(rows):
        HolidayFactory(on=dt.date(2030, 1, number + 1))

    # people to choose, count, keys, rows
    with django_assert_num_queries(FRAME + 4):
        officer.get(URL)


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_of_a_record_costs_the_same_queries(rows, signed_in, django_assert_num_queries):
    series = SeriesFactory()
    for number in range(rows):
        series.name = str(number)
        series.save()

    # whether it is there, the newest, count, keys, rows, its making
    with django_assert_num_queries(FRAME + 6):
        signed_in.get(of(series))


FILTERS = {
    "kind": lambda o: ({"kind": "reporting.cycle"}, {"kind": "reporting.cycle"}),
    "record": lambda o: (
        {"kind": "obligations.obligation", "record": o.pk},
        {"kind": "obligations.obligation", "record": o.pk},
    ),
    "person": lambda o: ({"by": anna().pk}, {"by": anna()}),
    "number of an obligation": lambda o: ({"obligation": o.pk}, {"obligation": o.pk}),
    "reference": lambda o: ({"obligation": f"  {o.reference} "}, {"obligation": o.pk}),
    "symbol": lambda o: ({"obligation": o.document.symbol}, {"obligation": o.pk}),
    "act": lambda o: ({"act": "~"}, {"act": "~"}),
    "reason": lambda o: ({"reason": "MOVED it"}, {"reason": "It was moved"}),
    "field": lambda o: ({"field": "subject"}, {"by": anna()}),
}


def anna():
    from apps.accounts.models import User

    return User.objects.get(name="Anna")


@pytest.mark.parametrize("name", FILTERS)
def test_the_page_is_filtered(name, obligation, officer):
    SeriesFactory()
    query, expected = FILTERS[name](obligation)

    page = officer.get(URL, query).text

    assert shown(page) == changes(**expected) != []
    assert "Clear filters" in page


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ("lamps", True),
        ("LIGHT moved", True),
        ("S/RES/1 (2021)", True),
        ("l'Office", True),
        ("海上灯塔", True),
        ("¶", True),
        ("quays", False),
        ("lamps quays", False),
        ("'", True),
        ("a\\b & | ! : *", False),
    ],
)
def test_words_of_a_reason_are_found_wherever_they_stand(asked, is_found, officer):
    series = SeriesFactory()
    series._change_reason = (
        "Lamps and lighthouse moved by l'Office, S/RES/1 (2021) ¶ 3; 在海上灯塔之后"
    )
    series.save()

    page = officer.get(URL, {"reason": asked})

    assert page.status_code == 200
    assert bool(shown(page.text)) is is_found


def test_days_are_those_of_the_person_both_included(officer):
    for moment in ("2026-06-30T23:59", "2026-07-01T00:00", "2026-07-02T23:59", "2026-07-03T00:00"):
        series = SeriesFactory.build()
        series._history_date = dt.datetime.fromisoformat(f"{moment}+00:00")
        series.save()

    page = officer.get(URL, {"since": "2026-07-01", "until": "2026-07-02"}).text

    found = Change.objects.filter(pk__in=shown(page)).values_list("at", flat=True)
    assert sorted(at.isoformat()[:16] for at in found) == ["2026-07-01T00:00", "2026-07-02T23:59"]


def test_a_field_is_not_found_by_what_stands_in_another(officer):
    series = SeriesFactory(name="x")
    series.name = '"field": "period"'
    series.save()

    assert shown(officer.get(URL, {"field": "period"}).text) == []
    assert len(shown(officer.get(URL, {"field": "name", "kind": "obligations.series"}).text)) == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"kind": "no.such"}, "no.such"),
        ({"by": "999999"}, "999999"),
        ({"record": "one"}, "one"),
        ({"record": "9" * 30}, "9" * 30),
        ({"since": "soon"}, "soon"),
        ({"act": "!"}, "!"),
        ({"field": "nothing"}, "nothing"),
        ({"before": "yesterday"}, "“yesterday” is no place in the history"),
        ({"since": "2026-07-02", "until": "2026-07-01"}, "It lies before 2 July 2026"),
    ],
)
def test_what_cannot_be_understood_is_quoted(query, said, officer):
    response = officer.get(URL, query)

    assert response.status_code == 400
    assert said in response.text
    assert "Nothing shown" in response.text


@pytest.mark.parametrize(
    "query",
    [
        {"obligation": "\0"},
        {"reason": "a\0b"},
        {"obligation": "9" * 40},
        {"before": "99999999999999999-1"},
        {"until": "9999-12-31"},
        {"since": "0001-01-01"},
        {"request": "%' OR 1=1"},
    ],
)
def test_odd_questions_are_answered_with_nothing_or_all(query, officer):
    assert officer.get(URL, query).status_code == 200


def test_one_pages_through_by_key_there_and_back(officer, monkeypatch):
    monkeypatch.setattr(browse, "PER_PAGE", 3)
    series = SeriesFactory()
    moment = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
    for number in range(7):
        series.name = str(number)
        series._history_date = moment  # the same for all: the key decides
        series.save()
    url = f"{URL}?kind=obligations.series"
    pages = []
    while url:
        page = officer.get(url).text
        pages.append(shown(page))
        url = link(page, "page-older")

    assert [key for keys in pages for key in keys] == changes(kind="obligations.series")
    assert [len(keys) for keys in pages] == [3, 3, 2]
    back = officer.get(link(page, "page-newer")).text
    assert shown(back) == pages[1]
    assert shown(officer.get(link(back, "page-newer")).text) == pages[0]


def link(page, name):
    found = re.search(rf'id="{name}"[^>]* href="([^"]+)"', page)
    return found and found[1].replace("&amp;", "&")


def test_very_many_are_not_counted_to_the_end(officer, monkeypatch):
    monkeypatch.setattr(browse, "MOST_COUNTED", 2)
    SeriesFactory.create_batch(3)

    assert "More than 2 changes" in officer.get(URL).text


def test_a_request_leads_to_all_that_it_changed(obligation, officer):
    data = {"version": 3, "finding": "lapsed", "reason": "The mission ended"}
    officer.post(reverse("followups:obligation-close", args=[obligation.pk]), data)
    request = Change.objects.newest_first().first().request

    page = officer.get(URL, {"request": request}).text

    assert {c.kind for c in Change.objects.filter(pk__in=shown(page))} == {
        "obligations.obligation",
        "reporting.cycle",
    }
    assert f'?request={request}"' in page


def test_the_page_of_a_record_says_what_it_was_made_with_and_each_change(obligation, signed_in):
    page = signed_in.get(of(obligation)).text

    assert shown(page) == changes(kind="obligations.obligation")
    assert 'Class of the verb: <span dir="auto">requests' in page.replace("Requests", "requests")
    assert "<ins>Harbours</ins>" in page
    assert "Only the obligation" in page


def test_the_page_of_an_obligation_shows_on_demand_what_hangs_on_it(obligation, signed_in):
    assert shown(signed_in.get(of(obligation, all=1)).text) == changes(obligation=obligation.pk)


def test_codes_dates_and_lists_are_words_of_the_reader(signed_in):
    obligation = ObligationFactory()
    obligation.deliverable, obligation.review_on = ["briefing"], TODAY
    obligation.finding = "partly-fulfilled"
    obligation.save()
    signed_in.cookies["django_language"] = "fr"

    page = signed_in.get(of(obligation)).text

    assert "1 juillet 2026" in page
    signed_in.cookies["django_language"] = "en"
    page = signed_in.get(of(obligation)).text
    assert "<ins>Partly fulfilled</ins>" in page
    assert "<ins>1 July 2026</ins>" in page
    assert "<ins>briefing</ins>" in page.lower()
    assert "Look at again on" in page


def test_a_long_text_shows_what_changed_inside(signed_in):
    obligation = ObligationFactory(act=f"Report on the lamps {'of the harbour ' * 9}every year")
    obligation.act = obligation.act.replace("lamps", "lighthouses").replace("every ", "")
    obligation.save()

    page = signed_in.get(of(obligation)).text

    assert "Report on the " in page
    assert "<del>lamps</del>" in page
    assert "<ins>lighthouses</ins>" in page
    assert "<del>every</del>" in page
    assert "(taken out:" in page


def test_what_a_person_typed_is_text_on_the_page(officer):
    series = SeriesFactory(name="<script>alert(1)</script>")
    series.name = "<b>bold</b>"
    series.save()

    for url in (URL, of(series)):
        page = officer.get(url).text
        assert "<script>alert" not in page
        assert "<b>bold" not in page


def test_the_obligations_page_shows_its_newest_changes_and_leads_to_all(obligation, signed_in):
    page = signed_in.get(reverse("followups:obligation-detail", args=[obligation.pk])).text

    assert "<ins>Harbours</ins>" in page
    assert f'href="{of(obligation)}?all=1"' in page


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


@pytest.mark.parametrize("url", ["no.such/1/", "obligations.obligation/999/", "x/1/", "a.b.c/1/"])
def test_what_has_no_history_is_not_found(url, officer):
    assert officer.get(f"{URL}{url}").status_code == 404


def test_the_export_is_exactly_what_is_filtered(obligation, officer):
    SeriesFactory()
    query = {"kind": "obligations.obligation"}

    answer = officer.get(reverse("exports:history", args=["json"]), query)
    data = json.loads(b"".join(answer))

    assert [row["id"] for row in data["changes"]] == changes(**query)
    assert data["about"]["rows"] == len(changes(**query))
    assert data["about"]["filter"] == "Kind of record: Obligation"
    assert data["changes"][0]["fields"] == [{"field": "subject", "old": "Lamps", "new": "Harbours"}]
    assert data["changes"][0]["reason"] == "It was moved"


def test_the_csv_has_a_line_for_each_field_and_no_formulas(obligation, officer):
    amend(obligation.pk, 3, {"subject": "=1+1", "review_on": TODAY}, by=anna(), on=TODAY)

    text = b"".join(officer.get(reverse("exports:history", args=["csv"]))).decode()

    lines = [line for line in text.splitlines() if ",Anna," in line]
    assert len(lines) == 1 + 1 + 2 + 1  # with the addressees, which the factory sets
    assert ",Subject,Harbours,'=1+1," in text
    assert "Look at again on,–,1 July 2026" in text


def test_an_export_of_what_is_not_understood_is_refused(officer):
    response = officer.get(reverse("exports:history", args=["csv"]), {"since": "soon"})

    assert response.status_code == 400
    assert "soon" in response.text
    assert officer.get(reverse("exports:history", args=["pdf"])).status_code == 404
