"""Dates that change: versions that hold from before, on and after a due date."""

import pytest

from apps.obligations.models import Obligation
from apps.reporting.change import HoldsTooEarly, NoSuchCadence, preview
from apps.reporting.plan import plan
from apps.reporting.respond import waive
from apps.reporting.why import in_words
from tests.factories import CadenceFactory, EntryFactory, ExtensionFactory, SeriesFactory
from tests.obligations.asked import (
    amendment,
    asked,
    change,
    cycles,
    day,
    due,
    planned,
    said,
    versions,
)

pytestmark = pytest.mark.django_db
ADOPTED, END = "2031-03-03", "2032-12-31"
EVERY = {"kind": "every", "period": "P6M"}


ALL_OF_THE_FIRST = (
    "2031-06-03/1 2031-09-03/1 2031-12-03/1 2032-03-03/1 2032-06-03/1 2032-09-03/1 2032-12-03/1"
)

# Every quarter from 3 March 2031: 3 June, 3 September, 3 December. What holds from when | after it
AMENDED = [
    # the day before a due date, on it, and the day after
    ("2031-09-02", EVERY, "2031-06-03/1 2032-03-02/2 2032-09-02/2"),
    ("2031-09-03", EVERY, "2031-06-03/1 2032-03-03/2 2032-09-03/2"),
    ("2031-09-04", EVERY, "2031-06-03/1 2031-09-03/1 2032-03-04/2 2032-09-04/2"),
    # from the first day, and after all that is planned
    ("2031-03-03", EVERY, "2031-09-03/2 2032-03-03/2 2032-09-03/2"),
    ("2032-12-31", EVERY, ALL_OF_THE_FIRST),
    # a first date printed in the letter: on the day it holds, later, and before it
    ("2031-09-03", EVERY | {"start_on": day("2031-09-03")},
     "2031-06-03/1 2031-09-03/2 2032-03-03/2 2032-09-03/2"),
    ("2031-09-04", EVERY | {"start_on": day("2032-05-15")},
     "2031-06-03/1 2031-09-03/1 2032-05-15/2 2032-11-15/2"),
    ("2031-09-04", EVERY | {"start_on": day("2031-06-03")},
     "2031-06-03/1 2031-09-03/1 2031-12-03/2 2032-06-03/2 2032-12-03/2"),
    # ends of months and leap days
    ("2031-08-31", EVERY, "2031-06-03/1 2032-02-29/2 2032-08-31/2"),
    ("2032-02-29", {"kind": "every", "period": "P1M", "until_on": day("2032-04-28")},
     "2031-06-03/1 2031-09-03/1 2031-12-03/1 2032-03-29/2"),
    # to something that comes once, not at all, or without a day
    ("2031-09-04", {"kind": "once", "on": day("2032-01-31")},
     "2031-06-03/1 2031-09-03/1 2032-01-31/2"),
    ("2031-09-04", {"kind": "once", "period": "P90D"}, "2031-06-03/1 2031-09-03/1 2031-12-03/2"),
    ("2031-09-04", EVERY | {"until_on": day("2031-09-30")}, "2031-06-03/1 2031-09-03/1"),
    ("2031-09-04", {"kind": "undated"}, "2031-06-03/1 2031-09-03/1 None/2"),
    ("2031-09-04", {"kind": "event", "on": day("2031-10-01")},
     "2031-06-03/1 2031-09-03/1 2031-10-01/2"),
]  # fmt: skip


@pytest.mark.parametrize(("holds_from", "values", "expected"), AMENDED)
def test_a_version_gives_the_dates_from_its_day_and_the_one_before_those_until(
    holds_from, values, expected
):
    made = asked(ADOPTED, ["every:P3M"])
    planned(END, made)

    change(made, holds_from, **values)

    dated = [part for part in versions(made).split() if not part.startswith("None")]
    undated = [part for part in versions(made).split() if part.startswith("None")]
    assert " ".join(dated + undated) == expected


