"""The page of all changes is filtered, and quotes what it cannot understand."""

import datetime as dt

import pytest

from apps.history.models import Change
from tests.factories import SeriesFactory
from tests.history.pages import URL, anna, changes, shown

pytestmark = pytest.mark.django_db
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
