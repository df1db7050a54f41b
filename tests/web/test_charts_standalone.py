"""Charts outside of their page."""

import io
import re
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from apps.web.charts import KEYS, Series, render, standalone, standalone_png
from apps.web.charts.patterns import TILES
from apps.web.charts.standalone import style
from apps.web.charts.visual import visual

from .drawings import SVG, bars, columns, drawn, every_kind


def test_the_drawing_carries_its_colours_and_no_link():
    for chart in every_kind():
        text = standalone(render(chart))

        assert "#1b2430" in text
        assert "var(" not in text
        assert "href" not in text
        assert ET.fromstring(text).tag == f"{SVG}svg"


def test_title_and_legend_lie_outside_of_the_page_and_inside_of_the_file():
    chart = columns([1, 2])
    page = drawn(chart)
    plain = ET.fromstring(standalone(render(chart)))
    titled = ET.fromstring(standalone(render(chart), titled=True))

    assert page.get("viewBox").startswith("0 0 ")
    assert int(plain.get("height")) > int(page.get("height"))
    assert int(titled.get("height")) > int(plain.get("height"))
    assert int(titled.get("viewBox").split()[1]) < 0
    words = {text.text: int(text.get("y")) for text in page.iter(f"{SVG}text")}
    assert words["What it is"] < 0
    assert words["Late"] > int(page.get("height"))


def test_every_key_has_a_pattern_and_all_its_colours():
    assert set(TILES) == set(KEYS)
    for key in KEYS:
        for use in ("paint", "ground", "edge"):
            assert re.search(rf"\.chart-{use}-{key}\b", style()), (use, key)


def test_it_is_a_picture_of_two_dots_a_pixel_in_which_something_is_seen():
    chart = columns([30, 1], series=[Series("on-time", "On time"), Series("overdue", "Overdue")])

    picture = Image.open(io.BytesIO(standalone_png(render(chart))))

    whole = ET.fromstring(standalone(render(chart)))
    assert picture.size == pytest.approx(
        (2 * int(whole.get("width")), 2 * int(whole.get("height"))), abs=2
    )
    colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20)}
    assert (0x1D, 0x6B, 0x37) in colours  # the green of what was answered on time
    assert (255, 255, 255) in colours


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Plain (words) 90", "Plain (words) 90"),
        ("سلام", "ﻡﻼﺳ"),
        ("أكثر من 90", "90 ﻦﻣ ﺮﺜﻛﺃ"),
        ("(مكتب)", "(ﺐﺘﻜﻣ)"),
    ],
)
def test_arabic_is_set_glyph_by_glyph_from_the_right(words, seen):
    assert visual(words).strip("\u202d\u202c") == seen


def test_an_arabic_label_has_its_forms_in_the_file():
    text = standalone(render(bars([1, 2], labels=["سلام"])))

    assert "ﻡﻼﺳ" in text