def test_a_date_that_both_versions_give_is_that_of_the_later_and_says_so():
    made = asked(ADOPTED, ["every:P3M"])
    planned(END, made)

    changes = change(made, "2031-09-03", kind="every", period="P3M")

    assert said(changes)["restated"] == ["2031-12-03", "2032-03-03", "2032-06-03", "2032-09-03",
                                         "2032-12-03"]  # fmt: skip
    assert said(changes)["removed"] == ["2031-09-03"]
    assert said(changes)["made"] == []
    assert "version 2 of the rhythm holds from 3 September 2031" in in_words(cycles(made)[-1])
    assert "the day of adoption" not in in_words(cycles(made)[-1])


def test_what_somebody_touched_stays_and_is_named():
    made = asked(ADOPTED, ["every:P3M"])
    _june, september, december, march, *_ = planned(END, made)
    EntryFactory(obligation=made, cycle=september)
    ExtensionFactory(cycle=december)
    waive(march, on=day("2031-05-01"), reason="The Harbour was closed")

    changes = change(made, "2031-06-03", kind="once", on=day("2031-10-01"))

    assert said(changes)["kept"] == ["2031-09-03", "2031-12-03"]
    assert said(changes)["removed"] == ["2031-06-03", "2032-06-03", "2032-09-03", "2032-12-03"]
    assert versions(made) == "2031-09-03/1 2031-10-01/2 2031-12-03/1 2032-03-03/1"


def test_versions_follow_each_other_and_none_goes_back():
    made = asked(ADOPTED, ["every:P3M"])
    planned(END, made)

    change(made, "2031-09-04", kind="every", period="P1M")
    change(made, "2031-12-05", kind="every", period="P6M")
    change(made, "2031-12-05", kind="every", period="P1Y")

    assert versions(made) == ("2031-06-03/1 2031-09-03/1 2031-10-04/2 2031-11-04/2 2031-12-04/2 "
                              "2032-12-05/4")  # fmt: skip
    with pytest.raises(HoldsTooEarly, match="5 December 2031"):
        preview(made, amendment("2031-12-04", **EVERY), until=day(END))
    with pytest.raises(NoSuchCadence, match="cadence 7"):
        preview(made, amendment("2031-12-04", number=7, **EVERY), until=day(END))


def test_a_planning_that_ends_earlier_leaves_nothing_of_the_version_before():
    made = asked(ADOPTED, ["every:P3M"])
    planned("2040-12-31", made)

    change(made, "2031-09-04", until="2032-12-31", kind="every", period="P1Y")

    assert versions(made) == "2031-06-03/1 2031-09-03/1 2032-09-04/2"


def test_a_daily_rhythm_that_was_ended_long_ago_is_planned_all_the_same():
    made = asked("1990-01-01", ["every:P1D"])
    CadenceFactory(obligation=made, version=2, kind="once", period="P1D", holds_from=day("1990-01-05"))  # fmt: skip

    assert due(planned(END, made)) == "1990-01-02 1990-01-03 1990-01-04 1990-01-06"


def test_a_series_loses_no_date_between_two_versions():
    series = SeriesFactory(period="P3M", anchor_on=day("2031-06-30"))
    made = asked(ADOPTED, ["series"], series=series)
    planned(END, made)

    change(made, "2031-09-30", kind="series", series=series, until_on=day("2032-03-30"))

    assert versions(made) == "2031-03-30/1 2031-06-30/1 2031-09-30/2 2031-12-30/2 2032-03-30/2"


def test_the_midterm_and_final_reports_of_one_ask_are_two_dates_of_their_own():
    made = asked(ADOPTED, ["by:2031-12-31", "by:2032-06-30"])
    planned(END, made)

    change(made, "2031-06-01", number=2, kind="once", on=day("2032-09-30"))

    assert versions(made) == "2031-12-31/1 2032-09-30/2"
    assert plan(Obligation.objects.all(), until=day(END)) == 0
