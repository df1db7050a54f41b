"""The drawing of a figure: made safe to stand inside HTML, or made a picture for programs without SVG."""

from io import BytesIO

from django.utils.safestring import SafeString, mark_safe
from lxml import etree
from PIL import Image, ImageChops

SVG = "http://www.w3.org/2000/svg"
SHAPES = {
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "line",
    "linearGradient",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "rect",
    "stop",
    "svg",
    "text",
    "title",
    "tspan",
}


def inline_svg(svg: str, description: str) -> SafeString:
    """`svg` as it may stand in HTML: its shapes alone, with `description` as what it says aloud."""
    root = _read(svg)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or etree.QName(element).localname not in SHAPES:
            _drop(element)
            continue
        for name in list(element.attrib):
            if name.lower().startswith("on") or "href" in name or _leads_out(element.attrib[name]):
                del element.attrib[name]
    for said in root.findall(f"{{{SVG}}}title") + root.findall(f"{{{SVG}}}desc"):
        root.remove(said)
    title = etree.Element(f"{{{SVG}}}title")
    title.text = description
    root.insert(0, title)
    for name in ("aria-labelledby", "aria-describedby", "aria-hidden"):
        root.attrib.pop(name, None)
    root.set("role", "img")
    root.set("aria-label", description)
    etree.cleanup_namespaces(root)
    return mark_safe(etree.tostring(root, encoding="unicode"))


def _read(svg: str) -> "etree._Element":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(svg.encode(), parser)


def _drop(element: "etree._Element") -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _leads_out(value: str) -> bool:
    return "url(" in value and "url(#" not in value


def picture(svg: str) -> bytes:
    """`svg` as PNG, drawn as the PDF draws it, at 200 points an inch."""
    import pypdfium2
    from weasyprint import HTML

    from .fonts import fetch_own

    page = f"<style>@page{{margin:0;size:180mm 400mm}}svg{{width:100%;height:auto}}</style>{inline_svg(svg, 'x')}"
    with pypdfium2.PdfDocument(HTML(string=page, url_fetcher=fetch_own()).write_pdf()) as pdf:
        image = pdf[0].render(scale=200 / 72).to_pil()
    cut = ImageChops.difference(image, Image.new(image.mode, image.size, "white")).getbbox()
    out = BytesIO()
    image.crop((0, 0, image.width, (cut or (0, 0, 0, image.height))[3])).save(out, "PNG")
    return out.getvalue()
