"""The bell and the list behind it."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from apps.followups.models import Notice
from tests.conftest import FRAGMENT, FRAME
from tests.factories import (
    CycleFactory,
    EntryFactory,
    NoticeFactory,
    ObligationFactory,
    OfficeFactory,
)

pytestmark = pytest.mark.django_db
LIST = reverse("notices:notice-list")
READ_ALL = reverse("notices:notice-read-all")


@pytest.fixture
def reader(signed_in):
    return signed_in


def notice_of(client, **fields):
    return NoticeFactory(person=client.person, **fields)


def bell(client):
    page = client.get(LIST).text
    return page[page.index('id="bell"') :].partition("</a>")[0]


@pytest.mark.parametrize(
    ("number", "shown", "said"),
    [
        (0, None, "Notices, none unread"),
        (1, ">1<", "1 unread notice<"),
        (3, ">3<", "3 unread notices<"),
        (99, ">99<", "99 unread notices<"),
        (100, ">99+<", "More than 99 unread notices"),
    ],
)
def test_the_bell_counts_what_is_unread_and_says_it_in_words(number, shown, said, reader):
    obligation = ObligationFactory()
    for place in range(number):
        notice_of(reader, obligation=obligation, key=f"assigned:{place}:of")
    notice_of(reader, read=True)
    notice_of(reader, cancelled_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    NoticeFactory()

    found = bell(reader)

    assert said in found
    assert ("number" in found) is bool(shown)
    assert not shown or shown in found


def test_the_bell_costs_one_query_a_page(reader, django_assert_num_queries):
    with django_assert_num_queries(FRAME):  # the last of which is the bell
        reader.get("/accounts/password/change/")


def test_the_newest_stands_first_and_others_notices_nowhere(reader):
    old = notice_of(reader, note="The old one")
    notice_of(reader, note="The new one", created_at=old.created_at + dt.timedelta(days=1))
    NoticeFactory(note="Somebody else's")

    page = reader.get(LIST).text

    assert page.index("The new one") < page.index("The old one")
    assert "Somebody else" not in page


def test_only_unread_ones_are_shown_until_all_are_asked_for(reader):
    notice_of(reader, note="New")
    notice_of(reader, note="Seen", read=True)

    assert "Seen" not in reader.get(LIST).text
    page = reader.get(LIST, {"show": "all"}).text
    assert "Seen" in page
    assert page.count('class="new"') == 1


def test_one_kind_can_be_asked_for(reader):
    notice_of(reader, note="A mention", kind="mention")
    notice_of(reader, note="An order")

    page = reader.get(LIST, {"kind": "mention"}).text

    assert "A mention" in page
    assert "An order" not in page


@pytest.mark.parametrize("query", [{"show": "sometimes"}, {"kind": "gossip"}])
def test_a_filter_that_is_none_is_quoted_and_shows_nothing(query, reader):
    notice_of(reader, note="New")

    response = reader.get(LIST, query)

    assert response.status_code == 400
    assert next(iter(query.values())) in response.text
    assert "New" not in response.text.replace("New password", "")


def test_opening_one_marks_it_read_and_leads_to_its_place(reader):
    cycle = CycleFactory()
    notice = notice_of(
        reader, kind="due", obligation=cycle.obligation, cycle=cycle, on=cycle.due_on
    )

    response = reader.get(reverse("notices:notice-open", args=[notice.pk]))

    assert response["Location"] == f"/obligations/{cycle.obligation_id}/#cycle-{cycle.pk}"
    notice.refresh_from_db()
    assert notice.read_at is not None


def test_a_notice_of_a_draft_leads_to_its_card(reader):
    draft = ObligationFactory(draft=True)
    notice = notice_of(reader, kind="reminder", obligation=draft)

    response = reader.get(reverse("notices:notice-open", args=[notice.pk]))

    assert response["Location"] == f"/review/{draft.document_id}/#card-{draft.pk}"


@pytest.mark.parametrize("name", ["notice-open", "notice-read"])
def test_nobody_opens_or_marks_the_notice_of_another(name, reader):
    notice = NoticeFactory()
    address = reverse(f"notices:{name}", args=[notice.pk])

    response = (reader.get if name == "notice-open" else reader.post)(address)

    assert response.status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None


def test_one_is_marked_as_read_and_the_filter_stays(reader):
    notice = notice_of(reader)

    response = reader.post(
        f"{reverse('notices:notice-read', args=[notice.pk])}?show=all&kind=assigned"
    )

    assert response["Location"] == f"{LIST}?show=all&kind=assigned"
    notice.refresh_from_db()
    assert notice.read_at is not None


def test_all_that_the_filter_shows_are_marked_as_read(reader):
    mention = notice_of(reader, kind="mention")
    other = notice_of(reader)
    foreign = NoticeFactory(kind="mention")

    reader.post(f"{READ_ALL}?kind=mention")

    assert set(Notice.objects.filter(read_at=None)) == {other, foreign}
    assert mention not in Notice.objects.unread(reader.person)


def test_the_part_is_a_part_of_the_page_and_brings_the_bell(reader):
    notice_of(reader)
    second = notice_of(reader)

    page, part = (
        re.sub(r"[A-Za-z0-9]{64}", "token", reader.get(LIST, headers=headers).text)
        for headers in ({}, FRAGMENT)
    )
    oob = part[part.index('<a class="bell"') : part.index("</section>")]

    assert 'hx-swap-oob="true"' in oob
    assert "<html" not in part
    assert part[: part.index('<a class="bell"')].strip() in page
    marked = reader.post(reverse("notices:notice-read", args=[second.pk]), headers=FRAGMENT).text
    assert "Marked as read." in marked
    assert ">1<" in marked
    assert "data-focus" in marked


def test_what_is_confidential_is_not_in_the_list_of_who_may_not_see_it(reader):
    entry = EntryFactory(text="A secret", confidential_for=OfficeFactory(short="DESK"))
    notice_of(reader, kind="mention", obligation=entry.obligation, entry=entry)

    page = reader.get(LIST).text

    assert "calls your attention to it" in page
    assert "secret" not in page


def test_an_empty_list_says_so(reader):
    assert "You have read everything." in reader.get(LIST).text
    assert "Nothing was told to you yet." in reader.get(LIST, {"show": "all"}).text


@pytest.mark.parametrize("rows", [1, 20])
def test_the_list_costs_the_same_queries_at_any_length(rows, reader, django_assert_num_queries):
    for _ in range(rows):
        entry = EntryFactory()
        notice_of(reader, kind="mention", obligation=entry.obligation, entry=entry)

    # session, person, office, count, rows, permissions (2), which entries may be read, the bell
    with django_assert_num_queries(9):
        reader.get(LIST)
