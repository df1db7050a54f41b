"""The page on which a report is put together: its address is the report."""

import re
from html import unescape
from urllib.parse import quote

import pytest

from tests.conftest import FRAGMENT, FRAME
from tests.exports.report.report import told
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    DocumentFactory,
    ObligationFactory,
    SavedViewFactory,
)
from tests.reporting.days import days

pytestmark = pytest.mark.django_db
URL = "/reports/"
EVERY_PART = (
    "part=summary&part=figures&part=overdue&part=follow-ups&part=table&part=derivations&part=annex"
)


@pytest.fixture
def overdue():
    document = DocumentFactory(symbol="S/PRST/2021/9")
    obligation = ObligationFactory(paragraph__text__document=document)
    return CycleFactory(cadence__obligation=obligation, due_on=days(-3))


def test_the_page_shows_the_report_that_its_address_asks_for(overdue, signed_in):
    CycleFactory(due_on=days(5))

    page = signed_in.get(f"{URL}?document=S/PRST/2021/9&title=For+the+week&note=First%0A%0ASecond")

    assert page.status_code == 200
    assert "1 cycle as at 25 November 2026: Document: S/PRST/2021/9" in page.text
    for words in ("<h1>For the week</h1>", "<p>First</p>", "<p>Second</p>", "3 days"):
        assert words in page.text
    assert str(signed_in.person) in page.text


def test_the_fragment_is_a_part_of_the_page_and_its_address_is_the_shortest(overdue, signed_in):
    query = "document=S/PRST/2021/9&text=&title=&part=summary&language=en"

    fragment = signed_in.get(f"{URL}?{query}", headers=FRAGMENT)

    assert "<html" not in fragment.text
    assert "Nothing falls due by" in fragment.text
    assert fragment["HX-Push-Url"] == f"{URL}?document=S/PRST/2021/9&language=en&part=summary"


@pytest.mark.parametrize(
    ("query", "quoted"),
    [
        ("document=S/NO/1", "Document: “S/NO/1” – No document here has this symbol."),
        ("as_at=yesterday", "As at: “yesterday” – "),
        ("since=31.12.2025", "Follow-ups since: “31.12.2025” – "),
        (f"since={days(1)}", f"“{days(1)}” – This is after the day of the report."),
        ("part=gossip", "Parts: “gossip” – "),
        ("language=tlh", "Language: “tlh” – "),
        ("order=mood", "Order of the table: “mood” – "),
        ("template=9", "Template of the DOCX: “9” – "),
        ("view=99", "Saved view: “99” – There is no such view, or it is not yours to see."),
        ("view=lamps", "Saved view: “lamps” – "),
        (f"note={'x' * 1501}", "Note: “xxx"),
        ("state=late", "State: “late” – "),
        ("field-lamps=1", "“field-lamps=1” – there is no such field in use."),
        (f"text={'%E7%81%AF' * 200}&note={'%E7%81%AF' * 1300}", "at most 4000 can be kept."),
    ],
)
def test_what_is_not_understood_is_quoted_and_nothing_is_lost(query, quoted, signed_in):
    page = signed_in.get(f"{URL}?{query}&title=My+own+words")
    part = signed_in.get(f"{URL}?{query}", headers=FRAGMENT)
    file = signed_in.get(f"{URL}html/?{query}&title=My+own+words")

    assert (page.status_code, part.status_code, file.status_code) == (400, 422, 400)
    for response in (page, part, file):
        assert quoted in unescape(response.text)
    for response in (page, file):
        assert 'value="My own words"' in response.text


def test_a_view_alone_gives_the_filter_and_a_filter_beside_it_counts_alone(overdue, signed_in):
    view = SavedViewFactory(scope="all", register="cycles", query="state=overdue&sort=-due_on")
    CycleFactory(due_on=days(5))

    by_view = signed_in.get(f"{URL}?view={view.pk}&as_at={days(-1)}").text
    beside = signed_in.get(f"{URL}?view={view.pk}&state=due-soon").text

    assert "State: Overdue" in by_view
    assert f"view={view.pk}" in by_view.split('id="results"')[1]
    assert "1 cycle as at 25 November 2026: State: Due soon" in beside


def test_a_view_of_obligations_is_asked_of_their_cycles(overdue, signed_in):
    view = SavedViewFactory(scope="all", query="state=overdue&text=lamps&columns=lead")
    CycleFactory(due_on=days(5))

    page = signed_in.get(f"{URL}?view={view.pk}").text

    assert "1 cycle as at 25 November 2026: " in page
    assert "Words: “lamps”; State of the obligation: Overdue" in page


def test_a_private_view_of_another_is_not_there(signed_in):
    view = SavedViewFactory(name="Theirs", register="cycles")

    page = signed_in.get(f"{URL}?view={view.pk}")

    assert page.status_code == 400
    assert "Theirs" not in page.text


def test_the_address_in_the_report_asks_for_the_same_report_on_any_day(overdue, signed_in):
    query = f"state=overdue&title=Über+Öl&note=a%26b&part=table&since={days(-9)}&order=lead&text="

    page = signed_in.get(f"{URL}?{query}").text
    address = unescape(re.search(r'href="http://testserver(/reports/\?[^"]+)"', page)[1])

    assert f"as_at={days(0)}" in address
    again = signed_in.get(address).text
    assert _sheet(again) == _sheet(page)


def test_the_preview_has_the_numbers_of_the_file(overdue, signed_in):
    query = f"{EVERY_PART}&language=en"

    page = signed_in.get(f"{URL}?{query}").text
    file = b"".join(signed_in.get(f"{URL}html/?{query}").streaming_content).decode()

    assert _tables(page) == _tables(file)
    assert len(_tables(page)) > 10


def test_the_preview_ends_after_fifty_rows_and_says_so(signed_in):
    cadence = CadenceFactory()
    for number in range(51):
        CycleFactory(cadence=cadence, due_on=days(number))

    page = signed_in.get(f"{URL}?part=table").text

    assert "Here are the first 50 of 51; the file has all of them." in page
    assert "Of each list it shows the first 50 rows; the file has all." in page
    assert "Here are the first" not in " ".join(told("part=table"))
    assert len([line for line in told("part=table") if " | " in line]) == 51


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_costs_the_same_queries_at_any_length(
    rows, signed_in, django_assert_max_num_queries
):
    for number in range(rows):
        CycleFactory(due_on=days(-number - 1))

    with django_assert_max_num_queries(FRAME + 38) as queries:
        signed_in.get(f"{URL}?{EVERY_PART}")

    assert len(queries) == FRAME + 36


def test_the_form_is_filled_in_as_the_address_says(overdue, signed_in):
    page = signed_in.get(f"{URL}?part=annex&order=lead&as_at={days(-2)}&text={quote('lamps')}").text

    assert f'value="{days(-2)}"' in page
    assert re.search(r'value="annex"[^>]* checked', page)
    assert not re.search(r'value="summary"[^>]* checked', page)
    assert '<option value="lead" selected>' in page


def _sheet(page):
    """The report itself, without the address that it names."""
    article = re.search(r"<article.*</article>", page, re.DOTALL)[0]
    return re.sub(r'<a href="http://testserver/reports/.*?</a>', "", article)


def _tables(page):
    """The cells of all tables of the report, row by row."""
    article = re.search(r"<article.*</article>", page, re.DOTALL)[0]
    rows = re.findall(r"<tr>(.*?)</tr>", article, re.DOTALL)
    return [[re.sub(r"<[^>]+>", " ", c) for c in re.findall(r"<t[hd].*?</t[hd]>", r)] for r in rows]
