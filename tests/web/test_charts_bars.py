"""Columns, bars, lines and grids: heights, gaps and places."""

from itertools import pairwise

import pytest
from django.template.loader import render_to_string

from apps.web.charts import Column, Value
from apps.web.charts.heat import step_of
from apps.web.charts.lines import stretches
from apps.web.charts.scale import Scale, tick_step
from apps.web.charts.words import cut, lines_of, width_of

from .drawings import SVG, bars, box, columns, drawn, heat, lines, links, of_class, overlap


def parts(root, key):
    return [box(rect) for rect in of_class(root, f"chart-edge-{key}", "rect") if rect.get("rx")]


def in_chart(boxes):
    """Without the swatches of the legend, which are squares of 14."""
    return [b for b in boxes if (b[2] - b[0], b[3] - b[1]) != (14, 14)]


@pytest.mark.parametrize(
    ("most", "step"), [(0, 1), (1, 1), (5, 1), (6, 2), (11, 5), (25, 5), (26, 10), (398, 100)]
)
def test_the_steps_of_the_axis_are_round_and_at_most_five_reach_the_top(most, step):
    assert tick_step(most) == step
    assert Scale.over(most, 100).top >= most


def test_the_parts_of_a_column_stand_on_one_another_true_to_their_values():
    root = drawn(columns([10, 30], [20, 0]))
    (low, half), (high,) = parts(root, "on-time"), parts(root, "late")

    assert low[1] == high[3]  # the one above begins where the one below ends
    assert high[3] - high[1] == pytest.approx(3 * (low[3] - low[1]), abs=2)
    assert half[3] - half[1] == pytest.approx(2 * (low[3] - low[1]), abs=2)


@pytest.mark.parametrize("number", [25, 36])
def test_columns_stand_apart_and_can_be_pressed(number):
    root = drawn(columns(*[[4, 0]] * number))
    reach = [box(rect) for rect in of_class(root, "chart-reach")]

    assert len(reach) == number
    for one, following in pairwise(reach):
        assert one[2] <= following[0]
        assert one[2] - one[0] >= 24
    assert reach[-1][2] <= int(root.get("width"))


def test_a_high_part_leads_where_its_number_does_and_a_low_one_where_its_column_does():
    root = drawn(columns([1, 99], hrefs=True))

    assert links(root) == ["/column/0", "/part/0/1"]
    assert {cell.href for cell in columns([1, 99], hrefs=True).table().rows[0]} >= {"/part/0/0"}


def test_a_column_says_its_parts_in_words():
    root = drawn(columns([2, 3]))

    assert next(root.iter(f"{SVG}a")).get("aria-label") == "c0: 5. On time: 2. Late: 3."


def test_the_month_that_runs_is_marked_and_a_narrow_screen_opens_on_it():
    chart = columns(
        columns=[Column(f"c{n}", [Value(1), Value(1)], is_now=n == 6) for n in range(12)],
        now_label="this month",
    )
    root = drawn(chart)

    assert len(of_class(root, "chart-now")) == 1
    assert "this month" in [text.text for text in root.iter(f"{SVG}text")]
    assert chart.opens_at() == 5


def test_names_of_months_that_would_touch_stand_under_every_second_column():
    long = [Column("September", [Value(1), Value(0)]) for _ in range(26)]
    root = drawn(columns(columns=long))

    named = [text for text in root.iter(f"{SVG}text") if text.text == "September"]

    places = sorted(int(text.get("x")) for text in named)
    assert len(named) < 26
    assert all(b - a >= width_of("September") for a, b in pairwise(places))


def test_bars_are_true_to_their_values_and_say_them_at_the_end():
    root = drawn(bars([10, 30], [20, 0]))
    (short, half), (long,) = in_chart(parts(root, "on-time")), in_chart(parts(root, "late"))

    assert short[2] == long[0]
    assert long[2] - long[0] == pytest.approx(3 * (short[2] - short[0]), abs=2)
    assert half[2] - half[0] == pytest.approx(2 * (short[2] - short[0]), abs=2)
    ends = [int(text.get("x")) for text in of_class(root, "chart-strong")]
    assert ends[0] > long[2]


