"""The list of actors, and the page of one: names, what is asked of it, what it writes, what came back."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.actors.models import ActorName
from apps.reporting import actor_page
from tests.conftest import FRAGMENT, FRAME
from tests.factories import (
    ActorFactory,
    CadenceFactory,
    CycleFactory,
    DocumentFactory,
    ObligationFactory,
    ResponseFactory,
    SeriesFactory,
)

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 7, 1)
LIST = reverse("actors:actor-list")


@pytest.fixture(autouse=True)
def first_of_july():
    with time_machine.travel(dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC), tick=False):
        yield


@pytest.fixture
def actor():
    return ActorFactory(name_en="Lamp Office", acronym="LO")


def ask(actor, *days, **traits):
    """An obligation that asks the actor by name, with a cycle due on each of these days."""
    obligation = ObligationFactory(**traits)
    obligation.set_addressees([actor.kind], [actor])
    cadence = CadenceFactory(obligation=obligation)
    return [CycleFactory(cadence=cadence, due_on=day) for day in days]


def names(actor, language, text, kind="alias"):
    ActorName.objects.create(actor=actor, language=language, kind=kind, text=text)


def detail(actor):
    return reverse("actors:actor-detail", args=[actor.pk])


@pytest.mark.parametrize("asked", ["secrétariat", "СОВЕТ без", "安理会", "LO", "lamp office"])
def test_an_actor_is_found_by_any_of_its_names_in_any_language(asked, signed_in, actor):
    names(actor, "fr", "Secrétariat")
    names(actor, "ru", "Совет Безопасности", kind="name")
    names(actor, "zh", "安理会", kind="acronym")
    ActorFactory(name_en="Harbour Board")

    page = signed_in.get(LIST, {"text": asked}, headers=FRAGMENT).text

    assert "1 actor" in page
    assert detail(actor) in page
    assert "Harbour Board" not in page


def test_a_name_that_nobody_has_is_quoted(signed_in, actor):
    page = signed_in.get(LIST, {"text": "<b>No\0body"}).text

    assert "No actor is called “&lt;b&gt;Nobody”." in page


def test_the_list_counts_what_is_asked_by_name_and_not_drafts(signed_in, actor):
    ask(actor)
    ask(actor, closed=True)
    ask(actor, draft=True)
    SeriesFactory(author=actor)

    [row] = signed_in.get(LIST).context["table"].rows

    assert (row.record.asked, row.record.authored) == (2, 1)


def test_the_list_is_in_the_order_of_the_language_of_the_page(signed_in, actor):
    other = ActorFactory(name_en="Anchor Board", name_fr="Conseil des ancres")
    actor.name_fr = "Bureau des lampes"
    actor.save()

    page = signed_in.get(LIST, headers={"Accept-Language": "fr"}).text

    assert page.index(detail(actor)) < page.index(detail(other))


@pytest.mark.parametrize("rows", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(rows, signed_in, django_assert_num_queries):
    for _ in range(rows):
        ask(actor := ActorFactory())
        SeriesFactory(author=actor)
    signed_in.get(LIST)

    with django_assert_num_queries(FRAME + 2):  # count, rows
        signed_in.get(LIST)


def test_the_page_names_it_in_six_languages(signed_in, actor):
    actor.name_ar = "مكتب المصابيح"
    actor.save()
    names(actor, "ar", "مصابيح")

    page = signed_in.get(detail(actor)).text

    assert '<bdi lang="ar">مكتب المصابيح</bdi>' in page
    assert '<bdi lang="ar">مصابيح</bdi>' in page
    for language in ("Arabic", "Chinese", "English", "French", "Russian", "Spanish"):
        assert f'<th scope="row">{language}</th>' in page


def test_figures_are_the_rows_of_the_registers_that_they_link_to(signed_in, actor):
    ask(actor, TODAY - dt.timedelta(days=1))
    ask(actor, TODAY - dt.timedelta(days=2))
    ask(actor, TODAY + dt.timedelta(days=1))
    ask(actor, closed=True)
    ask(ActorFactory(), TODAY - dt.timedelta(days=1))

    shown = signed_in.get(detail(actor)).context["shown"]

    counts = {figure.state: figure.number for figure in shown.figures}
    assert counts == {"overdue": 2, "due-soon": 1, "closed": 1}
    for figure in [*shown.figures]:
        register = signed_in.get(figure.address).context["register"]
        assert register.table.page.paginator.count == figure.number
    everything = signed_in.get(shown.all_obligations).context["register"]
    assert everything.table.page.paginator.count == shown.asked == 4


def test_overdue_cycles_stand_all_and_the_next_of_each_obligation(signed_in, actor):
    days = [TODAY + dt.timedelta(days=n) for n in (-9, -8, 0, 400)]
    first, second, today, _far = ask(actor, *days)
    [other] = ask(actor, TODAY + dt.timedelta(days=300))

    shown = signed_in.get(detail(actor)).context["shown"]

    assert list(shown.overdue.table.data) == [first, second]
    assert list(shown.next_due.table.data) == [today, other]
    assert not shown.overdue.is_cut
    numbers = [
        signed_in.get(part.address).context["register"].table.page.paginator.count
        for part in (shown.overdue, shown.next_due)
    ]
    assert numbers == [2, 3]


def test_long_tables_are_cut_and_say_so(signed_in, actor, monkeypatch):
    monkeypatch.setattr(actor_page, "MOST_CYCLES", 1)
    first, _second = ask(actor, TODAY - dt.timedelta(days=9), TODAY - dt.timedelta(days=8))

    response = signed_in.get(detail(actor))

    overdue = response.context["shown"].overdue
    assert list(overdue.table.data) == [first]
    assert "Only the 1 longest overdue are shown." in response.text
    assert overdue.address.replace("&", "&amp;") in response.text


def test_what_came_back_are_its_reports_and_the_answers_to_it(signed_in, actor):
    series = SeriesFactory(author=actor, name="Lamps, yearly")
    series.reports.add(report := DocumentFactory(kind="report", symbol="S/2026/1"))
    [cycle] = ask(actor, TODAY)
    answer = ResponseFactory(cycle=cycle, document__symbol="S/2026/2").document
    other = ResponseFactory(document__symbol="S/2026/3").document

    response = signed_in.get(detail(actor))

    answered = {d: d.answered for d in response.context["shown"].documents}
    assert answered == {report: 0, answer: 1}
    assert reverse("reporting:series-detail", args=[series.pk]) in response.text
    assert str(other) not in response.text


def test_an_actor_of_whom_nothing_is_known_says_so(signed_in, actor):
    page = signed_in.get(detail(actor)).text

    assert "No obligation asks it by name." in page
    assert "No report is here" in page
    assert signed_in.get(reverse("actors:actor-detail", args=[0])).status_code == 404


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_costs_the_same_queries_at_any_length(
    rows, signed_in, actor, django_assert_num_queries
):
    for n in range(rows):
        for cycle in ask(actor, TODAY - dt.timedelta(days=n + 1), TODAY + dt.timedelta(days=n)):
            ResponseFactory(cycle=cycle)
        SeriesFactory(author=actor, name=f"Series {n}").reports.add(DocumentFactory())
    signed_in.get(detail(actor))

    # Actor, names, figures; cycles overdue and next, each with addressees, answers and extensions,
    # actors of addressees and documents of answers; series; documents with their series.
    with django_assert_num_queries(FRAME + 3 + 2 * 6 + 1 + 2):
        signed_in.get(detail(actor))


def test_the_pages_of_an_obligation_and_of_a_series_lead_to_it(signed_in, actor):
    [cycle] = ask(actor, TODAY)
    series = SeriesFactory(author=actor)

    for page in (
        reverse("followups:obligation-detail", args=[cycle.obligation_id]),
        reverse("reporting:series-detail", args=[series.pk]),
    ):
        assert f'href="{detail(actor)}"' in signed_in.get(page).text
