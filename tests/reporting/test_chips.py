"""The active filters in one line."""

import pytest

from apps.reporting.chips import Chip, in_one_line


@pytest.mark.parametrize(
    ("chips", "words"),
    [
        ([], "All"),
        ([("State", "Overdue"), ("State", "Due soon")], "State: Overdue, Due soon"),
        ([("Organ", "Other"), ("State", "Overdue")], "Organ: Other; State: Overdue"),
    ],
)
def test_each_filter_is_named_once_however_many_values_it_has(chips, words):
    assert in_one_line(Chip("name", "value", *chip) for chip in chips) == words
