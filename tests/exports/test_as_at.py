"""A register as at a day that is past: a file says the same as the page."""

import io

import pytest

from apps.exports.read_back import read_back
from apps.obligations.models import Cadence
from tests.exports.files import content
from tests.factories import CycleFactory, DocumentFactory, ResponseFactory
from tests.reporting.cycles import moment
from tests.reporting.days import asked, days, on_the_day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_day")]


@pytest.fixture
def the_day():
    with on_the_day:
        yield


@pytest.mark.parametrize("name", ["csv", "xlsx", "ods", "json"])
def test_as_at_a_day_that_is_past_it_says_what_was_true_then(name, signed_in):
    cycle = CycleFactory(due_on=days(-9), cadence__obligation__decided_at=moment(days(-90)))
    Cadence.objects.update(created_at=moment(days(-90)))
    before, after = DocumentFactory(symbol="S/2026/1"), DocumentFactory(symbol="S/2026/2")
    ResponseFactory(cycle=cycle, document=before, judged_on=days(-8))
    ResponseFactory(cycle=cycle, document=after, judged_on=days(-1))

    register = asked("cycles", f"as_at={days(-5)}")
    response = signed_in.get(f"/export/cycles/{name}/?as_at={days(-5)}&columns=responses,state")

    listing = read_back(io.BytesIO(content(response)), format=name)
    [(_key, row)] = listing.rows
    table = register.export()
    [wide] = table.data.data
    state = next(bound.column for bound in table.columns if bound.name == "state")
    assert row[1:] == [["S/2026/1"], state.value(wide)]
    assert listing.about.as_at == days(-5).isoformat()
