"""From cadences to dates."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from apps.obligations.schedule import Spec, UnreadablePeriod, after, occurrences

ADOPTED = dt.date(2021, 4, 19)
days = st.dates(dt.date(1946, 1, 1), dt.date(2100, 1, 1))
periods = st.builds("P{}{}".format, st.integers(1, 40), st.sampled_from("DWMY"))


def dates(kind, until=dt.date(2024, 12, 31), **values):
    spec = Spec(kind=kind, **{"adopted_on": ADOPTED} | values)
    return [one.on.isoformat() if one.on else None for one in occurrences(spec, until=until)]


@pytest.mark.parametrize("period", ["", "6M", "P6", "PT6H", "P1M2D", "P-6M"])
def test_a_period_that_cannot_be_read_is_quoted(period):
    with pytest.raises(UnreadablePeriod, match=f"“{period}”"):
        after(ADOPTED, period)


def test_a_period_of_nothing_does_not_go_on_for_ever():
    with pytest.raises(UnreadablePeriod, match="P0D"):
        dates("every", period="P0D")


@pytest.mark.parametrize(
    ("start", "period", "times", "expected"),
    [
        ("2021-01-31", "P1M", 1, "2021-02-28"),
        ("2021-01-31", "P1M", 2, "2021-03-31"),
        ("2020-02-29", "P1Y", 1, "2021-02-28"),
        ("2020-02-29", "P1Y", 4, "2024-02-29"),
        ("2021-04-19", "P90D", 1, "2021-07-18"),
        ("2021-12-31", "P2W", 1, "2022-01-14"),
        ("2021-08-31", "P6M", 1, "2022-02-28"),
    ],
)
def test_months_clamp_to_their_end_and_days_are_days(start, period, times, expected):
    assert after(dt.date.fromisoformat(start), period, times).isoformat() == expected


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("undated", {}, [None]),
        ("event", {}, [None]),
        ("session", {}, [None]),
        ("before-expiry", {"period": "P30D"}, [None]),
        ("series", {}, [None]),
        ("series", {"period": "P2Y"}, [None]),
        ("once", {"on": dt.date(2030, 1, 1)}, ["2030-01-01"]),
        ("once", {"period": "P90D"}, ["2021-07-18"]),
        ("mandate", {"on": dt.date(2022, 3, 15)}, ["2022-03-15"]),
        ("mandate", {"period": "P1Y"}, ["2022-04-19"]),
        ("mandate", {"period": "P6M", "start_on": dt.date(2021, 6, 30)}, ["2021-12-30"]),
        ("every", {"period": "P1Y"}, ["2022-04-19", "2023-04-19", "2024-04-19"]),
        (
            "every",
            {"period": "P1Y", "start_on": dt.date(2022, 1, 31)},
            ["2022-01-31", "2023-01-31", "2024-01-31"],
        ),
        ("every", {"period": "P2Y", "start_after": "P30D"}, ["2021-05-19", "2023-05-19"]),
        (
            "series",
            {"period": "P2Y", "anchor_on": dt.date(2018, 12, 31)},
            ["2022-12-31", "2024-12-31"],
        ),
        (
            "series",
            {"period": "P2Y", "anchor_on": dt.date(2026, 12, 31)},
            ["2022-12-31", "2024-12-31"],
        ),
    ],
)
def test_each_kind_of_cadence_gives_its_dates(kind, values, expected):
    assert dates(kind, **values) == expected


def test_a_recurrence_gives_nothing_after_the_end_of_the_window():
    assert dates("every", period="P1Y", until=dt.date(2022, 4, 18)) == []
    assert dates("every", period="P1Y", until=dt.date(2022, 4, 19)) == ["2022-04-19"]


def test_a_date_can_say_how_it_was_counted():
    spec = Spec(kind="every", adopted_on=ADOPTED, period="P6M")

    [first, *_] = occurrences(spec, until=dt.date(2022, 1, 1))

    assert first.derivation == {
        "rule": "every",
        "start": "2021-04-19",
        "start_is": "adoption",
        "period": "P6M",
        "step": 1,
    }


@given(adopted=days, period=periods)
def test_dates_ascend_and_none_comes_twice(adopted, period):
    until = after(adopted, period, 20)
    found = dates("every", adopted_on=adopted, period=period, until=until)

    assert found == sorted(set(found))
    assert len(found) in {20, 19}  # clamping can put the last one after the window


@given(adopted=days, anchor=days, period=periods)
@example(adopted=dt.date(2000, 1, 1), anchor=dt.date(2019, 1, 2), period="P1M")
@example(adopted=dt.date(1946, 1, 31), anchor=dt.date(2099, 2, 28), period="P1M")
@example(adopted=dt.date(2099, 2, 28), anchor=dt.date(1946, 2, 28), period="P1M")
def test_a_series_gives_only_dates_after_adoption_and_all_of_them(adopted, anchor, period):
    until = after(adopted, period, 3)
    found = dates("series", adopted_on=adopted, anchor_on=anchor, period=period, until=until)

    assert all(day > adopted.isoformat() for day in found)
    assert 2 <= len(found) <= 4
