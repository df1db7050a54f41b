import datetime as dt
import io

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from apps.documents.models import Document
from apps.obligations.models import Obligation
from apps.reporting.models import Cycle
from tests.factories import OfficeFactory

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 7, 1)


def generate(**options):
    out = io.StringIO()
    call_command("generate_load", stdout=out, on=TODAY, **options)
    return out.getvalue()


def test_exactly_so_many_cycles_and_documents_are_made():
    said = generate(cycles=300, documents=205)

    assert Cycle.objects.tracked().count() == Cycle.objects.count() == 300
    assert Document.objects.count() == 205
    assert said == f"205 documents, {Obligation.objects.count()} obligations, 300 cycles.\n"


def test_documents_are_one_for_forty_cycles_unless_said():
    call_command("generate_load", "--cycles=100", "--on=2026-07-01", stdout=io.StringIO())

    assert Document.objects.count() == 3


def test_every_quote_stands_in_its_text_where_it_says():
    generate(cycles=60)

    for obligation in Obligation.objects.select_related("paragraph__text"):
        paragraph = obligation.paragraph
        content = paragraph.text.content
        assert content[obligation.start : obligation.end] == obligation.quote
        assert content[paragraph.start : paragraph.end] == paragraph.words
        assert paragraph.start <= obligation.start < obligation.end <= paragraph.end


def test_every_timing_state_is_there_and_next_dates_are_set():
    generate(cycles=2000)

    states = set(
        Cycle.objects.with_state(on=TODAY, soon=30).order_by().values_list("state", flat=True)
    )
    assert states >= {"overdue", "due-soon", "not-due", "no-date", "answered", "waived"}
    assert "answered-late" in states
    assert Obligation.objects.exclude(next_due_on=None).exists()
    assert Obligation.objects.needing_review(on=TODAY).exists()
    assert Obligation.objects.drafts().exists()


def test_the_same_day_makes_the_same_data():
    made = []
    for _time in range(2):
        with transaction.atomic():
            generate(cycles=50)
            made.append(list(Cycle.objects.values_list("obligation__words", "due_on")))
            transaction.set_rollback(True)

    assert made[0] == made[1]


def test_a_database_that_holds_something_is_left_alone():
    OfficeFactory()

    with pytest.raises(CommandError, match="already holds offices"):
        generate(cycles=10)
    assert not Document.objects.exists()


@pytest.mark.parametrize("number", ["0", "-5", "many"])
def test_a_number_that_is_none_is_refused(number):
    with pytest.raises(CommandError, match="is not a number from 1"):
        call_command("generate_load", f"--cycles={number}")
