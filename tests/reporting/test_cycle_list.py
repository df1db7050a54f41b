"""What a row of the register of cycles shows."""

import pytest

from tests.factories import CycleFactory, DocumentFactory, ResponseFactory
from tests.reporting.days import CYCLES, days, on_the_day

pytestmark = pytest.mark.django_db


@on_the_day
def test_a_late_cycle_says_since_when(signed_in):
    cycle = CycleFactory(due_on=days(-100))

    page = signed_in.get(CYCLES).text

    assert f'href="/obligations/{cycle.obligation_id}/#cycle-{cycle.pk}"' in page
    assert "100 days ago" in page
    assert 'class="badge-state state-overdue"' in page
    assert "1 cycle</p>" in page


@on_the_day
def test_a_cycle_says_why_its_date(signed_in):
    CycleFactory(
        due_on=days(0),
        derivation={
            "rule": "period",
            "start": "2021-04-19",
            "start_is": "adoption",
            "period": "P6M",
        },
    )

    page = signed_in.get(CYCLES).text

    assert "<summary>Why this date</summary><p>By S/RES/" in page
    assert "6 months from the day of adoption" in page


@on_the_day
def test_a_cycle_without_a_date_says_why_not(signed_in):
    CycleFactory(due_on=None, derivation={"rule": "undated"})

    page = signed_in.get(CYCLES).text

    assert "<summary>Why no date</summary><p>By S/RES/" in page
    assert "The decision gives no date." in page


@on_the_day
def test_what_came_back_is_linked(signed_in):
    report = DocumentFactory(symbol="S/2026/77")
    ResponseFactory(cycle=CycleFactory(due_on=days(-1), answered_late=True), document=report)

    page = signed_in.get(CYCLES).text

    assert f'<a href="{report.get_absolute_url()}">S/2026/77</a>' in page
    assert "state-answered-late" in page
