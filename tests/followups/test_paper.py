"""What a page says when it is printed: of which office, as at when, by whom, from where; no forms."""

import datetime as dt
import re

import pytest
import time_machine
from django.urls import reverse

from tests.factories import ActorFactory, CadenceFactory, CycleFactory, EntryFactory, SeriesFactory

pytestmark = pytest.mark.django_db
LINE = re.compile(r'<p class="print-only printed">(.*?)</p>', re.DOTALL)


@pytest.fixture(autouse=True)
def first_of_july():
    with time_machine.travel(dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def rows():
    cycle = CycleFactory(cadence=CadenceFactory(), due_on=dt.date(2026, 7, 20))
    EntryFactory(obligation=cycle.obligation, cycle=cycle)
    return {
        "followups:obligation-detail": cycle.obligation_id,
        "documents:document-detail": cycle.obligation.document_id,
        "timelines:document-timeline": cycle.obligation.document_id,
        "reporting:series-detail": SeriesFactory().pk,
        "actors:actor-detail": ActorFactory().pk,
    }


def printed(page):
    """The line on paper, as it is read."""
    return " ".join(re.sub(r"<[^>]*>", " ", LINE.search(page)[1]).split())


@pytest.mark.parametrize(
    "name",
    [
        "followups:obligation-detail",
        "documents:document-detail",
        "timelines:document-timeline",
        "reporting:series-detail",
        "actors:actor-detail",
    ],
)
def test_a_record_says_as_at_when_by_whom_and_from_where_it_is(name, rows, officer, settings):
    settings.ORGANIZATION = "Lamp Office"
    address = reverse(name, args=[rows[name]])

    page = officer.get(address).text

    assert printed(page) == (
        "Lamp Office · As at 1 July 2026 · Printed on 1 July 2026"
        f" by {officer.person} http://testserver{address}"
    )


@pytest.mark.parametrize("register", ["obligations", "cycles"])
def test_a_register_says_its_filter_in_words_and_its_day_beside_its_rows(register, signed_in):
    CycleFactory(due_on=dt.date(2026, 6, 1))
    query = "?state=overdue&class=requests"

    page = signed_in.get(reverse(f"reporting:{register[:-1]}-list") + query).text

    rows = page.partition('id="results"')[2]
    words = " ".join(
        re.sub(r"<[^>]*>", "", rows.partition("print-only")[2].partition("</p>")[0]).split()
    )
    assert words == '">As at 1 July 2026 · Class: Requests; State: Overdue'
    # Beside the rows the day follows the filter; above it would be the one the page was loaded with.
    assert "As at" not in printed(page)
    assert f"-list{query}" not in printed(page)
    assert printed(page).endswith(f"/register/{register}/{query.replace('&', '&amp;')}")


def test_the_table_of_cycles_says_its_day_once(signed_in):
    page = signed_in.get(reverse("reporting:mandate-cycles")).text

    assert "As at" not in printed(page)
    assert page.count("As at <time") == 1


def test_who_is_not_signed_in_is_not_named(client):
    page = client.get("/accounts/login/").text

    assert "print.css" in page
    assert LINE.search(page) is None


def test_what_only_acts_is_marked_as_not_for_paper(rows, officer):
    name = "followups:obligation-detail"

    page = officer.get(reverse(name, args=[rows[name]])).text

    for mark in ('id="attention" class="attention no-print"', '<td class="nowrap no-print">'):
        assert mark in page
    table = page.partition('id="cycles-title"')[2].partition("</table>")[0]
    assert table.count("no-print") == 3 + table.count("See it") - 1  # heading, cell; each "See it"
