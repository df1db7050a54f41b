import pytest

from apps.dashboards.charts import ABOVE, stacked, tick_step


@pytest.mark.parametrize(
    ("most", "step"), [(0, 1), (1, 1), (5, 1), (6, 2), (11, 5), (25, 5), (26, 10), (398, 100)]
)
def test_the_steps_of_the_axis_are_round_and_at_most_five_reach_the_top(most, step):
    assert tick_step(most) == step


def test_a_chart_of_nothing_has_an_axis_and_no_height():
    chart = stacked([[0, 0]])

    assert [tick.value for tick in chart.ticks] == [0, 1]
    assert chart.bars[0].top == chart.base


def test_the_parts_of_a_bar_stand_on_one_another():
    chart = stacked([[2, 3], [0, 1]])
    low, high = chart.bars[0].segments

    assert low.y + low.height == chart.base
    assert high.y + high.height == low.y
    assert chart.bars[0].top == high.y == ABOVE


def test_heights_are_true_to_the_values():
    chart = stacked([[4], [2]])
    tall, short = (bar.segments[0].height for bar in chart.bars)

    assert tall == 2 * short


def test_each_bar_stands_inside_its_own_slot():
    chart = stacked([[1]] * 25)

    for bar, following in zip(chart.bars, chart.bars[1:], strict=False):
        assert bar.slot < bar.x < bar.middle < bar.x + chart.bar < following.slot
    assert chart.bars[-1].slot + chart.slot == chart.end
