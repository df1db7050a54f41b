"""Pages of schedules take the same number of queries, however much there is to show."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.conftest import FRAME
from tests.factories import RunFactory, ScheduleFactory

pytestmark = pytest.mark.django_db
LIST = reverse("exports:schedule-list")
NOON = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_takes_the_same_queries_however_long_it_is(
    number, officer, django_assert_num_queries
):
    for _n in range(number):
        RunFactory(schedule__owner=officer.person)

    with django_assert_num_queries(FRAME + 3):
        officer.get(LIST)


@pytest.mark.parametrize("number", [1, 20])
def test_the_page_of_one_takes_the_same_queries_however_often_it_ran(
    number, officer, django_assert_num_queries
):
    schedule = ScheduleFactory(owner=officer.person, people=[officer.person])
    for n in range(number):
        RunFactory(schedule=schedule, made=True, due_at=NOON - dt.timedelta(days=n))

    with django_assert_num_queries(FRAME + 5):
        officer.get(schedule.get_absolute_url())
