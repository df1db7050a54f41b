"""My desk: what waits for a person, and for the person's office."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from apps.followups.desk import MINE, OFFICE, desk
from apps.followups.models import Handover, Notice, Reminder
from apps.reporting.models import Bookmark
from tests.conftest import FRAME
from tests.factories import (
    CycleFactory,
    EntryFactory,
    HandoverFactory,
    NoticeFactory,
    ObligationFactory,
    OfficeFactory,
    SavedViewFactory,
)

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 7, 1)
NOON = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
URL = reverse("desk")


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(NOON, tick=False):
        yield


def waiting(person, scope=MINE):
    found = desk(person, scope=scope, on=TODAY, soon=30)
    return {
        name: list(getattr(found, name).rows)
        for name in ("handovers", "overdue", "due", "steps", "reminders", "notices", "drafts")
        if getattr(found, name).number
    }


def test_mine_is_what_i_am_responsible_for(person_as):
    me = person_as("officer")
    mine = ObligationFactory(responsible=me)
    late = CycleFactory(cadence__obligation=mine, due_on=TODAY - DAY)
    soon = CycleFactory(cadence=late.cadence, due_on=TODAY + 30 * DAY)
    CycleFactory(cadence=late.cadence, due_on=TODAY + 31 * DAY)
    CycleFactory(cadence=late.cadence, due_on=TODAY - 2 * DAY, answered=True)
    CycleFactory(due_on=TODAY - DAY)

    assert waiting(me) == {"overdue": [late], "due": [soon]}


def test_the_offices_are_those_below_it_too(person_as, office):
    below = OfficeFactory(short="UNIT", parent=office)
    late = CycleFactory(cadence__obligation__lead=below, due_on=TODAY - DAY)
    CycleFactory(cadence__obligation__lead=OfficeFactory(short="OTHER"), due_on=TODAY - DAY)
    CycleFactory(
        cadence__obligation=ObligationFactory(lead=office, closed=True), due_on=TODAY - DAY
    )

    assert waiting(person_as("focal point"), OFFICE) == {"overdue": [late]}


def test_next_steps_within_a_week_or_without_a_day(person_as, office):
    me = person_as("focal point")
    late = EntryFactory(next_step="Ask", next_step_by=me, next_step_on=TODAY - DAY)
    open_ended = EntryFactory(next_step="Think", next_step_by=me)
    EntryFactory(next_step="Later", next_step_by=me, next_step_on=TODAY + 8 * DAY)
    EntryFactory(next_step="Done", next_step_by=me, next_step_done_on=TODAY)
    other = EntryFactory(next_step="Ours", obligation__lead=office)

    assert waiting(me)["steps"] == [late, open_ended] or set(waiting(me)["steps"]) == {
        late,
        open_ended,
    }
    assert other in waiting(me, OFFICE)["steps"]


def test_offers_reminders_mentions_and_drafts(person_as, office):
    me = person_as("officer")
    offer = Handover.objects.create(
        obligation=ObligationFactory(), to_office=office, note="n", offered_at=NOON, offered_by=me
    )
    given = Reminder.objects.create(person=me, obligation=ObligationFactory(), on=TODAY)
    Reminder.objects.create(person=me, obligation=ObligationFactory(), on=TODAY + DAY)
    told = Notice.objects.create(
        person=me, kind="mention", key="a", obligation=ObligationFactory(), created_at=NOON
    )
    draft = ObligationFactory(draft=True)

    found = waiting(me)
    assert [row.notice for row in found.pop("notices")] == [told]
    assert found == {
        "handovers": [offer],
        "reminders": [given],
        "drafts": [draft.document],
    }


def test_an_offer_stands_on_the_desk_once(person_as, office):
    me = person_as("officer")
    offer = HandoverFactory(to_office=office)
    notice = NoticeFactory(person=me, kind="handover", handover=offer)

    assert list(waiting(me)) == ["handovers"]

    offer.state = "declined"
    offer.reason = "Not ours"
    offer.save()
    assert [told.notice for told in waiting(me)["notices"]] == [notice]


def test_who_does_not_review_sees_no_drafts(person_as):
    ObligationFactory(draft=True)

    assert waiting(person_as("manager")) == {}


def test_a_view_is_counted_and_leads_to_its_rows(client_as):
    client = client_as("officer")
    CycleFactory.create_batch(3, due_on=TODAY - DAY)
    view = SavedViewFactory(owner=client.person, register="cycles", query="state=overdue")
    Bookmark.objects.create(person=client.person, view=view)

    page = client.get(URL)

    assert [tuple(count) for count in page.context["desk"].views] == [(view, 3)]
    assert f'href="{view.get_absolute_url().replace("&", "&amp;")}"' in page.text


def test_a_clear_desk_says_what_belongs_there(signed_in):
    CycleFactory(due_on=TODAY + 100 * DAY)

    assert "Nothing waits for you today" in signed_in.get(URL).text


def test_the_usual_scope_is_the_office_until_something_is_mine(client_as, office):
    client = client_as("focal point")
    assert client.get(URL).context["desk"].scope == OFFICE

    ObligationFactory(responsible=client.person)
    assert client.get(URL).context["desk"].scope == MINE
    assert client.get(URL, {"scope": "nonsense"}).context["desk"].scope == MINE


def test_a_pile_leads_to_the_same_rows_in_the_register(client_as):
    client = client_as("officer")
    for _n in range(12):
        CycleFactory(cadence__obligation__responsible=client.person, due_on=TODAY - DAY)

    pile = client.get(URL).context["desk"].overdue

    assert len(list(pile.rows)) == 10
    assert client.get(pile.address).context["register"].table.page.paginator.count == 12


@pytest.mark.parametrize("rows", [1, 20])
def test_the_desk_costs_the_same_queries_at_any_length(
    rows, client_as, office, django_assert_max_num_queries
):
    client = client_as("officer")
    for _n in range(rows):
        obligation = ObligationFactory(responsible=client.person, lead=office)
        CycleFactory(cadence__obligation=obligation, due_on=TODAY - DAY)
        EntryFactory(obligation=obligation, next_step="Ask", next_step_by=client.person)
        ObligationFactory(draft=True)

    # seven piles, how many in each but the drafts of nobody, whose scope, views, entries to read
    with django_assert_max_num_queries(FRAME + 18):
        client.get(URL)
