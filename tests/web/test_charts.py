"""What holds for every kind of chart."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from apps.web.charts import Column, Columns, Series, UnknownKey, Value, render

from .drawings import SVG, TWO, bars, columns, drawn, every_kind, heat, lines, links, timeline

KINDS = ["columns", "bars", "lines", "timeline", "heat"]


@pytest.fixture(params=range(len(KINDS)), ids=KINDS)
def chart(request):
    return every_kind()[request.param]


def test_a_chart_says_what_it_is_by_ids_of_its_own(chart):
    root = drawn(chart)

    named = root.get("aria-labelledby").split()

    assert [part.text for part in root.iter() if part.get("id") in named] == [
        "What it is",
        "What it shows",
    ]
    assert all(part.get("id").startswith("it-") for part in root.iter() if part.get("id"))


def test_every_number_of_a_chart_and_every_link_stands_in_its_table(chart):
    root = drawn(chart)
    cells = [cell for row in chart.table().rows for cell in row]

    numbers = {int(part.get("data-number")) for part in root.iter() if part.get("data-number")}

    assert numbers <= {cell.value for cell in cells}
    assert set(links(root)) <= {cell.href for cell in cells}
    assert {len(row) for row in chart.table().rows} == {len(chart.table().headings)}


def test_arabic_is_the_mirror_of_english(chart):
    index = [type(one) for one in every_kind()].index(type(chart))
    ltr, rtl = drawn(chart), drawn(every_kind(rtl=True)[index])
    width = int(ltr.get("width"))
    pairs = list(zip(ltr.iter(f"{SVG}rect"), rtl.iter(f"{SVG}rect"), strict=True))
    whole = [(a, b) for a, b in pairs if a.get("rx") and a.get("fill") is None]

    assert whole
    for a, b in whole:
        assert int(b.get("x")) == width - int(a.get("x")) - int(a.get("width"))
    anchors = {"start": "end", "end": "start", "middle": "middle"}
    for a, b in zip(ltr.iter(f"{SVG}text"), rtl.iter(f"{SVG}text"), strict=True):
        assert int(b.get("x")) == width - int(a.get("x"))
        assert b.get("text-anchor") == anchors[a.get("text-anchor")]


def test_nothing_is_drawn_at_half_a_pixel_in_any_language(chart):
    with translation.override("fr"):
        places = re.findall(r' (?:x|y|x1|x2|y1|y2|width|height)="([^"]*)"', render(chart))

    assert places
    assert all(re.fullmatch(r"-?\d+", place) for place in places)


@pytest.mark.parametrize(
    "empty", [columns(), bars(), lines(), lines([]), timeline(), heat(), heat([])]
)
def test_a_chart_of_nothing_is_drawn(empty):
    assert drawn(empty).tag == f"{SVG}svg"
    assert len(empty.table().headings) >= 1


@pytest.mark.parametrize("number", [0, 10**15])
def test_nothing_and_a_million_millions_have_room(number):
    for chart in [columns([number, 0]), bars([number, 0]), lines([number, 0]), heat([number, 0])]:
        root = drawn(chart)
        for rect in root.iter(f"{SVG}rect"):
            if rect.get("x"):
                assert int(rect.get("x")) >= 0
                assert int(rect.get("x")) + int(rect.get("width")) <= int(root.get("width"))


def test_what_people_wrote_is_never_markup():
    evil = "<script>\"'&\x0b</script>"
    series = [Series("late", evil)] * 2
    column = Column(evil, [Value(1, f"/?q={evil}"), Value(2)], evil, evil, f'/"{evil}')
    chart = Columns(
        name="it", title=evil, description=evil, series=series, columns=[column], heading=evil
    )
    root = drawn(chart)

    page = render_to_string("includes/chart.html", {"chart": chart})

    assert "<script" not in page
    assert root.find(f"{SVG}title").text == evil.replace("\x0b", "")
    assert links(root)[0].startswith('/"<script>')


@pytest.mark.parametrize("name", ["", "A b", '"', "1"])
def test_a_name_that_can_be_no_id_is_refused(name):
    with pytest.raises(ValueError, match="no name of a chart"):
        columns([1, 2], name=name)


def test_an_unknown_key_and_a_number_below_nothing_are_refused():
    with pytest.raises(UnknownKey, match="'pink'"):
        Series("pink", "Pink")
    with pytest.raises(ValueError, match="-1"):
        Value(-1)


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="'r0' has 1 values for 2 moments"):
        heat([1, 2], rows=heat([3]).rows)
    with pytest.raises(ValueError, match="5 lines"):
        lines(*[[1]] * 5)


def test_the_figure_has_the_same_as_a_table_with_its_links():
    page = render_to_string("includes/chart.html", {"chart": columns([2, 3], hrefs=True)})

    assert '<a href="/part/0/1" data-number="3">3</a>' in page
    assert '<a href="/column/0" data-number="5">5</a>' in page
    assert page.count('<th scope="col"') == len(TWO) + 2


def test_labels_in_arabic_keep_their_brackets():
    root = drawn(bars([1, 2], labels=["مكتب (DPPA)"]))

    words = [text.text for text in root.iter(f"{SVG}text")]

    assert "\u2068مكتب (DPPA)\u2069" in words
