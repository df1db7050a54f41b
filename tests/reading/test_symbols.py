import pytest

from apps.reading import find_symbols, normal_form


@pytest.mark.parametrize("text", ["and/or", "S/RES", "the A/B test", "https://example.org/S/2", ""])
def test_what_only_looks_like_a_symbol_is_none(text):
    assert find_symbols(text) == ()


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("See S/RES/2046 (2012), paragraph 3.", ("S/RES/2046 (2012)",)),
        ("A/73/328–S/2018/592", ("A/73/328", "S/2018/592")),
        ("A/73/328-S/2018/592", ("A/73/328", "S/2018/592")),
        ("A/C.1/80/L.38 and A/C.1/80/L.38", ("A/C.1/80/L.38",)),
        ("第S/2020/372号文件", ("S/2020/372",)),
    ],
)
def test_symbols_are_found_as_printed_each_once(text, symbols):
    assert find_symbols(text) == symbols


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S/RES/2046 (2012)", "s/res/2046(2012)"),
        ("S/RES/2046\u00a0(2012)", "S/RES/2046 (2012)"),
        ("A/C.1/80/L.38‑Rev", "A/C.1/80/L.38-REV"),
    ],
)
def test_one_symbol_has_one_normal_form(one, other):
    assert normal_form(one) == normal_form(other)


def test_two_symbols_have_two_normal_forms():
    assert normal_form("S/2018/592") != normal_form("S/2018/593")
