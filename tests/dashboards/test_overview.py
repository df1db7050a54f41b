import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from tests.conftest import FRAME
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    DocumentFactory,
    EntryFactory,
    ObligationFactory,
    OfficeFactory,
    SavedViewFactory,
    UserFactory,
)

from .parse import Links, numbers

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 7, 1)
URL = reverse("dashboards:overview")


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def every_state():
    """Cycles in every state at the edges of every figure, led by offices one below the other."""
    top = OfficeFactory(short="Top")
    offices = [top, OfficeFactory(short="Below", parent=top), None]
    edges = [-366, -365, -364, -31, -1, 0, 1, 30, 31, 60, 61, 90, 91, 365, 395, 396]
    for number, edge in enumerate(edges):
        due_on = TODAY + dt.timedelta(days=edge)
        codes = ["secretary-general", "mission"][: 1 + number % 2]
        obligation = ObligationFactory(lead=offices[number % 3], addressees=codes)
        cadence = CadenceFactory(obligation=obligation)
        for state in ("open", "answered", "answered_late", "waived"):
            traits = {} if state == "open" else {state: True}
            CycleFactory(cadence=cadence, due_on=due_on, period=state, **traits)
    CycleFactory(due_on=None)
    CycleFactory(due_on=None, period="answered", answered_on=TODAY)
    ObligationFactory(draft=True)


def rows_at(client, url):
    """How many rows the register at `url` says it holds."""
    response = client.get(url)
    assert response.status_code == 200, url
    return response.context["register"].table.page.paginator.count


def test_every_number_leads_to_the_register_of_exactly_so_many_rows(signed_in, every_state):
    links = dict(numbers(signed_in.get(URL).text))
    some = [(url, number) for url, number in links.items() if number]
    none = [(url, number) for url, number in links.items() if not number]

    assert len(some) > 50
    wrong = [
        (url, number, found)
        for url, number in some + none[::10]
        if (found := rows_at(signed_in, url)) != number
    ]
    assert wrong == []


@pytest.mark.parametrize("by", ["addressee", "lead", "document"])
def test_every_number_of_a_full_table_leads_to_so_many_rows(by, signed_in, every_state):
    links = numbers(signed_in.get(reverse("dashboards:breakdown", args=[by])).text)
    some = [(url, number) for url, number in links if number]

    assert some
    for url, number in some:
        assert rows_at(signed_in, url) == number, url


def test_overdue_next_steps_and_drafts_lead_to_their_lists(signed_in):
    EntryFactory(next_step="Call", next_step_on=TODAY - dt.timedelta(days=1))
    EntryFactory(next_step="Call", next_step_on=TODAY)
    ObligationFactory(draft=True)

    links = Links(signed_in.get(URL).text).found

    (steps,) = [link for link in links if "data-steps" in link]
    (drafts,) = [link for link in links if "data-drafts" in link]
    assert (steps["data-steps"], drafts["data-drafts"]) == ("1", "1")
    assert len(signed_in.get(steps["href"]).context["steps"]) == 1
    assert sum(d.drafts for d in signed_in.get(drafts["href"]).context["waiting"]) == 1


def test_next_steps_are_counted_and_listed_within_the_filter(signed_in):
    office = OfficeFactory(short="Ours")
    for lead in (office, None):
        obligation = ObligationFactory(lead=lead)
        CycleFactory(cadence=CadenceFactory(obligation=obligation), due_on=TODAY)
        EntryFactory(
            obligation=obligation, next_step="Call", next_step_on=TODAY - dt.timedelta(days=1)
        )

    links = Links(signed_in.get(URL, {"lead": office.pk}).text).found

    (steps,) = [link for link in links if "data-steps" in link]
    assert steps["data-steps"] == "1"
    assert len(signed_in.get(steps["href"]).context["steps"]) == 1
    assert signed_in.get(steps["href"] + "&lead=moon").status_code == 400


def test_what_a_person_has_in_hand_leads_to_lists_of_just_so_much(signed_in):
    olga, other = UserFactory(name="Olga"), UserFactory()
    obligation = ObligationFactory(responsible=olga)
    CycleFactory(cadence=CadenceFactory(obligation=obligation), due_on=TODAY)
    step = {"next_step": "Call", "next_step_on": TODAY - dt.timedelta(days=1)}
    for person, days in ((olga, 3), (olga, 40), (other, 3)):
        happened = TODAY - dt.timedelta(days=days)
        EntryFactory(
            obligation=obligation, author=person, next_step_by=person, happened_on=happened, **step
        )

    (row,) = signed_in.get(reverse("dashboards:workload")).context["people"]

    assert [count.value for count in row.others] == [2, 2, 1]
    steps, overdue, logged = (signed_in.get(count.url) for count in row.others)
    assert len(steps.context["steps"]) == len(overdue.context["steps"]) == 2
    assert len(logged.context["entries"]) == 1


def test_the_other_day_is_taken_away_by_a_chip_and_a_filter_stays_in_the_list_of_entries(signed_in):
    found = signed_in.get(URL, {"against": "2026-06-01", "region": "africa"})
    log = signed_in.get(
        reverse("followups:entry-list"), {"region": "africa", "since": "2026-06-01"}
    )

    assert ("Compared with: 1 June 2026", "?region=africa") in list(found.context["scope"].chips)
    assert '<input type="hidden" name="region" value="africa">' in log.text


