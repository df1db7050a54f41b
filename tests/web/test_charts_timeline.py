"""The timeline: nothing covers anything, from one point to two hundred."""

import datetime as dt
from itertools import pairwise

import pytest

from apps.web.charts import Kind, Lane, Point, Span, Timeline
from apps.web.charts.days import MOST_TICKS, Days
from apps.web.charts.lanes import MOST_LINES

from .drawings import ANSWERED, DUE, SAID, SVG, box, drawn, links, of_class, overlap, timeline

START = dt.date(2020, 1, 1)


def days(number, step):
    return [(START + dt.timedelta(step * n), f"Report {n}") for n in range(number)]


def reaches(root):
    return [box(rect) for rect in of_class(root, "chart-reach")]


@pytest.mark.parametrize(("number", "step"), [(1, 1), (2, 0), (40, 30), (200, 13), (200, 1)])
def test_no_point_covers_another(number, step):
    root = drawn(timeline(days(number, step), today=START))
    boxes = reaches(root)

    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert all(x >= 0 and end <= 800 and y >= 0 for x, y, end, _ in boxes)
    assert max(bottom for *_, bottom in boxes) <= int(root.get("height"))


def test_points_of_one_day_stand_over_one_another_and_the_rest_is_counted():
    chart = timeline(days(30, 0))
    root = drawn(chart)

    assert len(links(root)) == MOST_LINES
    assert f"+{30 - MOST_LINES}" in [text.text for text in root.iter(f"{SVG}text")]
    assert len(chart.table().rows) == 30


def test_a_stretch_reaches_from_its_first_day_to_its_last_and_an_open_one_to_the_end():
    spans = [(START, dt.date(2021, 12, 31), "First"), (dt.date(2022, 1, 1), None, "Second")]
    root = drawn(timeline(spans=spans, today=dt.date(2026, 1, 1)))
    first, second = reaches(root)

    assert first[2] <= second[0] + 1
    assert second[2] == 800 - 8
    assert second[2] - second[0] > 2 * (first[2] - first[0])
    assert len(of_class(root, "chart-open-end")) == 1


def test_stretches_of_the_same_days_stand_under_one_another():
    root = drawn(timeline(spans=[(START, None, "One"), (START, None, "Two")]))

    one, two = reaches(root)

    assert not overlap(one, two)


def test_a_point_says_what_when_and_of_which_kind():
    root = drawn(timeline([(dt.date(2026, 6, 30), "The report")]))

    (link,) = root.iter(f"{SVG}a")

    assert link.get("aria-label") == "The report: 30 June 2026 (Due)"
    assert "The report" in [text.text for text in link.iter(f"{SVG}text")]


def test_points_stand_in_the_order_of_their_days_and_today_between_them():
    points = [(dt.date(2020, 1, 1), "a"), (dt.date(2022, 1, 1), "b")]
    root = drawn(timeline(points, today=dt.date(2021, 1, 1)))
    (x1, _, end1, _), (x2, *_) = reaches(root)

    (line,) = of_class(root, "chart-today")

    assert end1 < int(line.get("x1")) < x2
    assert int(line.get("x1")) == pytest.approx((x1 + x2 + 24) / 2, abs=2)


def test_the_legend_has_each_kind_once_and_no_other():
    points = [Point(START, DUE, "a"), Point(START, ANSWERED, "b"), Point(START, DUE, "c")]

    chart = Timeline(**SAID, lanes=[Lane("Lane", points=points)])

    assert [key.label for key in chart.legend()] == ["Due", "Answered"]


def test_the_table_has_the_days_of_everything():
    chart = timeline([(dt.date(2026, 6, 30), "Report")], [(START, None, "Every year")])

    rows = [[cell.shown for cell in row] for row in chart.table().rows]

    assert rows == [
        ["Every year", "Lane", "1 January 2020", "open"],
        ["Report", "Lane: Due", "30 June 2026", "–"],
    ]


@pytest.mark.parametrize("years", [0, 1, 2, 5, 12, 60, 400])
def test_the_axis_has_a_mark_or_more_and_not_too_many(years):
    axis = Days.over([START, dt.date(2020 + years, 2, 10)], 760)

    assert 1 <= len(axis.ticks()) <= MOST_TICKS + 1
    places = [axis.at(day) for day in axis.ticks()]
    assert all(b - a >= 24 for a, b in pairwise(places))


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_first_and_the_last_day_of_all_are_drawn(day):
    assert drawn(timeline([(day, "Edge")], today=START)) is not None


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="'heart'"):
        Kind("Heart", "heart")
    with pytest.raises(ValueError, match="2019-12-31 is before 2020-01-01"):
        Span(START, dt.date(2019, 12, 31), "Backwards")
