"""Columns are chosen in the address."""

import re

import pytest

from apps.reporting.registers import REGISTERS
from tests.factories import CycleFactory
from tests.reporting.days import CYCLES, OBLIGATIONS, TODAY, asked, on_the_day

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("url", [OBLIGATIONS, CYCLES])


def headings(page):
    cells = re.findall(r'<th scope="col".*?</th>', page, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in cells]


@BOTH
@on_the_day
def test_the_columns_asked_for_are_shown_in_their_order_after_the_reference(url, signed_in):
    CycleFactory()

    page = signed_in.get(f"{url}?columns=state,lead,act").text

    assert headings(page) == ["Reference", "State", "Lead office", "What is asked"]


@BOTH
@on_the_day
def test_columns_may_be_repeated_as_a_form_without_scripts_sends_them(url, signed_in):
    CycleFactory()

    page = signed_in.get(f"{url}?columns=lead&columns=act&columns=lead").text

    assert headings(page) == ["Reference", "Lead office", "What is asked"]


@BOTH
@on_the_day
def test_the_chooser_ticks_what_is_shown(url, signed_in):
    page = signed_in.get(f"{url}?columns=lead,act").text

    assert re.findall(r'name="columns" value="(\w+)" checked', page) == ["act", "lead"]


@BOTH
@on_the_day
def test_a_column_that_is_not_shown_still_sorts(url, signed_in):
    CycleFactory()

    assert signed_in.get(f"{url}?columns=act&sort=-lead").status_code == 200


@pytest.mark.parametrize("register", REGISTERS)
@on_the_day
def test_every_column_can_be_shown(register, signed_in):
    CycleFactory(due_on=TODAY)
    CycleFactory(due_on=None, cadence__obligation__timing=["whenever"])
    names = [name for name, _heading in asked(register).column_choices]

    page = signed_in.get(f"/register/{register}/?columns={','.join(names)}").text

    assert len(headings(page)) == len(names) + 1
    assert "Recurring 6 months" in page
    assert "whenever" in page