@pytest.mark.parametrize("query", ["as_at=30 June", "against=soon", "as_at=1800-01-01", "lead=0"])
def test_what_is_not_understood_is_quoted_and_keeps_what_was_typed(query, signed_in):
    response = signed_in.get(f"{URL}?{query}&text=lamps")

    typed = query.partition("=")[2]
    assert response.status_code == 400
    assert f"“{typed}”" in response.text
    assert 'value="lamps"' in response.text


def test_a_saved_view_of_either_register_is_a_dashboards_filter_too(client_as):
    client = client_as("reader")
    ours = OfficeFactory(short="Ours")
    for lead, due_on in ((ours, TODAY - dt.timedelta(days=3)), (ours, TODAY), (None, TODAY)):
        cadence = CadenceFactory(obligation=ObligationFactory(lead=lead))
        CycleFactory(cadence=cadence, due_on=due_on)
    SavedViewFactory(
        owner=client.person, name="Ours, late", query=f"lead={ours.pk}&state=overdue&columns=act"
    )

    links = Links(client.get(URL).text).found

    (view,) = [link["href"] for link in links if "obligation_state=overdue" in link["href"]]
    assert client.get(view).context["numbers"]["open"].value == 1


def test_the_oldest_overdue_lead_to_their_obligations(signed_in):
    cycle = CycleFactory(due_on=TODAY - dt.timedelta(days=40))

    page = signed_in.get(URL).text

    assert f'href="{reverse("followups:obligation-detail", args=[cycle.obligation_id])}"' in page
    assert "40 days ago" in page


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_costs_the_same_queries_at_any_size(rows, signed_in, django_assert_num_queries):
    for _number in range(rows):
        obligation = ObligationFactory(lead=OfficeFactory())
        CycleFactory(cadence=CadenceFactory(obligation=obligation), due_on=dt.date(2026, 6, 1))

    # The own fields, offices and addressees (2), days (2), open, undated (2), steps, drafts, offices, oldest (2), the
    # saved views, five choices of the form.
    with django_assert_num_queries(FRAME + 18):
        signed_in.get(URL)


@pytest.mark.parametrize("rows", [1, 20])
@pytest.mark.parametrize(("by", "queries"), [("addressee", 8), ("lead", 9), ("document", 9)])
def test_a_full_table_costs_the_same_queries_at_any_size(
    by, queries, rows, signed_in, django_assert_num_queries
):
    for _number in range(rows):
        CycleFactory(due_on=dt.date(2026, 6, 1))

    with django_assert_num_queries(FRAME + queries):
        signed_in.get(reverse("dashboards:breakdown", args=[by]))


def test_a_full_table_is_paged(signed_in, monkeypatch):
    monkeypatch.setattr("apps.dashboards.views.PER_PAGE", 8)
    for _number in range(11):
        CycleFactory(due_on=TODAY)
    url = reverse("dashboards:breakdown", args=["document"])

    first, second = signed_in.get(url).text, signed_in.get(f"{url}?page=2").text
    assert 'href="?page=2"' in first
    assert 'href="?page=1"' in second
    assert 'href="?page=3"' not in second


@pytest.mark.parametrize("page", ["0", "-1", "two", "", "99999999"])
def test_a_page_that_is_none_is_refused(page, signed_in):
    url = reverse("dashboards:breakdown", args=["document"])

    assert signed_in.get(url, {"page": page}).status_code == 400


def test_there_is_no_table_by_anything_else(signed_in):
    assert signed_in.get(reverse("dashboards:breakdown", args=["moon"])).status_code == 404


def test_the_chart_says_in_words_what_it_shows(signed_in):
    CycleFactory(due_on=dt.date(2026, 6, 1))
    CycleFactory(due_on=dt.date(2026, 6, 2), answered=True)

    page = signed_in.get(URL).text

    assert 'aria-label="June 2026: 2. Answered on time: 1. Overdue: 1."' in page
    assert "style=" not in page


def test_the_share_answered_on_time_stands_with_its_counts(signed_in):
    CycleFactory(due_on=dt.date(2026, 6, 1))
    CycleFactory(due_on=dt.date(2026, 6, 2), answered=True)

    page = signed_in.get(URL).text

    assert '<span class="tile-number">50 %</span>' in page
    told = signed_in.get(URL).context["outcomes"]
    assert [(str(n.label), n.value) for n in told] == [
        ("Answered on time", 1),
        ("Answered late", 0),
        ("Not answered", 1),
    ]


def test_an_empty_system_shows_an_officer_three_steps_and_no_empty_charts(officer):
    page = officer.get(URL).text

    assert "Three steps lead here" in page
    assert f'href="{reverse("documents:document-add")}"' in page
    assert 'class="chart"' not in page


def test_an_empty_system_tells_a_reader_who_does_the_steps(signed_in):
    page = signed_in.get(URL).text

    assert "An officer does these steps" in page
    assert reverse("documents:document-add") not in page


def test_a_document_ticks_the_first_step_and_shows_what_waits(officer):
    DocumentFactory()

    page = officer.get(URL).text

    assert page.count('<li class="done">') == 1
    assert "Drafts to review" in page
    assert 'class="chart"' not in page


def test_an_obligation_ticks_the_second_step(officer):
    ObligationFactory()

    assert officer.get(URL).text.count('<li class="done">') == 2


def test_cycles_long_answered_are_a_dashboard_of_zeros_not_a_first_run(officer):
    CycleFactory(due_on=dt.date(2020, 1, 1), answered=True)

    page = officer.get(URL).text

    assert "Three steps lead here" not in page
    assert "Nothing is overdue." in page


def test_the_front_page_asks_who_is_there(client):
    assert client.get(URL).status_code == 302
