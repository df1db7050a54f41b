"""The month: which day shows what, and what an address can ask for."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from apps.obligations.models import Holiday
from apps.reporting.month import MOST_A_DAY, UnreadableMonth, month_of
from tests.conftest import ALL_ROLES, FRAME
from tests.factories import CycleFactory, ObligationFactory, OfficeFactory
from tests.reporting.days import TODAY, days, on_the_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]
URL = "/calendar/"


@pytest.fixture
def the_day():
    with on_the_day:
        yield


def cell(page, day):
    """The cell of a day, as markup."""
    found = [c for c in re.findall(r"<td.*?</td>", page, re.DOTALL) if f'"{day:%Y-%m-%d}"' in c]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026",
        "2026-13",
        "2026-00",
        "2026-1",
        "1945-12",
        "2101-01",
        "٢٠٢٦-١١",
        "2026-11-01",
    ],
)
def test_what_is_no_month_is_refused(text):
    with pytest.raises(UnreadableMonth):
        month_of(text)


def test_a_month_begins_on_its_first_day():
    assert month_of("2026-02") == dt.date(2026, 2, 1)


@pytest.mark.parametrize("role", ALL_ROLES)
def test_every_role_reads_the_calendar(role, client_as):
    assert client_as(role).get(URL).status_code == 200


def test_without_a_month_it_shows_the_present_one(signed_in):
    page = signed_in.get(URL).text

    assert "<title>Calendar, November 2026" in page.replace("\n", "")
    assert page.count('aria-current="date"') == 1
    assert 'aria-current="date"' in cell(page, TODAY)


def test_a_cycle_stands_on_its_day_with_its_state_in_words(signed_in):
    late = CycleFactory(due_on=days(-1))
    kept = CycleFactory(due_on=days(-2), answered=True)

    page = signed_in.get(URL).text

    assert f'href="/obligations/{late.obligation_id}/#cycle-{late.pk}"' in cell(page, days(-1))
    assert "Overdue" in cell(page, days(-1))
    assert "Answered" in cell(page, days(-2))
    assert kept.obligation.document.symbol in cell(page, days(-2))
    assert "2 cycles due in November 2026" in page


def test_other_months_drafts_and_what_has_no_date_are_not_shown(signed_in):
    CycleFactory(due_on=dt.date(2026, 10, 31))
    CycleFactory(due_on=dt.date(2026, 12, 1))
    CycleFactory(due_on=None)
    CycleFactory(due_on=TODAY, cadence__obligation__draft=True)

    page = signed_in.get(URL).text

    assert "0 cycles due in November 2026" in page
    assert "due-cycle" not in page


@pytest.mark.parametrize(("month", "first", "last"), [("2028-02", 1, 29), ("2026-12", 1, 31)])
def test_the_first_and_the_last_day_of_a_month_are_in_it(month, first, last, signed_in):
    year, number = map(int, month.split("-"))
    for day in (first, last):
        CycleFactory(due_on=dt.date(year, number, day))

    page = signed_in.get(f"{URL}?month={month}").text

    for day in (first, last):
        assert "due-cycle" in cell(page, dt.date(year, number, day))


@pytest.mark.parametrize(
    ("month", "before", "after"),
    [("2026-01", "2025-12", "2026-02"), ("2026-12", "2026-11", "2027-01")],
)
def test_the_neighbours_keep_the_filter(month, before, after, signed_in):
    page = signed_in.get(f"{URL}?month={month}&lead=none&colour=red").text

    assert f'rel="prev" href="?month={before}&amp;lead=none"' in page
    assert f'rel="next" href="?month={after}&amp;lead=none"' in page
    assert 'href="?month=2026-11&amp;lead=none">Today' in page


def test_the_calendar_ends_where_its_months_end(signed_in):
    assert 'rel="prev"' not in signed_in.get(f"{URL}?month=1946-01").text
    assert 'rel="next"' not in signed_in.get(f"{URL}?month=2100-12").text


def test_the_filter_is_that_of_the_register(signed_in):
    office = OfficeFactory(short="LAMPS")
    below = OfficeFactory(short="WICKS", parent=office)
    ours = CycleFactory(due_on=TODAY, cadence__obligation__lead=below)
    CycleFactory(due_on=TODAY)

    page = signed_in.get(f"{URL}?lead={office.pk}&state=due&sort=-lead&columns=act").text

    assert page.count('class="due-cycle"') == 1
    assert f"#cycle-{ours.pk}" in page
    assert "Lead office: LAMPS" in page
    assert (
        f'<a class="chip" href="?month=2026-11&amp;lead={office.pk}">' in page
    )  # without the state
    assert f'value="{office.pk}" selected' in page


@pytest.mark.parametrize(
    ("query", "quoted"),
    [
        ("month=soon", "Month: “soon”"),
        ("month=2026-13", "Month: “2026-13”"),
        ("month=%3Cscript%3E", "Month: “&lt;script&gt;”"),
        ("due_after=later", "Due from: “later”"),
        ("month=2026-11&lead=999", "Lead office: “999”"),
    ],
)
def test_what_is_not_understood_is_quoted_above_no_month(query, quoted, signed_in):
    CycleFactory(due_on=TODAY)

    response = signed_in.get(f"{URL}?{query}")

    assert response.status_code == 400
    assert quoted in response.text
    assert "<table" not in response.text


def test_a_full_day_shows_open_ones_first_and_leads_to_the_rest(signed_in):
    answered = CycleFactory(due_on=TODAY, answered=True)
    CycleFactory.create_batch(MOST_A_DAY + 2, due_on=TODAY)
    CycleFactory.create_batch(MOST_A_DAY, due_on=days(1))

    page = signed_in.get(f"{URL}?due_after=2026-11-01&addressee=secretary-general").text

    full = cell(page, TODAY)
    assert full.count("due-cycle") == MOST_A_DAY
    assert f"#cycle-{answered.pk}" not in full
    assert ">3 more<" in full
    link = re.search(r'class="day-more" href="([^"]+)"', full)[1].replace("&amp;", "&")
    rows = signed_in.get(link).text
    assert f"{MOST_A_DAY + 3} cycles" in rows
    assert "day-more" not in cell(page, days(1))
    assert f"{2 * MOST_A_DAY + 3} cycles due" in page


def test_days_off_are_marked_in_words(signed_in, settings):
    settings.HOLIDAYS = "US-NY"
    Holiday.objects.create(on=days(1), name="Day of the Lighthouse")

    page = signed_in.get(URL).text

    assert "Day of the Lighthouse" in cell(page, days(1))
    assert "Veterans Day" in cell(page, dt.date(2026, 11, 11))
    assert ", day off" in cell(page, dt.date(2026, 11, 11))
    assert "day off" in cell(page, dt.date(2026, 11, 28))  # a Saturday
    assert "day off" not in cell(page, TODAY)


@pytest.mark.parametrize(
    ("language", "first"), [("en", "Monday"), ("ar", "الأحد"), ("fr", "lundi")]
)
def test_weeks_begin_as_the_language_has_it(language, first, signed_in, settings):
    signed_in.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    page = signed_in.get(URL).text

    headings = re.findall(r'<th scope="col"><abbr title="([^"]+)">', page)
    assert len(headings) == 7
    with translation.override(language):
        assert headings[0] == first
    assert len(re.findall("<td", page)) % 7 == 0


def test_words_of_a_decision_are_text_and_not_markup(signed_in):
    CycleFactory(due_on=TODAY, cadence__obligation__act='<b>"Lamps"</b>')

    assert "<b>" not in signed_in.get(URL).text


def test_the_month_leads_to_its_list_and_to_a_feed_of_its_filter(signed_in):
    CycleFactory(due_on=TODAY)

    page = signed_in.get(f"{URL}?lead=none").text

    listed = "/register/cycles/?lead=none&amp;due_after=2026-11-01&amp;due_before=2026-11-30"
    assert f'href="{listed}"' in page
    assert 'href="/calendar/feeds/?query=lead%3Dnone"' in page


def test_the_rail_marks_the_calendar(signed_in):
    page = signed_in.get(URL).text

    assert re.search(r'<a href="/calendar/" aria-current="page">.*?Calendar', page)


def test_a_month_costs_the_same_queries_at_any_length(signed_in):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert signed_in.get(URL).status_code == 200
        of_cycles = [q for q in queries if '"reporting_cycle"' in q["sql"]]
        assert len(of_cycles) == 2  # which, and those in full
        return len(queries)

    obligation = ObligationFactory()
    CycleFactory(due_on=TODAY, cadence__obligation=obligation)
    signed_in.get(URL)
    with_one = cost()
    for number in range(19):
        CycleFactory(due_on=days(number % 5))

    assert cost() == with_one
    # Days off, own fields, five choices of the form, cycles (2).
    assert with_one <= FRAME + 9
