"""The command that writes a register to a file."""

import csv
import datetime as dt
import json

import pytest
from django.core.management import CommandError, call_command

from tests.factories import CycleFactory, UserFactory
from tests.reporting.days import days, on_the_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]


@pytest.fixture
def the_day():
    with on_the_day:
        yield


def export(output, **options):
    call_command("export_register", output=output, **{"format": "json", **options})
    return json.loads(output.read_text("utf-8"))


def test_it_writes_what_the_filter_finds(tmp_path):
    late = CycleFactory(due_on=days(-1))
    CycleFactory(due_on=days(1))
    UserFactory()

    found = export(tmp_path / "late.json", filter="?state=overdue&columns=due_on")

    assert [row["id"] for row in found["rows"]] == [late.pk]
    assert found["about"]["address"].startswith("http")
    assert (found["about"]["person"], found["about"]["as_at"]) == ("", "2026-11-25")
    assert [file.name for file in tmp_path.iterdir()] == ["late.json"]


def test_it_takes_another_day_register_and_format(tmp_path):
    file = tmp_path / "obligations.csv"

    call_command(
        "export_register",
        output=file,
        format="csv",
        register="obligations",
        as_at=dt.date(2026, 10, 1),
        filter="as_at=2026-01-01",
    )

    lines = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    assert (lines[0][1], lines[2][1]) == ("Obligations", "2026-10-01")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"filter": "state=late"}, "State: “late”"),
        ({"register": "mandate-cycles", "format": "csv"}, "cannot be had as CSV"),
        ({"as_at": "tomorrow"}, "“tomorrow” is not a day"),
    ],
)
def test_what_it_cannot_do_it_says_and_leaves_nothing(options, words, tmp_path):
    old = tmp_path / "cycles.json"
    old.write_text("as it was")

    with pytest.raises(CommandError, match=words):
        call_command(
            "export_register", "--output", str(old), *arguments({"format": "json"} | options)
        )

    assert [file.name for file in tmp_path.iterdir()] == ["cycles.json"]
    assert old.read_text() == "as it was"


def arguments(options):
    return [f"--{name.replace('_', '-')}={value}" for name, value in options.items()]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="nowhere"):
        export(tmp_path / "nowhere" / "cycles.json")
