"""The forecast as a command prints it."""

import csv
import datetime as dt
import io
import json

import pytest
from django.core.management import CommandError, call_command

from apps.actors.models import ActorKind
from tests.factories import (
    CadenceFactory,
    CycleFactory,
    ObligationFactory,
    OfficeFactory,
    SeriesFactory,
)
from tests.reporting.days import TODAY, on_the_day

pytestmark = pytest.mark.django_db
WINDOW = ("--from", "2027-01-01", "--to", "2027-12-31")


def run(*arguments):
    out = io.StringIO()
    call_command("forecast", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def rows():
    """A cycle that is there and one that is not made yet."""
    lead = OfficeFactory(short="DPPA")
    made = CycleFactory(
        cadence__obligation=ObligationFactory(lead=lead, act="report on the lamps"),
        cadence__kind="once",
        cadence__on=dt.date(2027, 2, 1),
        due_on=dt.date(2027, 2, 1),
    )
    projected = CadenceFactory(
        kind="every", period="P1Y", obligation__act="=brief\nthe harbour master"
    )
    return made.obligation, projected.obligation


def test_json_is_a_list_of_objects(rows):
    made, projected = rows

    first, second = json.loads(run(*WINDOW))

    assert first["obligation"] == made.reference
    assert (first["due_on"], first["mandated_on"]) == ("2027-02-01", "2027-02-01")
    assert first["projected"] is False
    assert (first["act"], first["lead"]) == ("report on the lamps", "DPPA")
    assert first["addressees"] == [ActorKind.SECRETARY_GENERAL.label]
    assert first["cadence"] == "No later than 1 February 2027"
    assert "The decision prints this date: 1 February 2027." in first["derivation"]
    assert first["address"] == f"/obligations/{made.pk}/#cycle-{made.cycles.get().pk}"
    assert second["obligation"] == projected.reference
    assert (second["due_on"], second["projected"]) == ("2027-04-19", True)
    assert second["cadence"] == "Every year"
    assert "number 6 after it is 19 April 2027" in second["derivation"]
    assert second["lead"] == ""


@pytest.mark.parametrize("name", ["json", "csv", "text"])
def test_where_nothing_falls_due_the_output_is_whole(name):
    out = run(*WINDOW, "--format", name)

    if name == "json":
        assert json.loads(out) == []
    else:
        assert len(out.splitlines()) == (1 if name == "csv" else 0)


def test_csv_holds_the_same_and_no_formula(rows):
    _made, projected = rows

    lines = list(csv.reader(io.StringIO(run(*WINDOW, "--format", "csv").removeprefix("\ufeff"))))

    assert lines[0][:4] == ["Due", "Projected", "Obligation", "What is asked"]
    assert [line[:2] for line in lines[1:]] == [["2027-02-01", "no"], ["2027-04-19", "yes"]]
    assert lines[2][2:4] == [projected.reference, "'=brief\nthe harbour master"]


def test_text_is_one_aligned_line_a_row(rows):
    made, projected = rows

    first, second = run(*WINDOW, "--format", "text").splitlines()

    assert first.startswith("2027-02-01             ")
    assert second.startswith("2027-04-19  projected  ")
    assert first.index(made.reference) == second.index(projected.reference)
    assert first.index("report on the lamps") == second.index("=brief the harbour master")


def test_text_cuts_the_name_of_a_series_and_the_others_do_not():
    series = SeriesFactory(name="Lamps " * 9, anchor_on=dt.date(2026, 12, 31), period="P1Y")
    CadenceFactory(kind="series", period="", series=series)

    assert f"With “{'Lamps ' * 5}Lam…  report" in run(*WINDOW, "--format", "text")
    assert series.name in run(*WINDOW)


@on_the_day
def test_without_days_it_is_the_year_from_today():
    for day in (TODAY, dt.date(2027, 11, 25), dt.date(2027, 11, 26)):
        CadenceFactory(kind="once", on=day, period="")

    assert [row["due_on"] for row in json.loads(run())] == ["2026-11-25", "2027-11-25"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from", "soon"], "“soon” is not a day: write YYYY-MM-DD"),
        (["--from", "2027-02-29"], "“2027-02-29” is not a day"),
        (["--to", "20270101"], "“20270101” is not a day"),
        (["--from", "2027-01-02", "--to", "2027-01-01"], "2027-01-02 is after 2027-01-01"),
        (["--from", "2027-01-01", "--to", "2057-01-02"], "2057-01-02 is more than 30 years"),
        (["--from", "9999-12-31"], "9999-12-31 is too far off"),
        (["--format", "xml"], "'xml'"),
    ],
)
def test_what_cannot_be_understood_is_quoted(arguments, words):
    with pytest.raises(CommandError, match=words):
        run(*arguments)


def test_an_obligation_that_cannot_be_projected_is_named():
    daily = CadenceFactory(kind="every", period="P1D").obligation

    with pytest.raises(CommandError) as caught:
        run("--from", "2027-01-01", "--to", "2050-01-01")

    assert daily.reference in str(caught.value)
