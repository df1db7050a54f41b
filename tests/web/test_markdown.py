"""What people write becomes HTML that can do no harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.web.markdown import rendered


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**now**", '<p dir="auto"><strong>now</strong></p>'),
        ("one\ntwo", '<p dir="auto">one<br>\ntwo</p>'),
        ("- a\n- b", '<ul dir="auto">\n<li dir="auto">a</li>\n<li dir="auto">b</li>\n</ul>'),
        ("# No heading", '<p dir="auto"># No heading</p>'),
    ],
)
def test_what_markdown_means(text, html):
    assert rendered(text).strip() == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](https://elsewhere.example/pixel.png)",
        '<a href="x" onclick="y">z</a>',
        "<style>body{display:none}</style>",
    ],
)
def test_nothing_that_runs_or_calls_home_comes_through(text):
    html = rendered(text)

    for wrong in ("<script", "<img", "<style", 'href="javascript', 'href="data', "<a onclick"):
        assert wrong not in html


def test_who_is_mentioned_is_marked_in_the_text_and_not_in_an_address():
    html = rendered(
        '@Anna Berg & [@Anna Berg](https://a.example "@Anna Berg")', names=["Anna", "Anna Berg"]
    )

    assert html.count("<mark>@Anna Berg</mark>") == 2
    assert 'title="@Anna Berg"' in html


def test_a_link_leads_out_without_saying_from_where():
    assert 'rel="noopener noreferrer nofollow"' in rendered("<https://example.org>")


@given(st.text(max_size=200))
def test_any_text_is_rendered(text):
    assert "<script" not in rendered(text, names=["Anna"])
