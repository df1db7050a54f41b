import pytest

from apps.reading.firsts import firsts


@pytest.mark.parametrize("pattern", [r"\w+", ".", "[^a]b", "a?", "(?:x|)", "(?i:a)"])
def test_where_any_character_may_come_first_nothing_is_claimed(pattern):
    assert firsts(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("(?:a|b)?c", "abc"),
        ("[Hh]is |x", "Hhx"),
        (r"\bfoo", "f"),
        ("(?<=, )when", "w"),
        ("(?!x)y", "y"),
        ("(?:(?:all|the) )*(?:States|[a-c]x)", "Sabct"),
        ("a{0,3}b", "ab"),
        (r"(?:\d{1,3}|one) days", "0123456789o"),
        (r"\(a|b[|)]", "(b"),
    ],
)
def test_the_characters_a_pattern_can_begin_with(pattern, letters):
    assert firsts(pattern) == frozenset(letters)
