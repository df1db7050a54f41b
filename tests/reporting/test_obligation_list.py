"""What a row of the register of obligations shows."""

import pytest

from apps.accounts.models import User
from tests.factories import CycleFactory, DocumentFactory, ObligationFactory, OfficeFactory
from tests.reporting.days import OBLIGATIONS, days, on_the_day

pytestmark = pytest.mark.django_db


@on_the_day
def test_a_row_cites_quotes_and_says_how_it_stands(signed_in):
    obligation = ObligationFactory(
        paragraph__text__document=DocumentFactory(symbol="S/PRST/2021/9"),
        paragraph__position=11,
        paragraph__label="",
        number=2,
        quote="Requests the Secretary-General\nto report",
        words="Requests the Secretary-General to report",
        lead=OfficeFactory(short="SCAD"),
    )
    CycleFactory(cadence__obligation=obligation, due_on=days(36))

    page = signed_in.get(OBLIGATIONS).text

    assert f'<a href="/obligations/{obligation.pk}/">S/PRST/2021/9 ¶ 11 (2)</a>' in page
    assert 'lang="en" dir="auto">Requests the Secretary-General to report</q>' in page
    assert "SCAD" in page
    assert '<time datetime="2026-12-31">' in page
    assert "in 36 days" in page
    assert "state-not-due" in page
    assert "1 obligation</p>" in page


@on_the_day
def test_a_closed_obligation_says_so(signed_in):
    ObligationFactory(closed=True)

    assert 'class="badge-state state-closed"' in signed_in.get(OBLIGATIONS).text


@on_the_day
def test_sample_data_are_marked(signed_in):
    ObligationFactory(paragraph__text__document=DocumentFactory(is_sample=True))

    assert '<span class="sample">Sample</span>' in signed_in.get(OBLIGATIONS).text


@on_the_day
def test_the_next_due_come_first(signed_in):
    later, sooner = (CycleFactory(due_on=days(n)).obligation.reference for n in (9, 3))
    undated = CycleFactory(due_on=None).obligation.reference

    page = signed_in.get(OBLIGATIONS).text

    assert page.index(sooner) < page.index(later) < page.index(undated)


@on_the_day
def test_words_of_the_decision_are_text_not_markup(signed_in):
    ObligationFactory(quote="Requests <b>a report</b>")

    assert "Requests &lt;b&gt;a report" in signed_in.get(OBLIGATIONS).text


@on_the_day
def test_the_responsible_person_can_be_shown(signed_in):
    ObligationFactory(responsible=User.objects.create_user("r@example.org", name="Rosa R."))

    assert ">Rosa R.</td>" not in signed_in.get(OBLIGATIONS).text
    assert ">Rosa R.</td>" in signed_in.get(f"{OBLIGATIONS}?columns=responsible").text
