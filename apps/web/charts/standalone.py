"""A drawing that leaves the page: with its colours, its title and its legend, and without links."""

import io
import re
from functools import cache
from pathlib import Path
from typing import cast
from xml.etree import ElementTree as ET

from django.contrib.staticfiles import finders

from .visual import visual

SVG = "http://www.w3.org/2000/svg"
POINTS_A_PIXEL = 0.75
DOTS_A_PIXEL = 2
END_OF_DRAWING = "/* On a page */"


@cache
def style() -> str:
    """What charts.css says of drawings, with the light colours of site.css in the place of its tokens."""
    light = _static("site.css").partition("}")[0]
    tokens = dict(re.findall(r"--([\w-]+): ([^;]+);", light))
    drawing = _static("charts.css").partition(END_OF_DRAWING)[0]
    return re.sub(r"var\(--([\w-]+)\)", lambda match: tokens[match[1]], drawing)


def _static(name: str) -> str:
    return Path(cast(str, finders.find(name))).read_text(encoding="utf-8")


def standalone(svg: str, *, titled: bool = False) -> str:
    """`svg`, as a chart gave it, as a file of its own; `titled` where no heading stands above it.

    Light colours, whatever the theme. Links are left out, since addresses without a site lead nowhere.
    Text from the right is set glyph by glyph, because WeasyPrint cannot (visual.py).
    """
    root = ET.fromstring(svg)
    _show_all(root, titled=titled)
    for part in root.iter():
        if part.tag == f"{{{SVG}}}a":
            part.tag = f"{{{SVG}}}g"
            part.attrib.clear()
        if part.tag == f"{{{SVG}}}text" and part.text:
            part.text = visual(part.text)
    sheet = ET.Element(f"{{{SVG}}}style")
    sheet.text = style()
    root.insert(0, sheet)
    ET.register_namespace("", SVG)
    return ET.tostring(root, encoding="unicode")


def with_legend(svg: str) -> str:
    """`svg`, as a chart gave it, for a page that has no legend in HTML: links and colours stay."""
    root = ET.fromstring(svg)
    _show_all(root, titled=False)
    ET.register_namespace("", SVG)
    return ET.tostring(root, encoding="unicode")


def _show_all(root: ET.Element, *, titled: bool) -> None:
    """Widen the view to the legend below, and to the title above where it is wanted."""
    width, height = int(root.attrib["width"]), int(root.attrib["height"])
    above = int(root.attrib.pop("data-above")) if titled else 0
    whole = above + height + int(root.attrib.pop("data-below"))
    root.attrib.pop("data-above", None)
    root.attrib["height"] = str(whole)
    root.attrib["viewBox"] = f"0 {-above} {width} {whole}"


def standalone_png(svg: str, *, titled: bool = False) -> bytes:
    """The same as a picture, two dots a pixel on white, for documents that take no SVG."""
    import pypdfium2  # both cost seconds, and few need them
    import weasyprint

    drawing = standalone(svg, titled=titled)
    root = ET.fromstring(drawing)
    size = f"{root.attrib['width']}px {root.attrib['height']}px"
    page = f"<style>@page {{ size: {size}; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}</style>{drawing}"
    with pypdfium2.PdfDocument(weasyprint.HTML(string=page).write_pdf()) as pdf:
        picture = pdf[0].render(scale=DOTS_A_PIXEL / POINTS_A_PIXEL).to_pil()
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
