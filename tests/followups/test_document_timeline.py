"""The timeline of a document: its adoption, what it renews, and a lane for each thing it asks."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.followups import document_timeline
from tests.conftest import FRAME
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    DocumentFactory,
    ObligationFactory,
    ParagraphFactory,
    ResponseFactory,
    TextFactory,
)

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 7, 1)


@pytest.fixture(autouse=True)
def first_of_july():
    with time_machine.travel(dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def text():
    return TextFactory(document__symbol="S/RES/9001 (2026)")


def ask(text, label, *ahead, **fields):
    """An obligation of a paragraph of the text, with cycles due so many days from today."""
    obligation = ObligationFactory(paragraph=ParagraphFactory(text=text, label=label), **fields)
    cadence = CadenceFactory(obligation=obligation)
    for n in ahead:
        CycleFactory(cadence=cadence, due_on=TODAY + dt.timedelta(days=n))
    return obligation


def address(document):
    return reverse("timelines:document-timeline", args=[document.pk])


def show(client, text):
    return client.get(address(text.document)).context["shown"]


def lane(shown, label):
    [found] = [lane for lane in shown.drawn.chart.lanes if lane.label == label]
    return found.points


def test_each_obligation_has_a_lane_the_next_due_first(signed_in, text):
    ask(text, "1", 50)
    ask(text, "2", 5)
    ask(text, "3")
    ask(text, "4", 1, draft=True)

    lanes = show(signed_in, text).drawn.chart.lanes

    assert [lane.label for lane in lanes] == ["Decision", "¶ 2", "¶ 1", "¶ 3"]


def test_of_each_the_cycles_nearest_to_the_day_are_drawn(signed_in, text, monkeypatch):
    monkeypatch.setattr(document_timeline, "MOST_BEFORE", 1)
    monkeypatch.setattr(document_timeline, "MOST_AHEAD", 2)
    ask(text, "1", -400, -40, 4, 40, 400)
    ask(text, "2", -500)

    shown = show(signed_in, text)

    assert [(p.on - TODAY).days for p in lane(shown, "¶ 1")] == [-40, 4, 40]
    assert [(p.on - TODAY).days for p in lane(shown, "¶ 2")] == [-500]


def test_a_point_leads_to_its_cycle_and_an_answer_to_its_report(signed_in, text):
    obligation = ask(text, "1", -9)
    cycle = obligation.cycles.get()
    report = ResponseFactory(cycle=cycle, document__adopted_on=TODAY).document

    due, answer = lane(show(signed_in, text), "¶ 1")

    page = reverse("followups:obligation-detail", args=[obligation.pk])
    assert due.href == f"{page}#cycle-{cycle.pk}"
    assert answer.href == report.get_absolute_url()


def test_what_it_renews_and_is_renewed_by_stands_with_the_decision_once(signed_in, text):
    before = TextFactory(document=DocumentFactory(symbol="S/RES/8001 (2025)"))
    after = TextFactory(document=DocumentFactory(symbol="S/RES/9999 (2026)"))
    for label in ("1", "2"):
        earlier = ask(before, label, closed=True)
        mine = ask(text, label, closed=True, renews=earlier)
        ask(after, label, renews=mine)

    words = [point.words for point in lane(show(signed_in, text), "Decision")]

    assert words == [
        "S/RES/9001 (2026)",
        "Renews S/RES/8001 (2025)",
        "Renewed by S/RES/9999 (2026)",
    ]


def test_more_obligations_than_lanes_are_counted_and_stand_in_the_register(
    signed_in, text, monkeypatch
):
    monkeypatch.setattr(document_timeline, "MOST_LANES", 1)
    for label in ("1", "2", "3"):
        ask(text, label)

    page = signed_in.get(address(text.document)).text

    assert "And 2 more obligations, not drawn." in page
    assert f"{reverse('reporting:obligation-list')}?document={text.document_id}" in page


def test_a_document_that_asks_nothing_says_so(signed_in):
    report = DocumentFactory(kind="report", adopted_on=None)

    page = signed_in.get(address(report)).text

    assert "Nothing that it asks is followed yet." in page
    assert signed_in.get(reverse("timelines:document-timeline", args=[0])).status_code == 404


def test_the_page_of_the_document_leads_to_it(signed_in, text):
    assert address(text.document) in signed_in.get(text.document.get_absolute_url()).text


@pytest.mark.parametrize("rows", [1, 20])
def test_it_costs_the_same_queries_at_any_length(rows, signed_in, text, django_assert_num_queries):
    before = TextFactory()
    for n in range(rows):
        obligation = ask(text, str(n), -9, 9, renews=ask(before, str(n), closed=True))
        ResponseFactory(cycle=obligation.cycles.first())
    signed_in.get(address(text.document))

    # The document; its obligations and how many; on either side of the day the keys of cycles, the
    # cycles, answers and their documents, where there are any; what it renews and is renewed by.
    with django_assert_num_queries(FRAME + 1 + 2 + 2 * 3 + 1 + 2):
        signed_in.get(address(text.document))
