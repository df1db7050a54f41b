"""The styles, pages and properties of an ODT: the same look as the DOCX, made here."""

from xml.sax.saxutils import escape, quoteattr

from .archive import FIRST_MOMENT
from .model import Paper
from .words import authors, base, clean, is_rtl, office_language

SPACES = " ".join(
    f'xmlns:{prefix}="{"" if name.startswith("http") else "urn:oasis:names:tc:opendocument:xmlns:"}{name}"'
    for prefix, name in {
        "office": "office:1.0",
        "style": "style:1.0",
        "text": "text:1.0",
        "table": "table:1.0",
        "draw": "drawing:1.0",
        "fo": "xsl-fo-compatible:1.0",
        "svg": "svg-compatible:1.0",
        "meta": "meta:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
VERSION = f'{SPACES} office:version="1.3"'
ACCENT, MUTED, LINE, HEAD = "#1a5796", "#556070", "#b9c2cf", "#e9eef5"
SIZES = {"Text": 8.5, "Small": 6.5, "Tiny": 4.5}


def languages(language: str) -> str:
    """Attributes that name `language` for the letters that it is written in."""
    name, _, country = office_language(language).partition("-")
    if is_rtl(language):
        kind = "-complex"
    elif base(language) == "zh":
        kind = "-asian"
    else:
        return f"fo:language={quoteattr(name)} fo:country={quoteattr(country or 'none')}"
    return (
        f"style:language{kind}={quoteattr(name)} style:country{kind}={quoteattr(country or 'none')}"
    )


def meta_xml(paper: Paper) -> str:
    moment = (paper.made_at or FIRST_MOMENT).strftime("%Y-%m-%dT%H:%M:%S")
    return (
        f"{XML}<office:document-meta {VERSION}><office:meta><meta:generator>Remit</meta:generator>"
        f"<dc:title>{escape(clean(paper.title))}</dc:title>"
        f"<dc:subject>{escape(clean(paper.subtitle))}</dc:subject>"
        f"<meta:initial-creator>{escape(authors(paper))}</meta:initial-creator>"
        f"<dc:creator>{escape(authors(paper))}</dc:creator>"
        f"<meta:creation-date>{moment}</meta:creation-date><dc:date>{moment}</dc:date>"
        f"<dc:language>{office_language(paper.language)}</dc:language>"
        "</office:meta></office:document-meta>"
    )


def styles_xml(paper: Paper) -> str:
    way = "rl-tb" if is_rtl(paper.language) else "lr-tb"
    width, height = ("29.7cm", "21cm") if paper.is_wide else ("21cm", "29.7cm")
    turned = "landscape" if paper.is_wide else "portrait"
    edge = '<style:header-footer-properties fo:min-height="0.8cm" fo:margin-{}="0.3cm"/>'
    return (
        f"{XML}<office:document-styles {VERSION}><office:styles>"
        f"{_defaults(paper.language, way)}{_paragraphs(way, paper)}{_others()}</office:styles>"
        '<office:automatic-styles><style:page-layout style:name="Sheet"><style:page-layout-properties'
        f' fo:page-width="{width}" fo:page-height="{height}" style:print-orientation="{turned}"'
        ' fo:margin-top="1cm" fo:margin-bottom="1cm" fo:margin-left="1.6cm" fo:margin-right="1.6cm"'
        f' style:writing-mode="{way}"/><style:header-style>{edge.format("bottom")}</style:header-style>'
        f"<style:footer-style>{edge.format('top')}</style:footer-style></style:page-layout>"
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard"'
        ' style:page-layout-name="Sheet"><style:header><text:p text:style-name="Header">'
        f"{escape(clean(paper.title))}<text:tab/>{escape(clean(paper.as_at))}</text:p></style:header>"
        '<style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current"/>'
        " / <text:page-count/></text:p></style:footer></style:master-page></office:master-styles>"
        "</office:document-styles>"
    )


def _defaults(language: str, way: str) -> str:
    names = ["fo:font-family", "style:font-family-asian", "style:font-family-complex"]
    fonts = zip(names, ["Arial", "Microsoft YaHei", "Arial"], strict=True)
    sizes = " ".join(f'{name}="10pt"' for name in ("fo:font-size", *SIZE_NAMES))
    # Named for all three kinds of letters, so that a quote in another is not checked as French.
    spoken = {"en": languages("en"), "zh": languages("zh"), "ar": languages("ar")}
    spoken[base(language) if base(language) in {"zh", "ar"} else "en"] = languages(language)
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties'
        f' style:writing-mode="{way}" {_align(way)} style:tab-stop-distance="1.25cm"/>'
        f"<style:text-properties {' '.join(f'{n}={quoteattr(f)}' for n, f in fonts)} {sizes}"
        f" {' '.join(spoken.values())}/></style:default-style>"
        '<style:default-style style:family="table"><style:table-properties table:border-model='
        '"collapsing"/></style:default-style><style:default-style style:family="table-row">'
        '<style:table-row-properties fo:keep-together="always"/></style:default-style>'
    )


def _align(way: str, *, end: bool = False) -> str:
    """By name of the side: LibreOffice takes `start` for left, in Arabic too."""
    return f'fo:text-align="{"right" if (way == "rl-tb") != end else "left"}"'


SIZE_NAMES = ("style:font-size-asian", "style:font-size-complex")


def _size(points: float) -> str:
    return f'fo:font-size="{points}pt" ' + " ".join(f'{name}="{points}pt"' for name in SIZE_NAMES)


BOLD = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'
KEEP = 'fo:keep-with-next="always"'


def _style(name: str, place: str = "", words: str = "", *, inside: str = "", more: str = "") -> str:
    """A style of paragraphs; spaces in its name as the format writes them."""
    coded = name.replace(" ", "_20_")
    parent = "" if name == "Standard" else ' style:parent-style-name="Standard"'
    return (
        f'<style:style style:name="{coded}" style:display-name="{name}" style:family="paragraph"'
        f'{parent} style:class="text" {more}><style:paragraph-properties {place}>{inside}'
        f"</style:paragraph-properties><style:text-properties {words}/></style:style>"
    )


def _paragraphs(way: str, paper: Paper) -> str:
    side = "right" if way == "rl-tb" else "left"
    tab = '<style:tab-stops><style:tab-stop style:position="{}"{}/></style:tab-stops>'
    end = tab.format("26.5cm" if paper.is_wide else "17.8cm", ' style:type="right"{}')
    muted = f'fo:color="{MUTED}"'
    return "".join([
        _style("Standard", 'fo:margin-bottom="0.2cm" fo:line-height="115%"'),
        _style("Title", f'{KEEP} fo:margin-bottom="0.1cm" fo:line-height="100%"', f'{BOLD} fo:color="{ACCENT}" {_size(20)}'),
        _style("Subtitle", 'fo:margin-bottom="0.3cm"', _size(12)),
        _style("Muted", "", muted),
        _style("Fact", 'fo:margin-left="4.3cm" fo:text-indent="-4.3cm" fo:margin-bottom="0.05cm"',
               inside=tab.format("0cm", "")),
        *(_heading(level) for level in range(1, 7)),
        _quote("Quotations", side, way),
        _quote("Quotations left to right", "left", "lr-tb"),
        _quote("Quotations right to left", "right", "rl-tb"),
        _style("Source", 'fo:margin-left="0.5cm"', f"{muted} {_size(9)}"),
        _style("Caption", f'{KEEP} fo:margin-top="0.3cm" fo:margin-bottom="0.1cm"', BOLD),
        _style("Figure", f'{KEEP} fo:margin-bottom="0.1cm"'),
        _style("Contents Heading", f'{KEEP} fo:margin-top="0.4cm"', f'{BOLD} fo:color="{ACCENT}" {_size(13)}'),
        *(_style(f"Contents {level}", f'fo:margin-left="{(level - 1) * 0.5}cm" fo:margin-bottom="0.07cm"',
                 inside=end.format(' style:leader-style="dotted" style:leader-text="."')) for level in range(1, 4)),
        _style("Header", 'fo:margin-bottom="0cm"', f"{muted} {_size(8)}", inside=end.format("")),
        _style("Footer", 'fo:margin-bottom="0cm" fo:text-align="center"', f"{muted} {_size(8)}"),
        *(_cell_words(name, points, way) for name, points in SIZES.items()),
    ])  # fmt: skip


def _cell_words(name: str, points: float, way: str) -> str:
    tight = 'fo:margin-bottom="0cm" fo:line-height="100%"'
    end = _align(way, end=True)
    return (
        _style(f"Table {name}", tight, _size(points))
        + _style(f"Table {name} Heading", f"{tight} {KEEP}", f"{BOLD} {_size(points)}")
        + _style(f"Table {name} Number", f"{tight} {end}", _size(points))
        + _style(f"Table {name} Heading Number", f"{tight} {KEEP} {end}", f"{BOLD} {_size(points)}")
    )


def _heading(level: int) -> str:
    colour = f' fo:color="{ACCENT}"' if level == 1 else ""
    place = f'{KEEP} fo:margin-top="0.5cm" fo:margin-bottom="0.18cm"'
    words = f"{BOLD}{colour} {_size({1: 15, 2: 12.5}.get(level, 11))}"
    outline = f'style:default-outline-level="{level}" style:next-style-name="Standard"'
    return _style(f"Heading {level}", place, words, more=outline)


def _quote(name: str, side: str, way: str) -> str:
    place = (
        f'fo:margin-left="0.5cm" fo:margin-right="0.5cm" fo:margin-bottom="0.1cm"'
        f' style:writing-mode="{way}" {_align(way)} fo:border-{side}="1.5pt solid {LINE}" fo:padding-{side}="0.25cm"'
    )
    return _style(name, place)


def _others() -> str:
    return (
        '<style:style style:name="Internet_20_link" style:display-name="Internet link"'
        f' style:family="text"><style:text-properties fo:color="{ACCENT}"'
        ' style:text-underline-style="solid" style:text-underline-width="auto"'
        ' style:text-underline-color="font-color"/></style:style>'
        '<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>'
        '<style:style style:name="Strong" style:family="text">'
        f"<style:text-properties {BOLD}/></style:style>"
        '<style:style style:name="Muted_20_Words" style:display-name="Muted Words" style:family="text">'
        f'<style:text-properties fo:color="{MUTED}"/></style:style>'
        '<text:list-style style:name="Points"><text:list-level-style-bullet text:level="1"'
        ' text:bullet-char="•"><style:list-level-properties'
        ' text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab"'
        ' text:list-tab-stop-position="0.6cm" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/>'
        "</style:list-level-properties></text:list-level-style-bullet></text:list-style>"
    )
