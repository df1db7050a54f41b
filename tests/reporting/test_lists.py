"""What both registers do alike: page and part, order, pages, words for what is not there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import ALL_ROLES, FRAGMENT
from tests.factories import ActorFactory, CycleFactory, ObligationFactory, ResponseFactory
from tests.reporting.days import CYCLES, OBLIGATIONS, TODAY, days, on_the_day, rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]
BOTH = pytest.mark.parametrize("url", [OBLIGATIONS, CYCLES])


@pytest.fixture
def the_day():
    with on_the_day:
        yield


@pytest.mark.parametrize("role", ALL_ROLES)
@BOTH
def test_every_role_reads_the_register(url, role, client_as):
    assert client_as(role).get(url).status_code == 200


@BOTH
def test_only_people_who_are_signed_in_read_it(url, client):
    assert client.get(url).status_code == 302


@BOTH
@pytest.mark.parametrize("query", ["", "?state=overdue", "?text=nowhere", "?sort=-lead&page=9"])
def test_the_fragment_is_a_part_of_the_page(url, query, signed_in):
    CycleFactory(due_on=days(-1))

    page = signed_in.get(url + query).text
    fragment = signed_in.get(url + query, headers=FRAGMENT).text

    assert fragment.strip() in page
    assert 'id="results"' in fragment
    assert "<html" not in fragment


@BOTH
def test_a_boosted_link_and_the_history_get_the_whole_page(url, signed_in):
    for header in ("HX-Boosted", "HX-History-Restore-Request"):
        response = signed_in.get(url, headers={**FRAGMENT, header: "true"})
        assert "<html" in response.text
        assert "HX-Request" in response["Vary"]


@BOTH
def test_the_list_costs_the_same_queries_at_any_length(url, signed_in):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert signed_in.get(url).status_code == 200
        return len(queries)

    def one_more():
        cycle = CycleFactory(due_on=days(-1))
        cycle.obligation.set_addressees(["secretariat"], [ActorFactory(kind="secretariat")])
        ResponseFactory(cycle=cycle)

    one_more()
    signed_in.get(url)
    with_one = cost()
    for _ in range(19):
        one_more()

    assert cost() == with_one


@BOTH
def test_a_page_is_one_count_and_one_query_of_rows(url, signed_in):
    CycleFactory()

    with CaptureQueriesContext(connection) as queries:
        signed_in.get(url, headers=FRAGMENT)

    table = "reporting_cycle" if url == CYCLES else "obligations_obligation"
    counts = [q["sql"] for q in queries if q["sql"].startswith("SELECT COUNT(*)")]
    assert len([sql for sql in counts if f'FROM "{table}"' in sql.partition(" WHERE ")[0]]) == 1
    # Session, user, rights of the person and of the groups, own fields, views, count, rows,
    # addressees; for cycles responses, reports, extensions. The office of the person says which
    # views are open.
    assert len(queries) <= 13


@BOTH
def test_the_address_that_htmx_keeps_has_no_empty_fields(url, signed_in):
    query = "?text=&document=&lead=&state=overdue&per_page=50&sort=&page=1&colour=red"

    response = signed_in.get(url + query, headers=FRAGMENT)

    assert response["HX-Push-Url"] == f"{url}?state=overdue"


@BOTH
def test_what_is_not_understood_is_said_above_no_rows(url, signed_in):
    CycleFactory(due_on=TODAY)

    page = signed_in.get(f"{url}?due_after=soon")
    fragment = signed_in.get(f"{url}?due_after=soon", headers=FRAGMENT)

    assert page.status_code == 400
    assert fragment.status_code == 422  # with DEBUG, django-htmx puts a 400 in place of the page
    assert "Due from: “soon”" in page.text
    assert "<tbody" not in page.text
    assert fragment.text.strip() in page.text


@BOTH
def test_markup_in_the_address_is_text(url, signed_in):
    response = signed_in.get(f"{url}?document=%3Cscript%3Ealert(1)%3C/script%3E&columns=%3Cb%3E")

    assert response.status_code == 400
    assert "<script>alert" not in response.text
    assert "<b>" not in response.text


@BOTH
def test_an_empty_register_says_what_belongs_there_and_where_to_begin(url, signed_in):
    page = signed_in.get(url).text

    assert "stands here once" in page
    assert "Review what documents ask" in page


@BOTH
def test_no_match_offers_to_clear_the_filters(url, signed_in):
    CycleFactory()

    page = signed_in.get(f"{url}?text=nowhere").text

    assert "Nothing matches these filters." in page
    assert f'<a class="btn btn-plain" href="{url}">Clear filters</a>' in page


@BOTH
def test_the_export_links_carry_the_query(url, signed_in):
    CycleFactory(due_on=days(-1))

    page = signed_in.get(f"{url}?text=&state=overdue&columns=lead,act&sort=-lead&page=1").text

    for name in ("csv", "xlsx", "json"):
        link = f"{url.replace('register', 'export')}{name}/"
        assert f'href="{link}?state=overdue&amp;columns=lead%2Cact&amp;sort=-lead"' in page


@BOTH
def test_sorting_both_ways_leaves_what_has_no_date_last(url, signed_in):
    for due_on in (days(5), None, days(-5)):
        CycleFactory(due_on=due_on)
    register, column = ("cycles", "due_on") if url == CYCLES else ("obligations", "next_due_on")

    up = [getattr(row, column) for row in rows(register, f"sort={column}")]
    down = [getattr(row, column) for row in rows(register, f"sort=-{column}")]

    assert up == [days(-5), days(5), None]
    assert down == [days(5), days(-5), None]
    assert 'aria-sort="descending"' in signed_in.get(f"{url}?sort=-{column}").text


@BOTH
@pytest.mark.parametrize(
    "column", ["reference", "title", "adopted_on", "verb_class", "lead", "responsible", "finding"]
)
def test_every_order_keeps_every_row_once(url, column):
    for _ in range(3):
        CycleFactory()
    register = "cycles" if url == CYCLES else "obligations"

    up, down = rows(register, f"sort={column}"), rows(register, f"sort=-{column}")

    assert len(set(up)) == 3
    assert up == down[::-1]


@BOTH
def test_references_sort_by_document_then_place_in_the_text(url):
    register = "cycles" if url == CYCLES else "obligations"
    ten = ObligationFactory(paragraph__position=10)
    text = ten.paragraph.text
    two = ObligationFactory(paragraph__text=text, paragraph__position=2)
    again = ObligationFactory(paragraph=two.paragraph, number=2)
    for obligation in (ten, again, two):
        CycleFactory(cadence__obligation=obligation)

    found = rows(register, "sort=reference")

    assert [getattr(row, "obligation", row) for row in found] == [two, again, ten]


@BOTH
def test_pages_hold_every_row_once_and_the_count_names_the_page(url, signed_in):
    for _ in range(30):
        CycleFactory(due_on=TODAY)

    pages = [signed_in.get(f"{url}?per_page=25&page={page}").text for page in (1, 2)]

    shown = [set(page.split("¶")[1:]) for page in pages]
    assert [len(page.split('scope="row"')) - 1 for page in pages] == [25, 5]
    assert not shown[0] & shown[1]
    assert "30 cycles, page 2 of 2" in pages[1].replace("obligations", "cycles")
    assert 'id="page-next" rel="next"' in pages[0]
    assert '?per_page=25&amp;page=2"' in pages[0]


@BOTH
def test_a_page_beyond_the_last_is_the_last(url, signed_in):
    CycleFactory()

    assert "<tbody" in signed_in.get(f"{url}?page=99").text