def test_a_long_name_is_cut_and_said_in_full():
    name = "Department of Political and Peacebuilding Affairs, Americas Division"
    root = drawn(bars([1, 2], labels=[name]))

    assert name not in [text.text for text in root.iter(f"{SVG}text")]
    assert name in next(root.iter(f"{SVG}a")).find(f"{SVG}title").text


def test_a_line_is_broken_where_there_is_nothing_to_say():
    values = [Value(1), None, Value(2), Value(3), None]

    assert [[place for place, _ in stretch] for stretch in stretches(values)] == [[0], [2, 3]]
    root = drawn(lines([1, None, 2, 3, None]))
    assert len(links(root)) == 3
    assert [path.get("d").count("L") for path in of_class(root, "chart-line-0")] == [
        0,
        1,
    ]  # legend, line
    assert lines([1, None]).table().rows[1][1].shown == "–"


def test_four_lines_differ_in_stroke_and_in_mark():
    root = drawn(lines(*[[1, 2]] * 4))

    shapes = {path.get("d") for path in of_class(root, "chart-mark-full")}

    assert len(shapes) == 4
    assert all(of_class(root, f"chart-line-{number}") for number in range(4))


def test_per_cent_reach_to_a_hundred():
    root = drawn(lines([3, 4], is_percent=True))

    words = [text.text for text in root.iter(f"{SVG}text")]

    assert "100 %" in words
    assert lines([3, 4], is_percent=True).table().headings[1] == "l0 (%)"


def test_a_part_of_a_hundred_counts_nothing():
    shares, counts = lines([3], is_percent=True), lines([3])

    assert "data-number" not in render_to_string("includes/chart.html", {"chart": shares})
    assert render_to_string("includes/chart.html", {"chart": counts}).count('data-number="3"') == 2


def test_the_tint_of_a_cell_goes_by_its_size_and_its_number_is_printed():
    assert [step_of(value, 100) for value in (0, 1, 20, 21, 99, 100)] == [0, 1, 1, 2, 5, 5]
    root = drawn(heat([0, 1, None, 100]))

    assert [text.text for text in root.iter(f"{SVG}text")][-3:] == ["0", "1", "100"]


def test_the_legend_of_a_grid_leaves_no_number_out():
    labels = [key.label for key in heat([7]).legend()]

    assert labels == ["1", "2", "3–4", "5", "6–7"]
    for value in range(1, 8):
        low, _, high = labels[step_of(value, 7) - 1].partition("–")
        assert int(low) <= value <= int(high or low)


def test_cells_do_not_overlap():
    root = drawn(heat([1, 2], [3, 4]))
    cells = [b for b in map(box, of_class(root, "chart-heat")) if b[2] - b[0] != 14]

    assert len(cells) == 4
    assert not any(overlap(a, b) for n, a in enumerate(cells) for b in cells[n + 1 :])


def test_words_are_cut_and_broken_to_their_room():
    assert cut("short", 100) == "short"
    assert cut("much too long for this", 60).endswith("…")
    assert width_of(cut("much too long for this", 60)) <= 60
    assert cut("no room", 3) == ""
    assert lines_of("one two three", width_of("one two")) == ["one two", "three"]
    assert lines_of("按月到期的周期", width_of("按月到期")) == ["按月到期", "的周期"]
    assert lines_of("", 100) == []


def test_on_a_phone_bars_show_their_numbers_and_lines_their_last_points():
    whole = drawn(bars([1, 2], labels=["A very long name of an office of the Secretariat"]))

    assert int(whole.get("width")) <= 390 - 24
    assert lines([1, 2]).opens_at() == 10
    assert int(drawn(lines([1] * 8)).get("width")) <= 390 - 24
